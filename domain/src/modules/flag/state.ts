import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';

/** What may be watched. A flag's id is its kind and what it is about: `seat-vacant-{id}`. */
export const FLAG_KINDS = [
  'indicator-off-path',
  'assumption-overdue',
  'assumption-broken',
  'activity-without-effect',
  'seat-vacant',
  'commitment-overdue',
  'contribution-late',
  'figure-missing',
  'funding-ending',
] as const;
/** A kind of flag. */
export type FlagKind = (typeof FLAG_KINDS)[number];

/** What a partner may answer to a flag about it. */
export const FLAG_ANSWER = {
  coming: { fr: 'Cela arrive', en: 'It is coming' },
  difficulty: { fr: 'Nous avons une difficulté', en: 'We have a difficulty' },
  callMe: { fr: 'Appelez-moi', en: 'Please call me' },
} as const;
/** An answer to a flag. */
export type FlagAnswer = keyof typeof FLAG_ANSWER;

/** The ways on that a flag offers; talking always comes first, and none of them is to end. */
export const FLAG_OFFER = {
  talk: { fr: 'En parler d’abord', en: 'Talk about it first' },
  adjust: { fr: 'Ajuster', en: 'Adjust' },
  adapt: { fr: 'Adapter', en: 'Adapt' },
  return: { fr: 'Revenir à une phase', en: 'Go back to a phase' },
  mute: { fr: 'Mettre en sourdine', en: 'Mute' },
} as const;
/** A way on. */
export type FlagOffer = keyof typeof FLAG_OFFER;

/** What somebody did about a flag; several such entries may stand beside each other. */
export type FlagEntry = {
  readonly flag: string;
  readonly act: 'muted' | 'talk' | 'answered' | 'chosen';
  readonly by: string;
  readonly at: string;
  readonly stamp: Stamp;
  /** Muted: until the end of this day. */
  readonly until: string | null;
  readonly words: PartRef | null;
  /** Talk: the meeting and the agenda item. */
  readonly meeting: string | null;
  readonly agendaItem: string | null;
  /** Answered: by which organisation, what, and for when. */
  readonly organisation: string | null;
  readonly answer: FlagAnswer | null;
  readonly on: string | null;
  /** Chosen: which way. */
  readonly choice: 'adjust' | 'adapt' | 'return' | null;
  /** True once it no longer holds: unmuted, talked about, taken back. */
  readonly lifted: boolean;
};

/** Refusals of flags. */
export type FlagRefusal = 'NotYourOrganisation' | 'UntilPassed';

/** How the ledger holds it: what views read, without the rules that write it. */
export const flagState = processState<FlagEntry>('flag');
