import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryOf, LONGEST_STATEMENT, type Naming } from '@tablee/domain/modules/listening';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { Call, Env } from '../http/context.ts';
import type { Listening } from '../listening/service.ts';
import { LARGEST_SOUND, readSound } from '../listening/sound.ts';
import type { FoundRound } from '../listening/standing.ts';
import type { Door, Listener } from '../listening/store.ts';
import { lineOf } from '../people/form.ts';
import type { AllowanceName } from '../people/limit.ts';
import { type Refused, refused } from '../people/refusal.ts';
import { hashOf, newCode, newId, printedCode, readCode } from '../people/secret.ts';
import { Busy } from '../space/spaces.ts';
import { closedDoor, type Form, formOf, heldBack, type Visit, visit } from './door.ts';
import { donePage, notYetPage, statementPage, tooLong, voicePage, welcomePage } from './listen-form.ts';
import { type Hearing, notice, ordered, sayer, showRound, wordsFor } from './listen-page.ts';
import { resultPage } from './listen-result.ts';
import { pulseDoor } from './pulse-door.ts';

/** The largest form without a sound: far more than anybody writes, so that too long a text gets an answer of its own. */
const MAX_FORM = 2_000_000;
/** Sounds that are taken in at the same time; each is held in memory while it comes. */
const SOUNDS_AT_ONCE = 4;
/** The cookie in which a browser keeps its code: for the address of this round alone, and read by nobody else. */
const COOKIE = 'tablee-listen';
const STANCE = { agree: 1, disagree: -1, pass: 0 } as const;
const ANSWERED = {
  own: 'ownThanks',
  voice: 'voiceThanks',
  saved: 'saved',
  finished: 'finished',
  withdrawn: 'withdrawn',
} as const;

/** The token of the address; a code that somebody typed, in the form in which it was printed. */
const tokenOf = (c: Call): string => {
  const said = c.req.param('token') ?? '';
  const code = readCode(said);
  return code === undefined ? said : printedCode(code);
};
const homeOf = (c: Call): string => `/l/${tokenOf(c)}`;

/** A language that the round offers: what the address says, what they chose, what the browser asks, the first. */
const languageFor = (
  { state }: FoundRound,
  c: Call,
  asked: string | undefined,
  held: Listener | undefined,
): string => {
  const offers = (lang: string | undefined): lang is string =>
    lang !== undefined && state.languages.includes(lang);
  const wished = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((range) => range.split(';')[0]?.trim() ?? '')
    .flatMap((range) => [range, range.split('-')[0] ?? '']);
  return [asked, held?.language, ...wished].find(offers) ?? state.languages[0] ?? 'fr';
};

interface Opened {
  readonly at: Visit;
  readonly door: Door;
  readonly found: FoundRound;
  readonly listener: Listener | undefined;
  readonly code: string | undefined;
}

/** One request of somebody at the door of a round: what they see and what they send. */
class ListenDoor {
  readonly #listening: Listening;
  #sounds = 0;

  constructor(listening: Listening) {
    this.#listening = listening;
  }

