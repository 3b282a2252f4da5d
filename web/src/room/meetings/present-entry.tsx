import { addRecord, changeRecord, type RecordEntity } from '@tablee/domain/kernel';
import { type AttendanceLine, attendanceSheet, photosOf, rowOfSlip } from '@tablee/domain/modules/meeting';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useAct, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TextField } from '#ui/text-field.tsx';
import { AddPhoto } from './add-photo.tsx';
import { useName } from './attendance-row.tsx';
import css from './meetings.module.css';
import { Picture } from './photos-view.tsx';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** True when a word of the name begins with what was typed. */
const begins = (name: string, typed: string): boolean =>
  ` ${folded(name)}`.split(/[\s,’'-]+/).some((word) => word.startsWith(folded(typed))) ||
  folded(name).startsWith(folded(typed));

/** The photo of the attendance sheet, and beside it two or three letters and Enter per person; walk-ins are a line. */
export function PresentEntry({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const photos = photosOf(view, entity.id).filter((photo) => photo.kind === 'attendance');
  return (
    <Section title={t('meeting.present')} id="present">
      <div className={css['beside']}>
        <div>
          {photos.map((photo) => (
            <Picture key={photo.id} photo={photo} alt={t('meeting.present-photo')} />
          ))}
          <AddPhoto entity={entity} kind="attendance" label={t('meeting.present-add')} />
        </div>
        <ForWriters>
          <Entry entity={entity} />
        </ForWriters>
      </div>
    </Section>
  );
}

function Entry({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const act = useAct();
  const { t } = useLocale();
  const format = useFormat();
  const nameOf = useName();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const sheet = attendanceSheet(view, entity.id);
  const label = (line: AttendanceLine): string =>
    [nameOf(line), line.organisationName].filter((part) => part !== undefined).join(', ');
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
    const name = typed.trim();
    await act.issue(
      addRecord(
        act.ticket(),
        'attendance',
        { entity: act.newId(), circle: entity.circle },
        { meeting: entity.id, personName: name, present: true },
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
        if (typed.trim() === '') return;
        void (first === undefined ? walkIn() : mark(first));
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
              {format.text(label(line) || t('record.somebody'))}
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
