import { type Log, placeOf } from '../log.ts';
import type { Mail, SealedMail } from './mail.ts';
import { type MailServer, mailServerAt } from './mail-server.ts';
import type { OutgoingLetter } from './outgoing.ts';
import type { PeopleStore } from './port.ts';
import { seal, unseal } from './sealed.ts';
import { newId } from './secret.ts';
import type { Clock } from './space-desk.ts';

/** Sends mail in the background, so that no answer tells by its time whether a message went out. */
export interface Post {
  /** False without `SMTP_URL`: messages are then shown to the one who sends them. */
  readonly works: boolean;
  /** Takes a mail into the queue, where it is durable when this resolves; it is tried until `lives` milliseconds are over. */
  send(mail: Mail, lives: number): Promise<void>;
  /** A mail as the queue takes it, to be added together with what notes it. */
  pack(mail: Mail, lives: number): OutgoingLetter;
  /** Tries what is due now. */
  look(): Promise<void>;
  /** Lets what is being handed over finish, a while at most; the rest waits for the next start. */
  close(): Promise<void>;
}

/** No mail server. */
export const NO_POST: Post = {
  works: false,
  send: async () => undefined,
  pack: () => {
    throw new Error('there is no mail server');
  },
  look: async () => undefined,
  close: async () => undefined,
};

/** How to reach the mail server, and where letters wait for it. */
export interface PostOptions {
  /** `smtp://` or `smtps://`, with the credentials in it. */
  readonly smtp: string;
  readonly from: string;
  readonly log: Log;
  readonly store: PeopleStore;
  /** Seals what waits: a letter may carry a link that nobody else may read. */
  readonly key: Buffer;
  readonly clock: Clock;
  /** Where a reply about a personal link goes, and the id of the message that says the same. */
  readonly replies?: { reply(link: string): string; messageId(link: string): string };
  /** Milliseconds before the first further try; doubled each time, one hour at most. */
  readonly retryAfter?: number;
}

const HOUR = 3_600_000;
/** How many letters are handed over at once. */
const AT_ONCE = 4;
/** How long between two looks at most, and how long a stop waits, in milliseconds. */
const EVERY = 60_000;
const PATIENCE = 5_000;

/** True while a letter is worth sending: its person is in view, and the link or invitation in it still open. */
const isWanted = async ({ store, clock }: PostOptions, letter: OutgoingLetter): Promise<boolean> => {
  const { kind, space, person, carries } = letter;
  if (space === undefined) return true;
  const card = person === undefined ? undefined : await store.cards.byId(space, person);
  if (person !== undefined && (card === undefined || card.withdrawn || card.erased !== undefined))
    return false;
  if (kind === 'digest' && (await store.reminders.of(space, person ?? '')).pace === 'never') return false;
  if (carries === undefined) return true;
  if (kind === 'invitation') return (await store.invitations.byId(space, carries))?.state === 'open';
  const link = (await store.links.of(space)).find(({ id }) => id === carries);
  return link !== undefined && !link.revoked && link.closes > clock();
};

/** The queue of letters of a store, and its way to an SMTP server. */
class Outbound implements Post {
  readonly works = true;
  readonly #options: PostOptions;
  readonly #server: MailServer;
  readonly #host: string;
  #running: Promise<void> | undefined;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #isFirst = true;

  constructor(options: PostOptions) {
    this.#options = options;
    this.#server = mailServerAt(options.smtp, options.from);
    this.#host = /@([^\s>]+)/.exec(options.from)?.[1] ?? 'localhost';
  }

  pack({ purpose, ...mail }: Mail, lives: number): OutgoingLetter {
    const { replies, key, clock } = this.#options;
    const id = newId();
    const { link } = mail;
    const messageId = (link && replies?.messageId(link)) ?? `<${id}@${this.#host}>`;
    const replyTo = link && replies?.reply(link);
    const whole: SealedMail = { ...mail, messageId, ...(replyTo === undefined ? {} : { replyTo }) };
    const now = clock();
    const times = { created: now, next: now, expires: now + lives };
    return { ...purpose, id, sealed: seal(key, JSON.stringify(whole)), ...times, tries: 0, state: 'waiting' };
  }

  async send(mail: Mail, lives: number): Promise<void> {
    await this.#options.store.outgoing.add(this.pack(mail, lives));
    void this.look();
  }

  look(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
      void this.#plan();
    });
    return this.#running;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    const late = new Promise<void>((go) => setTimeout(go, PATIENCE).unref());
    await Promise.race([this.#running, late]);
    await this.#server.close();
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#isClosed) {
      this.#again = false;
      try {
        if (this.#isFirst) await this.#options.store.outgoing.interrupted();
        this.#isFirst = false;
        await this.#round();
      } catch (error) {
        this.#options.log.error('mail.queue-failed', { code: 'StoreFault', at: placeOf(error) });
      }
    }
  }

  async #plan(): Promise<void> {
    const { store, clock } = this.#options;
    const next = this.#isClosed ? undefined : await store.outgoing.next();
    if (next === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), Math.min(Math.max(next - clock(), 1), EVERY));
    this.#timer.unref();
  }

  async #round(): Promise<void> {
    const { store, clock, log } = this.#options;
    const due = await store.outgoing.due(clock());
    if (due.length === 0) return;
    // Asked before anything is noted as handed over: a server that is down leaves nothing in doubt.
    if (!(await this.#server.isThere())) {
      log.warn('mail.not-sent', { code: 'MailNotSent' });
      for (const letter of due) await this.#putOff(letter);
      return;
    }
    for (let from = 0; from < due.length && !this.#isClosed; from += AT_ONCE)
      await Promise.all(due.slice(from, from + AT_ONCE).map((letter) => this.#deliver(letter)));
  }

  async #deliver(letter: OutgoingLetter): Promise<void> {
    const { store, clock, key, log } = this.#options;
    const { id, kind, carries, sealed } = letter;
    const text = sealed && unseal(key, sealed);
    if (letter.expires < clock() || text === undefined) return store.outgoing.lost(id);
    if (!(await isWanted(this.#options, letter))) return store.outgoing.delivered(id);
    await store.outgoing.hand(id);
    // What pack() wrote, sealed with the key of this server.
    const outcome = await this.#server.hand(JSON.parse(text));
    // The next start finds it as handed over, and says that nobody knows.
    if (this.#isClosed && outcome !== 'taken') return;
    if (outcome === 'taken') {
      if (kind === 'invitation' && carries !== undefined) await store.invitations.mailed(carries);
      return store.outgoing.delivered(id);
    }
    // The reason may name the address: it stays out of the log.
    log.warn('mail.not-sent', { code: 'MailNotSent' });
    return outcome === 'refused' ? store.outgoing.lost(id) : this.#putOff(letter);
  }

  #putOff({ id, tries, expires }: OutgoingLetter): Promise<void> {
    const { store, clock, retryAfter = 30_000 } = this.#options;
    const next = clock() + Math.min(retryAfter * 2 ** tries, HOUR);
    return next > expires ? store.outgoing.lost(id) : store.outgoing.putOff(id, next);
  }
}

/** A post through an SMTP server, by a queue that outlives the process. */
export const smtpPost = (options: PostOptions): Post => new Outbound(options);
