import {
  type AnyRecord,
  actorOf,
  decide,
  emptyState,
  type Foldable,
  fold,
  isPresent,
  type Json,
  RECORD_VERBS,
  type RecordEntity,
  removeRecord,
} from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';

const nouns = [...partnership.declarations.values()];
const records = nouns.filter((noun): noun is AnyRecord => noun.kind === 'record');

const json: fc.Arbitrary<Json> = fc.oneof(
  { depthSize: 'small' },
  fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value ?? null))),
  fc.constantFrom('agree', 'confirmed', 'aaaa2222', 1, 2, 4, true, '2027-03-12', {}),
);
const KEYS = [
  'phase',
  'kind',
  'after',
  'lang',
  'version',
  'organisation',
  'stance',
  'standing',
  'base',
  'targets',
  'stamps',
  '__proto__',
  'meeting',
  'lines',
];
const facts = fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 8 })), json, {
  maxKeys: 6,
});

const eventOf = (noun: (typeof nouns)[number]): fc.Arbitrary<Foldable> => {
  const verbs = noun.kind === 'record' ? [...RECORD_VERBS] : [...noun.verbs, 'erased'];
  return fc.record({
    seq: fc.integer({ min: 1, max: 50 }),
    type: fc.constantFrom(...verbs).map((verb) => `${noun.name}.${verb}`),
    version: fc.constant(noun.version),
    entity: fc.constantFrom('one', 'two', '__proto__'),
    circle: fc.constantFrom('partners', 'core', 'public'),
    actor: fc.constantFrom('ada', 'system'),
    at: fc.constant('2026-01-10T09:00:00.000Z'),
    facts,
    parts: facts,
    erased: fc.dictionary(fc.constantFrom('reason', 'text-fr', 'name'), fc.constant('00'), { maxKeys: 2 }),
  });
};

/** Removes a record as somebody who has seen all of it; `ok` or the refusal's code. */
const removal = (table: Table, held: RecordEntity): string => {
  const actor = actorOf(table.state.entities, 'ada');
  if (actor === undefined) return 'nobody';
  const ticket = { id: 'removal', space: 'space0000000000000000', saidAt: table.now };
  const context = { now: table.now, actor, answered: () => undefined };
  const outcome = decide(partnership, removeRecord(ticket, held), table.state.entities, context);
  if (!outcome.ok) return outcome.code;
  const place = { seq: table.state.seq + 1, actor: 'ada', at: table.now, erased: {} };
  fold(
    partnership,
    table.state,
    outcome.events.map((draft) => ({ ...draft, ...place })),
  );
  return 'ok';
};

const LEAF = /\p{L}/u;

describe('every noun', () => {
  it.each(nouns.map((noun) => [noun.name, noun] as const))(
    'REG-9 folds any list of events without throwing: %s',
    (_name, noun) => {
      fc.assert(
        fc.property(fc.array(eventOf(noun), { maxLength: 20, size: 'max' }), (events) => {
          const state = fold(partnership, emptyState(), events);
          for (const entity of state.entities.values())
            if (entity.kind === 'process' && noun.kind === 'process') {
              noun.owner(entity.state, entity.id);
              noun.due(entity.state);
              noun.copies(entity.state);
            }
          expect(state.stopped).toBeUndefined();
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(nouns.map((noun) => [noun.name, noun] as const))(
    'REG-8 speaks French and English in full: %s',
    (_name, noun) => {
      for (const lang of ['fr', 'en'] as const) {
        const words = [noun.labels[lang].one, noun.labels[lang].many];
        if (noun.kind === 'record') {
          words.push(...Object.values(noun.labels[lang].fields));
          expect(Object.keys(noun.labels[lang].fields).sort()).toEqual(Object.keys(noun.fields).sort());
          for (const field of Object.values(noun.fields))
            words.push(...Object.values(field.options ?? {}).map((option) => option[lang]));
        } else words.push(...Object.values(noun.commands).map((command) => command.labels[lang]));
        expect(words.filter((word) => !LEAF.test(word))).toEqual([]);
      }
    },
  );

  it.each(records.map((noun) => [noun.name, noun] as const))(
    'REG-10 adds, changes and removes through the kernel: %s',
    (_name, noun) => {
      const table = new Table(partnership);
      table.join('ada', ['secretariat', 'core']);
      const circle = noun.circle;
      expect(table.add('ada', noun.name, 'aaaa2222bbbb3333cccc', {}, circle)).toBe('ok');
      const line = Object.entries(noun.fields).find(
        ([, field]) => field.kind === 'line' || field.kind === 'text',
      );
      if (line !== undefined) {
        const [name, field] = line;
        const value = field.kind === 'line' ? 'Un mot' : { lang: 'fr', text: 'Un mot' };
        expect(table.change('ada', noun.name, 'aaaa2222bbbb3333cccc', { [name]: value })).toBe('ok');
        const changed = table.state.entities.get('aaaa2222bbbb3333cccc');
        expect(changed?.kind === 'record' && changed.slots[name]?.value).toEqual(value);
      }
      const held = table.state.entities.get('aaaa2222bbbb3333cccc');
      if (held?.kind !== 'record') throw new Error('the record is not there');
      const removed = removal(table, held);
      // The partnership itself is ended, never removed.
      expect(removed).toBe(noun.name === 'partnership' ? 'NotAllowed' : 'ok');
      const after = table.state.entities.get(held.id);
      expect(after !== undefined && isPresent(after)).toBe(noun.name === 'partnership');
    },
  );
});
