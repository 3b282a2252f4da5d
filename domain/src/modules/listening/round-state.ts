import { type JsonObject, type PartRef, processState } from '@tablee/domain/kernel';
import type { Sector } from '../actor/index.ts';

/** How those who answer may be known: by their name, by a third person alone, or not at all (X13). */
export const NAMING = {
  named: { fr: 'Sous mon nom', en: 'Under my name' },
  third: { fr: 'Mon nom, dit à une tierce personne seulement', en: 'My name, told to a third person only' },
  anonymous: { fr: 'Sans nom', en: 'Without a name' },
} as const;
/** One of the three ways. */
export type Naming = keyof typeof NAMING;

/** Why a proposed statement or a voice note is not shown. */
export const REFUSED_FOR = {
  offTopic: { fr: 'Hors du sujet', en: 'Off the subject' },
  unclear: { fr: 'On ne peut pas y répondre tel quel', en: 'Cannot be answered as it stands' },
  insult: { fr: 'Blesse quelqu’un', en: 'Hurts somebody' },
  personalData: { fr: 'Permet de reconnaître une personne', en: 'Lets a person be recognised' },
  accusation: { fr: 'Met en cause une personne', en: 'Accuses a person' },
} as const;
/** One of the reasons. */
export type RefusedFor = keyof typeof REFUSED_FOR;

/** The longest statement, in characters. */
export const LONGEST_STATEMENT = 280;
/** The most statements of a round, shown or not. */
export const MOST_STATEMENTS = 500;
/** The languages for which the pages of a round bring their own words. */
export const PAGE_LANGUAGES = ['fr', 'en', 'de', 'es'] as const;
/** One of them. */
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** True for a language for which the pages bring their own words. */
export const isPageLanguage = (lang: string): lang is PageLanguage =>
  PAGE_LANGUAGES.some((own) => own === lang);

/** An hour with the zone in which it is said. */
export type RoundMoment = { readonly instant: string; readonly zone: string };

/** What the round says of itself in one language. */
export type RoundTexts = { readonly title: PartRef; readonly intro: PartRef; readonly promise: PartRef };

/** One statement that people answer. */
export type RoundStatement = {
  /** The place in the order in which statements came in, from 1. */
  readonly order: number;
  readonly from: 'seed' | 'proposed';
  /** By language. */
  readonly texts: { readonly [lang: string]: PartRef };
  /** False once it was taken back: what was answered still counts, and it stays out of rankings. */
  readonly shown: boolean;
};

/** What was decided on a proposed statement, a statement shown before or a voice note; never its words. */
export type Moderated = {
  readonly of: 'statement' | 'voice';
  readonly decision: 'accept' | 'reject' | 'merge' | 'withhold';
  readonly reason: RefusedFor | null;
  /** The statement that says the same. */
  readonly into: string | null;
  readonly by: string;
  readonly at: string;
};

/** A listening round. */
export type Round = {
  readonly state: 'planned' | 'open' | 'closed';
  /** The languages offered, in the order in which they stand on the page. */
  readonly languages: readonly string[];
  readonly texts: { readonly [lang: string]: RoundTexts };
  /** The page's own words in languages that it does not bring: each a part whose value is an object. */
  readonly words: { readonly [lang: string]: PartRef };
  /** The sectors that people may say they belong to; none asks for none. */
  readonly sectors: readonly Sector[];
  readonly naming: readonly Naming[];
  /** The person who alone reads the names told to a third person. */
  readonly confidant: string | null;
  /** How many people are hoped for: anonymity is offered from the floor on. */
  readonly expected: number;
  readonly floors: { readonly perGroup: number; readonly inAll: number };
  /** Persons who moderate, beside the secretariat. */
  readonly moderators: readonly string[];
  readonly opens: RoundMoment | null;
  readonly closes: RoundMoment;
  /** The day until which the answer after is promised. */
  readonly answerBy: string;
  readonly statements: { readonly [id: string]: RoundStatement };
  readonly moderated: { readonly [id: string]: Moderated };
  /** Written summaries of voice notes, by language. */
  readonly summaries: {
    readonly [voice: string]: { readonly at: string; readonly texts: { readonly [lang: string]: PartRef } };
  };
  /** What was published, once: the report of the opinion engine, or how many people answered if too few. */
  readonly result: JsonObject | null;
  /** What became of it: the whole, and by statement, each by language. */
  readonly answer: {
    readonly at: string;
    readonly texts: { readonly [lang: string]: PartRef };
    readonly statements: { readonly [id: string]: { readonly [lang: string]: PartRef } };
  } | null;
  readonly plannedBy: string;
  readonly plannedAt: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
};

/** Refusals of listening rounds. */
export type RoundRefusal =
  | 'AnonymityNotOffered'
  | 'ConfidantMissing'
  | 'DatesOutOfOrder'
  | 'LanguageMissing'
  | 'NotModerator'
  | 'AlreadyOpened'
  | 'NotOpen'
  | 'NotClosed'
  | 'AlreadyPublished'
  | 'StatementUnknown'
  | 'StatementTaken'
  | 'TooManyStatements'
  | 'NothingToAnswer'
  | 'TextMissing'
  | 'ReasonMissing';

/** How the ledger holds it: what views read, without the rules that write it. */
export const roundState = processState<Round>('round');
