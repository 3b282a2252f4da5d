import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  duplicates,
  likelyDuplicates,
  links,
  missingVoices,
  sectorsAtTable,
  stakeCounts,
  withStake,
} from './index.ts';

const map = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat', 'core']);
  table.add('ada', 'actor', 'city', {
    name: 'Mairie de la Vallée',
    sector: 'state',
    'stakes#decisionMaker': true,
    'stakes#funder': true,
  });
  table.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  table.add('ada', 'actor', 'choir', { name: 'Chorale', sector: 'other' });
  table.add('ada', 'actor', 'women', {
    name: 'Femmes du Quartier-Bas',
    sector: 'civilSociety',
    'stakes#affected': true,
    missing: true,
    barrier: { lang: 'fr', text: 'Les réunions tombent au moment de la corvée d’eau' },
  });
  return table;
};

describe('stakeholders', () => {
  it('ACT-1 counts sectors and stakes apart', () => {
    const table = map();
    expect(sectorsAtTable(table.view())).toMatchObject({
      there: ['state', 'private'],
      missing: ['civilSociety', 'science'],
      enough: false,
      counts: { other: 1 },
    });
    expect(stakeCounts(table.view())).toMatchObject({ decisionMaker: 1, funder: 1, affected: 0 });
    table.add('ada', 'actor', 'lab', { name: 'Laboratoire', sector: 'science' });
    expect(sectorsAtTable(table.view()).enough).toBe(true);
  });

  it('ACT-2 does not count a missing voice as being there', () => {
    const table = map();
    expect(withStake(table.view(), 'affected')).toEqual([]);
    expect(missingVoices(table.view(), 'fr')).toEqual([
      {
        id: 'women',
        name: 'Femmes du Quartier-Bas',
        barrier: 'Les réunions tombent au moment de la corvée d’eau',
        measure: undefined,
      },
    ]);
    table.change('ada', 'actor', 'women', { missing: false });
    expect(withStake(table.view(), 'affected').map((entity) => entity.id)).toEqual(['women']);
  });

  it('ACT-3 finds likely duplicates whatever accents, case and order', () => {
    const table = map();
    expect(likelyDuplicates(table.view(), 'MAIRIE  VALLEE (la)').map((entity) => entity.id)).toEqual([
      'city',
    ]);
    expect(likelyDuplicates(table.view(), 'de la')).toEqual([]);
    table.add('ada', 'actor', 'again', { name: 'Vallée, mairie', sector: 'state' });
    expect(duplicates(table.view()).map((pair) => [pair.a, pair.b])).toEqual([['again', 'city']]);
  });

  it('ACT-4 shows a relation when both ends are in sight', () => {
    const table = map();
    table.add('ada', 'actor', 'quiet', { name: 'Donateur discret', sector: 'private' }, 'core');
    table.add('ada', 'relation', 'link1', { from: 'city', to: 'brewery', kind: 'worksWith' });
    table.add('ada', 'relation', 'link2', { from: 'quiet', to: 'city', kind: 'funds' });
    expect(links(table.view()).map((link) => link.id)).toEqual(['link1']);
    expect(links(table.viewOf('ada')).map((link) => link.id)).toEqual(['link1', 'link2']);
  });
});
