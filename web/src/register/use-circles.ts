import { circleState, isPresent, textOf } from '@tablee/domain/kernel';
import { useLocale } from '../locale/use-text.tsx';
import { useOpenSpace, useView, useYou } from '../sync/use-space.ts';
import type { CircleOption } from '../ui/circle-selector.tsx';
import type { Readers } from '../ui/page-head.tsx';

const RANKS: Readonly<Record<string, number>> = { partners: 2, core: 1, secretariat: 1 };

/** The circles that I read, from the narrowest to the widest, with how many people read each. */
export const useCircles = (): readonly CircleOption[] => {
  const view = useView();
  const you = useYou();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  return (you?.circles ?? [])
    .map((id): CircleOption => {
      const n = store.readers[id]?.length ?? 0;
      if (id === 'public') return { id, label: t('record.circle.public'), rank: 3 };
      if (id === 'partners' || id === 'core' || id === 'secretariat')
        return { id, label: t(`record.circle.${id}`, { n }), rank: RANKS[id] ?? 1 };
      const entity = view.get(id);
      const name =
        entity?.kind === 'process' && isPresent(entity)
          ? textOf(circleState.read(entity.state).name)
          : undefined;
      return { id, label: t('record.circle.named', { name: name ?? id, n }), rank: 1 };
    })
    .sort((a, b) => a.rank - b.rank);
};

/** The line « Lisible par … » of a page: a circle's readers and, always, the server's administrator. */
export const useReaders = (circle: string): Readers => {
  const circles = useCircles();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const label = circles.find((each) => each.id === circle)?.label ?? circle;
  const names = (store.readers[circle] ?? []).map((id) => store.person(id)?.name ?? t('record.somebody'));
  return { summary: t('record.readers', { circle: label }), ...(circle === 'public' ? {} : { names }) };
};
