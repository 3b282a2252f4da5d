import { homeOfHeld } from '@tablee/domain/modules/compass';
import { positionsHeld } from '@tablee/domain/modules/position';
import { STANCE } from '@tablee/domain/modules/wording';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';
import { Section, type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { StandingWords } from '#wording/standing-words.tsx';
import { useTitleOf } from '#wording/use-title-of.ts';

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
  const titleOf = useTitleOf();
  const mine = you?.organisation;
  if (mine === undefined) return [];
  return positionsHeld(view, { now: now(), lang: locale })
    .filter(({ held, status }) => held.organisation === mine && status !== 'withdrawn')
    .map((position): Sentence => {
      const { id, subject, kind, held } = position;
      const room = homeOfHeld(kind);
      const thing = position.noun === 'wording' ? undefined : subject;
      const version =
        position.noun === 'decision' ? '' : ` · ${t('wording.on-version', { n: position.held.version })}`;
      const stance =
        position.noun === 'decision'
          ? t(`decision.stance.${position.held.stance}`)
          : format.text(STANCE[position.held.stance][locale]);
      return {
        key: id,
        text: (
          <>
            <Link href={addressOf(store.space, room, thing)}>{titleOf(position)}</Link> · {stance}
          </>
        ),
        note: (
          <>
            <StandingWords held={held} />
            {version}
          </>
        ),
        when: format.date(held.at.slice(0, 10)),
      };
    });
};
