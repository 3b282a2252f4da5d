import { answerOwed, roundStanding, roundsIn, roundTexts } from '@tablee/domain/modules/listening';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now, today } from '#page/clock.ts';
import { useKeeper } from '#page/use-keeper.ts';
import type { RoomPlace } from '#page/use-room.ts';
import { useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Link } from '#ui/link.tsx';
import { useLocation } from '#ui/location.ts';
import { SentenceList } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import css from './listening.module.css';
import { PlanForm } from './plan-form.tsx';

/** The listening rounds: open ones first, each with what it waits for. */
export function RoundsView({ room }: { readonly room: RoomPlace }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const keeps = useKeeper();
  const [, go] = useLocation();
  const [planning, setPlanning] = useState(false);
  const rounds = roundsIn(view);
  const plan = keeps ? (
    <ActionButton kind="primary" onPress={() => setPlanning(true)}>
      {t('listening.plan')}
    </ActionButton>
  ) : undefined;
  if (planning)
    return <PlanForm onDone={(id) => go(`${room.base}/${id}`)} onCancel={() => setPlanning(false)} />;
  if (rounds.length === 0) return <EmptyState action={plan}>{t('listening.empty')}</EmptyState>;
  return (
    <>
      <SentenceList
        label={t('listening.rounds')}
        items={rounds.map(({ id, state }) => {
          const standing = roundStanding(state, now());
          const date = format.date(state.closes.instant.slice(0, 10));
          const isOwed = answerOwed(state, today());
          return {
            key: id,
            sign: <Icon name={isOwed ? 'returned' : standing === 'open' ? 'today' : 'meeting'} />,
            text: (
              <Link href={`${room.base}/${id}`}>{format.text(roundTexts(state, locale).title.text)}</Link>
            ),
            note: isOwed
              ? t('listening.opening-owed', { date: format.date(state.answerBy) })
              : standing === 'counting'
                ? t('listening.line-counting')
                : t(`listening.line-${standing}`, { date }),
          };
        })}
      />
      {plan !== undefined && <div className={css['after']}>{plan}</div>}
    </>
  );
}
