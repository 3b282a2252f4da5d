import {
  type Command,
  changeRecord,
  type Json,
  memberState,
  processCommand,
  type Ticket,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { actor } from '../actor/index.ts';
import { seat } from '../governance/index.ts';
import type { HeldPosition } from '../position/index.ts';
import { lastDay, processesIn, type Running, recordIn } from '../reading/index.ts';
import type { Hanging } from './hanging.ts';
import { MANDATE_ROLES, mandate } from './mandate.ts';
import { officeChange } from './office-change.ts';
import { type OfficeChange, officeChangeState } from './office-change-state.ts';

/** What the secretariat decides when an office holder has changed. */
export interface OfficeChangeWish {
  readonly organisation: string;
  /** The persons who left, by id. */
  readonly departed: readonly string[];
  /** The day of the change, `YYYY-MM-DD`. */
  readonly on: string;
  /** The last day on which those who left can read along. */
  readonly accessEnds: string;
  /** Deadlines before this day move to it; absent: none moves. */
  readonly suspendedUntil?: string;
  /** The note to all, and the reason that moved deadlines carry. */
  readonly note: string;
  readonly lang: string;
}

/** Fresh ids, one per command; made outside of the domain. */
export interface OfficeChangeIds {
  readonly entity: string;
  ticket(): Ticket;
}

/**
 * The commands of the one deliberate act: the change is declared with its note; positions in clearance and ad
 * referendum return to open; seats and mandates of those who left end; their access ends at its date; deadlines move
 * with the note as reason. Confirmed positions and signatures are not touched, and nothing of what the persons wrote.
 */
export const officeChangeActs = (
  view: View,
  hanging: Hanging,
  wish: OfficeChangeWish,
  ids: OfficeChangeIds,
): readonly Command[] => [
  declare(hanging, wish, ids),
  ...hanging.unconfirmed.map((held) => release(held, wish, ids)),
  ...endMandates(hanging, wish, ids),
  ...leaveSeats(hanging, wish, ids),
  ...leaveCard(view, wish, ids),
  ...endAccess(view, hanging, wish, ids),
  ...moveDeadlines(view, hanging, wish, ids),
];

const declare = (hanging: Hanging, wish: OfficeChangeWish, { entity, ticket }: OfficeChangeIds): Command => {
  const hasAccess = hanging.access.some(({ person }) => wish.departed.includes(person));
  return processCommand(
    ticket(),
    'officeChange.declare',
    { entity, circle: officeChange.circle },
    {
      organisation: wish.organisation,
      on: wish.on,
      ...(hasAccess ? { accessEnds: wish.accessEnds } : {}),
      ...(wish.suspendedUntil === undefined ? {} : { suspendedUntil: wish.suspendedUntil }),
      ...(wish.note.trim() === '' ? {} : { note: wish.note.trim() }),
    },
  );
};

/** How a position is taken away, where it stands. */
const RELEASE = {
  wording: 'wording.withdraw',
  edition: 'edition.takeAway',
  decision: 'decision.release',
} as const;

const release = (
  { noun, id, circle }: HeldPosition,
  wish: OfficeChangeWish,
  { ticket }: OfficeChangeIds,
): Command =>
  processCommand(ticket(), RELEASE[noun], { entity: id, circle }, { organisation: wish.organisation });

const endMandates = ({ mandates }: Hanging, wish: OfficeChangeWish, { ticket }: OfficeChangeIds) =>
  mandates
    .filter((entity) => wish.departed.includes(valueOf(mandate, entity, 'person') ?? ''))
    .filter((entity) => lastDay(valueOf(mandate, entity, 'until') ?? '9999') >= wish.on)
    .map((entity) => changeRecord(ticket(), entity, { until: dayBefore(wish.on) }));

/** A mandate ends with the day before the change: on that day somebody else speaks, or nobody yet. */
const dayBefore = (day: string): string => {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  const two = (number: number): string => String(number).padStart(2, '0');
  if (date > 1) return `${day.slice(0, 8)}${two(date - 1)}`;
  return lastDay(month > 1 ? `${day.slice(0, 4)}-${two(month - 1)}` : String(year - 1).padStart(4, '0'));
};

const leaveSeats = ({ seats }: Hanging, wish: OfficeChangeWish, { ticket }: OfficeChangeIds) =>
  seats.flatMap(({ entity }): readonly Command[] => {
    const slots: Record<string, Json> = {};
    for (const field of ['holder', 'deputy'] as const)
      if (wish.departed.includes(valueOf(seat, entity, field) ?? '')) slots[field] = null;
    return Object.keys(slots).length === 0 ? [] : [changeRecord(ticket(), entity, slots)];
  });

const leaveCard = (view: View, wish: OfficeChangeWish, { ticket }: OfficeChangeIds): readonly Command[] => {
  const entity = recordIn(view, 'actor', wish.organisation);
  if (entity === undefined) return [];
  const slots: Record<string, Json> = {};
  for (const field of MANDATE_ROLES)
    if (wish.departed.includes(valueOf(actor, entity, field) ?? '')) slots[field] = null;
  return Object.keys(slots).length === 0 ? [] : [changeRecord(ticket(), entity, slots)];
};

const endAccess = (
  view: View,
  hanging: Hanging,
  wish: OfficeChangeWish,
  { ticket }: OfficeChangeIds,
): readonly Command[] =>
  hanging.access
    .filter(({ person }) => wish.departed.includes(person))
    .flatMap(({ person }): readonly Command[] => {
      const entity = view.get(person);
      if (entity?.kind !== 'process' || entity.type !== 'member') return [];
      const { roles, organisation, circles } = memberState.read(entity.state);
      return [
        processCommand(
          ticket(),
          'member.change',
          { entity: person, circle: entity.circle },
          {
            roles,
            ...(organisation === undefined ? {} : { organisation }),
            ...(circles === undefined ? {} : { circles }),
            until: wish.accessEnds,
          },
        ),
      ];
    });

const moveDeadlines = (
  view: View,
  { commitments, votes }: Hanging,
  wish: OfficeChangeWish,
  { ticket }: OfficeChangeIds,
): readonly Command[] => {
  const { suspendedUntil: until, note, lang } = wish;
  if (until === undefined) return [];
  const reason = note.trim() === '' ? until : note.trim();
  const circleOf = (id: string): string => view.get(id)?.circle ?? '';
  return [
    ...commitments
      .filter(({ due }) => due !== undefined && lastDay(due) < until)
      .map(({ entity }) =>
        changeRecord(ticket(), entity, { due: until, dateReason: { lang, text: reason.slice(0, 1_000) } }),
      ),
    ...votes
      .filter(({ state }) => state.deadline.instant.slice(0, 10) < until)
      .map((line) =>
        processCommand(
          ticket(),
          'decision.move',
          { entity: line.id, circle: circleOf(line.id) },
          {
            deadline: {
              instant: `${until}T${line.state.deadline.instant.slice(11)}`,
              zone: line.state.deadline.zone,
            },
            reason,
          },
        ),
      ),
  ];
};

/** The changes of office that are not settled yet, the latest first. */
export const openOfficeChanges = (view: View): readonly Running<OfficeChange>[] =>
  processesIn(view, officeChangeState)
    .filter(({ state }) => state.settledOn === null)
    .sort((a, b) => (a.state.at < b.state.at ? 1 : -1));

/** The open change of an organisation; `undefined` when its office holders are as they were. */
export const officeChangeOf = (view: View, organisation: string): Running<OfficeChange> | undefined =>
  openOfficeChanges(view).find(({ state }) => state.organisation === organisation);
