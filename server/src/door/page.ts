import { type DoorLanguage, type DoorWords, worded } from '@tablee/domain/modules/request';
import { typography } from '@tablee/domain/text';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page. */
export type Piece = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Words of the doors, with plain spaces: French and English, and German and Spanish where a page is offered in them. */
export type Said = DoorWords;

/** Sets words for a language. */
export type Say = (words: Said) => string;

/** The words of one language, with its spaces; English where they are not there in it. */
export const sayIn =
  (lang: DoorLanguage): Say =>
  (words) =>
    typography(worded(words, lang), lang);

/** The ring: four quarters and a gap, without words. */
export const RING = raw(
  '<svg viewBox="0 0 32 32" fill="none" stroke-width="5" aria-hidden="true" focusable="false">' +
    '<path class="p1" d="M16.8 5A11 11 0 0 1 27 15.2"/><path class="p2" d="M27 16.8A11 11 0 0 1 16.8 27"/>' +
    '<path class="p3" d="M15.2 27A11 11 0 0 1 5 16.8"/><path class="p4" d="M5 15.2A11 11 0 0 1 11.3 6.1"/></svg>',
);

/** What a messenger shows of a link before it is opened. */
export interface Preview {
  readonly title: string;
  readonly description: string;
}

/** What a page is made of. */
export interface PageParts {
  readonly lang: DoorLanguage;
  readonly title: string;
  /** Beside the ring: the partnership, or the product. */
  readonly head: string;
  readonly body: Piece;
  /** What a messenger may show; without it, neither title nor matter leaves the page. */
  readonly preview?: Preview;
  /** The same page in other languages, with their addresses. */
  readonly others: readonly { readonly lang: DoorLanguage; readonly href: string }[];
}

const NAMES: { readonly [L in DoorLanguage]: string } = {
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
};

const FOOT: Said = {
  fr: 'Tablée. Cette page marche sans script et ne suit personne.',
  en: 'Tablée. This page works without script and follows nobody.',
  de: 'Tablée. Diese Seite funktioniert ohne Skript und verfolgt niemanden.',
  es: 'Tablée. Esta página funciona sin script y no sigue a nadie.',
};

const NEUTRAL: { readonly title: Said; readonly description: Said } = {
  title: {
    fr: 'Un lien personnel',
    en: 'A personal link',
    de: 'Ein persönlicher Link',
    es: 'Un enlace personal',
  },
  description: {
    fr: 'Une minute, sans compte.',
    en: 'One minute, no account needed.',
    de: 'Eine Minute, ohne Konto.',
    es: 'Un minuto, sin cuenta.',
  },
};

/** What a messenger shows of a link whose matter is not for whoever sees the telephone. */
export const neutralPreview = (lang: DoorLanguage): Preview => {
  const say = sayIn(lang);
  return { title: say(NEUTRAL.title), description: say(NEUTRAL.description) };
};

/** One whole page: no script, one style sheet, readable by browsers of 2019. */
export const page = ({ lang, title, head, body, preview, others }: PageParts): Piece => {
  const { title: named, description } = preview ?? neutralPreview(lang);
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta property="og:title" content="${named}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="${lang}">
<link rel="stylesheet" href="/door.css">
<link rel="icon" href="/ring.svg" type="image/svg+xml">
</head>
<body>
<header>${RING}<p>${head}</p></header>
<main>
${body}
</main>
<footer>${others.length === 0 ? '' : html`<p>${others.map((other) => html`<a href="${other.href}" hreflang="${other.lang}" lang="${other.lang}">${NAMES[other.lang]}</a> `)}</p>`}<p>${sayIn(lang)(FOOT)}</p></footer>
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
