import { type RecordEntity, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { lastDay, recordsIn } from '../reading/index.ts';
import { type PromiseState, rightsHolder, rightsPromise } from './rights-holder.ts';

/** What is not said yet of rights holders and somebody will ask for. */
export type RightsGap = 'speaker' | 'mandate' | 'proof' | 'purpose' | 'basis' | 'review';

/** Rights holders with who speaks for them; names are in the vault. */
export interface RightsLine {
  readonly id: string;
  readonly circle: string;
  readonly group: string;
  readonly speaker: string | undefined;
  readonly mandateFrom: string | undefined;
  /** ISO date of any precision. */
  readonly mandateOn: string | undefined;
  readonly proof: string | undefined;
  readonly gaps: readonly RightsGap[];
  readonly reviewOn: string | undefined;
  /** Their day to be looked at again is here or past. */
  readonly reviewDue: boolean;
  /** Promises made to them, and how many of those wait for an answer. */
  readonly promises: number;
  readonly open: number;
}

const stateOf = (entity: RecordEntity): PromiseState => valueOf(rightsPromise, entity, 'state') ?? 'open';

const SLOTS_OF: { readonly [Gap in RightsGap]: readonly string[] } = {
  speaker: ['speaker'],
  mandate: ['mandateFrom'],
  proof: ['proof', 'proofFile'],
  purpose: ['purpose'],
  basis: ['basis'],
  review: ['reviewOn'],
};

const gapsOf = (entity: RecordEntity, lang: string): readonly RightsGap[] => {
  const held: Readonly<Record<RightsGap, unknown>> = {
    speaker: valueOf(rightsHolder, entity, 'speaker'),
    mandate: valueOf(rightsHolder, entity, 'mandateFrom'),
    proof: textIn(entity, 'proof', lang) ?? valueOf(rightsHolder, entity, 'proofFile'),
    purpose: textIn(entity, 'purpose', lang),
    basis: valueOf(rightsHolder, entity, 'basis'),
    review: valueOf(rightsHolder, entity, 'reviewOn'),
  };
  const order: readonly RightsGap[] = ['speaker', 'mandate', 'proof', 'purpose', 'basis', 'review'];
  // What was taken out of view is not asked for anew.
  const isGone = (gap: RightsGap): boolean =>
    SLOTS_OF[gap].some((slot) => entity.slots[slot]?.erased === true);
  return order.filter((gap) => held[gap] === undefined && !isGone(gap));
};

/** Rights holders that this reader may see: those due to be looked at again first, then by name (RIG-1, RIG-2). */
export const rightsLines = (view: View, today: string, lang: string): readonly RightsLine[] => {
  const promises = recordsIn(view, 'rightsPromise');
  return recordsIn(view, 'rightsHolder')
    .map((entity): RightsLine => {
      const reviewOn = valueOf(rightsHolder, entity, 'reviewOn');
      const theirs = promises.filter((each) => valueOf(rightsPromise, each, 'to') === entity.id);
      return {
        id: entity.id,
        circle: entity.circle,
        group: valueOf(rightsHolder, entity, 'group') ?? '',
        speaker: valueOf(rightsHolder, entity, 'speaker'),
        mandateFrom: valueOf(rightsHolder, entity, 'mandateFrom'),
        mandateOn: valueOf(rightsHolder, entity, 'mandateOn'),
        proof: textIn(entity, 'proof', lang)?.text,
        gaps: gapsOf(entity, lang),
        reviewOn,
        reviewDue: reviewOn !== undefined && lastDay(reviewOn) <= today,
        promises: theirs.length,
        open: theirs.filter((each) => stateOf(each) === 'open').length,
      };
    })
    .sort((a, b) => Number(b.reviewDue) - Number(a.reviewDue) || (a.group < b.group ? -1 : 1));
};

/** A promise on the board. */
export interface PromiseLine {
  readonly id: string;
  readonly promise: string;
  /** The rights holders' group; `undefined` when this reader may not see them. */
  readonly to: string | undefined;
  readonly state: PromiseState;
  readonly why: string | undefined;
  readonly dueOn: string | undefined;
  readonly overdue: boolean;
  /** Nobody told them yet what became of it, in writing or as a voice. */
  readonly unanswered: boolean;
}

/** The board of promises (RIG-3): overdue first, then open ones by their day, then what was settled. */
export const promiseBoard = (view: View, today: string, lang: string): readonly PromiseLine[] => {
  const groups = new Map(
    recordsIn(view, 'rightsHolder').map((each) => [each.id, valueOf(rightsHolder, each, 'group')]),
  );
  const rank = (line: PromiseLine): number => (line.overdue ? 0 : line.state === 'open' ? 1 : 2);
  const dayOf = (line: PromiseLine): string => line.dueOn ?? '9999';
  return recordsIn(view, 'rightsPromise')
    .map((entity): PromiseLine => {
      const state = stateOf(entity);
      const dueOn = valueOf(rightsPromise, entity, 'dueOn');
      const isAnswered =
        textIn(entity, 'answer', lang) !== undefined || valueOf(rightsPromise, entity, 'voice') !== undefined;
      return {
        id: entity.id,
        promise: textIn(entity, 'promise', lang)?.text ?? '',
        to: groups.get(valueOf(rightsPromise, entity, 'to') ?? ''),
        state,
        why: textIn(entity, 'why', lang)?.text,
        dueOn,
        overdue: state === 'open' && dueOn !== undefined && lastDay(dueOn) < today,
        unanswered: state !== 'open' && !isAnswered,
      };
    })
    .sort((a, b) => rank(a) - rank(b) || (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
};
