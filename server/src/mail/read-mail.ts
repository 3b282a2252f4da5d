import { ENOUGH, type FileType } from '@tablee/domain/file';
import type { Address, Attachment, Email } from 'postal-mime';
import { emailOf } from '../people/form.ts';
import { typeOf } from '../space/file-type.ts';
import { textOfHtml } from './html-text.ts';

/** The largest mail that is read whole, in bytes. */
export const MAX_MAIL = 25_000_000;
/** How much of a larger one is read: its headers, and usually its words. */
const BEGINNING = 64_000;
/** How many characters of a mail's words are kept to be shown. */
const MOST_WORDS = 20_000;
/** How many attachments of one mail are listed. */
const MOST_FILES = 50;

/** An attachment as it came. */
export interface MailFile {
  readonly name: string;
  /** By its content; absent where that is of no kind that is taken in. */
  readonly type?: FileType;
  readonly bytes: Uint8Array;
}

/** What a calendar program answered to an invitation. */
export interface CalendarReply {
  /** The entity id of the meeting. */
  readonly meeting: string;
  readonly choice: 'coming' | 'notComing';
}

/** A mail as it was read. */
export interface ReadMail {
  /** The address of the sender, lower case; absent where the mail names none. */
  readonly from?: string;
  readonly fromName: string;
  readonly subject: string;
  /** What somebody wrote, with the quotation below. */
  readonly text: string;
  readonly files: readonly MailFile[];
  /** Every address that it was sent to, however it got there. */
  readonly recipients: readonly string[];
  /** `In-Reply-To` and `References`. */
  readonly references: string;
  readonly messageId?: string;
  /** Sent by a program: no answer, and never answered. */
  readonly isAuto: boolean;
  /** The report of a mail that could not be delivered. */
  readonly isBounce: boolean;
  readonly calendar?: CalendarReply;
}

const mailboxes = (address: Address): readonly { readonly name: string; readonly address: string }[] =>
  address.group ?? [address];

const DELIVERED = new Set(['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'apparently-to']);

const recipientsOf = (mail: Email): readonly string[] => {
  const named = [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].flatMap(mailboxes);
  const delivered = mail.headers.filter(({ key }) => DELIVERED.has(key)).map(({ value }) => value);
  const all = [...named.map(({ address }) => address), ...delivered];
  return [...new Set(all.map((each) => each.replace(/[<>\s]/g, '').toLowerCase()))].slice(0, 200);
};

const header = (mail: Email, name: string): string =>
  mail.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? '';

const isBounce = (mail: Email, from: string): boolean =>
  /multipart\/report/.test(header(mail, 'content-type'))
    ? /delivery-status/.test(header(mail, 'content-type'))
    : /^(mailer-daemon|postmaster)@/.test(from) && header(mail, 'return-path').trim() === '<>';

/** How programs name their mail where they mark it by nothing else. */
const AWAY =
  /^(r[ée]ponse automatique|message d.absence|absence du bureau|automatic reply|auto(matic)?[- ]?repl(y|ied)|out of (the )?office|automatische antwort|abwesenheit|respuesta autom[áa]tica)\b/i;

/** As RFC 3834 and practice know programs that write by themselves, and lists. */
const isAuto = (mail: Email): boolean => {
  const submitted = header(mail, 'auto-submitted');
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /bulk|junk|list|auto_reply/.test(header(mail, 'precedence')) ||
    mail.headers.some(({ key }) =>
      ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'list-id', 'list-unsubscribe'].includes(key),
    ) ||
    header(mail, 'return-path').trim() === '<>' ||
    AWAY.test((mail.subject ?? '').trim())
  );
};

const bytesOf = ({ content }: Attachment): Uint8Array => {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
};

const fileOf = (attachment: Attachment, index: number): MailFile => {
  const bytes = bytesOf(attachment);
  const name =
    (attachment.filename ?? '')
      .normalize('NFC')
      .replace(/[\p{Cc}/\\]+/gu, ' ')
      .trim()
      .slice(-200) || `${index + 1}`;
  const type = typeOf({ start: bytes.subarray(0, ENOUGH), end: bytes.subarray(-ENOUGH), name });
  return { name, bytes, ...(type === undefined ? {} : { type }) };
};

const calendarOf = (attachments: readonly Attachment[]): CalendarReply | undefined => {
  const held = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (held === undefined) return undefined;
  const text = Buffer.from(bytesOf(held))
    .toString('utf8')
    .replace(/\r?\n[ \t]/g, '');
  if (!/^METHOD:REPLY\s*$/im.test(text)) return undefined;
  const meeting = /^UID:([a-z0-9][a-z0-9-]{0,59})@tablee\s*$/im.exec(text)?.[1];
  const status = /^ATTENDEE[^\r\n]*PARTSTAT=(ACCEPTED|DECLINED)\b/im.exec(text)?.[1]?.toUpperCase();
  // "Tentative" is no answer: it is shown as words, not as a proposal.
  if (meeting === undefined || status === undefined) return undefined;
  return { meeting: meeting.toLowerCase(), choice: status === 'ACCEPTED' ? 'coming' : 'notComing' };
};

/** Parts of the mail itself, not something that somebody attached. */
const isOwnPart = ({ mimeType, related }: Attachment): boolean =>
  related === true || ['text/calendar', 'message/delivery-status', 'text/rfc822-headers'].includes(mimeType);

const lineOf = (text: string | undefined, most: number): string =>
  (text ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, most);

/**
 * Reads a mail of whatever form: broken MIME gives what can be read of it, never an error. Of HTML only its words are
 * kept; pictures of its layout are left out, attachments are recognised by their content.
 */
export const readMail = async (raw: Uint8Array): Promise<ReadMail> => {
  const { default: PostalMime } = await import('postal-mime');
  const whole = raw.length > MAX_MAIL ? raw.subarray(0, BEGINNING) : raw;
  const mail = await PostalMime.parse(whole).catch(
    (): Email => ({
      headers: [],
      headerLines: [],
      attachments: [],
      text: Buffer.from(whole).toString('utf8'),
    }),
  );
  const sender = mail.from === undefined ? undefined : mailboxes(mail.from)[0];
  const from = emailOf(sender?.address ?? '');
  const written = mail.text?.trim() ?? '';
  const text = (written === '' ? textOfHtml(mail.html ?? '') : written)
    .replace(/[^\P{Cc}\n\t]+/gu, '')
    .slice(0, MOST_WORDS);
  const calendar = calendarOf(mail.attachments);
  const bounce = isBounce(mail, from ?? sender?.address.toLowerCase() ?? '');
  return {
    ...(from === undefined ? {} : { from }),
    fromName: lineOf(sender?.name, 200),
    subject: lineOf(mail.subject, 300),
    text,
    files: mail.attachments
      .filter((attachment) => !isOwnPart(attachment))
      .slice(0, MOST_FILES)
      .map(fileOf),
    recipients: recipientsOf(mail),
    references: `${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.slice(0, 20_000),
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId.slice(0, 998) }),
    isAuto: isAuto(mail),
    isBounce: bounce,
    ...(calendar === undefined ? {} : { calendar }),
  };
};
