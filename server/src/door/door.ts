import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html, raw } from 'hono/html';
import type { Call, Env } from '../http/context.ts';
import { doorCookie, giveDoorCookie, giveSession } from '../people/cookie.ts';
import type { AllowanceName } from '../people/limit.ts';
import type { Account, ServerLanguage } from '../people/port.ts';
import { sentenceOf } from '../people/problem.ts';
import { type Refused, refused, statusOf } from '../people/refusal.ts';
import { keyedHash, newToken, sameHash } from '../people/secret.ts';
import type { PeopleService } from '../people/service.ts';
import { type PageParts, type Piece, page, type Say, sayIn } from './page.ts';

/** The largest form of a door, in bytes. */
const MAX_FORM = 64_000;

/** Nothing but our own style sheet and pictures; forms come back here. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The fields of a posted form, as text. */
export type Form = { readonly [field: string]: string | undefined };

/** One request at a door. */
export interface Visit {
  readonly c: Call;
  readonly people: PeopleService;
  readonly lang: ServerLanguage;
  readonly say: Say;
  /** The hidden field that every form of this page carries. */
  readonly formToken: Piece;
}

/** Names the language: what the address says, else what the page's own matter says, else what the browser asks. */
export const languageFor = (c: Call, own?: ServerLanguage): ServerLanguage => {
  const asked = c.req.query('lang');
  return asked === 'fr' || asked === 'en' ? asked : (own ?? c.get('language'));
};

/** A visit to a page without a form: the browser is given nothing. */
export const glance = (people: PeopleService, c: Call, lang: ServerLanguage): Visit => ({
  c,
  people,
  lang,
  say: sayIn(lang),
  formToken: html``,
});

/** A visit in a language; gives the browser the cookie against which its forms are checked. */
export const visit = (people: PeopleService, c: Call, lang: ServerLanguage): Visit => {
  const held = doorCookie(c, people.url);
  const nonce = held !== undefined && /^[\w-]{22}$/.test(held) ? held : newToken(128);
  if (nonce !== held) giveDoorCookie(c, people.url, nonce);
  const token = keyedHash(people.key, `form ${nonce} ${c.req.path}`);
  return {
    c,
    people,
    lang,
    say: sayIn(lang),
    formToken: html`<input type="hidden" name="form" value="${raw(token)}">`,
  };
};

/** Answers with a page. */
export const show = async (
  { c, lang }: Visit,
  parts: Omit<PageParts, 'lang' | 'other'>,
  status: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 429 = 200,
): Promise<Response> => {
  const other = `?lang=${lang === 'fr' ? 'en' : 'fr'}`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': lang,
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
  };
  return c.body(String(await page({ ...parts, lang, other })), status, headers);
};

/** A page of its own for what cannot be opened. */
export const closedDoor = (at: Visit, refusal: Refused): Promise<Response> => {
  const { say, lang } = at;
  const title = say({ fr: 'Cette porte ne s’ouvre pas', en: 'This door does not open' });
  const next = say({
    fr: 'Rien n’a été enregistré et rien n’est perdu. La personne qui vous a écrit peut vous donner un autre lien.',
    en: 'Nothing was recorded and nothing is lost. The person who wrote to you can give you another link.',
  });
  const body = html`<h1>${title}</h1><p>${sentenceOf(refusal, lang)}</p><p class="soft">${next}</p>`;
  return show(at, { title, head: 'Tablée', body }, statusOf(refusal.code));
};

const fieldsOf = async (c: Call): Promise<Form> => {
  const fields = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
};

const isFromHere = (people: PeopleService, c: Call): boolean => {
  const origin = c.req.header('origin');
  if (origin === undefined) return true;
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return [new URL(people.url).origin, `http://${host}`, `https://${host}`].includes(origin);
};

/** The fields of a form that one of our pages sent from this very browser; else the page that says why not. */
export const formOf = async (at: Visit): Promise<Form | Response> => {
  const { c, people, say } = at;
  const form = await fieldsOf(c);
  const nonce = doorCookie(c, people.url);
  const expected = nonce && keyedHash(people.key, `form ${nonce} ${c.req.path}`);
  if (expected && isFromHere(people, c) && sameHash(form['form'] ?? '', expected)) return form;
  const title = say({ fr: 'Ce formulaire vient d’ailleurs', en: 'This form came from elsewhere' });
  const body = html`<h1>${title}</h1>
<p>${say({
    fr: 'Votre réponse n’a pas été prise : le formulaire ne vient pas de cette page, ou le navigateur refuse les cookies. Ouvrez à nouveau le lien et réessayez.',
    en: 'Your answer was not taken: the form did not come from this page, or the browser refuses cookies. Open the link again and retry.',
  })}</p>`;
  return show(at, { title, head: 'Tablée', body }, 403);
};

/** The refusal of an address that tries too much; `undefined` while it may go on. */
export const heldBack = (people: PeopleService, name: AllowanceName, key: string): Refused | undefined => {
  const wait = people.limiter.take(name, key, people.clock());
  return wait > 0 ? refused('TooManyTries', { wait }) : undefined;
};

/** Opens a session and sends the browser on. */
export const enterAndGo = async (
  { c, people }: Visit,
  account: Account,
  to: string,
  noTrace = false,
): Promise<Response> => {
  const agent = c.req.header('user-agent') ?? '';
  giveSession(c, people.url, await people.sessions.open({ account: account.id, noTrace, agent }), noTrace);
  return c.redirect(to, 303);
};

/** A route with both verbs: rates, then the page, then the form. */
export interface DoorRoute {
  readonly path: string;
  /** What the address is worth guessing: counted per network address. */
  readonly rate: AllowanceName;
  get(c: Call): Promise<Response>;
  post(c: Call): Promise<Response>;
}

/** Adds a door to the app. */
export const addDoor = (app: Hono<Env>, people: PeopleService, door: DoorRoute): void => {
  const rated =
    (work: (c: Call) => Promise<Response>) =>
    async (c: Call): Promise<Response> => {
      const held = heldBack(people, door.rate, c.get('address'));
      return held === undefined ? work(c) : closedDoor(visit(people, c, languageFor(c)), held);
    };
  app.get(door.path, rated(door.get));
  app.post(door.path, bodyLimit({ maxSize: MAX_FORM }), rated(door.post));
};

/** The notice of a refusal above a form that keeps its values. */
export const noticeOf = ({ lang }: Visit, refusal: Refused | undefined): string | undefined =>
  refusal === undefined ? undefined : sentenceOf(refusal, lang);
