import { type PartRef, processState, type Stamp } from '@tablee/domain/kernel';
import { type Carriage, type Civility, type LetterTemplate, type LetterTone } from './choice.ts';

/** The number of a letter in the register of its direction and year: 1, 2, 3 … without a gap. */
export type LetterNumber = {
  readonly year: number;
  readonly number: number;
  /** The stamp of the event that gave it: a word means that it is a guess, and not to be shown. */
  readonly stamp: Stamp;
};

/** The words of a letter. The name and the function of the addressee are not among them: they are in the vault. */
export type LetterTexts = {
  readonly subject: PartRef | null;
  /** Postal address of the addressee, line by line. */
  readonly recipient: PartRef | null;
  readonly salutation: PartRef | null;
  readonly body: PartRef | null;
  readonly closing: PartRef | null;
  readonly signature: PartRef | null;
};

/** A letter that leaves or that came in, with its scan and what it answers. */
export type Letter = {
  readonly direction: 'out' | 'in';
  readonly template: LetterTemplate;
  readonly tone: LetterTone;
  readonly lang: string;
  readonly civility: Civility;
  /** The organisation to which it goes or from which it comes. */
  readonly organisation: string | null;
  readonly person: string | null;
  /** Who signs. */
  readonly signer: string | null;
  /** What it is about: a meeting, a document, an organisation whose office holder changed. */
  readonly about: string | null;
  /** The letter that it answers or recalls. */
  readonly answers: string | null;
  /** The day written on it. */
  readonly dated: string | null;
  readonly texts: LetterTexts;
  /** How often its words were written: an author who saw an earlier one is told. */
  readonly revision: number;
  readonly by: string;
  readonly at: string;
  readonly fixed: { readonly by: string; readonly at: string } | null;
  readonly number: LetterNumber | null;
  readonly sent: { readonly on: string; readonly how: Carriage } | null;
  readonly arrived: { readonly on: string; readonly scan: PartRef | null } | null;
  /** Said to be answered without a letter: by a call, a visit, an act. */
  readonly answered: { readonly on: string; readonly words: PartRef | null } | null;
  /** The day after which a second letter is proposed. */
  readonly replyDue: string | null;
  readonly cancelled: boolean;
};

/** Refusals of letters. */
export type LetterRefusal =
  | 'NotTheRegister'
  | 'TextFixed'
  | 'ChangedSince'
  | 'NotFixed'
  | 'NotSent'
  | 'LetterCancelled'
  | 'NothingSaid';

/** How the ledger holds it: what views read, without the rules that write it. */
export const letterState = processState<Letter>('letter');
