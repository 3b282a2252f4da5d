import { asJsonObject, type Command, isObject, type RecordEntity, type Ticket } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { actorName, joinedTo, links, mergeCommands, mergePlan, nameKeys, withMergers } from './index.ts';

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat', 'core']);
  made.add('ada', 'actor', 'onep', { name: 'ONEP', sector: 'other', 'stakes#implementer': true });
  made.add('ada', 'actor', 'office', {
    name: 'Office national de l’eau potable',
    sector: 'state',
    'stakes#funder': true,
    place: { name: 'Quartier-Bas' },
  });
  made.add('ada', 'actor', 'city', { name: 'Mairie', sector: 'state' });
  made.add('ada', 'relation', 'link1', { from: 'office', to: 'city', kind: 'funds' });
  made.add('ada', 'contribution', 'gift', { organisation: 'office' });
  made.add('ada', 'activity', 'work', { 'involved#office': true, 'involved#city': true });
  return made;
};

const record = (made: Table, id: string): RecordEntity => {
  const entity = made.state.entities.get(id);
  if (entity?.kind !== 'record') throw new Error(id);
  return entity;
};

const merge = (made: Table, chosen: readonly string[] = []): void => {
  let count = 0;
  const ticket = (): Ticket => ({ id: `merge${count++}`, space: 'space0000000000000000', saidAt: made.now });
  const asked = { stays: record(made, 'onep'), joins: record(made, 'office'), chosen, id: 'merger22' };
  for (const command of mergeCommands(ticket, asked, 'partners')) run(made, command);
};

const run = (made: Table, { type, entity, payload }: Command): void => {
  if (type === 'actor.change')
    expect(
      made.change('ada', 'actor', entity, asJsonObject(isObject(payload['slots']) ? payload['slots'] : {})),
    ).toBe('ok');
  else expect(made.act('ada', type, entity, payload)).toBe('ok');
};

describe('mergers', () => {
  it('ACT-5 finds one organisation under legal forms, abbreviations and initials', () => {
    const alike = (a: string, b: string): boolean => nameKeys(a).some((key) => nameKeys(b).includes(key));
    expect(alike('Ministère de l’Eau', 'MIN. DE L’EAU')).toBe(true);
    expect(alike('Brasserie de la Vallée S.A.', 'Brasserie de la Vallee')).toBe(true);
    expect(alike('Stadtwerke Köln GmbH', 'Stadtwerke Koln')).toBe(true);
    expect(alike('University of Lusaka', 'Univ. of Lusaka')).toBe(true);
    expect(alike('ONEP', 'Office national de l’eau potable')).toBe(true);
    expect(alike('Office national de l’eau potable (ONEP)', 'O.N.E.P.')).toBe(true);
    expect(alike('Comité du Quartier-Bas', 'Comité du Quartier-Haut')).toBe(false);
    expect(nameKeys('de la')).toEqual([]);
  });

  it('ACT-6 leads relations, contributions, sets and the joining id to the one that stays', () => {
    const made = table();
    merge(made);
    const view = withMergers(made.view());
    expect([...view.list('actor')].map((entity) => entity.id)).toEqual(['onep', 'city']);
    expect(links(view)).toMatchObject([{ from: 'onep', to: 'city' }]);
    expect(actorName(view, 'office')).toBe('ONEP');
    expect(view.get('gift')).toMatchObject({ slots: { organisation: { value: 'onep' } } });
    expect(view.get('work')).toMatchObject({ slots: { 'involved#onep': { value: true } } });
    expect(view.get('work')).not.toHaveProperty(['slots', 'involved#office']);
    expect(joinedTo(made.view(), 'onep', 'fr')).toMatchObject([{ id: 'office' }]);
    made.remove('ada', 'merger', 'merger22');
    const apart = withMergers(made.view());
    expect(actorName(apart, 'office')).toBe('Office national de l’eau potable');
    expect(links(apart)).toMatchObject([{ from: 'office', to: 'city' }]);
  });

  it('ACT-7 lets nobody vanish in a ring or with a removed survivor', () => {
    const made = table();
    merge(made);
    made.add('ada', 'merger', 'back2222', { from: 'onep', into: 'office' });
    expect([...withMergers(made.view()).list('actor')].map((entity) => entity.id)).toHaveLength(2);
    made.remove('ada', 'merger', 'back2222');
    made.remove('ada', 'actor', 'onep');
    expect(actorName(withMergers(made.view()), 'office')).toBe('Office national de l’eau potable');
  });

  it('ACT-8 unites sets, fills what is empty, and writes only the chosen of what differs', () => {
    const made = table();
    expect(mergePlan(record(made, 'onep'), record(made, 'office'))).toEqual({
      conflicts: [
        { field: 'name', stays: 'ONEP', joins: 'Office national de l’eau potable' },
        { field: 'sector', stays: 'other', joins: 'state' },
      ],
      taken: { 'stakes#funder': true, place: { name: 'Quartier-Bas' } },
    });
    merge(made, ['sector']);
    expect(record(made, 'onep').slots).toMatchObject({
      name: { value: 'ONEP' },
      sector: { value: 'state' },
      'stakes#funder': { value: true },
      'stakes#implementer': { value: true },
    });
  });
});
