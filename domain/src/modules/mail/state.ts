import { processState } from '@tablee/domain/kernel';
import type { RequestAnswer } from '../request/index.ts';

/** What an e-mail that came in is taken for. */
export const MAIL_KIND = {
  answer: { fr: 'Réponse à une demande', en: 'Answer to a request' },
  toSort: { fr: 'E-mail à trier', en: 'E-mail to sort' },
  bounce: { fr: 'E-mail revenu', en: 'E-mail that came back' },
  auto: { fr: 'Réponse automatique', en: 'Automatic reply' },
} as const;
/** What an e-mail is taken for. */
export type MailKind = keyof typeof MAIL_KIND;

/** What became of an e-mail that somebody sorted. */
export const SORTED_AS = {
  answer: { fr: 'notée comme réponse', en: 'recorded as an answer' },
  letter: { fr: 'enregistrée comme lettre reçue', en: 'registered as a letter received' },
  document: { fr: 'rangée dans les documents', en: 'kept with the documents' },
  noted: { fr: 'lue', en: 'read' },
} as const;
/** What became of it. */
export type SortedAs = keyof typeof SORTED_AS;

/**
 * An e-mail that came in, as the ledger knows it: ids, numbers and choices. Its words, its sender's address and its
 * attachments stay with the server, outside the ledger, until they are past their time.
 */
export type Mail = {
  readonly kind: MailKind;
  /** The request whose reply token it bore. */
  readonly request: string | null;
  /** Who was asked, or whose address it came from; of a bounce, who was not reached. */
  readonly person: string | null;
  /** True when it came from the address that the vault holds of the person asked. */
  readonly fromAsked: boolean;
  /** What was read as an answer; a proposal, never more. */
  readonly said: RequestAnswer | null;
  /** How many attachments it brought. */
  readonly files: number;
  readonly at: string;
  readonly state: 'waiting' | 'confirmed' | 'sorted' | 'discarded';
  readonly sortedAs: SortedAs | null;
  /** What it was attached to, or what was made of it. */
  readonly to: string | null;
  readonly settledAt: string | null;
};

/** Refusals of e-mails. */
export type MailRefusal = 'AlreadySorted' | 'NotDiscarded' | 'NothingRead';

/** How the ledger holds it: what views read, without the rules that write it. */
export const mailState = processState<Mail>('mail');
