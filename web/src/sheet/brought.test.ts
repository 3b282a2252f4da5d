import { partnership } from '@tablee/domain/modules';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { broughtIn, isUntouched, undoPlan } from './brought.ts';

describe('undoing an import', () => {
  it('takes back only what nobody has changed since', () => {
    const table = new Table(partnership);
    table.join('ada', ['secretariat']);
    table.add('ada', 'actor', 'mairie', { name: 'Mairie', sector: 'state' });
    const added = table.view().get('mairie');
    if (added?.kind !== 'record') throw new Error('the record was not added');
    expect(isUntouched(added)).toBe(true);
    table.change('ada', 'actor', 'mairie', { name: 'Commune' });
    const changed = table.view().get('mairie');
    if (changed?.kind !== 'record') throw new Error('the record went');
    expect(isUntouched(changed)).toBe(false);
  });

  it('names what stays, gives back what was filled, and removes the rest', () => {
    const table = new Table(partnership);
    table.join('ada', ['secretariat']);
    table.add('ada', 'actor', 'old', { name: 'Mairie', sector: 'state' });
    table.add('ada', 'actor', 'one', { name: 'Comité', sector: 'civilSociety' });
    table.add('ada', 'actor', 'two', { name: 'Chorale', sector: 'other' });
    table.change('ada', 'actor', 'old', { place: { name: 'Vallée' }, 'stakes#funder': true });
    table.change('ada', 'actor', 'two', { local: true });
    const brought = {
      act: 'import' as const,
      noun: 'actor',
      rows: 3,
      commands: [],
      added: [{ noun: 'actor', entities: ['one', 'two'] }],
      filled: [
        { entity: 'old', slot: 'place', value: { name: 'Vallée' } },
        { entity: 'old', slot: 'stakes#funder', value: true, before: false },
      ],
      people: [],
      moved: [],
    };
    const plan = undoPlan(table.view(), brought);
    expect(plan.remove.map((entity) => entity.id)).toEqual(['one']);
    expect(plan.stays.map((entity) => entity.id)).toEqual(['two']);
    expect(plan.restore.map(({ slots }) => slots)).toEqual([{ place: null, 'stakes#funder': false }]);
    table.change('ada', 'actor', 'old', { place: { name: 'Quartier-Bas' } });
    expect(undoPlan(table.view(), brought).stays.map((entity) => entity.id)).toEqual(['two', 'old']);
  });

  it('finds what is kept beside other items, the last first', () => {
    const value = {
      act: 'import',
      noun: 'actor',
      rows: 0,
      commands: [],
      added: [],
      filled: [],
      people: [],
      moved: [],
    };
    const item = { kind: 'draft' as const, expires: '2027-01-01' };
    const items = [
      { ...item, id: 'a', value: { brought: value }, changedAt: '2026-01-01T00:00:00.000Z' },
      { ...item, id: 'b', value: { brought: value }, changedAt: '2026-01-02T00:00:00.000Z' },
      { ...item, id: 'c', value: { text: 'un brouillon' }, changedAt: '2026-01-03T00:00:00.000Z' },
    ];
    expect(broughtIn(items).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});
