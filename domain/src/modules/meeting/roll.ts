import {
  addRecord,
  type Command,
  changeRecord,
  type Json,
  type RecordEntity,
  type Ticket,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { SECTORS, type Sector } from '../actor/index.ts';
import { recordIn, recordsIn } from '../reading/index.ts';
import { attendance } from './attendance.ts';
import type { AttendanceLine } from './views.ts';

/** One line of the printed sheet: somebody, or whoever was announced in their place. */
export interface RollRow {
  readonly line: AttendanceLine;
  readonly deputy: AttendanceLine | undefined;
}

/** Those on the sheet who come from one sector; those of none come last. */
export interface RollGroup {
  readonly sector: Sector | undefined;
  readonly lines: readonly AttendanceLine[];
  /** As they are printed and typed in: deputies stand with those in whose place they come. */
  readonly rows: readonly RollRow[];
}

const ORDER: readonly (Sector | undefined)[] = [...SECTORS, 'other', undefined];

/** The lines of an attendance sheet group by group: the order in which it is printed, and typed in. */
export const rollOf = (all: readonly AttendanceLine[]): readonly RollGroup[] => {
  const deputyOf = ({ person }: AttendanceLine): AttendanceLine | undefined =>
    all.find(({ deputyFor }) => deputyFor !== undefined && deputyFor === person);
  const isDeputy = (line: AttendanceLine): boolean => {
    const asked = all.find(({ person }) => person !== undefined && person === line.deputyFor);
    return asked !== undefined && deputyOf(asked)?.id === line.id;
  };
  return ORDER.map((sector) => {
    const lines = all.filter((line) => line.sector === sector);
    const rows = lines.filter((line) => !isDeputy(line)).map((line) => ({ line, deputy: deputyOf(line) }));
    return { sector, lines, rows };
  }).filter((group) => group.lines.length > 0);
};

/** Whoever comes in somebody's place: a member, or a name alone; empty where the sheet does not say. */
export interface Deputy {
  readonly person?: string;
  readonly personName?: string;
}

/** What an act on this device has at hand. */
export interface RollTools {
  ticket(): Ticket;
  newId(): string;
}

/** The row of whoever comes in the place of another row's person. */
export const deputyRowOf = (view: View, row: RecordEntity): RecordEntity | undefined => {
  const [meeting, person] = [valueOf(attendance, row, 'meeting'), valueOf(attendance, row, 'person')];
  return recordsIn(view, 'attendance').find(
    (other) =>
      person !== undefined &&
      valueOf(attendance, other, 'meeting') === meeting &&
      valueOf(attendance, other, 'deputyFor') === person,
  );
};

const addressed = (row: RecordEntity): { readonly [slot: string]: Json } => {
  const organisation = valueOf(attendance, row, 'organisation');
  const person = valueOf(attendance, row, 'person');
  return {
    meeting: valueOf(attendance, row, 'meeting') ?? '',
    expected: false,
    answer: 'coming',
    ...(organisation === undefined ? {} : { organisation }),
    ...(person === undefined ? {} : { deputyFor: person }),
  };
};

/**
 * The commands by which somebody's deputy comes: a row without a name takes that of whoever comes; one with a name keeps
 * it, and the deputy has a row beside it, one and no more. `there`: said of somebody who came, not announced.
 */
export const sendDeputy = (
  view: View,
  row: RecordEntity,
  { who, there }: { readonly who: Deputy; readonly there?: boolean },
  tools: RollTools,
): readonly Command[] => {
  const present = there === true ? { present: true } : {};
  const isNamed =
    valueOf(attendance, row, 'person') !== undefined || valueOf(attendance, row, 'personName') !== undefined;
  if (!isNamed) return [changeRecord(tools.ticket(), row, { answer: 'coming', ...who, ...present })];
  const stays = there === true ? { present: false } : {};
  const sent = changeRecord(tools.ticket(), row, { answer: 'sendsDeputy', ...stays });
  const held = deputyRowOf(view, row);
  const isKnown = who.person !== undefined || who.personName !== undefined;
  if (held !== undefined)
    return isKnown || there === true
      ? [sent, changeRecord(tools.ticket(), held, { ...who, ...present })]
      : [sent];
  if (!isKnown && there !== true) return [sent];
  const slots = { ...addressed(row), ...who, ...present };
  return [
    sent,
    addRecord(tools.ticket(), 'attendance', { entity: tools.newId(), circle: row.circle }, slots),
  ];
};

/** What a key says of somebody on the sheet. */
export const ROLL_MARK = {
  present: { fr: 'Présent', en: 'Present' },
  absent: { fr: 'Absent', en: 'Absent' },
  deputy: { fr: 'Suppléance', en: 'Deputy' },
} as const;
/** What a key says of somebody on the sheet. */
export type RollMark = keyof typeof ROLL_MARK;

/** How a line is marked; `undefined` while nothing is noted of it. */
export const markOf = (view: View, { id }: AttendanceLine): RollMark | undefined => {
  const row = recordIn(view, 'attendance', id);
  const present = valueOf(attendance, row, 'present');
  if (row === undefined || present === undefined) return undefined;
  if (present) return 'present';
  const deputy = deputyRowOf(view, row);
  return valueOf(attendance, deputy, 'present') === true ? 'deputy' : 'absent';
};

/** The commands of one key; the mark that is there already changes nothing. */
export const markLine = (
  view: View,
  line: AttendanceLine,
  mark: RollMark,
  tools: RollTools,
): readonly Command[] => {
  const row = recordIn(view, 'attendance', line.id);
  const before = markOf(view, line);
  if (row === undefined || before === mark) return [];
  if (mark === 'deputy') return sendDeputy(view, row, { who: {}, there: true }, tools);
  const deputy = before === 'deputy' ? deputyRowOf(view, row) : undefined;
  return [
    changeRecord(tools.ticket(), row, { present: mark === 'present' }),
    // A key that is put right takes back what the wrong one said.
    ...(deputy === undefined ? [] : [changeRecord(tools.ticket(), deputy, { present: false })]),
  ];
};
