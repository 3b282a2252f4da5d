import { SECTOR } from '@tablee/domain/modules/actor';
import { type AttendanceLine, type AttendanceSheet, rollOf } from '@tablee/domain/modules/meeting';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { usePeople } from '#sync/use-space.ts';
import css from './meetings.module.css';

const BLANK_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The attendance sheet on paper: who is expected, by group, six empty rows, a column for signatures, its code above. Prints only. */
export function AttendancePaper({
  sheet,
  code,
}: {
  readonly sheet: AttendanceSheet;
  /** Leads to where it is typed in. */
  readonly code: string | undefined;
}): ReactNode {
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  const nameOf = ({ person, personName }: AttendanceLine): string =>
    format.text(personName ?? (person === undefined ? '' : (people.find(person)?.name ?? '')));
  return (
    <table className={css['paper']} aria-hidden="true">
      {code !== undefined && <caption>{code}</caption>}
      <thead>
        <tr>
          <th>{t('meeting.paper.group')}</th>
          <th>{t('meeting.paper.organisation')}</th>
          <th>{t('meeting.paper.name')}</th>
          <th>{t('meeting.paper.signature')}</th>
        </tr>
      </thead>
      <tbody>
        {rollOf(sheet.lines)
          .flatMap(({ rows }) => rows)
          .map(({ line, deputy }) => (
            <tr key={line.id}>
              <td>{line.sector === undefined ? '' : format.text(SECTOR[line.sector][locale])}</td>
              <td>{format.text(line.organisationName ?? '')}</td>
              <td>
                {deputy === undefined
                  ? nameOf(line)
                  : `${nameOf(deputy)} ${t('meeting.in-place-of', { name: nameOf(line) })}`}
              </td>
              <td />
            </tr>
          ))}
        {BLANK_ROWS.map((row) => (
          <tr key={row}>
            <td />
            <td />
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
