import {
  type Json,
  type RecordEntity,
  textIn,
  textOf,
  translationsOf,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { actor } from '../actor/index.ts';
import { decisionState, isAdopted } from '../decision/index.ts';
import { latestApproved } from '../figure/index.ts';
import { processesIn, recordsIn } from '../reading/index.ts';
import { indicator, logframe } from '../result/index.ts';
import { news } from './news.ts';
import type { PublicItem, PublicPage, PublicSection } from './public-page-state.ts';
import { currentPage } from './published.ts';

/** Something that may be shown, as it would be copied. */
export interface PublicCandidate {
  readonly section: PublicSection;
  readonly source: string;
  readonly texts: { readonly [lang: string]: string };
  readonly value?: string;
  readonly unit?: string;
  readonly day?: string;
  /** True when it is on the page now, in these words and with this value. */
  readonly shown: boolean;
}

type Words = { readonly [lang: string]: string };

/** The source and every fresh translation of a text; a stale one is not published. */
const wordsOf = (entity: RecordEntity, field: string): Words => {
  const languages = translationsOf(entity, field)
    .filter((one) => !one.stale)
    .map((one) => one.language);
  const source = textIn(entity, field, '');
  const all = [source, ...languages.map((language) => textIn(entity, field, language))];
  return Object.fromEntries(all.flatMap((text) => (text === undefined ? [] : [[text.lang, text.text]])));
};

type Candidate = Omit<PublicCandidate, 'shown'>;

const goals = (view: View): readonly Candidate[] =>
  logframe(view)
    .filter((step) => step.level === 'impact' || step.level === 'outcome')
    .map((step) => ({ section: 'goals', source: step.entity.id, texts: wordsOf(step.entity, 'statement') }));

const partners = (view: View, language: string): readonly Candidate[] =>
  recordsIn(view, 'actor')
    .filter((entity) => ['core', 'partner'].includes(valueOf(actor, entity, 'ring') ?? ''))
    .filter((entity) => valueOf(actor, entity, 'missing') !== true)
    .map((entity) => ({
      section: 'partners',
      source: entity.id,
      texts: { [language]: valueOf(actor, entity, 'name') ?? '' },
    }));

const figures = (view: View): readonly Candidate[] =>
  recordsIn(view, 'indicator').flatMap((entity): Candidate[] => {
    const latest = latestApproved(view, entity.id);
    if (latest === undefined) return [];
    const { value, unit } = latest.value;
    return [
      {
        section: 'figures',
        source: entity.id,
        texts: wordsOf(entity, indicator.title),
        value,
        unit,
        day: latest.day,
      },
    ];
  });

const taken = (view: View, language: string): readonly Candidate[] =>
  processesIn(view, decisionState)
    .filter((held) => isAdopted(held.state))
    .flatMap((held): Candidate[] => {
      const question = textOf(held.state.question ?? undefined);
      const day = held.state.closed?.at.slice(0, 10);
      if (question === undefined || day === undefined) return [];
      return [{ section: 'decisions', source: held.id, texts: { [language]: question }, day }];
    });

const sameWords = (item: PublicItem, texts: Words): boolean => {
  const shown: { readonly [lang: string]: Json } = item.texts;
  return Object.keys(texts).every((lang) => textOf(shown[lang]) === texts[lang]);
};

/**
 * What may be put on the public page now: goals, partners at the table, approved figures, adopted decisions. Nothing of
 * it is public until somebody publishes it. `language` is that of names and questions, which have no translations.
 */
export const publicCandidates = (view: View, language: string): readonly PublicCandidate[] => {
  const items = currentPage(view)?.state.items ?? [];
  return [...goals(view), ...partners(view, language), ...figures(view), ...taken(view, language)]
    .filter((candidate) => Object.values(candidate.texts).some((text) => text !== ''))
    .map((candidate) => ({
      ...candidate,
      shown: items.some(
        (item) =>
          item.source === candidate.source &&
          item.value === (candidate.value ?? null) &&
          item.day === (candidate.day ?? null) &&
          sameWords(item, candidate.texts),
      ),
    }));
};

/** A news item as everybody reads it. */
export interface NewsLine {
  readonly entity: RecordEntity;
  readonly date: string | undefined;
}

/** News that everybody may read, the latest first. */
export const newsItems = (view: View): readonly NewsLine[] =>
  recordsIn(view, 'news')
    .filter((entity) => entity.circle === 'public')
    .map((entity) => ({ entity, date: valueOf(news, entity, 'date') }))
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));

/** A line of the public page in the reader's language, else in the one it has, named. */
export interface PublicLine {
  readonly source: string;
  readonly text: string;
  readonly lang: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly day: string | null;
}

/** The public page as everybody reads it. */
export interface PublicView {
  readonly id: string;
  readonly title: { readonly text: string; readonly lang: string } | undefined;
  readonly intro: { readonly text: string; readonly lang: string } | undefined;
  readonly sections: { readonly [S in PublicSection]: readonly PublicLine[] };
  readonly publishedAt: string;
  readonly news: readonly NewsLine[];
}

const inLanguage = (
  texts: { readonly [lang: string]: Json },
  language: string,
): { readonly text: string; readonly lang: string } | undefined => {
  for (const lang of [language, ...Object.keys(texts)]) {
    const text = textOf(Object.hasOwn(texts, lang) ? texts[lang] : undefined);
    if (text !== undefined) return { text, lang };
  }
  return undefined;
};

const linesOf = (page: PublicPage, section: PublicSection, language: string): readonly PublicLine[] =>
  page.items
    .filter((item) => item.section === section)
    .flatMap((item) => {
      const words = inLanguage(item.texts, language);
      return words === undefined
        ? []
        : [{ source: item.source, ...words, value: item.value, unit: item.unit, day: item.day }];
    });

/** The public page in a language; `undefined` while none is published. What was erased since is left out. */
export const publicView = (view: View, language: string): PublicView | undefined => {
  const held = currentPage(view);
  if (held === undefined || !held.state.visible) return undefined;
  const { state } = held;
  return {
    id: held.id,
    title: inLanguage(state.title, language),
    intro: inLanguage(state.intro, language),
    sections: {
      goals: linesOf(state, 'goals', language),
      partners: linesOf(state, 'partners', language),
      figures: linesOf(state, 'figures', language),
      decisions: linesOf(state, 'decisions', language),
    },
    publishedAt: state.publishedAt,
    news: newsItems(view),
  };
};
