import type { Letter } from './letter.ts';
import type { Purpose } from './outgoing.ts';

/** A letter with its address. */
export interface Mail extends Letter {
  readonly to: string;
  /** What it is for, and for whom. */
  readonly purpose: Purpose;
  /** A calendar file that mail programs take as an invitation or a cancellation. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };
  /** The personal link that the letter carries: where mail comes in, its reply finds the request by it. */
  readonly link?: string;
  /** Where one press in the mail program stops letters of this kind (RFC 8058). */
  readonly stop?: string;
}

/** A mail as it waits: made once, so that every try of it is the same message. */
export interface SealedMail extends Omit<Mail, 'purpose'> {
  readonly messageId: string;
  readonly replyTo?: string;
}
