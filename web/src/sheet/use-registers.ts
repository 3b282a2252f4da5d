import { type AnyRecord, isPresent, type RecordEntity, titleOf } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { CellStyle } from '@tablee/domain/modules/register';
import { folded } from '@tablee/domain/modules/sentence';
import { useMemo } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { usePeople, useView, useYou } from '#sync/use-space.ts';

/** Every list of the partnership, by name in the reader's language. */
export const useRegisters = (): readonly AnyRecord[] => {
  const { locale } = useLocale();
  return [...partnership.declarations.values()]
    .filter((declaration): declaration is AnyRecord => declaration.kind === 'record')
    .filter((declaration) => declaration.name !== 'partnership')
    .sort((a, b) => a.labels[locale].many.localeCompare(b.labels[locale].many, locale));
};

/** The lists into which I may add. */
export const useWritable = (): readonly AnyRecord[] => {
  const you = useYou();
  return useRegisters().filter((declaration) =>
    declaration.who.add.roles.some((role) => role !== 'system' && you?.roles.includes(role) === true),
  );
};

/** How cells are written and read here: words of the current language, names for ids both ways. */
export const useCellStyle = (): CellStyle => {
  const view = useView();
  const people = usePeople();
  const { locale } = useLocale();
  return useMemo(() => {
    const title = (entity: RecordEntity): string | undefined => {
      const declaration = partnership.record(entity.type);
      return declaration && titleOf(declaration, entity, locale);
    };
    // Made when the first name is asked for: a list of thousands is walked once, not once per row.
    const named = new Map<string, ReadonlyMap<string, readonly string[]>>();
    const namesOf = (type: string): ReadonlyMap<string, readonly string[]> => {
      const held = named.get(type);
      if (held !== undefined) return held;
      const found = new Map<string, string[]>();
      for (const entity of view.list(type)) {
        if (entity.kind !== 'record' || !isPresent(entity)) continue;
        const name = folded(title(entity) ?? '');
        found.set(name, [...(found.get(name) ?? []), entity.id]);
      }
      named.set(type, found);
      return found;
    };
    return {
      lang: locale,
      nameOf: (id) => {
        const entity = view.get(id);
        return entity?.kind === 'record' ? title(entity) : people.find(id)?.name;
      },
      idOf: (name, types) => {
        const wanted = folded(name);
        const among = types.length > 0 ? types : partnership.declarations.keys();
        const found = [...among].flatMap((type) => namesOf(type).get(wanted) ?? []);
        return found.length === 1 ? found[0] : undefined;
      },
    };
  }, [view, people, locale]);
};
