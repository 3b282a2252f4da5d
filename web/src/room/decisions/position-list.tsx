import { textOf } from '@tablee/domain/kernel';
import { actorName, actorSector } from '@tablee/domain/modules/actor';
import {
  counts,
  type Decision,
  type DecisionPosition,
  positionsByStanding,
  statusOf,
} from '@tablee/domain/modules/decision';
import type { Running } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { Text, useFormat, useLocale } from '#locale/use-text.tsx';
import { now as instantHere } from '#page/clock.ts';
import { useAct, useView, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { SectorShape } from '#ui/sector-shape.tsx';
import { type Sentence, SentenceList } from '#ui/sentence-list.tsx';
import { StandingTrail, StandingWords } from '#wording/standing-words.tsx';
import css from './decisions.module.css';

/** Who said what with which standing and why; who has not answered yet. Only confirmed positions count. */
export function PositionList({ held }: { readonly held: Running<Decision> }): ReactNode {
  const { state } = held;
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  const row = useRow(held);
  const standings = positionsByStanding(state);
  const all = Object.values(state.positions).sort((a, b) => Number(counts(b)) - Number(counts(a)));
  const names = (ids: readonly string[]): string =>
    format.text(ids.map((id) => actorName(view, id) ?? t('record.not-visible')).join(', '));
  return (
    <>
      {all.length > 0 && <SentenceList labelledBy="positions" items={all.map(row)} />}
      {standings.silent.length > 0 && (
        <p className={css['margin']}>{t('decision.silent', { names: names(standings.silent) })}</p>
      )}
      {standings.recused.length > 0 && (
        <p className={css['margin']}>{t('decision.recused', { names: names(standings.recused) })}</p>
      )}
    </>
  );
}

const useRow = (held: Running<Decision>): ((position: DecisionPosition) => Sentence) => {
  const view = useView();
  const you = useYou();
  const act = useAct();
  const { t } = useLocale();
  const format = useFormat();
  const open = statusOf(held.state, instantHere()) === 'open';
  const confirm = (organisation: string): void =>
    void act.command('decision.confirm', { entity: held.id, circle: held.circle }, { organisation });
  return (position) => {
    const sector = actorSector(view, position.organisation);
    const name = actorName(view, position.organisation) ?? t('record.not-visible');
    const reason = textOf(position.reason);
    const lift = textOf(position.lift);
    const standing = <StandingWords held={position} />;
    const mayConfirm = open && position.organisation === you?.organisation && !counts(position);
    return {
      key: position.organisation,
      sign: sector && <SectorShape sector={sector} />,
      text: (
        <Text
          id="decision.says"
          values={{ name: format.text(name), stance: t(`decision.stance.${position.stance}`) }}
        />
      ),
      note: (
        <>
          {counts(position) ? standing : <Text id="decision.not-counted" values={{ standing }} />}
          {[
            ...(position.acknowledged ? [] : [t('decision.on-behalf')]),
            ...(reason === undefined ? [] : [reason]),
            ...(lift === undefined ? [] : [t('decision.would-lift', { lift })]),
          ].map((each) => ` · ${format.text(each)}`)}
        </>
      ),
      state: <StandingTrail trail={position.trail} stanceWord={(each) => t(`decision.stance.${each}`)} />,
      when: format.date(position.at.slice(0, 10), { withoutYear: true }),
      action: mayConfirm && (
        <ActionButton kind="quiet" onPress={() => confirm(position.organisation)}>
          {t('decision.confirm')}
        </ActionButton>
      ),
    };
  };
};
