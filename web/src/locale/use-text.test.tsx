import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileCatalogue, readCatalogues } from './build/catalogue.ts';
import { activateCatalogue, currentLocale } from './locale.ts';
import { Text, useText } from './use-text.tsx';

const catalogues = readCatalogues();
const activate = (locale: 'fr' | 'en'): void =>
  activateCatalogue(locale, compileCatalogue(catalogues, locale));

function Waiting(): string {
  return useText()('ui.sync.waiting', { n: 40_000 });
}

describe('words on screen', () => {
  beforeAll(() => activate('fr'));

  it('sets French spaces in messages and numbers', () => {
    expect(currentLocale().t('ui.readable-by', { who: 'noyau (6)' })).toBe('Lisible par\u00A0: noyau (6)');
    expect(renderToStaticMarkup(<Waiting />)).toBe('40\u202F000 modifications à envoyer.');
    expect(currentLocale().t('ui.sync.waiting', { n: 1 })).toBe('1 modification à envoyer.');
  });

  it('changes language without a reload', () => {
    activate('en');
    expect(renderToStaticMarkup(<Waiting />)).toBe('40,000 changes to send.');
    activate('fr');
    expect(currentLocale().t('ui.compass.twin', { n: 2, date: '12 mai' })).toBe(
      'Deuxième cycle, depuis le retour du 12 mai.',
    );
  });

  it('takes elements as values and keeps the spaces around them', () => {
    const html = renderToStaticMarkup(<Text id="ui.readable-by" values={{ who: <a href="/x">noyau</a> }} />);
    expect(html).toBe('Lisible par\u00A0: <a href="/x">noyau</a>');
  });
});
