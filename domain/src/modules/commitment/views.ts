import { type RecordEntity, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { actorName } from '../actor/index.ts';
import { daysBetween, lastDay, recordsIn } from '../reading/index.ts';
import { commitment } from './commitment.ts';

/** A commitment as lists show it. */
export interface Owed {
  readonly id: string;
  readonly entity: RecordEntity;
  readonly what: string;
  readonly owner: string | undefined;
  readonly ownerName: string | undefined;
  readonly person: string | undefined;
  readonly to: string | undefined;
  readonly toName: string | undefined;
  /** ISO date of any precision. */
  readonly due: string | undefined;
  readonly state: 'open' | 'done' | 'dropped';
  readonly kind: string | undefined;
  readonly origin: string | undefined;
  /** Days past the last day of `due`; 0 or less while there is time; `undefined` without a date. */
  readonly daysLate: number | undefined;
}

const dueOrder = (a: Owed, b: Owed): number => {
  const [left, right] = [
    a.due === undefined ? '9' : lastDay(a.due),
    b.due === undefined ? '9' : lastDay(b.due),
  ];
  return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1;
};

/** All commitments in view on a day (`YYYY-MM-DD`), by due date, those without a date last. */
export const commitments = (view: View, today: string, lang: string): readonly Owed[] =>
  recordsIn(view, 'commitment')
    .map((entity): Owed => {
      const owner = valueOf(commitment, entity, 'owner');
      const to = valueOf(commitment, entity, 'to');
      const due = valueOf(commitment, entity, 'due');
      return {
        id: entity.id,
        entity,
        what: textIn(entity, 'what', lang)?.text ?? '',
        owner,
        ownerName: actorName(view, owner),
        person: valueOf(commitment, entity, 'person'),
        to,
        toName: actorName(view, to),
        due,
        // A commitment noted in one line has no state yet: it is open.
        state: valueOf(commitment, entity, 'state') ?? 'open',
        kind: valueOf(commitment, entity, 'kind'),
        origin: valueOf(commitment, entity, 'origin'),
        daysLate: due === undefined ? undefined : daysBetween(lastDay(due), today),
      };
    })
    .sort(dueOrder);

/** Open commitments whose last day has passed, the longest overdue first. */
export const overdue = (view: View, today: string, lang: string): readonly Owed[] =>
  commitments(view, today, lang).filter((owed) => owed.state === 'open' && (owed.daysLate ?? 0) > 0);

/** Both sides of one organisation. */
export interface Account {
  readonly organisation: string;
  readonly owes: readonly Owed[];
  readonly isOwed: readonly Owed[];
}

/** What one organisation owes and what it is owed, open ones only. */
export const accountOf = (view: View, organisation: string, today: string, lang: string): Account => {
  const open = commitments(view, today, lang).filter((owed) => owed.state === 'open');
  return {
    organisation,
    owes: open.filter((owed) => owed.owner === organisation),
    isOwed: open.filter((owed) => owed.to === organisation && owed.owner !== organisation),
  };
};
