import { addRecord, changeRecord, memberOf, type RecordEntity, type View } from '@tablee/domain/kernel';
import { ANSWER, type AttendanceLine, attendanceSheet } from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { AskByLink } from '#request/ask-by-link.tsx';
import { RequestList } from '#request/request-list.tsx';
import { useAct, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ChoiceMany } from '#ui/choice.tsx';
import { Form } from '#ui/form.tsx';
import { SectorLabel } from '#ui/sector-shape.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useOrganisations } from '#wording/use-organisations.ts';
import { AttendancePaper } from './attendance-paper.tsx';
import css from './meetings.module.css';

/** Who is expected, by group; who answered; who was there. The same sheet prints with a column for signatures. */
export function AttendanceView({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const sheet = attendanceSheet(view, entity.id);
  const sectors = sheet.bySector.map((row) => row.sector);
  const loose = sheet.lines.filter((line) => line.sector === undefined);
  return (
    <>
      <div data-screen>
        <p>
          {sheet.lines.length === 0
            ? t('meeting.attendance-none')
            : t('meeting.attendance-count', {
                expected: sheet.expected,
                coming: sheet.coming,
                present: sheet.present,
              })}
        </p>
        {sectors.map((sector) => (
          <Group
            key={sector}
            entity={entity}
            title={<SectorLabel sector={sector} />}
            lines={sheet.lines.filter((line) => line.sector === sector)}
          />
        ))}
        {loose.length > 0 && <Group entity={entity} title={t('meeting.no-group')} lines={loose} />}
        <div className={css['after']}>
          <Expect entity={entity} known={sheet.lines} />
        </div>
        <Section title={t('meeting.asked')} id="asked">
          <AskByLink
            kind="confirmMeeting"
            subject={entity.id}
            circle={entity.circle}
            label={t('meeting.ask')}
            bare
          />
          <RequestList subject={entity.id} />
        </Section>
      </div>
      <AttendancePaper sheet={sheet} />
    </>
  );
}

function Group(props: {
  readonly entity: RecordEntity;
  readonly title: ReactNode;
  readonly lines: readonly AttendanceLine[];
}): ReactNode {
  return (
    <section className={css['group']}>
      <h2>{props.title}</h2>
      <ul>
        {props.lines.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Row({ line }: { readonly line: AttendanceLine }): ReactNode {
  const view = useView();
  const act = useAct();
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const held = recordIn(view, 'attendance', line.id);
  const person = line.personName ?? (line.person === undefined ? undefined : people.find(line.person)?.name);
  const name = [line.organisationName, person].filter((each) => each !== undefined).join(', ');
  const answer = Object.entries(ANSWER).find(([key]) => key === line.answer)?.[1][locale];
  const set = (slots: { readonly [slot: string]: boolean | string }): void => {
    if (held !== undefined) void act.issue(changeRecord(act.ticket(), held, slots));
  };
  return (
    <li className={css['row']}>
      <label>
        <input
          type="checkbox"
          checked={line.present}
          onChange={(event) => set({ present: event.target.checked })}
        />
        <span>{format.text(name || t('record.somebody'))}</span>
      </label>
      <span className="note">
        {line.present ? t('meeting.was-there') : (answer ?? t('meeting.no-answer'))}
      </span>
      {!line.present && line.answer !== 'notComing' && (
        <ActionButton kind="quiet" onPress={() => set({ answer: 'notComing' })}>
          {t('meeting.excuse')}
        </ActionButton>
      )}
    </li>
  );
}

/** The members who speak for an organisation, the operational contact first. */
const contactOf = (view: View, organisation: string): string | undefined => {
  const entities = new Map([...view.list('member')].map((entity) => [entity.id, entity]));
  const members = [...entities.keys()].flatMap((id) => {
    const held = memberOf(entities, id);
    return held?.active === true && held.organisation === organisation ? [{ id, roles: held.roles }] : [];
  });
  return (members.find((each) => each.roles.includes('focal')) ?? members[0])?.id;
};

function Expect(props: {
  readonly entity: RecordEntity;
  readonly known: readonly AttendanceLine[];
}): ReactNode {
  const { entity, known } = props;
  const view = useView();
  const act = useAct();
  const { t } = useLocale();
  const organisations = useOrganisations().filter(
    (each) => !known.some((line) => line.organisation === each.value),
  );
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  if (!open)
    return (
      <ActionRow>
        <ActionButton
          kind={known.length === 0 ? 'primary' : 'secondary'}
          onPress={() => {
            setChosen(known.length === 0 ? organisations.map((each) => each.value) : []);
            setOpen(true);
          }}
        >
          {t('meeting.expect')}
        </ActionButton>
        {known.length > 0 && (
          <ActionButton onPress={() => window.print()}>{t('meeting.print-sheet')}</ActionButton>
        )}
      </ActionRow>
    );
  const add = (slots: { readonly [slot: string]: string | boolean }) =>
    act.issue(
      addRecord(
        act.ticket(),
        'attendance',
        { entity: act.newId(), circle: entity.circle },
        { meeting: entity.id, ...slots },
      ),
    );
  return (
    <Form
      label={t('meeting.expect')}
      submit={t('meeting.expect-do')}
      onCancel={() => setOpen(false)}
      onSubmit={async () => {
        if (chosen.length === 0 && name.trim() === '')
          return [{ name: 'name', message: t('record.expected.something') }];
        for (const organisation of chosen) {
          const person = contactOf(view, organisation);
          await add({ organisation, expected: true, ...(person === undefined ? {} : { person }) });
        }
        if (name.trim() !== '') await add({ personName: name.trim(), present: true });
        setChosen([]);
        setName('');
        setOpen(false);
        return undefined;
      }}
    >
      {organisations.length > 0 && (
        <ChoiceMany
          label={t('meeting.expect-who')}
          options={organisations.map((each) => ({ value: each.value, label: each.label }))}
          values={chosen}
          onChange={setChosen}
        />
      )}
      <TextField
        name="name"
        label={t('meeting.somebody-else')}
        hint={t('meeting.somebody-else-hint')}
        value={name}
        onChange={setName}
        maxLength={300}
        optional
      />
    </Form>
  );
}
