import { beforeAll, describe, expect, it } from 'vitest';
import { compileCatalogue, readCatalogues } from '../locale/build/catalogue.ts';
import { activateCatalogue, currentLocale } from '../locale/locale.ts';
import { isWider } from './circle-selector.tsx';
import { atPrecision } from './date-field.tsx';
import { lineWords, stripWords } from './state-line.tsx';
import { ANNOUNCE_EVERY_MS, announceDelay, syncWords } from './sync-state.tsx';

describe('states say what is true', () => {
  beforeAll(() => activateCatalogue('fr', compileCatalogue(readCatalogues(), 'fr')));

  it('announces a change of the sending at most once a minute', () => {
    expect(announceDelay(5_000, undefined)).toBe(0);
    expect(announceDelay(5_000, 4_000)).toBe(ANNOUNCE_EVERY_MS - 1_000);
    expect(announceDelay(90_000, 4_000)).toBe(0);
  });

  it('has words for every state of the sending', () => {
    const { t } = currentLocale();
    expect(syncWords({ kind: 'received', time: '14 h 02' }, t)).toBe('Tout est reçu, 14\u202Fh\u202F02.');
    expect(syncWords({ kind: 'offline', count: 2 }, t, true)).toBe('Hors ligne, 2 à envoyer.');
    expect(syncWords({ kind: 'conflict', count: 1 }, t)).toBe('1 choix à faire.');
  });

  it('says the same whether a thing is hidden or absent', () => {
    const { t } = currentLocale();
    expect(lineWords({ kind: 'absent', contact: 'Awa N' }, t)).toBe(
      'Cette page n’existe pas, ou ne vous est pas ouverte. Écrivez à Awa N.',
    );
    expect(stripWords({ kind: 'past', date: '21 mars 2023' }, t)).toBe('Vous lisez l’état au 21 mars 2023.');
  });

  it('confirms only a choice that lets more people in', () => {
    const circles = [
      { id: 'me', label: 'Vous', rank: 0 },
      { id: 'core', label: 'Noyau', rank: 1 },
      { id: 'secretariat', label: 'Secrétariat', rank: 1 },
      { id: 'partners', label: 'Partenaires', rank: 2 },
    ];
    expect(isWider(circles, 'core', 'partners')).toBe(true);
    expect(isWider(circles, 'core', 'secretariat')).toBe(true);
    expect(isWider(circles, 'core', 'core')).toBe(false);
    expect(isWider(circles, 'partners', 'core')).toBe(false);
  });

  it('never invents a day when a date becomes more precise', () => {
    expect(atPrecision('2019-03-12', 'month')).toBe('2019-03');
    expect(atPrecision('2019', 'day')).toBe('2019');
  });
});
