import type { Language } from '@tablee/domain/kernel';
import type { Picture } from './picture.ts';

/** A piece of a document, without any markup: each renderer escapes what it is given. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly lang?: string }
  | { readonly kind: 'lead'; readonly text: string; readonly lang?: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      /** Left out where the head says the same. */
      readonly caption?: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'clause';
      readonly number: string;
      readonly title: string;
      readonly text: string;
      readonly lang?: string;
    }
  | { readonly kind: 'signatures'; readonly heading: string; readonly lines: readonly SignatureLine[] };

/** The block of one signatory: what was signed, or an empty line to sign on paper. */
export interface SignatureLine {
  readonly organisation: string;
  /** « Signé le 3 mai 2026, signature simple », or empty while nobody signed. */
  readonly said: string;
}

/** What stands at the head of whatever the partnership writes to somebody, and the line at the foot. */
export interface Letterhead {
  readonly name: string;
  readonly lines: readonly string[];
  readonly logo?: Picture;
  /** The logo in words, for those who do not see it. */
  readonly logoWords: string;
  readonly foot: readonly string[];
}

/** What makes a document one that is sent to somebody: letterhead, number, place and date, addressee. */
export interface SentTo {
  readonly head: Letterhead;
  /** As the register numbers it; empty where it does not. */
  readonly number: string;
  readonly date: string;
  readonly recipient: readonly string[];
}

/** A document before it is written: the same for DOCX and PDF. */
export interface Sheet {
  readonly title: string;
  readonly partnership: string;
  /** Date, place, standing: one line under the title. */
  readonly kicker: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
  readonly sent?: SentTo;
  /** Foot of every page: where the current state is, and who can read this. */
  readonly foot: string;
}
