import { type Entities, type Entity, settledView, viewFor } from '@tablee/domain/kernel';
import { describe, expect, it } from 'vitest';
import { HeldEntities, inNouns } from './held-entities.ts';

const thing = (id: string, type: string, value = ''): Entity => ({
  kind: 'record',
  id,
  type,
  circle: 'partners',
  slots: { '~exists': { at: 1, value: true }, name: { at: 1, value } },
});

const ALL = [
  ...Array.from({ length: 600 }, (_, index) => thing(`actor${index}`, 'actor')),
  thing('relation1', 'relation', 'actor7'),
  thing('meeting1', 'meeting'),
].sort((a, b) => (a.id < b.id ? -1 : 1));

const held = async (): Promise<Entities> => new HeldEntities(await inNouns(ALL));
const sorted = (entities: Iterable<Entity>): readonly Entity[] =>
  [...entities].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('what a device holds, read noun by noun', () => {
  it('is what was kept, by its id, by its noun and as a whole', async () => {
    expect(sorted((await held()).values())).toEqual(ALL);
    expect((await held()).get('relation1')).toEqual(thing('relation1', 'relation', 'actor7'));
    const entities = await held();
    expect([...(entities.ofType?.('actor') ?? [])]).toEqual(ALL.filter(({ type }) => type === 'actor'));
    expect(entities.get('actor599')?.type).toBe('actor');
    expect([entities.get('nobody'), [...(entities.ofType?.('nothing') ?? [])]]).toEqual([undefined, []]);
  });

  it('keeps what is written and removed before its noun was read', async () => {
    const entities = await held();
    entities.set('actor3', thing('actor3', 'actor', 'changed'));
    entities.set('new', thing('new', 'meeting'));
    entities.delete('relation1');
    expect(entities.get('actor3')).toEqual(thing('actor3', 'actor', 'changed'));
    expect([...(entities.ofType?.('relation') ?? [])]).toEqual([]);
    expect([...(entities.ofType?.('meeting') ?? [])].map(({ id }) => id).sort()).toEqual(['meeting1', 'new']);
    expect([...entities.values()]).toHaveLength(ALL.length);
    entities.delete('new');
    entities.set('new', thing('new', 'meeting'));
    entities.delete('meeting1');
    expect([...(entities.ofType?.('meeting') ?? [])].map(({ id }) => id)).toEqual(['new']);
  });

  it('shows in a settled view what the whole map shows', async () => {
    const whole = new Map(ALL.map((entity) => [entity.id, entity]));
    for (const circles of [new Set(['partners']), new Set(['core'])]) {
      const view = settledView(await held(), circles);
      for (const type of ['actor', 'relation', 'meeting', 'nothing']) {
        for (const first of view.list(type)) expect(first.type).toBe(type);
        expect([...view.list(type)]).toEqual([...viewFor(whole, circles).list(type)]);
      }
    }
  });

  it('goes on with a list where another reader read further meanwhile', async () => {
    const view = settledView(await held(), new Set(['partners']));
    const read: string[] = [];
    for (const entity of view.list('actor')) {
      if (read.length === 10) expect([...view.list('actor')]).toHaveLength(600);
      read.push(entity.id);
    }
    expect(read).toEqual(ALL.filter(({ type }) => type === 'actor').map(({ id }) => id));
  });
});
