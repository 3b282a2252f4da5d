import {
  type Framework,
  type FrameworkFactor,
  factorsOfPhase,
  loadFramework,
  phases,
} from '@tablee/domain/framework';
import { type Condition, compass, conditions, type RoomState, rooms } from '@tablee/domain/modules/compass';
import { journeyId } from '@tablee/domain/modules/partnership';
import { type ReactNode, useEffect, useState } from 'react';
import { ReasonForm } from '#page/reason-form.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useAct, useOpenSpace, useView } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Compass } from '../ui/compass.tsx';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section, SentenceList } from '../ui/sentence-list.tsx';
import { addressOf } from './address.ts';
import { useCompass } from './use-navigation.ts';

/** A phase from the ring: its aim, conditions as advice, all its rooms. It owns no data and blocks nothing. */
export default function PhasePage({ phase }: { readonly phase: number }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const keeper = useKeeper();
  const card = phases(locale).find((each) => each.id === phase);
  const ring = compass(view, locale);
  const mark = ring.phases.find((each) => each.phase === phase);
  if (card === undefined || mark === undefined) return null;
  const own = rooms(view, locale).filter((room) => room.phase === phase || room.carried === phase);
  const enter = async (): Promise<void> =>
    act.command(
      'journey.enter',
      { entity: journeyId(store.space), circle: 'partners' },
      {
        phase,
        cycle: ring.cycle,
      },
    );
  return (
    <>
      <PageHead
        title={`${phase} ${card.name}`}
        opening={format.text(card.aim)}
        action={
          mark.state === 'ahead' && keeper ? (
            <ActionButton onPress={() => void enter()}>{t('app.phase-enter')}</ActionButton>
          ) : undefined
        }
      />
      {ring.phase === 1 && phase > 1 && <p>{t('app.later')}</p>}
      <Section title={t('app.phase-conditions')} aside={t('app.phase-advice')}>
        <SentenceList
          items={conditions(view, locale, mark.phase).map((condition) => ({
            key: condition.id,
            ...conditionLine(condition),
          }))}
        />
      </Section>
      <Section title={t('app.phase-rooms')}>
        <SentenceList
          form="plain"
          items={own.map((room) => ({
            key: room.room,
            text: <Link href={addressOf(store.space, room.room)}>{format.text(room.name)}</Link>,
            note: t(`app.purpose.${room.room}`),
            ...standOf(room),
          }))}
        />
      </Section>
      <Factors phase={phase} />
    </>
  );

  function standOf(room: RoomState): { readonly when?: string } {
    if (room.reopenedIn !== undefined) return { when: t('app.phase-reopened', { n: room.reopenedIn }) };
    if (room.stands) return { when: t('app.phase-stands') };
    return room.begun ? {} : { when: t('app.phase-not-begun') };
  }

  function conditionLine(condition: Condition) {
    const met = condition.state !== 'notYet';
    return {
      sign: <Icon name={met ? 'received' : 'clock'} size={18} />,
      text: <Link href={addressOf(store.space, condition.room)}>{format.text(condition.sentence.text)}</Link>,
      ...(condition.reason === undefined ? {} : { note: t('app.phase-aside', { reason: condition.reason }) }),
      ...(condition.state === 'notYet' && keeper ? { action: <SetAside condition={condition.id} /> } : {}),
    };
  }
}

function SetAside({ condition }: { readonly condition: string }): ReactNode {
  const { store } = useOpenSpace();
  const act = useAct();
  const { t } = useLocale();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <ActionButton kind="quiet" onPress={() => setOpen(true)}>
        {t('app.phase-set-aside')}
      </ActionButton>
    );
  const journey = { entity: journeyId(store.space), circle: 'partners' };
  return (
    <ReasonForm
      act={t('app.phase-set-aside')}
      question={t('app.phase-reason')}
      rows={1}
      onSend={(reason) => act.command('journey.setAside', journey, { condition, reason })}
      onDone={() => setOpen(false)}
    />
  );
}

/** The factors that matter most in this phase, with their questions; loaded when looked at. */
function Factors({ phase }: { readonly phase: number }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  const [framework, setFramework] = useState<Framework>();
  useEffect(() => {
    let current = true;
    void loadFramework(locale).then((loaded) => current && setFramework(loaded));
    return () => {
      current = false;
    };
  }, [locale]);
  if (framework === undefined) return null;
  return (
    <Section title={t('app.phase-factors')}>
      {factorsOfPhase(framework, phase).map((factor: FrameworkFactor) => (
        <details key={factor.id}>
          <summary>{format.text(factor.name)}</summary>
          <p>{format.text(factor.meaning)}</p>
          <ul>
            {factor.questions.map((question) => (
              <li key={question}>{format.text(question)}</li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  );
}

/** The phone's page of phases: ring, then the rooms of the current phase. */
export function PhasesPage(): ReactNode {
  const { t, locale } = useLocale();
  const view = useView();
  const ring = useCompass();
  return (
    <>
      <PageHead title={t('app.phases')} />
      <Compass {...ring} layout="beside" size={160} />
      <PhasePage phase={compass(view, locale).phase} />
    </>
  );
}
