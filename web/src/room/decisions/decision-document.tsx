import { KEEPERS, textOf } from '@tablee/domain/kernel';
import { agreements } from '@tablee/domain/modules/agreement';
import { cardOf, type Decision, positionsByStanding, statusOf } from '@tablee/domain/modules/decision';
import { statements } from '@tablee/domain/modules/group';
import type { Running } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { StatementList } from '#group/statement-list.tsx';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now as instantHere } from '#page/clock.ts';
import { useReaders } from '#register/use-circles.ts';
import { WaitingLine } from '#register/waiting-line.tsx';
import { useEntity, useOpenSpace, useView, useYou } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Prose } from '#ui/prose.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { useMyOrganisations } from '#wording/use-organisations.ts';
import { BallotForm } from './ballot-form.tsx';
import { ChairActs } from './chair-acts.tsx';
import css from './decisions.module.css';
import { FollowUp } from './follow-up.tsx';
import { PositionList } from './position-list.tsx';
import { Result } from './result.tsx';
import { RuleCardView } from './rule-card.tsx';

/** One decision: the question, the rule above the ballot, positions; once closed the verdict, why, and what follows. */
export function DecisionDocument({ held }: { readonly held: Running<Decision> }): ReactNode {
  const { state } = held;
  const { store } = useOpenSpace();
  const view = useView();
  const { t, locale } = useLocale();
  const entity = useEntity(held.id);
  const status = statusOf(state, instantHere());
  const readers = useReaders(held.circle);
  const format = useFormat();
  const kicker = useKicker(state);
  const opening = useOpening(state);
  const background = textOf(state.background ?? undefined);
  const withdrawnWhy = textOf(state.withdrawn?.reason ?? undefined);
  return (
    <>
      <PageHead
        title={format.text(textOf(state.question ?? undefined) ?? t('record.erased'))}
        kicker={
          <>
            <Link href={addressOf(store.space, 'decisions')}>{t('decision.title')}</Link> · {kicker}
          </>
        }
        {...(status === 'closed' ? {} : { opening })}
        readers={readers}
        focusKey={held.id}
      />
      {entity && <WaitingLine entity={entity} />}
      {status === 'withdrawn' && (
        <p>{t('decision.withdrawn-why', { reason: format.text(withdrawnWhy ?? '') })}</p>
      )}
      {state.text !== null && <About {...state.text} />}
      {status === 'closed' && <Result held={held} />}
      {background !== undefined && (
        <Section title={t('decision.background')} id="background">
          <Prose text={background} lang={locale} shared />
        </Section>
      )}
      {(status === 'open' || status === 'over') && <Open held={held} isOver={status === 'over'} />}
      <Section title={t('decision.positions')} id="positions">
        <PositionList held={held} />
      </Section>
      {statements(view, held.id).length > 0 && (
        <Section title={t('group.said-on')} id="said">
          <StatementList about={held.id} labelledBy="said" />
        </Section>
      )}
      {status === 'closed' && <FollowUp held={held} />}
    </>
  );
}

/** The text on which people decide: exactly this version of it. */
function About({ entity, version }: { readonly entity: string; readonly version: number }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const title = agreements(view).find((line) => line.id === entity)?.title;
  if (title === undefined) return null;
  return (
    <p>
      {t('decision.about')}{' '}
      <Link href={`${addressOf(store.space, 'agreement')}?view=signatures`}>
        {t('decision.about-version', { title: format.text(title), version })}
      </Link>
    </p>
  );
}

const useKicker = (state: Decision): string => {
  const { t } = useLocale();
  const format = useFormat();
  const { instant, zone } = state.deadline;
  if (state.closed !== null) return t('decision.closed-on', { date: format.deadline(state.closed.at, zone) });
  if (state.withdrawn !== null)
    return t('decision.withdrawn-on', { date: format.date(state.withdrawn.at.slice(0, 10)) });
  return t('decision.open-until', { date: format.deadline(instant, zone) });
};

const useOpening = (state: Decision): string => {
  const { t } = useLocale();
  const standings = positionsByStanding(state);
  const counted = standings.confirmed.length;
  const waiting =
    standings.inClearance.length +
    standings.adReferendum.length +
    standings.personal.length +
    standings.toConfirm.length;
  if (statusOf(state, instantHere()) === 'over') return t('decision.opening-over');
  return t('decision.opening-open', { counted, waiting, silent: standings.silent.length });
};

function Open({ held, isOver }: { readonly held: Running<Decision>; readonly isOver: boolean }): ReactNode {
  const you = useYou();
  const { t } = useLocale();
  const [answering, setAnswering] = useState(false);
  const [given, setGiven] = useState(false);
  const format = useFormat();
  const { instant, zone } = held.state.deadline;
  const organisations = useMyOrganisations();
  const members = rollMembers(held.state);
  const entitled = organisations.filter((each) => members.has(each.value));
  const isMine = you?.organisation !== undefined && members.has(you.organisation);
  return (
    <>
      <RuleCardView card={cardOf(held.state)} />
      {!isOver && entitled.length > 0 && !answering && (
        <ActionRow>
          <ActionButton kind="primary" onPress={() => setAnswering(true)}>
            {t(isMine ? 'decision.give' : 'decision.enter')}
          </ActionButton>
        </ActionRow>
      )}
      {!isOver && answering && (
        <BallotForm
          held={held}
          organisations={entitled}
          onCancel={() => setAnswering(false)}
          onDone={() => {
            setAnswering(false);
            setGiven(true);
          }}
        />
      )}
      <p role="status" className={css['given']}>
        {given && t('decision.given', { date: format.deadline(instant, zone) })}
      </p>
      {!isOver && entitled.length === 0 && <p className="note">{t('decision.no-voice')}</p>}
      {KEEPERS.some((role) => you?.roles.includes(role)) && <ChairActs held={held} isOver={isOver} />}
    </>
  );
}

const rollMembers = (state: Decision): ReadonlySet<string> => {
  const standings = positionsByStanding(state);
  return new Set([...Object.keys(state.positions), ...standings.silent]);
};
