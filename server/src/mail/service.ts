import { join } from 'node:path';
import type { View } from '@tablee/domain/kernel';
import { processCommand, restrict } from '@tablee/domain/kernel';
import { mailState, readingLines } from '@tablee/domain/modules/mail';
import type { Request, RequestAnswer } from '@tablee/domain/modules/request';
import { openTables } from '../ledger/sqlite/tables.ts';
import { type Log, placeOf } from '../log.ts';
import { languageOf } from '../people/form.ts';
import { titleOfSpace } from '../people/invitation.ts';
import { requestIn } from '../people/link.ts';
import { hashOf, newId, newToken } from '../people/secret.ts';
import type { PeopleService } from '../people/service.ts';
import { instant, type Runtime } from '../space/runtime.ts';
import type { Addresses } from './address.ts';
import { arrivedLetter, readingLetter } from './letter.ts';
import { MAIL_MIGRATIONS } from './migration.ts';
import { keyOf, placeMail } from './place.ts';
import { readApart } from './read-apart.ts';
import { MAX_MAIL } from './read-mail.ts';
import type { MailSource, Taken } from './source.ts';
import { type KeptMail, MailStore } from './store.ts';

const DAY = 86_400_000;
/** A mail that is settled is kept 30 days, one that waits 12 months. */
const KEPT = { settled: 30 * DAY, waiting: 365 * DAY } as const;

/** What incoming mail stands on. */
export interface MailDeps {
  readonly people: PeopleService;
  readonly addresses: Addresses;
  readonly store: MailStore;
  /** Where mail comes from; absent while `MAIL_IN` names nothing. */
  readonly source?: MailSource;
  readonly runtime: Runtime;
  readonly log: Log;
}

/**
 * Takes mail in. A mail is durable before its source lets go of it, known by what it says, so that neither a stop nor
 * a second delivery loses or doubles it; what has to follow (the ledger, a letter back) is done again at the next start.
 */
export class IncomingMail {
  /** What it stands on. */
  readonly deps: MailDeps;
  #polling: Promise<void> | undefined;

  /** Takes nothing in before it is told to. */
  constructor(deps: MailDeps) {
    this.deps = deps;
  }

  /** True where mail comes in. */
  get works(): boolean {
    return this.deps.source !== undefined;
  }

