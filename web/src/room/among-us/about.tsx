import { textOf } from '@tablee/domain/kernel';
import { homeOfWording } from '@tablee/domain/modules/compass';
import { decisionState, decisions } from '@tablee/domain/modules/decision';
import { ROOM_CARD } from '@tablee/domain/modules/partnership';
import { processesIn, stateIn } from '@tablee/domain/modules/reading';
import { wordingState } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';

/** What a position can be about: the decisions that wait, and the texts that partners word in common. */
export const useQuestions = (): readonly { readonly value: string; readonly label: string }[] => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  return [
    ...decisions(view, now())
      .filter(({ status }) => status === 'open')
      .map(({ id, question }) => ({ value: id, label: question ?? t('group.erased') })),
    ...processesIn(view, wordingState).map(({ id, state }) => ({
      value: id,
      label: t('group.text-of', { room: format.text(ROOM_CARD[homeOfWording(state.kind)].words[locale]) }),
    })),
  ];
};

/** Leads to the decision or the text that a position is about; says so when the reader does not see it. */
export function AboutLink({ about }: { readonly about: string }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const label = useQuestions().find(({ value }) => value === about)?.label;
  const decided = stateIn(view, decisionState, about);
  const text = stateIn(view, wordingState, about);
  if (decided === undefined && text === undefined) return <p className="note">{t('record.not-visible')}</p>;
  const href = text
    ? addressOf(store.space, homeOfWording(text.kind))
    : addressOf(store.space, 'decisions', about);
  const words = label ?? textOf(decided?.question ?? undefined) ?? t('group.erased');
  return (
    <p>
      {t('group.about')} <Link href={href}>{words}</Link>
    </p>
  );
}
