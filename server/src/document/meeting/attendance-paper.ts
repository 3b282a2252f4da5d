import { SECTOR } from '@tablee/domain/modules/actor';
import { type AttendanceLine, attendanceSheet, rollOf } from '@tablee/domain/modules/meeting';
import { worded } from '@tablee/domain/modules/request';
import { typography } from '@tablee/domain/text';
import { type Asked, writtenName } from '../asked.ts';
import { PAPER_WORDS } from '../paper/paper-words.ts';

/** A list to sign: those of one group, or empty rows. */
export interface PrintedTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How many empty rows wait for those who come unannounced. */
const BLANK_ROWS = 8;

/** Who is expected at a meeting, group by group with a place to sign, and empty rows at the end. */
export const attendanceTables = (meeting: string, asked: Asked, lang: string): readonly PrintedTable[] => {
  const say = (word: keyof typeof PAPER_WORDS): string => typography(worded(PAPER_WORDS[word], lang), lang);
  const head = [say('listName'), say('organisation'), say('signature')];
  const list = (title: string, rows: PrintedTable['rows']): PrintedTable => ({ title, head, rows });
  const named = (line: AttendanceLine): string => typography(writtenName(asked, line) ?? '', lang);
  const groups = rollOf(attendanceSheet(asked.view, meeting).lines).map(({ sector, rows }) =>
    list(
      sector === undefined ? say('noGroup') : typography(worded(SECTOR[sector], lang), lang),
      rows.map(({ line, deputy }) => [
        deputy === undefined ? named(line) : `${named(deputy)} (${say('inPlaceOf')} ${named(line)})`,
        typography(line.organisationName ?? '', lang),
        '',
      ]),
    ),
  );
  return [
    ...groups,
    list(
      say('alsoThere'),
      Array.from({ length: BLANK_ROWS }, () => ['', '', '']),
    ),
  ];
};
