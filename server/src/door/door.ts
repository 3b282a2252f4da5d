import { DOOR_LANGUAGES, type DoorLanguage, isDoorLanguage } from '@tablee/domain/modules/request';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html, raw } from 'hono/html';
import type { Call, Env } from '../http/context.ts';
import { doorCookie, giveDoorCookie, giveSession } from '../people/cookie.ts';
import type { AllowanceName } from '../people/limit.ts';
import type { Account, ServerLanguage } from '../people/port.ts';
import { type Refused, refused, statusOf } from '../people/refusal.ts';
import { keyedHash, newToken, sameHash } from '../people/secret.ts';
import type { PeopleService } from '../people/service.ts';
import { type PageParts, type Piece, page, type Say, sayIn } from './page.ts';
import { doorSentence } from './refusal-word.ts';

/**
 * The largest form of a door, in bytes: a text of 100,000 letters with accents still comes back to the page with the
 * limit that it passes, instead of being lost on the way.
 */
const MAX_FORM = 1_000_000;

/** Nothing but our own style sheet and pictures; forms come back here. */
export const DOOR_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The fields of a posted form, as text. */
export type Form = { readonly [field: string]: string | undefined };

/** One request at a door. */
export interface Visit {
  readonly c: Call;
  readonly people: PeopleService;
  /** The language of what the server writes in two languages only. */
  readonly lang: ServerLanguage;
  /** The language of the page. */
  readonly tongue: DoorLanguage;
  readonly say: Say;
  /** The hidden field that every form of this page carries. */
  readonly formToken: Piece;
}

/** Names the language: what the address says, else what the page's own matter says, else what the browser asks. */
export const languageFor = (c: Call, own?: ServerLanguage): ServerLanguage => {
  const asked = c.req.query('lang');
  return asked === 'fr' || asked === 'en' ? asked : (own ?? c.get('language'));
};

/** The same for a page that exists in all languages of the doors. */
export const tongueFor = (c: Call, own?: DoorLanguage): DoorLanguage => {
  const asked = c.req.query('lang');
  if (isDoorLanguage(asked)) return asked;
  if (own !== undefined) return own;
  const wanted = (c.req.header('accept-language') ?? '').toLowerCase().split(/[,;\s-]+/);
  return wanted.find(isDoorLanguage) ?? c.get('language');
};

const inTwo = (tongue: DoorLanguage): ServerLanguage => (tongue === 'fr' ? 'fr' : 'en');

/** A visit to a page without a form: the browser is given nothing. */
export const glance = (people: PeopleService, c: Call, tongue: DoorLanguage): Visit => ({
  c,
  people,
  lang: inTwo(tongue),
  tongue,
  say: sayIn(tongue),
  formToken: html``,
});

/** A visit in a language; gives the browser the cookie against which its forms are checked. */
export const visit = (people: PeopleService, c: Call, tongue: DoorLanguage): Visit => {
  const held = doorCookie(c, people.url);
  const nonce = held !== undefined && /^[\w-]{22}$/.test(held) ? held : newToken(128);
  if (nonce !== held) giveDoorCookie(c, people.url, nonce);
  const token = keyedHash(people.key, `form ${nonce} ${c.req.path}`);
  return {
    c,
    people,
    lang: inTwo(tongue),
    tongue,
    say: sayIn(tongue),
    formToken: html`<input type="hidden" name="form" value="${raw(token)}">`,
  };
};

/** A page to show, and in which languages it can be had. */
export type Shown = Omit<PageParts, 'lang' | 'others'> & {
  readonly languages?: readonly DoorLanguage[];
  /** Seconds after which another try is taken. */
  readonly wait?: number | undefined;
};

/** The address of this page in another language; what else the address says stays. */
const inLanguage = (c: Call, lang: DoorLanguage): string => {
  const query = new URLSearchParams(c.req.query());
  query.set('lang', lang);
  query.delete('got');
  return `?${query}`;
};

