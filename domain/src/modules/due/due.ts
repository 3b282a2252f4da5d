import { KEEPERS, type Role, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { actorName } from '../actor/index.ts';
import { commitments } from '../commitment/index.ts';
import { daysBetween, lastDay, processesIn, recordsIn } from '../reading/index.ts';
import { REQUEST_KIND, requestState, subjectOf } from '../request/index.ts';
import { contribution } from '../resource/index.ts';

/** On which day and for whom a list is read. */
export interface DueAsked {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly lang: 'fr' | 'en';
}

/** One thing that is due, from wherever it was said. */
export interface Due {
  /** The entity that it stands in. */
  readonly id: string;
  readonly source: 'commitment' | 'contribution' | 'answer';
  readonly what: string;
  readonly side: 'owes' | 'isOwed';
  /** The other side; `undefined` where it is the partnership as a whole. */
  readonly other: string | undefined;
  /** ISO date of any precision. */
  readonly due: string | undefined;
  /** Days past the last day; 0 or less while there is time. */
  readonly daysLate: number | undefined;
}

/** Days during which only the partner is told that a day has passed. */
export const GRACE_DAYS = 7;
/** How far ahead a reminder looks, in days. */
export const AHEAD_DAYS = 14;

const late = (due: string | undefined, today: string): number | undefined =>
  due === undefined ? undefined : daysBetween(lastDay(due), today);

const fromCommitments = (view: View, organisation: string, { today, lang }: DueAsked): readonly Due[] =>
  commitments(view, today, lang)
    .filter(({ state }) => state === 'open')
    .flatMap((owed): readonly Due[] => {
      const { id, what, due, daysLate } = owed;
      const same = { id, source: 'commitment' as const, what, due, daysLate };
      if (owed.owner === organisation) return [{ ...same, side: 'owes', other: owed.to }];
      return owed.to === organisation ? [{ ...same, side: 'isOwed', other: owed.owner }] : [];
    });

const fromContributions = (view: View, organisation: string, { today, lang }: DueAsked): readonly Due[] =>
  recordsIn(view, 'contribution')
    .filter(
      (entity) =>
        valueOf(contribution, entity, 'organisation') === organisation &&
        valueOf(contribution, entity, 'state') === 'announced',
    )
    .map((entity): Due => {
      const due = valueOf(contribution, entity, 'until');
      return {
        id: entity.id,
        source: 'contribution',
        what: textIn(entity, 'description', lang)?.text ?? '',
        side: 'owes',
        other: undefined,
        due,
        daysLate: late(due, today),
      };
    });

/** What was asked of a promise stands with the promise itself. */
const fromRequests = (view: View, organisation: string, { today, lang }: DueAsked): readonly Due[] =>
  processesIn(view, requestState)
    .filter(
      ({ state }) =>
        state.organisation === organisation && state.state === 'open' && state.kind !== 'commitment',
    )
    .map(({ id, state }): Due => {
      const due = state.deadline ?? undefined;
      return {
        id,
        source: 'answer',
        what: `${REQUEST_KIND[state.kind][lang]} : ${subjectOf(view, state, lang).title}`,
        side: 'owes',
        other: undefined,
        due,
        daysLate: late(due, today),
      };
    });

const END = '9';

/** All that one partner owes and is owed, by date, what has none last; the same thing never twice. */
export const dueOf = (view: View, organisation: string, asked: DueAsked): readonly Due[] =>
  [
    ...fromCommitments(view, organisation, asked),
    ...fromContributions(view, organisation, asked),
    ...fromRequests(view, organisation, asked),
  ].sort((a, b) => {
    const [left, right] = [a, b].map(({ due }) => (due === undefined ? END : lastDay(due)));
    return left === right ? (a.id < b.id ? -1 : 1) : (left ?? END) < (right ?? END) ? -1 : 1;
  });

/** Every partner with something due on either side, by name. */
export const partnersWithDue = (view: View, asked: DueAsked): readonly string[] =>
  recordsIn(view, 'actor')
    .map(({ id }) => id)
    .filter((id) => dueOf(view, id, asked).length > 0)
    .sort((a, b) => (actorName(view, a) ?? '~').localeCompare(actorName(view, b) ?? '~', asked.lang));

/** Who reads a list. */
export interface DueReader {
  readonly organisation?: string | undefined;
  readonly roles: readonly Role[];
}

/** Days late as this reader is told: the owing partner at once, keepers after the grace, others not at all (0). */
export const lateFor = (
  reader: DueReader | undefined,
  { owner, daysLate = 0 }: { readonly owner: string | undefined; readonly daysLate?: number | undefined },
): number => {
  if (daysLate <= 0 || reader === undefined) return 0;
  if (owner === undefined || owner === reader.organisation) return daysLate;
  return daysLate > GRACE_DAYS && KEEPERS.some((role) => reader.roles.includes(role)) ? daysLate : 0;
};

/** What a friendly reminder to one partner holds. */
export interface Reminder {
  readonly late: readonly Due[];
  readonly soon: readonly Due[];
}

/** The one digest for a partner's focal point; `undefined` while nothing is late or near. */
export const reminderFor = (view: View, organisation: string, asked: DueAsked): Reminder | undefined => {
  const owes = dueOf(view, organisation, asked).filter(({ side }) => side === 'owes');
  const passed = owes.filter(({ daysLate = 0 }) => daysLate > 0);
  const soon = owes.filter(
    ({ daysLate }) => daysLate !== undefined && daysLate <= 0 && daysLate >= -AHEAD_DAYS,
  );
  return passed.length + soon.length === 0 ? undefined : { late: passed, soon };
};
