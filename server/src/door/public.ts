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
} from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { formatDate, formatMoment, formatNumber, typography } from '@tablee/domain/text';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../http/context.ts';
import { refused } from '../people/refusal.ts';
import type { PeopleService } from '../people/service.ts';
import { addDoor, closedDoor, glance, languageFor, show } from './door.ts';
import type { Piece } from './page.ts';

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

/** The newest first where a type has a date; else by id, so that the page does not change by itself. */
const ordered = (records: readonly RecordEntity[]): readonly RecordEntity[] =>
  [...records].sort((a, b) => {
    const [left, right] = [String(a.slots['date']?.value ?? ''), String(b.slots['date']?.value ?? '')];
    return left === right ? (a.id < b.id ? -1 : 1) : left < right ? 1 : -1;
  });

/** One section per record type that has something public, news first. */
const sections = (entities: Entities, lang: Language): readonly Piece[] => {
  const declarations = [...partnership.declarations.values()].filter((each) => each.kind === 'record');
  const rank = (name: string): number => (name === 'partnership' ? 0 : name === 'news' ? 1 : 2);
  return [...declarations]
    .sort((a, b) => rank(a.name) - rank(b.name))
    .flatMap((declaration) => {
      const records = ordered(publicRecords(entities, declaration.name));
      if (records.length === 0) return [];
      const many = declaration.labels[lang].many;
      const heading = `${many.slice(0, 1).toUpperCase()}${many.slice(1)}`;
      const items = records.map((record) => {
        const title = titleOf(declaration, record, lang) ?? '';
        return html`<article><h3>${typography(title, lang)}</h3><dl>${fieldLines(declaration, record, lang)}</dl></article>`;
      });
      return [
        declaration.name === 'partnership' ? html`` : html`<h2>${typography(heading, lang)}</h2>`,
        ...items,
      ];
    });
};

const withinBytes = async (pieces: readonly Piece[], more: string): Promise<Piece> => {
  const kept: Piece[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    bytes += Buffer.byteLength(String(await piece));
    if (bytes > MAX_BYTES) return html`${kept}<p class="soft">${more}</p>`;
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
      const found = entities === undefined ? [] : sections(entities, at.lang);
      // A space that shows nothing and one that does not exist look alike.
      if (entities === undefined || found.length === 0) return closedDoor(at, refused('NotFound'));
      const own = publicRecords(entities, 'partnership')[0];
      const declaration = partnership.record('partnership');
      const name = own && declaration && titleOf(declaration, own, at.lang);
      const title = typography(name ?? at.say({ fr: 'Page publique', en: 'Public page' }), at.lang);
      const more = at.say({
        fr: 'Cette page s’arrête ici pour rester légère.',
        en: 'This page stops here to stay light.',
      });
      const body = html`<h1>${title}</h1>${await withinBytes(found, more)}`;
      const answer = await show(at, { title, head: name ?? 'Tablée', body });
      answer.headers.delete('x-robots-tag');
      return answer;
    },
    post: async (c) => closedDoor(glance(people, c, languageFor(c)), refused('NotFound')),
  });
};
