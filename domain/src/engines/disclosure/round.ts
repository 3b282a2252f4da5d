/** An anonymous round: open and silent, or closed with the one publication there will ever be (DIS-7). */
export type Round<Publication> =
  | { readonly status: 'open' }
  | { readonly status: 'closed'; readonly publication: Publication };

/** Why nothing can be read of a round. */
export interface RoundRefusal {
  readonly ok: false;
  readonly code: 'RoundStillOpen';
}

/** A round that takes answers and shows nothing. */
export function openRound<Publication>(): Round<Publication> {
  return { status: 'open' };
}

/**
 * Closes a round. `publish` runs once; closing a closed round returns it unchanged, so that two publications can
 * never be compared to find the answer that came between them.
 */
export function closeRound<Publication>(
  round: Round<Publication>,
  publish: () => Publication,
): Round<Publication> {
  return round.status === 'closed' ? round : { status: 'closed', publication: publish() };
}

/** The publication of a closed round, or the refusal `RoundStillOpen`. */
export function readPublication<Publication>(
  round: Round<Publication>,
): { readonly ok: true; readonly publication: Publication } | RoundRefusal {
  if (round.status === 'open') return { ok: false, code: 'RoundStillOpen' };
  return { ok: true, publication: round.publication };
}
