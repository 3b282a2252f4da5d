import type { AgreementLine } from '@tablee/domain/modules/agreement';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';

/** All agreements by name, with where each stands: the way from one to another. Nothing while there is one only. */
export function AgreementList(props: {
  readonly all: readonly AgreementLine[];
  readonly current: string | undefined;
}): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const { store } = useOpenSpace();
  if (props.all.length < 2) return null;
  return (
    <Section title={t('agreement.all')} id="agreements">
      <SentenceList
        labelledBy="agreements"
        items={props.all.map((line) => ({
          key: line.id,
          text: (
            <Link
              href={addressOf(store.space, 'agreement', line.id)}
              current={line.id === props.current ? 'page' : undefined}
            >
              {format.text(line.title ?? t('record.erased'))}
            </Link>
          ),
          note: t(`agreement.status.${line.status}`),
        }))}
      />
    </Section>
  );
}
