import type { PartRef } from '@tablee/domain/kernel';

/** How firm a position is; only the last one counts formally. */
export const POSITION_STANDING = {
  personal: { fr: 'À titre personnel', en: 'Personal view' },
  inClearance: { fr: 'En validation interne', en: 'In internal clearance' },
  adReferendum: { fr: 'Ad referendum', en: 'Ad referendum' },
  confirmed: { fr: 'Confirmée', en: 'Confirmed' },
} as const;
/** The standing of a position. */
export type PositionStanding = keyof typeof POSITION_STANDING;

/** How an organisation confirmed a position. */
export const CONFIRMED_HOW = {
  decision: { fr: 'Par une décision interne', en: 'By an internal decision' },
  mandate: { fr: 'Par qui en a le mandat', en: 'By whoever holds the mandate' },
  letter: { fr: 'Par lettre', en: 'By letter' },
  signature: { fr: 'Par une signature', en: 'By signature' },
} as const;
/** The way of confirming. */
export type ConfirmedHow = keyof typeof CONFIRMED_HOW;

/** What makes a position as firm as it is. */
export type Firmness = {
  /** In clearance: with whom. */
  readonly with: PartRef | null;
  /** In clearance: until when, ISO day. */
  readonly until: string | null;
  /** Confirmed: by whom, as it was written. */
  readonly by: PartRef | null;
  readonly how: ConfirmedHow | null;
  /** Confirmed: on which day. */
  readonly on: string | null;
};

/** What an organisation said before, the oldest first. */
export type StandingStep<S extends string = string> = {
  readonly stance: S;
  readonly standing: PositionStanding;
  /** ISO instant. */
  readonly at: string;
};

/** A sign for each standing, the fuller the firmer; it never stands without its word. */
export const STANDING_SIGN: { readonly [S in PositionStanding]: string } = {
  personal: '○',
  inClearance: '◔',
  adReferendum: '◑',
  confirmed: '●',
};

/** The least that a position has, on a text or a decision. */
interface Given<S extends string> extends StandingStep<S> {
  readonly trail?: readonly StandingStep<S>[];
}

const MOST_STEPS = 20;

/** The history of a position once it is replaced: the latest twenty steps, the oldest first. */
export const trailAfter = <S extends string>(held: Given<S> | undefined): readonly StandingStep<S>[] =>
  held === undefined
    ? []
    : [...(held.trail ?? []), { stance: held.stance, standing: held.standing, at: held.at }].slice(
        -MOST_STEPS,
      );

/** How many days a clearance is over before others of the organisation hear of it too: who gave it comes first. */
export const CLEARANCE_GRACE_DAYS = 7;
