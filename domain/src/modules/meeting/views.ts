import { type RecordEntity, textIn, titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { actorName, actorSector, SECTORS, type Sector } from '../actor/index.ts';
import { recordIn, recordsIn, stateIn } from '../reading/index.ts';
import { agendaItem } from './agenda-item.ts';
import { attendance } from './attendance.ts';
import { meeting } from './meeting.ts';
import { minuteLine } from './minute-line.ts';
import { type Minutes, minutesId, minutesState } from './minutes-state.ts';

const byOrder =
  (orderOf: (entity: RecordEntity) => number | undefined) =>
  (a: RecordEntity, b: RecordEntity): number =>
    (orderOf(a) ?? 100_001) - (orderOf(b) ?? 100_001) || (a.id < b.id ? -1 : 1);

/** An item of the agenda with its place in time. */
export interface AgendaLine {
  readonly id: string;
  readonly title: string;
  readonly minutes: number | undefined;
  readonly wanted: string | undefined;
  readonly outcome: string | undefined;
  readonly from: string | undefined;
  /** Minutes from the opening; `undefined` once an item before it has no length. */
  readonly startsAt: number | undefined;
}

/** The agenda of a meeting in its order. */
export const agenda = (view: View, id: string, lang: string): readonly AgendaLine[] => {
  const items = recordsIn(view, 'agendaItem')
    .filter((entity) => valueOf(agendaItem, entity, 'meeting') === id)
    .sort(byOrder((entity) => valueOf(agendaItem, entity, 'order')));
  const lines: AgendaLine[] = [];
  let clock: number | undefined = 0;
  for (const entity of items) {
    const length = valueOf(agendaItem, entity, 'minutes');
    lines.push({
      id: entity.id,
      title: textIn(entity, 'title', lang)?.text ?? '',
      minutes: length,
      wanted: valueOf(agendaItem, entity, 'wanted'),
      outcome: textIn(entity, 'outcome', lang)?.text,
      from: valueOf(agendaItem, entity, 'from'),
      startsAt: clock,
    });
    clock = clock === undefined || length === undefined ? undefined : clock + length;
  }
  return lines;
};

/** A line caught in a meeting. */
export interface CaughtLine {
  readonly id: string;
  readonly item: string | undefined;
  readonly kind: 'decision' | 'action' | 'note';
  readonly text: string;
  /** The language of `text`. */
  readonly lang: string;
  readonly owner: string | undefined;
  readonly ownerName: string | undefined;
  readonly due: string | undefined;
}

/** The lines of a meeting in the order in which they were caught. */
export const caughtLines = (view: View, id: string, lang: string): readonly CaughtLine[] =>
  recordsIn(view, 'minuteLine')
    .filter((entity) => valueOf(minuteLine, entity, 'meeting') === id)
    .sort(byOrder((entity) => valueOf(minuteLine, entity, 'order')))
    .map((entity) => {
      const owner = valueOf(minuteLine, entity, 'owner');
      const read = textIn(entity, 'text', lang);
      return {
        id: entity.id,
        item: valueOf(minuteLine, entity, 'item'),
        kind: valueOf(minuteLine, entity, 'kind') ?? 'note',
        text: read?.text ?? '',
        lang: read?.lang ?? lang,
        owner,
        ownerName: actorName(view, owner),
        due: valueOf(minuteLine, entity, 'due'),
      };
    });

/** The list of decisions, to be read aloud before people leave: decisions first, then who does what by when. */
export interface DecisionList {
  readonly decisions: readonly CaughtLine[];
  readonly actions: readonly CaughtLine[];
  /** Actions without an owner or a date: to be settled while people are still there. */
  readonly unsettled: readonly CaughtLine[];
}

/** What a meeting decided and who does what. */
export const decisionList = (view: View, id: string, lang: string): DecisionList => {
  const lines = caughtLines(view, id, lang);
  const actions = lines.filter((line) => line.kind === 'action');
  return {
    decisions: lines.filter((line) => line.kind === 'decision'),
    actions,
    unsettled: actions.filter((line) => line.owner === undefined || line.due === undefined),
  };
};

/** What the chair has in front of them: each item with what was caught at it. */
export interface RunSheetLine extends AgendaLine {
  readonly caught: readonly CaughtLine[];
}

/** The run-sheet: the agenda, what was caught item by item, and what was caught outside of it. */
export interface RunSheet {
  readonly items: readonly RunSheetLine[];
  readonly loose: readonly CaughtLine[];
  /** The sum of the lengths that are known, in minutes. */
  readonly minutes: number;
}

/** The run-sheet of a meeting. */
export const runSheet = (view: View, id: string, lang: string): RunSheet => {
  const lines = caughtLines(view, id, lang);
  const items = agenda(view, id, lang);
  const known = new Set(items.map((item) => item.id));
  return {
    items: items.map((item) => ({ ...item, caught: lines.filter((line) => line.item === item.id) })),
    loose: lines.filter((line) => line.item === undefined || !known.has(line.item)),
    minutes: items.reduce((sum, item) => sum + (item.minutes ?? 0), 0),
  };
};

/** One row of the attendance sheet. */
export interface AttendanceLine {
  readonly id: string;
  readonly organisation: string | undefined;
  readonly organisationName: string | undefined;
  readonly sector: Sector | undefined;
  readonly person: string | undefined;
  readonly personName: string | undefined;
  readonly expected: boolean;
  readonly answer: string | undefined;
  readonly present: boolean;
  readonly deputyFor: string | undefined;
}

/** The attendance of a meeting, and how it adds up by sector. */
export interface AttendanceSheet {
  readonly lines: readonly AttendanceLine[];
  readonly expected: number;
  readonly coming: number;
  readonly present: number;
  readonly bySector: readonly {
    readonly sector: Sector;
    readonly expected: number;
    readonly present: number;
  }[];
}

/** True for a deputy whose principal is on the sheet too and counts already. */
const standsIn = (lines: readonly AttendanceLine[], { deputyFor }: AttendanceLine): boolean =>
  deputyFor !== undefined && lines.some((line) => line.person === deputyFor && line.answer === 'sendsDeputy');

/** By the name of the organisation; whoever comes in somebody's place after those who were asked. */
const byOrganisation = (a: AttendanceLine, b: AttendanceLine): number => {
  const [one, other] = [a.organisationName ?? '~', b.organisationName ?? '~'];
  if (one !== other) return one < other ? -1 : 1;
  return Number(a.deputyFor !== undefined) - Number(b.deputyFor !== undefined);
};

/** Who is expected, who is coming and who was there. */
export const attendanceSheet = (view: View, id: string): AttendanceSheet => {
  const lines = recordsIn(view, 'attendance')
    .filter((entity) => valueOf(attendance, entity, 'meeting') === id)
    .map((entity): AttendanceLine => {
      const organisation = valueOf(attendance, entity, 'organisation');
      return {
        id: entity.id,
        organisation,
        organisationName: actorName(view, organisation),
        sector: actorSector(view, organisation),
        person: valueOf(attendance, entity, 'person'),
        personName: valueOf(attendance, entity, 'personName'),
        expected: valueOf(attendance, entity, 'expected') === true,
        answer: valueOf(attendance, entity, 'answer'),
        present: valueOf(attendance, entity, 'present') === true,
        deputyFor: valueOf(attendance, entity, 'deputyFor'),
      };
    })
    .sort(byOrganisation);
  const sectors: readonly Sector[] = [...SECTORS, 'other'];
  const ofSector = (sector: Sector): readonly AttendanceLine[] =>
    lines.filter((line) => line.sector === sector);
  return {
    lines,
    expected: lines.filter((line) => line.expected).length,
    coming: lines.filter(
      (line) => line.answer === 'sendsDeputy' || (line.answer === 'coming' && !standsIn(lines, line)),
    ).length,
    present: lines.filter((line) => line.present).length,
    bySector: sectors
      .map((sector) => ({
        sector,
        expected: ofSector(sector).filter((line) => line.expected).length,
        present: ofSector(sector).filter((line) => line.present).length,
      }))
      .filter((row) => row.expected + row.present > 0),
  };
};

/** A meeting in a list. */
export interface MeetingLine {
  readonly id: string;
  readonly title: string;
  readonly state: 'planned' | 'held' | 'cancelled';
  /** UTC instant; absent while there is no date. */
  readonly instant: string | undefined;
  readonly zone: string | undefined;
  readonly place: string | undefined;
}

/** All meetings, the latest first; those without a date come first of all, since they wait for one. */
export const meetings = (view: View, lang: string): readonly MeetingLine[] =>
  recordsIn(view, 'meeting')
    .map((entity): MeetingLine => {
      const when = valueOf(meeting, entity, 'moment');
      return {
        id: entity.id,
        title: titleOf(meeting, entity, lang) ?? '',
        state: valueOf(meeting, entity, 'state') ?? 'planned',
        instant: when?.instant,
        zone: when?.zone,
        place: valueOf(meeting, entity, 'place')?.name,
      };
    })
    .sort((a, b) => ((a.instant ?? '9') < (b.instant ?? '9') ? 1 : -1));

/** The next planned meeting: one that runs today still counts (12 hours); `undefined` when none has a date ahead. */
export const nextMeeting = (view: View, now: string, lang: string): MeetingLine | undefined =>
  meetings(view, lang)
    .filter(
      (line) =>
        line.state === 'planned' && line.instant !== undefined && hoursBetween(line.instant, now) < 12,
    )
    .at(-1);

/** Hours from one UTC instant to another, negative when `to` comes first. */
const hoursBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** The minutes of a meeting; `undefined` while nobody has drafted them. */
export const minutesOf = (view: View, id: string): Minutes | undefined =>
  stateIn(view, minutesState, minutesId(id));

/** The lines that were changed or removed after the minutes were approved: the approved copy still holds. */
export const changedSinceApproval = (view: View, state: Minutes): readonly string[] =>
  (state.approved?.lines ?? [])
    .filter((line) => {
      const entity = recordIn(view, 'minuteLine', line.line);
      const current = valueOf(minuteLine, entity, 'text');
      const approved = typeof line.text['value'] === 'string' ? line.text['value'] : undefined;
      return approved !== undefined && current?.text !== approved;
    })
    .map((line) => line.line);
