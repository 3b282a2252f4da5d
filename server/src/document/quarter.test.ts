import { partnership } from '@tablee/domain/modules';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { renderDocx } from './docx.ts';
import { renderPdf } from './pdf.ts';
import { quarterSheet } from './quarter.ts';
import { wordsIn } from './words.ts';

const fr = (text: string) => ({ lang: 'fr', text });

const asked = () => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state' });
  table.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  table.add('ada', 'quarterPage', 'page', {
    quarter: '2026-Q1',
    organisation: 'utility',
    need: fr('Un véhicule'),
  });
  table.add('ada', 'commitment', 'one', { what: fr('La salle'), owner: 'brewery', due: '2026-02-10' });
  return {
    view: table.view(),
    language: 'fr',
    words: wordsIn('fr'),
    nameOf: () => undefined,
    address: 'http://127.0.0.1/p/space',
    page: 'http://127.0.0.1/c/AC7K3-RT9QD',
    now: '2026-03-20T09:00:00.000Z',
  } as const;
};

describe('the half pages of a quarter', () => {
  it('become one document, in which what has not come is named without blame', async () => {
    const sheet = quarterSheet('2026-Q1', asked());
    expect(sheet?.title).toBe('Point trimestriel, T1 2026');
    expect(sheet?.foot).toContain('/c/AC7K3-RT9QD');
    const said = JSON.stringify(sheet?.blocks);
    expect(said).toContain('Un véhicule');
    expect(said).toContain('Demi-pages reçues : 1 sur 2');
    expect(said.indexOf('Peuvent encore arriver')).toBeLessThan(said.indexOf('Brasserie'));
    if (sheet === undefined) throw new Error('no sheet');
    expect((await renderPdf(sheet)).subarray(0, 4).toString()).toBe('%PDF');
    expect((await renderDocx(sheet)).subarray(0, 2).toString()).toBe('PK');
  });

  it('are of a quarter: anything else is none', () => {
    expect(quarterSheet('2026', asked())).toBeUndefined();
  });
});
