import type { Transporter } from 'nodemailer';
import type { SealedMail } from './mail.ts';

/** What a mail server made of a mail: taken, refused for good (nobody there), or to be tried again. */
export type Handed = 'taken' | 'refused' | 'later';

/** The way to a mail server. */
export interface MailServer {
  /** True when it answers and lets us in. */
  isThere(): Promise<boolean>;
  /** Never throws: whatever the reason, a mail that was not taken is refused or to be tried again. */
  hand(mail: SealedMail): Promise<Handed>;
  close(): Promise<void>;
}

/** A server that says nothing for so long is not there. Milliseconds. */
const SILENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 } as const;

/** Loaded with the first letter: a server that sends none does not carry it. */
const openTransport = async (smtp: string, from: string): Promise<Transporter> => {
  const { createTransport } = await import('nodemailer');
  const at = new URL(smtp);
  for (const [option, milliseconds] of Object.entries(SILENCE))
    if (!at.searchParams.has(option)) at.searchParams.set(option, String(milliseconds));
  return createTransport(at.href, { from, disableFileAccess: true, disableUrlAccess: true });
};

/** Calendar programs answer an invitation that names who asks and who is asked (RFC 5546). */
const answerable = (calendar: string, organizer: string, attendee: string): string =>
  calendar.replace(
    /^UID:/m,
    `ORGANIZER:mailto:${organizer}\r\nATTENDEE;RSVP=TRUE:mailto:${attendee}\r\nUID:`,
  );

const messageOf = ({ to, subject, text, html, calendar, messageId, replyTo, stop }: SealedMail) => ({
  to,
  subject,
  text,
  html,
  messageId,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(stop === undefined
      ? {}
      : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  },
  ...(replyTo === undefined ? {} : { replyTo }),
  ...(calendar === undefined
    ? {}
    : {
        icalEvent: {
          method: calendar.method,
          content: replyTo === undefined ? calendar.text : answerable(calendar.text, replyTo, to),
          filename: 'invitation.ics',
        },
      }),
});

/** An address that the server says is nobody's will not become somebody's by trying again. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'EENVELOPE' &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500;

/** The mail server of an address, opened with the first letter. */
export const mailServerAt = (smtp: string, from: string): MailServer => {
  let opened: Promise<Transporter> | undefined;
  const transport = (): Promise<Transporter> => (opened ??= openTransport(smtp, from));
  return {
    async isThere() {
      try {
        await (await transport()).verify();
        return true;
      } catch {
        return false;
      }
    },
    async hand(mail) {
      try {
        await (await transport()).sendMail(messageOf(mail));
        return 'taken';
      } catch (error) {
        return isRefusal(error) ? 'refused' : 'later';
      }
    },
    close: async () => (await opened)?.close(),
  };
};
