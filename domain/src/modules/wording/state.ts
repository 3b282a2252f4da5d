import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';
import type { Firmness, PositionStanding, StandingStep } from './standing.ts';

/** The texts that partners word together. */
export const WORDING_KIND = ['problem', 'vision', 'workingAgreement'] as const;
/** What a wording is for. */
export type WordingKind = (typeof WORDING_KIND)[number];

/** What a partner says of a version. */
export const STANCE = {
  agree: { fr: 'Je suis d’accord', en: 'I agree' },
  reservations: { fr: 'D’accord avec réserve', en: 'I agree with reservations' },
  standAside: { fr: 'Je me mets en retrait', en: 'I stand aside' },
  block: { fr: 'Je m’oppose', en: 'I block' },
} as const;
/** A stance. */
export type Stance = keyof typeof STANCE;

/** By which way something came in. */
export const CHANNEL = {
  app: { fr: 'Dans Tablée', en: 'In Tablée' },
  link: { fr: 'Par lien personnel', en: 'By personal link' },
  email: { fr: 'Par e-mail', en: 'By e-mail' },
  paper: { fr: 'Sur papier', en: 'On paper' },
  phone: { fr: 'Par téléphone', en: 'By phone' },
  meeting: { fr: 'En réunion', en: 'In a meeting' },
} as const;
/** A channel. */
export type Channel = keyof typeof CHANNEL;

/** One version of a text, with its languages. */
export type WordingVersion = {
  readonly number: number;
  /** The version that its author saw; 0 for the first. Lower than `number - 1`: written without having seen the one before. */
  readonly after: number;
  readonly by: string;
  readonly at: string;
  readonly stamp: Stamp;
  /** The language in which it was written. */
  readonly lang: string;
  readonly texts: { readonly [lang: string]: PartRef };
};

/** The position of one organisation on one version. */
export type Position = {
  readonly organisation: string;
  readonly version: number;
  readonly stance: Stance;
  readonly standing: PositionStanding;
  readonly reason: PartRef | null;
  readonly channel: Channel;
  /** Who said it, when known. */
  readonly person: string | null;
  /** Who entered it. */
  readonly enteredBy: string;
  /** True when its own people gave or confirmed it, it was said in a meeting, or a document shows it. */
  readonly acknowledged: boolean;
  /** The document that shows it (a scan), when entered from paper. */
  readonly proof: string | null;
  readonly at: string;
  readonly stamp: Stamp;
  /** What the organisation said before. */
  readonly before: {
    readonly version: number;
    readonly stance: Stance;
    readonly standing: PositionStanding;
  } | null;
  /** With whom and until when it is cleared, or by whom, how and when it was confirmed; absent when nobody said. */
  readonly firmness?: Firmness;
  /** Everything the organisation said before, the oldest first. */
  readonly trail?: readonly StandingStep<Stance>[];
};

/** The latest position of each organisation, by its id. */
export type Positions = { readonly [organisation: string]: Position };

/** A shared text with its versions and positions. */
export type Wording = {
  readonly kind: WordingKind;
  readonly versions: readonly WordingVersion[];
  readonly positions: Positions;
};

/** Refusals of wordings. */
export type WordingRefusal =
  | 'UnknownVersion'
  | 'ReasonNeeded'
  | 'NotYourOrganisation'
  | 'NoPosition'
  | 'AlreadyTranslated';

/** How the ledger holds it: what views read, without the rules that write it. */
export const wordingState = processState<Wording>('wording');
