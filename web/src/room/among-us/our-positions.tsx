import { textOf } from '@tablee/domain/kernel';
import { homeOfWording } from '@tablee/domain/modules/compass';
import { decisionState } from '@tablee/domain/modules/decision';
import { ROOM_CARD } from '@tablee/domain/modules/partnership';
import { processesIn } from '@tablee/domain/modules/reading';
import { STANCE, wordingState } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { StandingWords } from '#wording/standing-words.tsx';

/** Where my organisation stands on each text and decision, and on what footing; nothing while it said nothing. */
export function OurPositions(): ReactNode {
  const { t } = useLocale();
  const items = useOurPositions();
  if (items.length === 0) return null;
  return (
    <Section title={t('group.our-positions')} id="ours">
      <p className="note">{t('wording.standing-hint')}</p>
      <SentenceList labelledBy="ours" items={items} />
    </Section>
  );
}

const useOurPositions = (): readonly Sentence[] => {
  const view = useView();
  const you = useYou();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const mine = you?.organisation;
  if (mine === undefined) return [];
  const onTexts = processesIn(view, wordingState).flatMap(({ id, state }): readonly Sentence[] => {
    const held = state.positions[mine];
    if (held === undefined) return [];
    const room = homeOfWording(state.kind);
    const name = format.text(ROOM_CARD[room].words[locale]);
    const stance = STANCE[held.stance][locale];
    const version = t('wording.on-version', { n: held.version });
    return [
      {
        key: id,
        text: (
          <>
            <Link href={addressOf(store.space, room)}>{name}</Link> · {format.text(stance)}
          </>
        ),
        note: (
          <>
            <StandingWords held={held} /> · {version}
          </>
        ),
        when: format.date(held.at.slice(0, 10)),
      },
    ];
  });
  const onDecisions = processesIn(view, decisionState).flatMap(({ id, state }): readonly Sentence[] => {
    const held = state.positions[mine];
    if (held === undefined || state.withdrawn !== null) return [];
    const question = textOf(state.question ?? undefined) ?? t('record.erased');
    return [
      {
        key: id,
        text: (
          <>
            <Link href={addressOf(store.space, 'decisions', id)}>{format.text(question)}</Link> ·{' '}
            {t(`decision.stance.${held.stance}`)}
          </>
        ),
        note: <StandingWords held={held} />,
        when: format.date(held.at.slice(0, 10)),
      },
    ];
  });
  return [...onDecisions, ...onTexts];
};
