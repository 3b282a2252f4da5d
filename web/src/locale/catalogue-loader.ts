import type { TextLocale } from '@tablee/domain/text';
import type { CatalogueLoader } from './locale.ts';

/** Fetches the compiled catalogue of one language; one lazy chunk each, kept by the service worker. */
export const loadCatalogue: CatalogueLoader = async (locale: TextLocale) => {
  const module =
    locale === 'fr' ? await import('virtual:catalogue/fr') : await import('virtual:catalogue/en');
  return module.default;
};
