import { KEEPERS, type Role, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { actorName } from '../actor/index.ts';
import { commitments } from '../commitment/index.ts';
import { speakersOf } from '../mandate/index.ts';
import { daysBetween, lastDay, processesIn, recordsIn } from '../reading/index.ts';
import { mayBeNamed, REQUEST_KIND, requestState, subjectOf } from '../request/index.ts';
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
  /** The partner that owes it; `undefined` where one person alone does. */
  readonly owner: string | undefined;
  /** The other side; `undefined` where it is the partnership as a whole. */
  readonly other: string | undefined;
  /** ISO date of any precision. */
  readonly due: string | undefined;
  /** Days past the last day; 0 or less while there is time. */
  readonly daysLate: number | undefined;
  /** The one person who owes it, where it is not for anybody of the partner. */
  readonly person: string | undefined;
  /** False where even its title may tell too much outside the app. */
  readonly isNamed: boolean;
}

/** Days during which only the partner is told that a day has passed. */
export const GRACE_DAYS = 7;
/** How far ahead a reminder looks, in days. */
export const AHEAD_DAYS = 14;

/** One thing that is due, before it is known for whom it is read. */
interface Owing extends Omit<Due, 'side' | 'other'> {
  readonly to: string | undefined;
}

const late = (due: string | undefined, today: string): number | undefined =>
  due === undefined ? undefined : daysBetween(lastDay(due), today);

const fromCommitments = (view: View, { today, lang }: DueAsked): readonly Owing[] =>
  commitments(view, today, lang)
    .filter(({ state }) => state === 'open')
    .map(({ id, entity, what, owner, to, person, due, daysLate }): Owing => {
      const isNamed = mayBeNamed(entity.circle);
      return { id, source: 'commitment', what, owner, to, person, due, daysLate, isNamed };
    });

const fromContributions = (view: View, { today, lang }: DueAsked): readonly Owing[] =>
  recordsIn(view, 'contribution')
    .filter((entity) => valueOf(contribution, entity, 'state') === 'announced')
    .map((entity): Owing => {
      const due = valueOf(contribution, entity, 'until');
      return {
        id: entity.id,
        source: 'contribution',
        what: textIn(entity, 'description', lang)?.text ?? '',
        owner: valueOf(contribution, entity, 'organisation'),
        to: undefined,
        person: undefined,
        due,
        daysLate: late(due, today),
        isNamed: mayBeNamed(entity.circle),
      };
    });

/** What was asked of a promise stands with the promise itself. */
const fromRequests = (view: View, { today, lang }: DueAsked): readonly Owing[] =>
  processesIn(view, requestState)
    .filter(({ state }) => state.state === 'open' && state.kind !== 'commitment')
    .map(({ id, circle, state }): Owing => {
      const due = state.deadline ?? undefined;
      return {
        id,
        source: 'answer',
        what: `${REQUEST_KIND[state.kind][lang]} : ${subjectOf(view, state, lang).title}`,
        owner: state.organisation ?? undefined,
        to: undefined,
        person: state.person ?? undefined,
        due,
        daysLate: late(due, today),
        isNamed: mayBeNamed(circle, view.get(state.subject)?.circle),
      };
    });

const END = '9';

/** Everything that is due, by date, what has none last; the same thing never twice. */
const everything = (view: View, asked: DueAsked): readonly Owing[] =>
  [...fromCommitments(view, asked), ...fromContributions(view, asked), ...fromRequests(view, asked)].sort(
    (a, b) => {
      const [left, right] = [a, b].map(({ due }) => (due === undefined ? END : lastDay(due)));
      return left === right ? (a.id < b.id ? -1 : 1) : (left ?? END) < (right ?? END) ? -1 : 1;
    },
  );

/** All that one partner owes and is owed, by date, what has none last; the same thing never twice. */
export const dueOf = (view: View, organisation: string, asked: DueAsked): readonly Due[] =>
  everything(view, asked).flatMap(({ to, ...due }): readonly Due[] => {
    if (due.owner === organisation) return [{ ...due, side: 'owes', other: to }];
    return to === organisation ? [{ ...due, side: 'isOwed', other: due.owner }] : [];
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

const split = (owed: readonly Due[]): Reminder | undefined => {
  const passed = owed.filter(({ daysLate = 0 }) => daysLate > 0);
  const soon = owed.filter(
    ({ daysLate }) => daysLate !== undefined && daysLate <= 0 && daysLate >= -AHEAD_DAYS,
  );
  return passed.length + soon.length === 0 ? undefined : { late: passed, soon };
};

/** The one digest for a partner's focal point; `undefined` while nothing is late or near. */
export const reminderFor = (view: View, organisation: string, asked: DueAsked): Reminder | undefined =>
  split(dueOf(view, organisation, asked).filter(({ side }) => side === 'owes'));

/** Who is reminded of what an organisation owes as a whole: its focal point, else who leads it; nobody else. */
export const remindedFor = (view: View, organisation: string, today: string): string | undefined => {
  const speakers = speakersOf(view, organisation, today).filter(({ standing }) => standing !== 'expired');
  return (speakers.find(({ role }) => role === 'focal') ?? speakers.find(({ role }) => role === 'leader'))
    ?.person;
};

/** Somebody who is reminded in private. */
export interface Reminded {
  readonly person: string;
  /** The organisations whose things they are reminded of as a whole. */
  readonly organisations: ReadonlySet<string>;
}

/** The digest of one person: what they owe themselves, and what is owed by those for whom they are reminded. */
export const digestFor = (
  view: View,
  { person, organisations }: Reminded,
  asked: DueAsked,
): Reminder | undefined =>
  split(
    everything(view, asked).flatMap(({ to, ...due }): readonly Due[] => {
      const { owner } = due;
      const isTheirs =
        due.person === undefined ? owner !== undefined && organisations.has(owner) : due.person === person;
      return isTheirs ? [{ ...due, side: 'owes', other: to }] : [];
    }),
  );

/** Everybody who is reminded of something or may be, with the organisations for which they are. */
export const everyReminded = (view: View, asked: DueAsked): readonly Reminded[] => {
  const organisations = new Map<string, Set<string>>();
  for (const { owner, person } of everything(view, asked)) {
    const whose = person ?? (owner && remindedFor(view, owner, asked.today));
    if (whose === undefined) continue;
    const held = organisations.get(whose) ?? new Set();
    organisations.set(whose, held);
    if (person === undefined && owner !== undefined) held.add(owner);
  }
  return [...organisations].map(([person, held]) => ({ person, organisations: held }));
};
