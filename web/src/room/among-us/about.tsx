import { textOf } from '@tablee/domain/kernel';
import { homeOfHeld } from '@tablee/domain/modules/compass';
import { decisionState, decisions } from '@tablee/domain/modules/decision';
import {
  isPutForward,
  opensAs,
  positionedTexts,
  textAbout,
  wordsOfVersion,
} from '@tablee/domain/modules/position';
import { stateIn } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { useTitleOf } from '#wording/use-title-of.ts';

/** What a position can be about: the decisions that wait, and the texts that partners word in common. */
export const useQuestions = (): readonly { readonly value: string; readonly label: string }[] => {
  const view = useView();
  const { t, locale } = useLocale();
  const titleOf = useTitleOf();
  return [
    ...decisions(view, now())
      .filter(({ status }) => status === 'open')
      .map(({ id, question }) => ({ value: id, label: question ?? t('group.erased') })),
    ...positionedTexts(view)
      .filter(isPutForward)
      .map((text) => {
        const title = wordsOfVersion(view, text, locale);
        const name = titleOf({ kind: text.kind, title });
        return { value: opensAs(text), label: t('group.text-of', { text: name }) };
      }),
  ];
};

/** Leads to the decision or the text that a position is about; says so when the reader does not see it. */
export function AboutLink({ about }: { readonly about: string }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const label = useQuestions().find(({ value }) => value === about)?.label;
  const decided = stateIn(view, decisionState, about);
  const text = textAbout(view, about);
  if (decided === undefined && text === undefined) return <p className="note">{t('record.not-visible')}</p>;
  const href = text
    ? addressOf(store.space, homeOfHeld(text.kind), text.noun === 'edition' ? about : undefined)
    : addressOf(store.space, 'decisions', about);
  const words = label ?? textOf(decided?.question ?? undefined) ?? t('group.erased');
  return (
    <p>
      {t('group.about')} <Link href={href}>{words}</Link>
    </p>
  );
}
