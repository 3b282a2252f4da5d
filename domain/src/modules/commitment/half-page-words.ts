import { type Entity, textIn } from '@tablee/domain/kernel';

/** The boxes of a half page, in their order. */
export const HALF_PAGE = ['done', 'late', 'need'] as const;
/** One of them. */
export type HalfPagePart = (typeof HALF_PAGE)[number];

/** What a partner says in a half page, in its own words. */
export type HalfPageWords = { readonly [Part in HalfPagePart]?: string };

/** How many characters a box takes. */
export const HALF_PAGE_MOST = 2_000;

/** The words that stand in a half page, in a language where they do in it; a box without words is absent. */
export const halfPageWords = (page: Entity | undefined, lang: string): HalfPageWords =>
  Object.fromEntries(
    HALF_PAGE.flatMap((part) => {
      const said = textIn(page, part, lang)?.text;
      return said === undefined || said === '' ? [] : [[part, said] as const];
    }),
  );
