import type { Actor, View } from '@tablee/domain/kernel';
import { processesIn, type Running } from '../reading/index.ts';
import { type Request, requestState } from './state.ts';

/** True when the request is for this person, or for anybody of their organisation. */
export const isFor = (state: Request, me: Pick<Actor, 'id' | 'organisation'>): boolean =>
  state.person === null
    ? state.organisation !== null && state.organisation === me.organisation
    : state.person === me.id;

/** The requests that wait for an answer from this person, the nearest deadline first. */
export const requestsFor = (
  view: View,
  me: Pick<Actor, 'id' | 'organisation'>,
): readonly Running<Request>[] =>
  processesIn(view, requestState)
    .filter(({ state }) => state.state === 'open' && isFor(state, me))
    .sort((a, b) => ((a.state.deadline ?? '9') < (b.state.deadline ?? '9') ? -1 : 1));

/** What was entered in this person's name and is not confirmed by them yet. */
export const toConfirm = (view: View, me: Pick<Actor, 'id' | 'organisation'>): readonly Running<Request>[] =>
  processesIn(view, requestState).filter(
    ({ state }) => state.state === 'answered' && state.answer?.confirmed === false && isFor(state, me),
  );

/** What somebody said inside the app: about which thing, for which organisation, and who said it. */
export interface Said {
  readonly kind: Request['kind'];
  readonly subject: string;
  readonly organisation: string;
  /** The person who gave it. */
  readonly person: string;
}

/**
 * The open requests that an answer inside the app leaves without object: those about the same thing to the
 * organisation that spoke (through whomever it was asked), or to the person who gave the answer.
 */
export const requestsSettledBy = (view: View, said: Said): readonly Running<Request>[] =>
  processesIn(view, requestState).filter(
    ({ state }) =>
      state.state === 'open' &&
      state.kind === said.kind &&
      state.subject === said.subject &&
      (state.organisation === null ? state.person === said.person : state.organisation === said.organisation),
  );

/** The requests about one thing, the latest first. */
export const requestsAbout = (view: View, subject: string): readonly Running<Request>[] =>
  processesIn(view, requestState)
    .filter(({ state }) => state.subject === subject)
    .sort((a, b) => (a.state.at < b.state.at ? 1 : -1));

/** The open requests whose deadline has passed on a day (`YYYY-MM-DD`). */
export const lateRequests = (view: View, today: string): readonly Running<Request>[] =>
  processesIn(view, requestState).filter(
    ({ state }) => state.state === 'open' && state.deadline !== null && state.deadline < today,
  );
