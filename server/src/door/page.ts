import { typography } from '@tablee/domain/text';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ServerLanguage } from '../people/port.ts';

/** A piece of a page. */
export type Piece = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Words of the two languages of the doors, with plain spaces. */
export interface Said {
  readonly fr: string;
  readonly en: string;
}

/** Sets words for a language. */
export type Say = (words: Said) => string;

/** The words of one language, with its spaces. */
export const sayIn =
  (lang: ServerLanguage): Say =>
  (words) =>
    typography(words[lang], lang);

/** The ring: four quarters and a gap, without words. */
const RING = raw(
  '<svg viewBox="0 0 32 32" fill="none" stroke-width="5" aria-hidden="true" focusable="false">' +
    '<path class="p1" d="M16.8 5A11 11 0 0 1 27 15.2"/><path class="p2" d="M27 16.8A11 11 0 0 1 16.8 27"/>' +
    '<path class="p3" d="M15.2 27A11 11 0 0 1 5 16.8"/><path class="p4" d="M5 15.2A11 11 0 0 1 11.3 6.1"/></svg>',
);

/** What a page is made of. */
export interface PageParts {
  readonly lang: ServerLanguage;
  readonly title: string;
  /** Beside the ring: the partnership, or the product. */
  readonly head: string;
  readonly body: Piece;
  /** The same page in the other language; absent when nothing would change. */
  readonly other?: string;
}

/** One whole page: no script, one style sheet, readable by browsers of 2019. */
export const page = ({ lang, title, head, body, other }: PageParts): Piece => {
  const say = sayIn(lang);
  const [name, code] = lang === 'fr' ? ['English', 'en'] : ['Français', 'fr'];
  const foot = say({
    fr: 'Tablée. Cette page marche sans script et ne suit personne.',
    en: 'Tablée. This page works without script and follows nobody.',
  });
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/door.css">
<link rel="icon" href="/ring.svg" type="image/svg+xml">
</head>
<body>
<header>${RING}<p>${head}</p></header>
<main>
${body}
</main>
<footer>${other === undefined ? '' : html`<p><a href="${other}" hreflang="${code}" lang="${code}">${name}</a></p>`}<p>${foot}</p></footer>
</body>
</html>`;
};

/** A text field with its label; `more` are attributes of our own. */
export const field = (
  label: string,
  name: string,
  input: { readonly type?: string; readonly value?: string; readonly hint?: string; readonly more?: string },
): Piece => {
  const { type = 'text', value = '', hint, more = '' } = input;
  const hintId = `${name}-hint`;
  const described = hint === undefined ? '' : raw(` aria-describedby="${hintId}"`);
  return html`<label for="${name}">${label}</label>
${hint === undefined ? '' : html`<span class="hint" id="${hintId}">${hint}</span>`}
<input type="${type}" id="${name}" name="${name}" value="${value}"${described} ${raw(more)}>`;
};

/** One radio or box as a large button. */
export const choice = (
  label: string,
  input: {
    readonly name: string;
    readonly value: string;
    readonly checked?: boolean;
    readonly type?: 'radio' | 'checkbox';
  },
): Piece =>
  html`<label class="choice"><input type="${input.type ?? 'radio'}" name="${input.name}" value="${input.value}"${input.checked ? raw(' checked') : ''}>${label}</label>`;

/** What went wrong with a form, said first. */
export const alert = (sentence: string | undefined): Piece =>
  sentence === undefined ? html`` : html`<p class="notice" role="alert">${sentence}</p>`;
