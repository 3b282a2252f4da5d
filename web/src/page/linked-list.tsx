import { type AnyRecord, titleOf } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { SentenceList } from '#ui/sentence-list.tsx';

/** A thing that another one leads to: where it is at home and what it is. */
export interface Linked {
  readonly id: string;
  readonly room: string;
  readonly declaration: AnyRecord;
}

/** What a thing leads to, as links with their kind: a clause shows its results, a result its clauses. */
export function LinkedList({
  label,
  linked,
}: {
  readonly label: string;
  readonly linked: readonly Linked[];
}): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const view = useView();
  const { store } = useOpenSpace();
  return (
    <SentenceList
      form="plain"
      label={label}
      items={linked.map((each) => {
        const entity = view.get(each.id);
        const title = entity && titleOf(each.declaration, entity, locale);
        return {
          key: each.id,
          text: (
            <Link href={addressOf(store.space, each.room, each.id)}>
              {format.text(title ?? t('record.untitled'))}
            </Link>
          ),
          note: format.text(each.declaration.labels[locale].one),
        };
      })}
    />
  );
}
