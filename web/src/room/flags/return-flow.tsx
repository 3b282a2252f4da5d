import { phases } from '@tablee/domain/framework';
import { compass, type RoomState, rooms } from '@tablee/domain/modules/compass';
import { decisions, isAdopted } from '@tablee/domain/modules/decision';
import { journeyId } from '@tablee/domain/modules/partnership';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { now } from '#page/clock.ts';
import { DecidedField } from '#page/decided-field.tsx';
import { Note, Said, Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import type { RoomPlace } from '#page/use-room.ts';
import { useReaders } from '#register/use-circles.ts';
import { useAct, useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { Choice, ChoiceMany } from '#ui/choice.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFlag } from './use-flags.ts';

interface Back {
  readonly phase: '1' | '2';
  readonly reopened: readonly string[];
  readonly reason: string;
  readonly decision: string;
}

/** What a return may reopen: the pages begun in the phases from the one it goes to up to 2; all of that phase when none has. */
const reopenable = (all: readonly RoomState[], phase: number): readonly RoomState[] => {
  const inReach = all.filter((room) => room.phase >= phase && room.phase <= 2);
  const begun = inReach.filter((room) => room.begun);
  return begun.length > 0 ? begun : inReach.filter((room) => room.phase === phase);
};

/** Going back to phase 1 or 2: to which, what is reopened (all is presumed to stand), why, and which decision says so. */
export function ReturnFlow(props: {
  readonly flagId: string | undefined;
  readonly room: RoomPlace;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const readers = useReaders('partners');
  const keeper = useKeeper();
  const ring = compass(view, locale);
  const [done, setDone] = useState<Back>();
  return (
    <>
      <PageHead
        title={t('flag.back-title')}
        opening={t('flag.back-opening')}
        readers={readers}
        focusKey="return"
      />
      {done !== undefined ? (
        <Done back={done} cycle={ring.cycle} />
      ) : !keeper ? (
        <Note>{t('flag.back-keepers')}</Note>
      ) : ring.phase === 1 ? (
        <Note>{t('flag.back-first')}</Note>
      ) : (
        <ReturnForm {...props} onDone={setDone} />
      )}
    </>
  );
}

function Done({ back, cycle }: { readonly back: Back; readonly cycle: number }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const standing = decisions(view, now()).filter((line) => isAdopted(line.state)).length;
  const reopened = rooms(view, locale).filter((room) => back.reopened.includes(room.room));
  return (
    <Stack>
      <Said
        ways={
          <ActionButton kind="primary" href={addressOf(store.space, `phase-${back.phase}`)}>
            {t('flag.back-go', { phase: back.phase })}
          </ActionButton>
        }
      >
        {t('flag.back-done', { cycle: String(cycle), reopened: back.reopened.length, decisions: standing })}
      </Said>
      <Section title={t('flag.back-reopened')} id="reopened">
        <SentenceList
          labelledBy="reopened"
          items={reopened.map((room) => ({
            key: room.room,
            text: <Link href={addressOf(store.space, room.room)}>{format.text(room.name)}</Link>,
          }))}
        />
      </Section>
    </Stack>
  );
}

const useReturn = (flagId: string | undefined): ((back: Back) => Promise<void>) => {
  const view = useView();
  const act = useAct();
  const { store } = useOpenSpace();
  const { locale } = useLocale();
  const flag = useFlag(flagId);
  return async ({ phase, reopened, reason, decision }) => {
    const standing = rooms(view, locale)
      .filter((room) => room.begun && !reopened.includes(room.room))
      .map((room) => room.room);
    await act.command(
      'journey.goBack',
      { entity: journeyId(store.space), circle: 'partners' },
      {
        phase: Number(phase),
        reason,
        reopened: [...reopened],
        standing,
        cycle: compass(view, locale).cycle,
        ...(decision === '' ? {} : { decision }),
      },
    );
    if (flag !== undefined)
      await act.command(
        'flag.choose',
        { entity: act.newId(), circle: 'partners' },
        {
          flag: flag.id,
          choice: 'return',
          words: reason,
        },
      );
  };
};

function ReturnForm(props: {
  readonly flagId: string | undefined;
  readonly room: RoomPlace;
  readonly onDone: (back: Back) => void;
}): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const goBack = useReturn(props.flagId);
  const flag = useFlag(props.flagId);
  const [back, setBack] = useState<Back>({ phase: '2', reopened: [], reason: '', decision: '' });
  const all = rooms(view, locale);
  const offered = reopenable(all, Number(back.phase));
  const standing = all.filter((room) => room.begun && !back.reopened.includes(room.room)).length;
  const chosen = offered.filter((room) => back.reopened.includes(room.room)).map((room) => room.name);
  const question =
    chosen.length === 0
      ? t('flag.back-question', { phase: back.phase })
      : t('flag.back-question-rooms', { phase: back.phase, rooms: chosen.join(', ') });
  const submit = async (): Promise<readonly FieldFault[] | undefined> => {
    const reason = back.reason.trim();
    const faults = [
      ...(back.reopened.length === 0 ? [{ name: 'reopened', message: t('flag.back-nothing') }] : []),
      ...(reason === '' ? [{ name: 'reason', message: t('flag.back-reason') }] : []),
    ];
    if (faults.length > 0) return faults;
    await goBack({ ...back, reason });
    props.onDone(back);
    return undefined;
  };
  return (
    <Form
      label={t('flag.back-title')}
      submit={t('flag.back-do', { phase: back.phase })}
      onSubmit={submit}
      more={
        <ActionButton kind="quiet" href={props.room.base}>
          {t('ui.cancel')}
        </ActionButton>
      }
    >
      {flag && <p>{format.text(flag.sentence.text)}</p>}
      <Choice
        name="phase"
        label={t('flag.back-phase')}
        options={phases(locale)
          .filter((phase) => phase.id <= 2)
          .map((phase) => ({
            value: phase.id === 1 ? '1' : '2',
            label: `${phase.id} ${phase.name}`,
            hint: format.text(phase.aim),
          }))}
        value={back.phase}
        onChange={(phase) => setBack({ ...back, phase: phase === '1' ? '1' : '2', reopened: [] })}
      />
      <ChoiceMany
        name="reopened"
        label={t('flag.back-what')}
        hint={t('flag.back-what-hint')}
        options={offered.map((room) => ({ value: room.room, label: format.text(room.name) }))}
        values={back.reopened}
        onChange={(reopened) => setBack({ ...back, reopened })}
      />
      <p role="status">{t('flag.back-counted', { reopened: back.reopened.length, standing })}</p>
      <TextField
        name="reason"
        label={t('flag.back-why')}
        hint={t('flag.back-why-hint')}
        rows={3}
        value={back.reason}
        onChange={(reason) => setBack({ ...back, reason })}
      />
      <DecidedField
        label={t('flag.back-decision')}
        hint={t('flag.back-decision-hint')}
        none={t('flag.back-decision-none')}
        prepare={t('flag.back-prepare')}
        optional
        question={question}
        value={back.decision}
        onChange={(decision) => setBack({ ...back, decision })}
      />
    </Form>
  );
}
