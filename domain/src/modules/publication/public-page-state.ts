import { type PartRef, processState } from '@tablee/domain/kernel';

/** The sections of the public page, in the order in which they are read. */
export const PUBLIC_SECTIONS = ['goals', 'partners', 'figures', 'decisions'] as const;
/** A section of the public page. */
export type PublicSection = (typeof PUBLIC_SECTIONS)[number];

/** One thing that is shown: copied words by language, with the value and day of a figure or decision. */
export type PublicItem = {
  readonly section: PublicSection;
  /** The entity of which this is a copy; readers of the public page cannot open it. */
  readonly source: string;
  readonly texts: { readonly [lang: string]: PartRef };
  readonly value: string | null;
  readonly unit: string | null;
  readonly day: string | null;
};

/** The public page: copies that somebody put there on purpose, and nothing that follows by itself. */
export type PublicPage = {
  readonly title: { readonly [lang: string]: PartRef };
  readonly intro: { readonly [lang: string]: PartRef };
  readonly items: readonly PublicItem[];
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly visible: boolean;
};

/** Refusals of the public page. */
export type PublicPageRefusal = 'NotPublic' | 'NothingToPublish';

/** How the ledger holds it: what views read, without the rules that write it. */
export const publicPageState = processState<PublicPage>('publicPage');
