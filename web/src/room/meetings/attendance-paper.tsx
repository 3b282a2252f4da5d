import { SECTOR } from '@tablee/domain/modules/actor';
import type { AttendanceLine, AttendanceSheet } from '@tablee/domain/modules/meeting';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { usePeople } from '#sync/use-space.ts';
import css from './meetings.module.css';

const BLANK_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

const ORDER: readonly (string | undefined)[] = [
  'state',
  'private',
  'civilSociety',
  'science',
  'other',
  undefined,
];

const bySector = (a: AttendanceLine, b: AttendanceLine): number =>
  ORDER.indexOf(a.sector) - ORDER.indexOf(b.sector);

/** The attendance sheet on paper: who is expected, by group, six empty rows, a column for signatures. Prints only. */
export function AttendancePaper({ sheet }: { readonly sheet: AttendanceSheet }): ReactNode {
  const people = usePeople();
  const { t, locale } = useLocale();
  const format = useFormat();
  return (
    <table className={css['paper']} aria-hidden="true">
      <thead>
        <tr>
          <th>{t('meeting.paper.group')}</th>
          <th>{t('meeting.paper.organisation')}</th>
          <th>{t('meeting.paper.name')}</th>
          <th>{t('meeting.paper.signature')}</th>
        </tr>
      </thead>
      <tbody>
        {[...sheet.lines].sort(bySector).map((line) => (
          <tr key={line.id}>
            <td>{line.sector === undefined ? '' : format.text(SECTOR[line.sector][locale])}</td>
            <td>{format.text(line.organisationName ?? '')}</td>
            <td>
              {format.text(
                line.personName ?? (line.person === undefined ? '' : (people.find(line.person)?.name ?? '')),
              )}
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
