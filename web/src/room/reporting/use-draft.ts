import { type Language, textOf, type View } from '@tablee/domain/kernel';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { type PublicCandidate, publicCandidates, publicPageState } from '@tablee/domain/modules/publication';
import { processesIn } from '@tablee/domain/modules/reading';

/** A public page that is being prepared: titles and introductions by language, and what is chosen, by key. */
export interface PageDraft {
  readonly titles: { readonly [lang: string]: string };
  readonly intros: { readonly [lang: string]: string };
  readonly chosen: readonly string[];
}

/** The key of a candidate: it may stand in one section only. */
export const keyOf = (candidate: PublicCandidate): string => `${candidate.section}-${candidate.source}`;

/** The public page that exists, published or taken down. */
export const heldPage = (view: View) =>
  [...processesIn(view, publicPageState)].sort((a, b) =>
    a.state.publishedAt < b.state.publishedAt ? 1 : -1,
  )[0];

const wordsOf = (
  texts: { readonly [lang: string]: Parameters<typeof textOf>[0] } | undefined,
  languages: readonly string[],
): { readonly [lang: string]: string } =>
  Object.fromEntries(
    languages.flatMap((lang) => {
      const text = textOf(texts?.[lang]);
      return text === undefined ? [] : [[lang, text] as const];
    }),
  );

/** A draft from what is public now; for a first page the name and summary of the partnership, and nothing chosen. */
export const draftOf = (view: View, lang: Language, languages: readonly string[]): PageDraft => {
  const held = heldPage(view)?.state;
  const card = partnershipOf(view, lang);
  const sources = new Set(held?.items.map((item) => `${item.section}-${item.source}`));
  const titles = wordsOf(held?.title, languages);
  const intros = wordsOf(held?.intro, languages);
  return {
    titles: Object.keys(titles).length > 0 ? titles : { [lang]: card?.name ?? '' },
    intros: Object.keys(intros).length > 0 || card?.summary === undefined ? intros : { [lang]: card.summary },
    chosen: publicCandidates(view, lang)
      .map(keyOf)
      .filter((key) => sources.has(key)),
  };
};

const filled = (texts: { readonly [lang: string]: string }): { readonly [lang: string]: string } =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

/** What publishing a draft sends: only what is written and chosen. */
export const contentOf = (draft: PageDraft, candidates: readonly PublicCandidate[]) => ({
  title: filled(draft.titles),
  intro: filled(draft.intros),
  items: candidates
    .filter((candidate) => draft.chosen.includes(keyOf(candidate)))
    .map(({ section, source, texts, value, unit, day }) => ({
      section,
      source,
      texts: filled(texts),
      ...(value === undefined ? {} : { value }),
      ...(unit === undefined ? {} : { unit }),
      ...(day === undefined ? {} : { day }),
    })),
});