/** Answers with a page. */
export const show = async (
  { c, tongue }: Visit,
  { languages = ['fr', 'en'], wait, ...parts }: Shown,
  status: 200 | 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 = 200,
): Promise<Response> => {
  const others = languages
    .filter((lang) => lang !== tongue)
    .map((lang) => ({ lang, href: inLanguage(c, lang) }));
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': tongue,
    'content-security-policy': DOOR_POLICY,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    ...(wait === undefined ? {} : { 'retry-after': String(wait) }),
  };
  return c.body(String(await page({ ...parts, lang: tongue, others })), status, headers);
};

/** A page of its own for what cannot be opened. */
export const closedDoor = (at: Visit, refusal: Refused): Promise<Response> => {
  const { say, tongue } = at;
  const title = say({
    fr: 'Cette porte ne s’ouvre pas',
    en: 'This door does not open',
    de: 'Diese Tür öffnet sich nicht',
    es: 'Esta puerta no se abre',
  });
  const next = say({
    fr: 'Rien n’a été enregistré et rien n’est perdu. La personne qui vous a écrit peut vous donner un autre lien.',
    en: 'Nothing was recorded and nothing is lost. The person who wrote to you can give you another link.',
    de: 'Nichts wurde gespeichert, und nichts ist verloren. Wer Ihnen geschrieben hat, kann Ihnen einen anderen Link geben.',
    es: 'No se guardó nada y no se ha perdido nada. La persona que le escribió puede darle otro enlace.',
  });
  const body = html`<h1>${title}</h1><p>${doorSentence(refusal, tongue)}</p><p class="soft">${next}</p>`;
  const languages = DOOR_LANGUAGES;
  return show(at, { title, head: 'Tablée', body, languages, wait: refusal.wait }, statusOf(refusal.code));
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
  const title = say({
    fr: 'Ce formulaire vient d’ailleurs',
    en: 'This form came from elsewhere',
    de: 'Dieses Formular kommt von woanders',
    es: 'Este formulario viene de otro lugar',
  });
  const body = html`<h1>${title}</h1>
<p>${say({
    fr: 'Votre réponse n’a pas été prise : le formulaire ne vient pas de cette page, ou le navigateur refuse les cookies. Ouvrez à nouveau le lien et réessayez.',
    en: 'Your answer was not taken: the form did not come from this page, or the browser refuses cookies. Open the link again and retry.',
    de: 'Ihre Antwort wurde nicht angenommen: Das Formular kam nicht von dieser Seite, oder der Browser nimmt keine Cookies an. Öffnen Sie den Link noch einmal.',
    es: 'Su respuesta no se tomó: el formulario no venía de esta página, o el navegador rechaza las cookies. Abra el enlace de nuevo.',
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
  const onError = (c: Call): Promise<Response> => tooLarge(visit(people, c, languageFor(c)));
  app.post(door.path, bodyLimit({ maxSize: MAX_FORM, onError }), rated(door.post));
};

/** What is longer than a page can hold is not read at all: the browser still has it, one step back. */
const tooLarge = (at: Visit): Promise<Response> => {
  const { say } = at;
  const title = say({ fr: 'C’est trop long pour cette page', en: 'This is too long for this page' });
  const body = html`<h1>${title}</h1><p>${say({
    fr: 'Rien n’a été enregistré. Revenez en arrière : votre texte y est encore ; raccourcissez-le, ou joignez-le en document par la personne qui vous a écrit.',
    en: 'Nothing was recorded. Go back: your text is still there; shorten it, or hand it as a document to the person who wrote to you.',
  })}</p>`;
  return show(at, { title, head: 'Tablée', body }, 413);
};

/** The notice of a refusal above a form that keeps its values. */
export const noticeOf = ({ tongue }: Visit, refusal: Refused | undefined): string | undefined =>
  refusal === undefined ? undefined : doorSentence(refusal, tongue);
