import { describe, expect, it } from 'vitest';
import { renderPosterDocx } from './poster-docx.ts';
import { renderPosterPdf } from './poster-pdf.ts';
import type { PosterPage, RoundPoster } from './round-poster.ts';

const page = (over: Partial<PosterPage> = {}): PosterPage => ({
  language: 'fr',
  title: 'L’eau du quartier #panic("injection")',
  intro: 'Qu’est-ce qui doit changer ?',
  asks: '12 affirmations, 2 minutes environ, sans compte.',
  scan: 'Visez ce code avec un téléphone :',
  promiseTitle: 'Ce que nous en ferons',
  promise: 'Nous vous dirons ici même ce que nous avons entendu.',
  promiseUntil: 'Réponse promise avant le 1er avril 2027.',
  until: 'Ouvert jusqu’au 1er mars 2027.',
  ...over,
});
const LONG = {
  title: 'Un titre '.repeat(33),
  intro: 'Une question. '.repeat(140),
  promise: 'Une promesse. '.repeat(140),
};
const poster = (over: Partial<RoundPoster> = {}): RoundPoster => ({
  language: 'fr',
  title: 'L’eau du quartier',
  partnership: 'L’eau de la vallée',
  address: 'https://tablee.example/l/PUITS-4821',
  short: 'tablee.example/l/PUITS-4821',
  size: 'a4',
  form: 'poster',
  strips: 16,
  pages: [page(), page({ language: 'ny' }), page(LONG)],
  ...over,
});
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type ?\/Page\b/g)?.length ?? 0;
const widthIn = (pdf: Buffer): number =>
  Math.round(Number(/\/MediaBox ?\[0 0 ([\d.]+)/.exec(pdf.toString('latin1'))?.[1]));

describe('the poster of a listening round', () => {
  it('is a tagged PDF, one page for each language however long its texts, the same bytes each time', async () => {
    const bytes = await renderPosterPdf(poster());
    expect(bytes.toString('latin1')).toContain('/StructTreeRoot');
    expect(bytes.toString('latin1')).toContain('pdfuaid');
    expect([pagesIn(bytes), widthIn(bytes)]).toEqual([3, 595]);
    expect((await renderPosterPdf(poster())).equals(bytes)).toBe(true);
  });

  it('comes as A3 and as strips to cut off', async () => {
    const [large, strips] = [
      await renderPosterPdf(poster({ size: 'a3', pages: [page()] })),
      await renderPosterPdf(poster({ form: 'strips', pages: [page(), page({ title: LONG.title })] })),
    ];
    expect([pagesIn(large), widthIn(large)]).toEqual([1, 842]);
    expect(pagesIn(strips)).toBe(2);
  });

  it('says so where the fonts of the server lack the letters, and leaves them to Word', async () => {
    const ours = poster({ pages: [page({ language: 'zh', title: '水和我們' })] });
    await expect(renderPosterPdf(ours)).rejects.toMatchObject({ code: 'ScriptMissing' });
    for (const form of ['poster', 'strips'] as const) {
      const word = await renderPosterDocx({ ...ours, form });
      expect(word.subarray(0, 2).toString()).toBe('PK');
      expect(word.includes('word/media/')).toBe(true);
    }
  });
});