  /** Looks for new mail, once at a time; what fails is tried again at the next look. */
  poll(): Promise<void> {
    const { source, log } = this.deps;
    this.#polling ??= (async () => {
      await source?.each((raw) => this.take(raw));
    })()
      .catch((error) => log.warn('mail.not-fetched', { code: 'MailNotFetched', at: placeOf(error) }))
      .finally(() => {
        this.#polling = undefined;
      });
    return this.#polling;
  }

  /** Looks when the source says so, and every so often; answers how to stop. */
  watch(): () => Promise<void> {
    const { source } = this.deps;
    if (source === undefined) return async () => undefined;
    void this.poll();
    const timer = setInterval(() => void this.poll(), source.every);
    const unwatch = source.watch(() => void this.poll());
    return async () => {
      clearInterval(timer);
      unwatch();
      await this.#polling;
    };
  }

  /** Takes one mail in. One that is larger than `MAX_MAIL` is listed by its beginning and left where it is, one for no partnership is left. */
  async take(raw: Uint8Array): Promise<Taken> {
    const { people, store, runtime } = this.deps;
    const mail = await readApart(raw);
    const whole = raw.length <= MAX_MAIL;
    const placed = await placeMail(this.deps, mail, raw);
    // For no partnership that is known: whoever keeps the mailbox finds it there.
    if (placed.space === '') return 'left';
    // A flood waits where it is: the ledger of a partnership is not for others to fill.
    if (people.limiter.take('mail', placed.space, runtime.now()) > 0) return 'later';
    const kept: KeptMail = {
      id: newId(),
      space: placed.space,
      key: keyOf(mail),
      sender: mail.from ?? '',
      name: mail.fromName,
      subject: mail.subject,
      words: placed.words,
      text: mail.text,
      files: (whole ? mail.files : []).map(({ name, type, bytes }) => ({
        name,
        size: bytes.length,
        ...(type === undefined ? {} : { type }),
      })),
      facts: whole ? placed.facts : { ...placed.facts, files: 0 },
      circle: placed.circle,
      whole,
      at: instant(runtime.now()),
      stage: 'in',
    };
    const isNew = await store.add(kept, whole ? raw : new Uint8Array());
    if (isNew) await this.#finish(kept);
    return whole ? 'taken' : 'left';
  }

  /** Does what a stop interrupted and deletes what is past its time; at start and once an hour. */
  async tend(): Promise<void> {
    const { store } = this.deps;
    for (const mail of await store.unfinished()) await this.#finish(mail);
    const past: string[] = [];
    for (const mail of await store.all()) if (await this.#isPast(mail)) past.push(mail.id);
    await store.forget(past);
  }

  /** Waits for what runs, then closes the file. */
  async close(): Promise<void> {
    await this.#polling;
    await this.deps.store.close();
  }

  async #isPast({ id, space, at }: Pick<KeptMail, 'id' | 'space' | 'at'>): Promise<boolean> {
    const now = this.deps.runtime.now();
    const entity = (await this.deps.people.spaces.read(space))?.get(id);
    const state = entity?.kind === 'process' ? mailState.read(entity.state) : undefined;
    const settled = state?.settledAt ?? null;
    return settled === null ? now - Date.parse(at) > KEPT.waiting : now - Date.parse(settled) > KEPT.settled;
  }

  async #finish(mail: KeptMail): Promise<void> {
    const { people, store } = this.deps;
    const { id, space, circle, facts } = mail;
    if (mail.stage === 'in') {
      const ticket = { id, space, saidAt: mail.at };
      const command = processCommand(ticket, 'mail.receive', { entity: id, circle }, facts);
      // The id of the mail is that of the command: received twice is received once.
      await people.spaces.issue(command, 'system');
      await store.reached(id, 'known');
    }
    await this.#answerBack(mail);
    await store.reached(id, 'done');
  }

  /** Only to addresses that the vault holds, never to a program, and not more often than letters go out. */
  async #answerBack(mail: KeptMail): Promise<void> {
    const { people, runtime } = this.deps;
    const { space, facts } = mail;
    const { kind, person, request, fromAsked } = facts;
    if (!people.post.works || typeof person !== 'string') return;
    const card = await people.store.cards.byId(space, person);
    const entities = await people.spaces.read(space);
    const isTheirs = card?.email !== undefined && card.email.toLowerCase() === mail.sender;
    if (card?.email === undefined || !isTheirs || entities === undefined || card.withdrawn) return;
    if (people.limiter.take('message', `mail ${card.email}`, runtime.now()) > 0) return;
    const lang = languageOf(card.language);
    const partnership = titleOfSpace(entities, space, lang);
    const purpose = { kind: 'reply', space, person } as const;
    if (kind === 'toSort') {
      await people.post.send({ to: card.email, ...arrivedLetter(lang, partnership), purpose }, DAY);
      return;
    }
    const asked = typeof request === 'string' ? requestIn(entities, request) : undefined;
    if (kind !== 'answer' || fromAsked !== true || asked === undefined || typeof request !== 'string') return;
    const url = await this.#linkFor({ mail, person, request });
    if (url === undefined) return;
    const view = restrict(entities, entities.get(request)?.circle ?? mail.circle);
    const read = this.#readOf(view, { mail, asked, lang });
    const letter = readingLetter(lang, { partnership, url, ...(read === undefined ? {} : { read }) });
    await people.post.send({ to: card.email, ...letter, purpose }, DAY);
  }

  #readOf(
    view: View,
    said: { readonly mail: KeptMail; readonly asked: Request; readonly lang: 'fr' | 'en' },
  ): string | undefined {
    const { mail, asked, lang } = said;
    const read = mail.facts['said'];
    if (read === undefined) return undefined;
    // What readReply() made, as the ledger took it.
    const lines = readingLines(view, asked, read as RequestAnswer, lang);
    return lines.length === 0 ? undefined : `« ${lines.join(' · ')} ».`;
  }

  /** A personal link of its own to the page that asks whether the reading is right: open as long as the first one. */
  async #linkFor(of: {
    readonly mail: KeptMail;
    readonly person: string;
    readonly request: string;
  }): Promise<string | undefined> {
    const { people, runtime } = this.deps;
    const { mail, person, request } = of;
    const first = (await people.store.links.of(mail.space)).find(
      (link) => link.request === request && link.person === person && !link.revoked,
    );
    if (first === undefined || first.closes <= runtime.now()) return undefined;
    const token = newToken(128);
    const link = { ...first, id: newId(), hash: hashOf(token), created: runtime.now() };
    await people.store.links.add(link);
    return mail.facts['said'] === undefined
      ? `${people.url}/r/${token}`
      : `${people.url}/r/${token}/mail/${mail.id}`;
  }
}

/** Opens incoming mail in a data folder (`mail.sqlite`). */
export const openIncomingMail = (data: string, deps: Omit<MailDeps, 'store'>): IncomingMail => {
  const now = (): string => instant(deps.runtime.now());
  const tables = openTables(join(data, 'mail.sqlite'), MAIL_MIGRATIONS, now);
  return new IncomingMail({ ...deps, store: new MailStore(tables) });
};
