import { changeRecord, type RecordEntity } from '@tablee/domain/kernel';
import { standInsFor } from '@tablee/domain/modules/invitee';
import { ANSWER, type AttendanceLine, sendDeputy } from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useAct, usePeople, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './meetings.module.css';

/** Somebody on the sheet: there or not, what was answered, who comes in whose place. */
export function AttendanceRow(props: {
  readonly entity: RecordEntity;
  readonly line: AttendanceLine;
  /** The row of whoever comes instead, where somebody sends a deputy. */
  readonly instead: AttendanceLine | undefined;
}): ReactNode {
  const { line, instead } = props;
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const nameOf = useName();
  const [open, setOpen] = useState(false);
  const held = recordIn(view, 'attendance', line.id);
  const person = nameOf(line);
  const name = [line.organisationName, person].filter((each) => each !== undefined).join(', ');
  const answer = Object.entries(ANSWER).find(([key]) => key === line.answer)?.[1][locale];
  const said =
    line.answer === 'sendsDeputy' && instead !== undefined
      ? t('meeting.sends', { name: nameOf(instead) ?? t('record.somebody') })
      : (answer ?? t('meeting.no-answer'));
  const place =
    line.deputyFor === undefined
      ? ''
      : ` ${t('meeting.in-place-of', { name: nameOf({ person: line.deputyFor, personName: undefined }) ?? t('record.somebody') })}`;
  return (
    <li className={css['row']}>
      <label>
        <input
          type="checkbox"
          checked={line.present}
          onChange={(event) => {
            if (held !== undefined)
              void act.issue(changeRecord(act.ticket(), held, { present: event.target.checked }));
          }}
        />
        <span>{format.text(name || t('record.somebody'))}</span>
      </label>
      <span className="note">{`${line.present ? t('meeting.was-there') : said}${place}`}</span>
      {!open && !line.present && (
        <ForWriters>
          <ActionButton kind="quiet" onPress={() => setOpen(true)}>
            {t('meeting.note-answer')}
          </ActionButton>
        </ForWriters>
      )}
      {open && held !== undefined && (
        <div className={css['wide']}>
          <AnswerForm {...props} held={held} onDone={() => setOpen(false)} />
        </div>
      )}
    </li>
  );
}

/** The name of whoever stands in a row, as far as the reader may see it. */
export const useName = (): ((line: Pick<AttendanceLine, 'person' | 'personName'>) => string | undefined) => {
  const people = usePeople();
  return (line) =>
    line.personName ?? (line.person === undefined ? undefined : people.find(line.person)?.name);
};

/** Somebody on the sheet in a few words: name and organisation; empty where the reader sees neither. */
export const useLineName = (): ((line: AttendanceLine) => string) => {
  const nameOf = useName();
  const format = useFormat();
  return (line) =>
    format.text([nameOf(line), line.organisationName].filter((part) => part !== undefined).join(', '));
};

type Answer = keyof typeof ANSWER;

/** What somebody answered, noted for them; who sends a deputy says whom. */
export function AnswerForm(props: {
  readonly entity: RecordEntity;
  readonly line: AttendanceLine;
  readonly held: RecordEntity;
  readonly onDone: () => void;
}): ReactNode {
  const { entity, line, held } = props;
  const view = useView();
  const act = useAct();
  const { t, locale } = useLocale();
  const format = useFormat();
  const colleagues = useColleagues(entity, line);
  const [answer, setAnswer] = useState<string>(line.answer ?? '');
  const [deputy, setDeputy] = useState('');
  const [name, setName] = useState('');
  const isAnswer = (value: string): value is Answer => Object.hasOwn(ANSWER, value);
  const submit = async () => {
    if (!isAnswer(answer)) return [{ name: 'answer', message: t('record.expected.something') }];
    const who = name.trim() !== '' ? { personName: name.trim() } : deputy !== '' ? { person: deputy } : {};
    await act.issueAll(
      answer === 'sendsDeputy'
        ? sendDeputy(view, held, { who }, act)
        : [changeRecord(act.ticket(), held, { answer })],
    );
    props.onDone();
    return undefined;
  };
  return (
    <Form
      label={t('meeting.note-answer')}
      submit={t('meeting.note-answer')}
      onSubmit={submit}
      onCancel={props.onDone}
    >
      <SelectField
        name="answer"
        label={t('meeting.what-answered')}
        none={t('meeting.no-answer')}
        options={Object.entries(ANSWER).map(([value, words]) => ({
          value,
          label: format.text(words[locale]),
        }))}
        value={answer}
        onChange={setAnswer}
      />
      {answer === 'sendsDeputy' && colleagues.length > 0 && (
        <SelectField
          name="deputy"
          label={t('meeting.deputy')}
          none={t('meeting.deputy-other')}
          options={colleagues}
          value={deputy}
          onChange={setDeputy}
        />
      )}
      {answer === 'sendsDeputy' && deputy === '' && (
        <TextField
          name="name"
          label={t('meeting.deputy-name')}
          value={name}
          onChange={setName}
          maxLength={300}
          optional
        />
      )}
    </Form>
  );
}

/** Who may come in the place of the row's person: the deputies of their organisation first. */
const useColleagues = (
  entity: RecordEntity,
  { organisation, person }: AttendanceLine,
): readonly { readonly value: string; readonly label: string }[] => {
  const view = useView();
  const people = usePeople();
  const { t } = useLocale();
  if (organisation === undefined) return [];
  return standInsFor(view, { meeting: entity.id, organisation, person }, today()).map((each) => ({
    value: each.person,
    label: people.find(each.person)?.name ?? t('record.somebody'),
  }));
};
