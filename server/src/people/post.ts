import type { Transporter } from 'nodemailer';
import type { Log } from '../log.ts';
import type { Letter } from './letter.ts';

/** A letter with its address. */
export interface Mail extends Letter {
  readonly to: string;
  /** A calendar file that mail programs take as an invitation or a cancellation. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string };
  /** The personal link that the letter carries: where mail comes in, its reply finds the request by it. */
  readonly link?: string;
}

/** What became of a mail: handed to the mail server, or given up. */
export type MailResult = 'sent' | 'failed';

/** Sends mail in the background, so that no answer tells by its time whether a message went out. */
export interface Post {
  /** False without `SMTP_URL`: messages are then shown to the one who sends them. */
  readonly works: boolean;
  /** Tries until `giveUpAfter` (milliseconds from now) has passed; never throws. */
  send(mail: Mail, giveUpAfter: number): Promise<MailResult>;
  /** Waits for what is being sent now and stops trying the rest. */
  close(): Promise<void>;
}

/** No mail server. */
export const NO_POST: Post = {
  works: false,
  send: async () => 'failed',
  close: async () => undefined,
};

/** How to reach the mail server. */
export interface PostOptions {
  /** `smtp://` or `smtps://`, with the credentials in it. */
  readonly smtp: string;
  readonly from: string;
  readonly log: Log;
  /** Where a reply about a personal link goes, and the id of the message that says the same. */
  readonly replies?: { reply(link: string): string; messageId(link: string): string };
  /** Milliseconds before the first further try; doubled each time, one hour at most. */
  readonly retryAfter?: number;
}

const HOUR = 3_600_000;

/** Loaded with the first letter: a server that sends none does not carry it. */
const openTransport = async (smtp: string, from: string): Promise<Transporter> => {
  const { createTransport } = await import('nodemailer');
  return createTransport(smtp, { from, disableFileAccess: true, disableUrlAccess: true });
};

/** Calendar programs answer an invitation that names who asks and who is asked (RFC 5546). */
const answerable = (calendar: string, organizer: string, attendee: string): string =>
  calendar.replace(
    /^UID:/m,
    `ORGANIZER:mailto:${organizer}\r\nATTENDEE;RSVP=TRUE:mailto:${attendee}\r\nUID:`,
  );

/** A post through an SMTP server. What waits is in memory only: a letter may carry a link that nobody else may read. */
export const smtpPost = ({ smtp, from, log, replies, retryAfter = 30_000 }: PostOptions): Post => {
  let opened: Promise<Transporter> | undefined;
  const transport = (): Promise<Transporter> => {
    opened ??= openTransport(smtp, from);
    return opened;
  };
  const running = new Set<Promise<MailResult>>();
  const timers = new Map<NodeJS.Timeout, () => void>();
  let isClosed = false;
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((go) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        go();
      }, milliseconds);
      timer.unref();
      timers.set(timer, go);
    });
  const deliver = async (mail: Mail, giveUpAfter: number): Promise<MailResult> => {
    let waited = 0;
    // One message, however often it is tried.
    const messageId = mail.link === undefined ? undefined : replies?.messageId(mail.link);
    for (let wait = retryAfter; !isClosed; wait = Math.min(wait * 2, HOUR)) {
      try {
        const { to, subject, text, html, calendar, link } = mail;
        const replyTo = link === undefined ? undefined : replies?.reply(link);
        await (await transport()).sendMail({
          to,
          subject,
          text,
          html,
          headers: { 'Auto-Submitted': 'auto-generated' },
          ...(replyTo === undefined || messageId === undefined ? {} : { replyTo, messageId }),
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
        return 'sent';
      } catch {
        // The reason may name the address: it stays out of the log.
        log.warn('mail.not-sent', { code: 'MailNotSent' });
      }
      if (waited + wait > giveUpAfter) break;
      await pause(wait);
      waited += wait;
    }
    return 'failed';
  };
  return {
    works: true,
    send(mail, giveUpAfter) {
      const sending = deliver(mail, giveUpAfter);
      running.add(sending);
      void sending.finally(() => running.delete(sending));
      return sending;
    },
    async close() {
      isClosed = true;
      for (const [timer, go] of timers) {
        clearTimeout(timer);
        go();
      }
      await Promise.all(running);
      (await opened)?.close();
    },
  };
};
