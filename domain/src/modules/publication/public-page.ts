import { type Json, KEEPERS, type PartRef, PUBLIC, process, refuse } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import { dayFact, decimalFact, freeText, idFact, languageFact } from '../fact.ts';
import {
  PUBLIC_SECTIONS,
  type PublicPage,
  type PublicPageRefusal,
  publicPageState,
} from './public-page-state.ts';

const section = z.enum(PUBLIC_SECTIONS);
const languages = z.array(languageFact).check(z.minLength(1), z.maxLength(10));
const texts = z.record(languageFact, freeText(5_000));
const shown = {
  section,
  source: idFact,
  value: z.optional(decimalFact),
  unit: z.optional(z.string().check(z.maxLength(60))),
  day: z.optional(dayFact),
};
const content = z.object({
  title: texts,
  intro: z.optional(texts),
  items: z.array(z.object({ ...shown, texts })).check(z.maxLength(300)),
});
const published = z.object({
  languages,
  items: z.array(z.object({ ...shown, languages: z.array(languageFact) })),
});
const none = z.object({});

type Parts = { readonly [part: string]: PartRef };
const byLanguage = (
  parts: Parts,
  name: string,
  langs: readonly string[],
): { readonly [lang: string]: PartRef } =>
  Object.fromEntries(
    langs.flatMap((lang) => {
      const part = parts[`${name}.${lang}`];
      return part === undefined ? [] : [[lang, part] as const];
    }),
  );

type Content = z.infer<typeof content>;

const namedParts = (
  name: string,
  words: { readonly [lang: string]: string },
): readonly (readonly [string, Json])[] =>
  Object.entries(words).map(([lang, text]) => [`${name}.${lang}`, text]);

const said = ({ title, intro = {}, items }: Content) => ({
  verb: 'published' as const,
  facts: {
    languages: [...new Set([...Object.keys(title), ...Object.keys(intro)])],
    items: items.map(({ texts: words, ...facts }) => ({ ...facts, languages: Object.keys(words) })),
  },
  parts: Object.fromEntries([
    ...namedParts('title', title),
    ...namedParts('intro', intro),
    ...items.flatMap((item, index) => namedParts(`item${index}`, item.texts)),
  ]),
});

/**
 * The public page. Publishing is a deliberate act: it copies words and approved values into the public circle; what
 * changes inside later does not change the page. Rules PUB-1 to PUB-5 of SPEC.md.
 */
export const publicPage = process(publicPageState, {
  version: 1,
  circle: PUBLIC,
  labels: {
    fr: { one: 'page publique', many: 'pages publiques' },
    en: { one: 'public page', many: 'public pages' },
  },
  events: { published, unpublished: none },
  commands: {
    publish: {
      payload: content,
      who: { roles: KEEPERS },
      creates: true,
      labels: { fr: 'Publier la page', en: 'Publish the page' },
    },
    renew: {
      payload: content,
      who: { roles: KEEPERS },
      labels: { fr: 'Publier la nouvelle version', en: 'Publish the new version' },
    },
    unpublish: {
      payload: none,
      who: { roles: KEEPERS },
      labels: { fr: 'Retirer la page', en: 'Take the page down' },
    },
  },
  evolve(state: PublicPage | undefined, event): PublicPage | undefined {
    if (event.verb === 'unpublished')
      return state && { ...state, title: {}, intro: {}, items: [], visible: false };
    const { languages: langs, items } = event.facts;
    return {
      title: byLanguage(event.parts, 'title', langs),
      intro: byLanguage(event.parts, 'intro', langs),
      items: items.map((item, index) => ({
        section: item.section,
        source: item.source,
        texts: byLanguage(event.parts, `item${index}`, item.languages),
        value: item.value ?? null,
        unit: item.unit ?? null,
        day: item.day ?? null,
      })),
      publishedAt: event.at,
      publishedBy: event.actor,
      visible: true,
    };
  },
  decide(command, state) {
    if (command.circle !== PUBLIC) return refuse<PublicPageRefusal>('NotPublic');
    if (command.name === 'unpublish')
      return { ok: true, events: state?.visible ? [{ verb: 'unpublished', facts: {} }] : [] };
    if (Object.keys(command.payload.title).length === 0) return refuse<PublicPageRefusal>('NothingToPublish');
    return { ok: true, events: [said(command.payload)] };
  },
  copies: (state) => [...new Set(state.items.map((item) => item.source))],
});
