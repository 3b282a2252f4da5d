import type { Messages } from '@lingui/core';
import type { TextLocale } from '@tablee/domain/text';
import type { CatalogueLoader, CataloguePart } from './locale.ts';

type Fetch = () => Promise<{ readonly default: Messages }>;

const PARTS: Readonly<Record<TextLocale, Readonly<Record<CataloguePart, Fetch>>>> = {
  fr: {
    first: () => import('virtual:catalogue/fr/first'),
    more: () => import('virtual:catalogue/fr/more'),
  },
  en: {
    first: () => import('virtual:catalogue/en/first'),
    more: () => import('virtual:catalogue/en/more'),
  },
};

/** Fetches one part of the compiled catalogue of one language; one lazy chunk each, kept by the service worker. */
export const loadCatalogue: CatalogueLoader = async (locale, part) => (await PARTS[locale][part]()).default;