  get #people() {
    return this.#listening.deps.people;
  }

  get #store() {
    return this.#listening.deps.store;
  }

  /** The page of a request; a page of its own for what cannot be opened. */
  async get(c: Call): Promise<Response> {
    const opened = await this.#open(c);
    if (opened instanceof Response) return opened;
    const hearing = await this.#hear(c, opened, c.req.query('lang'));
    const { state } = opened.found;
    if (state.state === 'closed' || this.#isOver(opened.found)) return resultPage(hearing);
    if (state.state === 'planned') return notYetPage(hearing);
    const told = c.req.query('v') ?? '';
    const word = Object.hasOwn(ANSWERED, told) ? ANSWERED[told as keyof typeof ANSWERED] : undefined; // just checked
    const said = word === undefined ? undefined : hearing.say(word);
    if (opened.listener === undefined)
      return said === undefined ? welcomePage(hearing) : showRound(hearing, html`${notice(said)}`);
    const next = hearing.statements.find(({ id }) => !hearing.answers.has(id));
    const id = c.req.query('s') ?? (told === 'saved' ? undefined : next?.id);
    const beside = said === undefined ? {} : { said };
    return id === undefined
      ? donePage(hearing, beside)
      : statementPage(hearing, { id, chosen: c.req.query('a') }, beside);
  }

  /** A form: begin, answer, propose, say how to be named, go on by code, finish, take back. */
  async post(c: Call): Promise<Response> {
    const sent = await this.#sent(c);
    if (sent instanceof Response) return sent;
    const { opened, form, hearing } = sent;
    if (form['do'] === 'start') return this.#start(c, sent);
    if (form['do'] === 'resume') return this.#resume(c, sent);
    const { listener } = opened;
    if (listener === undefined) return welcomePage(hearing);
    switch (form['do']) {
      case 'answer':
        return this.#answer(c, sent, listener);
      case 'propose':
        return this.#propose(c, sent, listener);
      case 'name':
        return this.#name(c, sent, listener);
      case 'finish':
        this.#drop(c);
        return this.#back(c, hearing, 'v=finished');
      case 'withdraw':
        await this.#store.withdraw(opened.found.key, listener.id);
        this.#drop(c);
        return this.#back(c, hearing, 'v=withdrawn');
      default:
        return this.#back(c, hearing);
    }
  }

  /** The page of a voice note. */
  async voice(c: Call): Promise<Response> {
    const opened = await this.#open(c);
    if (opened instanceof Response) return opened;
    const hearing = await this.#hear(c, opened, c.req.query('lang'));
    return opened.listener === undefined || opened.found.state.state !== 'open'
      ? this.#back(c, hearing)
      : voicePage(hearing);
  }

  /** A voice note as it comes. */
  async hearVoice(c: Call): Promise<Response> {
    if (this.#sounds >= SOUNDS_AT_ONCE) {
      const opened = await this.#open(c);
      return opened instanceof Response ? opened : this.#later(await this.#hear(c, opened, undefined), 10);
    }
    this.#sounds += 1;
    try {
      return await this.#takeVoice(c);
    } finally {
      this.#sounds -= 1;
    }
  }

  async #takeVoice(c: Call): Promise<Response> {
    const sent = await this.#sent(c);
    if (sent instanceof Response) return sent;
    const { opened, hearing, form } = sent;
    const { listener, found } = opened;
    if (listener === undefined) return welcomePage(hearing);
    const file = (await c.req.parseBody())['sound'];
    const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    const heard = readSound(bytes);
    if (!heard.ok && heard.why === 'long')
      return voicePage(hearing, { sentence: tooLong(hearing), status: 413 });
    if (!heard.ok) return voicePage(hearing, { sentence: hearing.say('voiceWrong'), status: 415 });
    const held = heldBack(this.#people, 'spoken', listener.id);
    if (held !== undefined)
      return voicePage(hearing, { sentence: hearing.say('wait', { seconds: held.wait ?? 60 }), status: 429 });
    const { naming, name } = listener;
    const said = { id: onceOf(form), language: hearing.lang, naming, name };
    await this.#store.spoken.add(
      found.key,
      { ...said, type: heard.type, bytes: bytes.length, seconds: heard.seconds },
      bytes,
    );
    return this.#back(c, hearing, 'v=voice');
  }

  async #start(c: Call, { opened, form, hearing }: Sent): Promise<Response> {
    const { found, door, listener } = opened;
    if (listener !== undefined) return this.#back(c, hearing);
    const held = heldBack(this.#people, 'newcomer', c.get('address'));
    if (held !== undefined) return this.#later(hearing, held.wait ?? 60);
    const wished = wishOf(found, form);
    if (wished === undefined) return welcomePage(hearing, hearing.say('nameMissing'));
    const code = newCode();
    const secret = door.kind === 'personal' ? tokenOf(c) : (readCode(code) ?? code);
    const person = { id: newId(), language: hearing.lang, ...wished };
    await this.#store.begin(found.key, person, this.#listening.hashFor(found.key, secret));
    if (door.kind === 'public') this.#give(c, found, code, form['noTrace'] === 'yes');
    return this.#back(c, hearing);
  }

  async #resume(c: Call, { opened, form, hearing }: Sent): Promise<Response> {
    const held = heldBack(this.#people, 'guess', c.get('address'));
    if (held !== undefined) return this.#later(hearing, held.wait ?? 60);
    const { found, door } = opened;
    const code = readCode(form['code'] ?? '');
    const known = code && (await this.#store.listener(this.#listening.hashFor(found.key, code)));
    if (code === undefined || known === undefined || door.kind !== 'public')
      return welcomePage(hearing, hearing.say('codeWrong'));
    // Most of those who go on by code share a telephone: the cookie ends with the browser.
    this.#give(c, found, printedCode(code), true);
    return this.#back(c, hearing);
  }

  async #answer(c: Call, { opened, form, hearing }: Sent, listener: Listener): Promise<Response> {
    const { found } = opened;
    const [id, said] = [form['s'] ?? '', form['stance'] ?? ''];
    const isAsked = entryOf(found.state.statements, id)?.shown === true;
    if (isAsked && (said === 'agree' || said === 'disagree' || said === 'pass'))
      await this.#store.answer(found.key, listener.id, id, STANCE[said]);
    return this.#back(c, hearing);
  }

  async #propose(c: Call, { opened, form, hearing }: Sent, listener: Listener): Promise<Response> {
    const written = (form['text'] ?? '').replace(/\s+/g, ' ').trim();
    const length = [...written].length;
    const keep = (said: string): Promise<Response> => {
      const next = hearing.statements.find(({ id }) => !hearing.answers.has(id));
      const beside = { said, text: written };
      return next === undefined ? donePage(hearing, beside) : statementPage(hearing, next, beside);
    };
    if (length === 0) return keep(hearing.say('empty'));
    if (length > LONGEST_STATEMENT) return keep(hearing.say('tooLong', { length }));
    const held = heldBack(this.#people, 'spoken', listener.id);
    if (held !== undefined) return keep(hearing.say('wait', { seconds: held.wait ?? 60 }));
    const { naming, name } = listener;
    const proposal = { id: onceOf(form), language: hearing.lang, text: written, naming, name };
    await this.#store.spoken.propose(opened.found.key, proposal);
    return this.#back(c, hearing, 'v=own');
  }

  async #name(c: Call, { opened, form, hearing }: Sent, listener: Listener): Promise<Response> {
    const wished = wishOf(opened.found, form);
    if (wished === undefined) return donePage(hearing, { said: hearing.say('nameMissing') });
    await this.#store.change(opened.found.key, { id: listener.id, language: hearing.lang, ...wished });
    return this.#back(c, hearing, 'v=saved');
  }

  /** Back to the page of the round; its language goes along, since a press of "back" must not change it. */
  #back(c: Call, { lang }: Hearing, more?: string): Response {
    const query = [`lang=${lang}`, ...(more === undefined ? [] : [more])].join('&');
    return c.redirect(`${homeOf(c)}?${query}`, 303);
  }

  #later(hearing: Hearing, seconds: number): Promise<Response> {
    const sentence = hearing.say('wait', { seconds });
    return showRound(hearing, html`${notice(sentence)}`, 429, { 'retry-after': String(seconds) });
  }

  #isOver({ state }: FoundRound): boolean {
    return state.state === 'open' && this.#people.clock() >= Date.parse(state.closes.instant);
  }

  #give(c: Call, { state }: FoundRound, code: string, noTrace: boolean): void {
    const left = Math.ceil((Date.parse(state.closes.instant) - this.#people.clock()) / 1_000);
    const life = noTrace ? {} : { maxAge: Math.max(60, Math.min(left, 400 * 86_400)) };
    const secure = this.#people.url.startsWith('https:');
    setCookie(c, COOKIE, code, { path: homeOf(c), httpOnly: true, sameSite: 'Lax', secure, ...life });
  }

  #drop(c: Call): void {
    deleteCookie(c, COOKIE, { path: homeOf(c), secure: this.#people.url.startsWith('https:') });
  }

  async #open(c: Call): Promise<Opened | Response> {
    const wanted = c.get('language') === 'fr' ? 'fr' : 'en';
    const at = visit(this.#people, c, wanted);
    const limited = (name: AllowanceName): Refused | undefined =>
      heldBack(this.#people, name, c.get('address'));
    const held = limited('listening');
    if (held !== undefined) return closedDoor(at, held);
    const door = await this.#store.door(hashOf(tokenOf(c)));
    if (door === undefined) return closedDoor(at, limited('guess') ?? refused('LinkUnknown'));
    if (door.revoked) return closedDoor(at, refused('LinkRevoked'));
    const found = await this.#listening.round(door);
    if (found === undefined) return closedDoor(at, refused('LinkExpired'));
    const code = door.kind === 'public' ? readCode(getCookie(c, COOKIE) ?? '') : undefined;
    const secret = door.kind === 'public' ? code : tokenOf(c);
    const listener =
      secret === undefined
        ? undefined
        : await this.#store.listener(this.#listening.hashFor(found.key, secret));
    const isKnown = listener !== undefined && code !== undefined;
    return { at, door, found, listener, code: isKnown ? printedCode(code) : undefined };
  }

  async #hear(
    c: Call,
    { at, door, found, listener, code }: Opened,
    asked: string | undefined,
  ): Promise<Hearing> {
    const lang = languageFor(found, c, asked, listener);
    const { confidant } = found.state;
    const { key } = found;
    return {
      ...{ c, found, lang, listener, code, door: door.kind },
      say: sayer(wordsFor(found, lang), lang),
      statements: ordered(found, lang, listener?.id),
      answers: listener === undefined ? new Map() : await this.#store.answers(key, listener.id),
      hidden: html`${at.formToken}<input type="hidden" name="lang" value="${lang}">`,
      confidant: confidant === null ? undefined : await this.#people.vault.nameOf(key.space, confidant),
    };
  }

  /** A form that one of our pages sent, while the round is open and within its rates; else the page that says why not. */
  async #sent(c: Call): Promise<Sent | Response> {
    const opened = await this.#open(c);
    if (opened instanceof Response) return opened;
    const form = await formOf(opened.at);
    if (form instanceof Response) return form;
    const hearing = await this.#hear(c, opened, form['lang']);
    const { listener, found } = opened;
    const { state } = found.state;
    if (state !== 'open' || this.#isOver(found))
      return state === 'planned' ? notYetPage(hearing) : resultPage(hearing);
    const held = listener === undefined ? undefined : heldBack(this.#people, 'listener', listener.id);
    return held === undefined ? { opened, form, hearing } : this.#later(hearing, held.wait ?? 60);
  }

  /** Runs a request; what cannot wait any longer gets a page that says so, with nothing lost. */
  async run(c: Call, work: (c: Call) => Promise<Response>): Promise<Response> {
    try {
      return await work(c);
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      return closedDoor(visit(this.#people, c, c.get('language')), refused('TooManyTries', { wait: 5 }));
    }
  }
}

interface Sent {
  readonly opened: Opened;
  readonly form: Form;
  readonly hearing: Hearing;
}

const onceOf = (form: Form): string => {
  const once = form['once'] ?? '';
  return /^[a-z2-7]{20}$/.test(once) ? once : newId();
};

/** How somebody wants to be named, and their sector, as the round offers it; `undefined` when a name is missing. */
const wishOf = (
  { state }: FoundRound,
  form: Form,
): Pick<Listener, 'naming' | 'name' | 'sector'> | undefined => {
  const naming: Naming = state.naming.find((way) => way === form['naming']) ?? state.naming[0] ?? 'anonymous';
  const name = naming === 'anonymous' ? undefined : lineOf(form['name'], 300);
  if (naming !== 'anonymous' && name === undefined) return undefined;
  return { naming, name, sector: state.sectors.find((sector) => sector === form['sector']) };
};

/** The pages of what is answered beside the ledger, without script: listening rounds at `/l/{token}`, the two questions after a meeting. */
export const listenDoor =
  (listening: Listening) =>
  (app: Hono<Env>): void => {
    const door = new ListenDoor(listening);
    pulseDoor(app, listening);
    const css = readFileSync(join(import.meta.dirname, 'listen.css'), 'utf8');
    app.get('/listen.css', (c) =>
      c.body(css, 200, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=3600',
      }),
    );
    const tooLarge = (c: Call): Promise<Response> =>
      closedDoor(visit(listening.deps.people, c, c.get('language')), refused('Invalid'));
    app.get('/l/:token', async (c): Promise<Response> => {
      // Typed in small letters or without its hyphen: one address, so that its cookie comes back.
      if (c.req.param('token') !== tokenOf(c))
        return c.redirect(`${homeOf(c)}${new URL(c.req.url).search}`, 303);
      return door.run(c, () => door.get(c));
    });
    app.post('/l/:token', bodyLimit({ maxSize: MAX_FORM, onError: tooLarge }), (c) =>
      door.run(c, () => door.post(c)),
    );
    app.get('/l/:token/voice', (c) => door.run(c, () => door.voice(c)));
    app.post('/l/:token/voice', bodyLimit({ maxSize: LARGEST_SOUND + MAX_FORM, onError: tooLarge }), (c) =>
      door.run(c, () => door.hearVoice(c)),
    );
  };
