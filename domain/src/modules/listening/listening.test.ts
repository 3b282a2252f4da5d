import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { heard, listeningState } from './index.ts';

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  const said = (text: string) => ({ lang: 'fr', text });
  const place = { group: 'Femmes du quartier', sector: 'civilSociety', heardOn: '2026-01-05' };
  made.add('ada', 'perspective', 'one', {
    ...place,
    statement: said('L’eau a un goût'),
    source: said('Atelier'),
  });
  made.add('ada', 'perspective', 'two', {
    ...place,
    group: 'femmes du Quartier',
    statement: said('On nous a menacées'),
    protected: true,
  });
  return made;
};

describe('listening', () => {
  it('LSN-1 shows a protected statement without what could tell who spoke', () => {
    const lines = heard(table().view(), 'fr');
    expect(lines.find((line) => line.id === 'two')).toEqual({
      id: 'two',
      statement: 'On nous a menacées',
      sector: 'civilSociety',
      group: undefined,
      source: undefined,
      heardOn: undefined,
      protected: true,
    });
    expect(lines.find((line) => line.id === 'one')).toMatchObject({
      group: 'Femmes du quartier',
      source: 'Atelier',
    });
  });

  it('LSN-2 counts groups by name and names the sectors not heard', () => {
    expect(listeningState(table().view())).toEqual({
      statements: 2,
      groups: 1,
      sectors: ['civilSociety'],
      silent: ['state', 'private', 'science'],
    });
  });
});
