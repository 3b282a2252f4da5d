import { PARTNERS, PUBLIC } from '@tablee/domain/kernel';
import {
  type Fill,
  filled,
  type PageWord,
  type PageWords,
  pageWords,
  roundTexts,
  roundWords,
  type StatementLine,
  statementLines,
  type TextIn,
} from '@tablee/domain/modules/listening';
import { typography } from '@tablee/domain/text';
import { html, raw } from 'hono/html';
import type { Call } from '../http/context.ts';
import type { FoundRound } from '../listening/standing.ts';
import type { Listener } from '../listening/store.ts';
import { titleOfSpace } from '../people/invitation.ts';
import { DOOR_POLICY } from './door.ts';
import { type Piece, RING } from './page.ts';

/** Languages written from right to left. */
const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ks',
  'ku-Arab',
  'nqo',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
]);

/** The direction in which a language is written. */
export const directionOf = (lang: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(lang) || RIGHT_TO_LEFT.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** One request at the door of a round. */
export interface Hearing {
  readonly c: Call;
  readonly found: FoundRound;
  readonly lang: string;
  /** Sets one of the page's texts with what fills its gaps. */
  say(word: PageWord, fill?: Fill): string;
  /** A link that many share, or one for one person. */
  readonly door: 'public' | 'personal';
  /** The statements shown, in this person's own order. */
  readonly statements: readonly StatementLine[];
  readonly listener: Listener | undefined;
  readonly answers: ReadonlyMap<string, 1 | 0 | -1>;
  /** The hidden fields of every form: where it came from, and in which language. */
  readonly hidden: Piece;
  /** The code with which they go on elsewhere; absent at a personal link, which is one itself. */
  readonly code: string | undefined;
  /** Who reads the names told to a third person, where their name is known. */
  readonly confidant: string | undefined;
}

/** Fills the gaps of a text and sets its spaces. */
export const sayer =
  (words: PageWords, lang: string): Hearing['say'] =>
  (word, fill = {}) =>
    typography(filled(words[word], fill, lang), lang);

/** The words of a round's pages in one of its languages. */
export const wordsFor = ({ state }: FoundRound, lang: string): PageWords =>
  pageWords(lang, roundWords(state, lang), state.languages);

/** Different for everybody, and the same each time they come back: no statement is always last. */
const shuffle = (of: string, id: string): number => {
  let mixed = 0x811c9dc5;
  for (const sign of `${of} ${id}`) mixed = Math.imul(mixed ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return mixed;
};

/** The statements shown, in the order of one person; in their own order for nobody in particular. */
export const ordered = (
  { state }: FoundRound,
  lang: string,
  listener: string | undefined,
): readonly StatementLine[] => {
  const lines = statementLines(state, lang).filter(({ shown }) => shown);
  if (listener === undefined) return lines;
  const place = new Map(lines.map(({ id }) => [id, shuffle(listener, id)]));
  return [...lines].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
};

/** A text of partners in its own language and direction. */
export const words = (
  tag: 'p' | 'h1' | 'h2' | 'h3' | 'blockquote',
  { text, lang }: TextIn,
  name = 'pre',
): Piece =>
  html`<${raw(tag)} class="${name}" lang="${lang}" dir="${directionOf(lang)}">${typography(text, lang)}</${raw(tag)}>`;

/** Who asks. */
export const partnershipOf = ({ found, lang }: Pick<Hearing, 'found' | 'lang'>): string =>
  titleOfSpace(found.entities, found.key.space, lang === 'fr' ? 'fr' : 'en');

const nameOf = (lang: string): string => {
  const names = new Intl.DisplayNames([lang], { type: 'language', fallback: 'code' });
  return names.of(lang) ?? lang;
};

const tongues = ({ found, lang, c }: Hearing): Piece => {
  const others = found.state.languages.filter((own) => own !== lang);
  if (others.length === 0) return html``;
  const links = others.map(
    (own) =>
      html`<a href="${c.req.path}?lang=${own}" lang="${own}" dir="${directionOf(own)}" hreflang="${own}">${nameOf(own)}</a> `,
  );
  return html`<nav class="tongues">${links}</nav>`;
};

/** Answers with a page of a round: no script, two small style sheets. */
export const showRound = async (
  at: Hearing,
  body: Piece,
  status: 200 | 400 | 409 | 413 | 415 | 429 | 503 = 200,
  more: { readonly [header: string]: string } = {},
): Promise<Response> => {
  const { c, lang, found, say, door } = at;
  // What only a circle reads is named in no preview, and a link of one's own in no history of a shared telephone.
  const isOpen = door === 'public' && (found.circle === PARTNERS || found.circle === PUBLIC);
  const title = isOpen ? typography(roundTexts(found.state, lang).title.text, lang) : 'Tablée';
  const page = html`<!doctype html>
<html lang="${lang}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/door.css">
<link rel="stylesheet" href="/listen.css">
<link rel="icon" href="/ring.svg" type="image/svg+xml">
</head>
<body>
<header>${RING}<p>${partnershipOf(at)}</p></header>
${tongues(at)}
<main>
${body}
</main>
<footer><p>${say('foot')}</p></footer>
</body>
</html>`;
  return c.body(String(await page), status, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': lang,
    'content-security-policy': DOOR_POLICY,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    ...more,
  });
};

/** A sentence above the page: what was done, or what went wrong. */
export const notice = (sentence: string | undefined): Piece =>
  sentence === undefined ? html`` : html`<p class="notice" role="status">${sentence}</p>`;
