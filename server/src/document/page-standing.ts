import { type Entities, isPresent, type View, viewFor } from '@tablee/domain/kernel';
import { type AgreementVersion, agreementState } from '@tablee/domain/modules/agreement';
import { standingOf } from '@tablee/domain/modules/document';
import { letterState } from '@tablee/domain/modules/letter';
import { minutesOf } from '@tablee/domain/modules/meeting';
import { paperState, readSheetCode } from '@tablee/domain/modules/paper';
import { stateIn } from '@tablee/domain/modules/reading';
import type { PageMark } from '../people/port.ts';

/** What became of a printed page: facts alone, no title, no word and no person of the partnership. */
export type PageStanding =
  | { readonly now: 'draft' | 'withdrawn' }
  | { readonly now: 'forComment'; readonly until: string | undefined }
  /** `on`: since which day, where it is known. */
  | { readonly now: 'inForce' | 'adopted' | 'fixed'; readonly on: string | undefined }
  /** `by`: the number of the version that took its place, where versions have numbers. */
  | { readonly now: 'replaced'; readonly on: string | undefined; readonly by: number | undefined }
  /** A page that shows a day: an agenda, a list. */
  | { readonly now: 'ofDay' }
  | { readonly now: 'toType' }
  | { readonly now: 'typed'; readonly on: string }
  /** What it was made from is no longer there. */
  | { readonly now: 'gone' };

const dayOf = (moment: string | undefined): string | undefined => moment?.slice(0, 10);

const DRAFT = 'draft';

/** Which state of a thing a page is made from: the marker that the code keeps. `today`: `YYYY-MM-DD`. */
export const editionOf = (view: View, kind: string, id: string, today: string): string => {
  switch (kind) {
    case 'agreement': {
      const last = stateIn(view, agreementState, id)?.versions.at(-1);
      return last === undefined ? DRAFT : String(last.number);
    }
    case 'minutes':
      return minutesOf(view, id)?.state ?? DRAFT;
    case 'letter':
      return stateIn(view, letterState, id)?.fixed ? 'fixed' : DRAFT;
    // Every version of a text is an entity of its own.
    case 'document':
      return 'version';
    default:
      return today;
  }
};

const ofVersion = (version: AgreementVersion): PageStanding => {
  if (version.voided !== null)
    return { now: 'replaced', on: dayOf(version.voided.at), by: version.voided.by };
  if (version.inForce !== null) return { now: 'inForce', on: version.inForce };
  return version.adopted === null
    ? { now: 'fixed', on: dayOf(version.frozenAt) }
    : { now: 'adopted', on: dayOf(version.adopted.at) };
};

const ofAgreement = (view: View, { entity, edition }: PageMark): PageStanding => {
  const versions = stateIn(view, agreementState, entity)?.versions ?? [];
  if (edition !== DRAFT) {
    const held = versions.find(({ number }) => String(number) === edition);
    return held === undefined ? { now: 'gone' } : ofVersion(held);
  }
  const first = versions[0];
  return first === undefined
    ? { now: 'draft' }
    : { now: 'replaced', on: dayOf(first.frozenAt), by: versions.at(-1)?.number };
};

const ofMinutes = (view: View, { entity, edition }: PageMark): PageStanding => {
  const state = minutesOf(view, entity);
  const now = state?.state ?? DRAFT;
  if (now !== edition) return { now: 'replaced', on: dayOf(state?.approved?.at), by: undefined };
  if (now === 'approved') return { now: 'inForce', on: dayOf(state?.approved?.at) };
  return now === 'inCorrection' ? { now: 'forComment', until: state?.until ?? undefined } : { now: 'draft' };
};

const ofLetter = (view: View, { entity, edition }: PageMark): PageStanding => {
  const state = stateIn(view, letterState, entity);
  if (state === undefined) return { now: 'gone' };
  if (state.cancelled) return { now: 'withdrawn' };
  const on = dayOf(state.fixed?.at);
  if (edition === DRAFT) return on === undefined ? { now: 'draft' } : { now: 'replaced', on, by: undefined };
  return { now: 'fixed', on };
};

const ofDocument = (view: View, { entity }: PageMark): PageStanding => {
  const { standing, since, until, by } = standingOf(view, entity);
  if (standing === 'replaced') return { now: 'replaced', on: dayOf(since), by };
  if (standing === 'inForce') return { now: 'inForce', on: dayOf(since) };
  return standing === 'forComment' ? { now: 'forComment', until } : { now: standing };
};

const ofSheet = (view: View, mark: PageMark, signs: string): PageStanding => {
  const run = stateIn(view, paperState, mark.entity);
  const read = readSheetCode(signs, []);
  if (run === undefined || !read.ok || run.sheets[read.number - 1] === undefined) return { now: 'gone' };
  const entered = run.entered[String(read.number)];
  return entered === undefined ? { now: 'toType' } : { now: 'typed', on: entered.at.slice(0, 10) };
};

/** What became of a page since it was printed. Reads the whole space, and tells none of its words. */
export const pageStanding = (entities: Entities, mark: PageMark, signs: string): PageStanding => {
  const source = entities.get(mark.entity);
  if (source === undefined || !isPresent(source)) return { now: 'gone' };
  const view = viewFor(entities, new Set([...entities.values()].map(({ circle }) => circle)));
  switch (mark.kind) {
    case 'agreement':
      return ofAgreement(view, mark);
    case 'minutes':
      return ofMinutes(view, mark);
    case 'letter':
      return ofLetter(view, mark);
    case 'document':
      return ofDocument(view, mark);
    case 'paper':
      return ofSheet(view, mark, signs);
    default:
      return { now: 'ofDay' };
  }
};
