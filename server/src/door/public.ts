import {
  type AnyField,
  type AnyRecord,
  type Entities,
  elementsOf,
  isPresent,
  type Json,
  type Language,
  optionWords,
  PUBLIC,
  type RecordEntity,
  textIn,
  titleOf,
  type View,
  valueOf,
  viewFor,
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { withMergers } from '@tablee/domain/modules/actor';
import {
  news,
  newsItems,
  PUBLIC_SECTIONS,
  type PublicLine,
  type PublicSection,
  type PublicView,
  publicView,
} from '@tablee/domain/modules/publication';
import { formatDate, formatMoment, formatNumber, typography } from '@tablee/domain/text';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../http/context.ts';
import { refused } from '../people/refusal.ts';
import type { PeopleService } from '../people/service.ts';
import { PUBLIC_CIRCLES } from '../space/gate.ts';
import { addDoor, closedDoor, glance, languageFor, show } from './door.ts';
import { type Piece, type Said, sayIn } from './page.ts';

/** The longest page, in bytes: what comes after is left out, and the page says so. */
const MAX_BYTES = 26_000;

/** Values that need people, files or other records to make sense are not shown to everybody. */
const shown = (field: AnyField, value: Json, lang: Language): string | undefined => {
  if (field.kind === 'choice' && typeof value === 'string') return optionWords(field, value)[lang];
  if (field.kind === 'line' && typeof value === 'string') return value;
  if (field.kind === 'date' && typeof value === 'string') return formatDate(value, lang);
  if (field.kind === 'integer' && typeof value === 'number') return formatNumber(value, lang);
  if (field.kind === 'quantity' && field.is(value))
    return `${value.value.replace('.', lang === 'fr' ? ',' : '.')} ${value.unit}`;
  if (field.kind === 'moment' && field.is(value)) return formatMoment(value.instant, value.zone, lang);
  if (field.kind === 'place' && field.is(value)) return value.name;
  return undefined;
};

const fieldLines = (declaration: AnyRecord, entity: RecordEntity, lang: Language): readonly Piece[] => {
  const labels: { readonly [field: string]: string } = declaration.labels[lang].fields;
  return Object.entries(declaration.fields).flatMap(([name, field]): Piece[] => {
    if (name === declaration.title) return [];
    const label = typography(labels[name] ?? name, lang);
    const text = field.slots === 'perLanguage' ? textIn(entity, name, lang) : undefined;
    if (text !== undefined)
      return [
        html`<dt>${label}</dt><dd class="pre" lang="${text.lang}" dir="auto">${typography(text.text, text.lang)}</dd>`,
      ];
    const options =
      field.kind === 'choices'
        ? elementsOf(entity, name).map((option) => optionWords(field, option)[lang])
        : [];
    if (options.length > 0) return [html`<dt>${label}</dt><dd>${typography(options.join(', '), lang)}</dd>`];
    const value = entity.slots[name]?.value;
    if (value === undefined) return [];
    if (field.kind === 'link' && typeof value === 'string')
      return [html`<dt>${label}</dt><dd><a href="${value}" rel="noopener noreferrer">${value}</a></dd>`];
    const words = shown(field, value, lang);
    return words === undefined ? [] : [html`<dt>${label}</dt><dd>${typography(words, lang)}</dd>`];
  });
};

const publicRecords = (entities: Entities, type: string): readonly RecordEntity[] =>
  [...entities.values()]
    .filter((entity) => entity.kind === 'record')
    .filter((entity) => entity.type === type && entity.circle === PUBLIC && isPresent(entity));

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** Records beside the page and its news that somebody moved into the public circle, by type. */
const others = (entities: Entities, lang: Language): readonly Piece[] =>
  [...partnership.declarations.values()].flatMap((declaration) => {
    if (declaration.kind !== 'record' || ['news', 'partnership'].includes(declaration.name)) return [];
    const records = publicRecords(entities, declaration.name);
    if (records.length === 0) return [];
    const heading = html`<h2>${typography(capital(declaration.labels[lang].many), lang)}</h2>`;
    return [heading, ...records.map((record) => article(declaration, record, lang))];
  });

const article = (declaration: AnyRecord, record: RecordEntity, lang: Language): Piece =>
  html`<article><h3>${typography(titleOf(declaration, record, lang) ?? '', lang)}</h3><dl>${fieldLines(declaration, record, lang)}</dl></article>`;

const SECTION_WORDS: { readonly [S in PublicSection]: Said } = {
  goals: { fr: 'Ce que nous voulons atteindre', en: 'What we want to reach' },
  partners: { fr: 'Qui prend part', en: 'Who takes part' },
  figures: { fr: 'Où nous en sommes', en: 'Where we stand' },
  decisions: { fr: 'Ce qui est décidé', en: 'What is decided' },
};

const lineOf = (line: PublicLine, lang: Language): Piece => {
  const value =
    line.value === null
      ? ''
      : `${lang === 'fr' ? line.value.replace('.', ',') : line.value} ${line.unit ?? ''}`.trim();
  const day = line.day === null ? '' : formatDate(line.day, lang);
  const more = [value, day].filter((part) => part !== '').join(', ');
  return html`<li><span lang="${line.lang}" dir="auto">${typography(line.text, line.lang)}</span>${more === '' ? '' : html` <span class="soft">${typography(more, lang)}</span>`}</li>`;
};

const published = (view: PublicView, lang: Language): readonly Piece[] => [
  ...(view.intro === undefined
    ? []
    : [
        html`<p class="pre" lang="${view.intro.lang}" dir="auto">${typography(view.intro.text, view.intro.lang)}</p>`,
      ]),
  ...PUBLIC_SECTIONS.flatMap((section): Piece[] => {
    const lines = view.sections[section];
    if (lines.length === 0) return [];
    const items = html`${lines.map((line) => lineOf(line, lang))}`;
    return [html`<h2>${typography(SECTION_WORDS[section][lang], lang)}</h2>`, html`<ul>${items}</ul>`];
  }),
];

const newsItem = (entity: RecordEntity, date: string | undefined, lang: Language): Piece => {
  const title = textIn(entity, 'title', lang);
  const text = textIn(entity, 'text', lang);
  const link = valueOf(news, entity, 'link');
  return html`<article>${title === undefined ? '' : html`<h3 lang="${title.lang}" dir="auto">${typography(title.text, title.lang)}</h3>`}
${date === undefined ? '' : html`<p class="soft">${formatDate(date, lang)}</p>`}
${text === undefined ? '' : html`<p class="pre" lang="${text.lang}" dir="auto">${typography(text.text, text.lang)}</p>`}
${link === undefined ? '' : html`<p><a href="${link}" rel="noopener noreferrer">${link}</a></p>`}</article>`;
};

const newsOf = (view: View, lang: Language): readonly Piece[] => {
  const items = newsItems(view);
  if (items.length === 0) return [];
  return [
    html`<h2>${sayIn(lang)({ fr: 'Actualités', en: 'News' })}</h2>`,
    ...items.map(({ entity, date }) => newsItem(entity, date, lang)),
  ];
};

/** What everybody may read of a space, piece by piece; nothing when it shows nothing. */
const readPublic = (
  entities: Entities,
  lang: Language,
): { readonly title: string | undefined; readonly pieces: readonly Piece[] } => {
  const view = withMergers(viewFor(entities, PUBLIC_CIRCLES));
  const shownPage = publicView(view, lang);
  const own = publicRecords(entities, 'partnership')[0];
  const declaration = partnership.record('partnership');
  const name = own && declaration && titleOf(declaration, own, lang);
  const summary = own && declaration ? [html`<dl>${fieldLines(declaration, own, lang)}</dl>`] : [];
  const pieces = [
    ...summary,
    ...(shownPage ? published(shownPage, lang) : []),
    ...newsOf(view, lang),
    ...others(entities, lang),
  ];
  return { title: shownPage?.title?.text ?? name, pieces };
};

/** As many pieces as stay below the longest page; where some are left out, `more` says so. */
export const withinBytes = async (
  pieces: readonly Piece[],
  more: string,
  most = MAX_BYTES,
): Promise<Piece> => {
  const kept: Piece[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    bytes += Buffer.byteLength(String(await piece));
    if (bytes > most) return html`${kept}<p class="soft">${more}</p>`;
    kept.push(piece);
  }
  return html`${kept}`;
};

/** The public page of a space: what its partners placed in the public circle, and nothing else. */
export const publicDoor = (app: Hono<Env>, people: PeopleService): void => {
  addDoor(app, people, {
    path: '/public/:space',
    rate: 'address',
    async get(c) {
      const at = glance(people, c, languageFor(c));
      const entities = await people.spaces.read(c.req.param('space') ?? '');
      const found = entities && readPublic(entities, at.lang);
      // A space that shows nothing and one that does not exist look alike.
      if (found === undefined || (found.pieces.length === 0 && found.title === undefined))
        return closedDoor(at, refused('NotFound'));
      const title = typography(found.title ?? at.say({ fr: 'Page publique', en: 'Public page' }), at.lang);
      const more = at.say({
        fr: 'Cette page s’arrête ici pour rester légère.',
        en: 'This page stops here to stay light.',
      });
      const body = html`<h1>${title}</h1>${await withinBytes(found.pieces, more)}`;
      const answer = await show(at, { title, head: 'Tablée', body });
      answer.headers.delete('x-robots-tag');
      return answer;
    },
    post: async (c) => closedDoor(glance(people, c, languageFor(c)), refused('NotFound')),
  });
};
