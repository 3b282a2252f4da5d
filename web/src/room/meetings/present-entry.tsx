import { addRecord, changeRecord, type RecordEntity, type View } from '@tablee/domain/kernel';
import { actorName, actorsAtTable } from '@tablee/domain/modules/actor';
import { type AttendanceLine, attendanceSheet, rowOfSlip } from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLineName } from './attendance-row.tsx';
import css from './meetings.module.css';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A name, and after a comma the organisation, where exactly one at the table begins so; else the whole is the name. */
export const unannounced = (
  view: View,
  typed: string,
): { readonly name: string; readonly organisation?: string } => {
  const [name = '', ...rest] = typed.split(',');
  const said = folded(rest.join(',').trim());
  const fits =
    said === ''
      ? []
      : actorsAtTable(view).filter(({ id }) => folded(actorName(view, id) ?? '').startsWith(said));
  const [only, ...more] = fits;
  return only === undefined || more.length > 0
    ? { name: typed.trim() }
    : { name: name.trim(), organisation: only.id };
};

/** True when a word of the name begins with what was typed. */
const begins = (name: string, typed: string): boolean =>
  ` ${folded(name)}`.split(/[\s,’'-]+/).some((word) => word.startsWith(folded(typed))) ||
  folded(name).startsWith(folded(typed));

/** Two or three letters and Enter for somebody on the sheet; whoever came unannounced is a line: name, organisation. */
export function PresentEntry({
  entity,
  onEnd,
}: {
  readonly entity: RecordEntity;
  /** Enter without letters. */
  readonly onEnd: () => void;
}): ReactNode {
  const view = useView();
  const act = useAct();
  const { t } = useLocale();
  const label = useLineName();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const sheet = attendanceSheet(view, entity.id);
  const slip = rowOfSlip(view, entity.id, typed);
  const found =
    typed.trim() === ''
      ? []
      : sheet.lines.filter(
          (line) => !line.present && (line.id === slip?.id || begins(label(line), typed.trim())),
        );
  const [first] = found;
  const mark = async (line: AttendanceLine): Promise<void> => {
    const held = recordIn(view, 'attendance', line.id);
    if (held === undefined) return;
    await act.issue(changeRecord(act.ticket(), held, { present: true }));
    setSaid(t('meeting.present-marked', { name: label(line) }));
    setTyped('');
  };
  const walkIn = async (): Promise<void> => {
    const { name, organisation } = unannounced(view, typed);
    await act.issue(
      addRecord(
        act.ticket(),
        'attendance',
        { entity: act.newId(), circle: entity.circle },
        {
          meeting: entity.id,
          personName: name,
          present: true,
          ...(organisation === undefined ? {} : { organisation }),
        },
      ),
    );
    setSaid(t('meeting.present-added', { name }));
    setTyped('');
  };
  return (
    <form
      className={css['present']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === '') onEnd();
        else void (first === undefined ? walkIn() : mark(first));
      }}
    >
      <TextField
        name="present"
        label={t('meeting.present-type')}
        hint={t('meeting.present-hint')}
        value={typed}
        onChange={setTyped}
        maxLength={300}
      />
      <ul className={css['found']} aria-label={t('meeting.present-found')}>
        {found.slice(0, 5).map((line, index) => (
          <li key={line.id}>
            <ActionButton kind={index === 0 ? 'secondary' : 'quiet'} onPress={() => void mark(line)}>
              {label(line) || t('record.somebody')}
            </ActionButton>
          </li>
        ))}
      </ul>
      {typed.trim() !== '' && (
        <ActionRow>
          <ActionButton kind={first === undefined ? 'secondary' : 'quiet'} onPress={() => void walkIn()}>
            {t('meeting.present-walk-in', { name: typed.trim() })}
          </ActionButton>
        </ActionRow>
      )}
      <p role="status" className="note">
        {said}{' '}
        {sheet.lines.length > 0 &&
          t('meeting.present-count', { present: sheet.present, all: sheet.lines.length })}
      </p>
    </form>
  );
}
