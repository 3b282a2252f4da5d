import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typography } from './typography.ts';

const N = '\u202F';
const B = '\u00A0';
const fr = (text: string): string => typography(text, 'fr');
const bare = (text: string): string => text.replace(/[ \u00A0\u202F]/gu, '');

describe('typography', () => {
  it('TXT-3 sets a no-break space before a colon and inside guillemets', () => {
    expect(fr('Trajectoire : 61')).toBe(`Trajectoire${B}: 61`);
    expect(fr('Objectif: eau')).toBe(`Objectif${B}: eau`);
    expect(fr('dit « oui » hier')).toBe(`dit «${B}oui${B}» hier`);
    expect(fr('dit «oui»')).toBe(`dit «${B}oui${B}»`);
    expect(fr('« Vraiment ? »')).toBe(`«${B}Vraiment${N}?${B}»`);
  });

  it('TXT-3 sets a narrow no-break space before ; ! ?', () => {
    expect(fr('Où en sommes-nous ?')).toBe(`Où en sommes-nous${N}?`);
    expect(fr('Merci!')).toBe(`Merci${N}!`);
    expect(fr('six mois ; les cas')).toBe(`six mois${N}; les cas`);
    expect(fr('Quoi ?!')).toBe(`Quoi${N}?!`);
    expect(fr('Quoi?!')).toBe(`Quoi${N}?!`);
  });

  it('TXT-4 keeps numbers, signs and hours together', () => {
    expect(fr('40 000 €')).toBe(`40${N}000${N}€`);
    expect(fr('1 250 000 francs')).toBe(`1${N}250${N}000 francs`);
    expect(fr('61 % des ménages')).toBe(`61${N}% des ménages`);
    expect(fr('61% des ménages')).toBe(`61${N}% des ménages`);
    expect(fr('à 14 h 02, puis 18 h.')).toBe(`à 14${N}h${N}02, puis 18${N}h.`);
    expect(fr('à 14h02')).toBe(`à 14${N}h${N}02`);
    expect(fr('40\u00A0000,50\u00A0€')).toBe(`40${N}000,50${N}€`);
  });

  it('TXT-4 does not join a year to the number that follows', () => {
    expect(fr('En 2025 300 ménages')).toBe('En 2025 300 ménages');
    expect(fr('06 12 34 56 78')).toBe('06 12 34 56 78');
    expect(fr('3 hommes, 2 heures')).toBe('3 hommes, 2 heures');
  });

  it('TXT-5 leaves addresses, clock times and ratios alone', () => {
    for (const text of [
      'https://exemple.org/a?b=1;c=2!',
      'Voir https://exemple.org:8080/x?y=5% demain',
      'awa@comite.example',
      'mailto:awa@comite.example?subject=eau',
      'à 10:30',
      'ratio 1:10',
      'PUITS-4821',
    ]) {
      expect(fr(text)).toBe(text);
    }
    expect(fr('Voir https://exemple.org ?')).toBe(`Voir https://exemple.org${N}?`);
  });

  it('TXT-6 returns other languages as they are', () => {
    expect(typography('Really ? 40 000 %', 'en')).toBe('Really ? 40 000 %');
    expect(typography('Oui ?', 'fr-CM')).toBe(`Oui${N}?`);
    expect(typography('Maji ?', 'sw')).toBe('Maji ?');
  });

  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      ' ',
      ' ?',
      '!',
      ' : ',
      ':',
      '«',
      '»',
      ' « ',
      '40 000',
      '61 %',
      '14 h 02',
      '14h',
      '€',
      '\n',
      'a@b.co',
      'https://x.y/?z=1 ',
    ),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  it('TXT-1 changes white space only', () => {
    fc.assert(
      fc.property(text, (value) => bare(fr(value)) === bare(value)),
      { numRuns: 1000 },
    );
  });

  it('TXT-2 keeps two hours beside each other apart', () => {
    const once = fr('14h 15h');
    expect(once).toBe(`14${N}h 15${N}h`);
    expect(fr(once)).toBe(once);
  });

  it('TXT-2 is idempotent', () => {
    fc.assert(
      fc.property(text, (value) => fr(fr(value)) === fr(value)),
      { numRuns: 1000 },
    );
  });
});
