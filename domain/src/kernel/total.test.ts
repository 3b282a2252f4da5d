import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, runs, sampleNouns } from '../testing/index.ts';
import {
  ANYBODY,
  emptyState,
  emptyVisibility,
  evolve,
  type Foldable,
  fold,
  follow,
  isVisible,
  type Json,
  RECORD_VERBS,
  snapshotOf,
} from './index.ts';

const json: fc.Arbitrary<Json> = fc
  .oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('__proto__', 'constructor', 1, 0, 'c1', true, []))
  .map((value) => JSON.parse(JSON.stringify(value)));
const NAMES = [
  'name',
  'body',
  'body@en',
  '~exists',
  'languages#fr',
  'name!1',
  'body!2',
  '__proto__',
  '__proto__!1',
  'constructor',
  'constructor!1',
  'toString!1',
  'toString',
  '!',
  '',
];
const named = fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 5 }));
// Through JSON, so that `__proto__` is a member of its own, as it would be on the wire.
const parts = fc
  .array(fc.tuple(named, json), { maxLength: 6 })
  .map((pairs): { [name: string]: Json } =>
    JSON.parse(
      `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`,
    ),
  );
const facts = fc
  .record(
    {
      base: fc.oneof(json, parts),
      rev: fc.oneof(json, parts),
      of: fc.oneof(json, parts),
      settles: fc.oneof(json, parts),
      stamps: fc.oneof(json, parts),
      markers: fc.oneof(json, fc.array(named)),
      targets: fc.oneof(json, fc.array(named)),
      shadow: fc.oneof(json, fc.constant('partners')),
      stance: fc.oneof(json, fc.constant('agree')),
      roles: fc.oneof(json, fc.constant(['core'])),
      readers: fc.oneof(json, fc.constant(['ann', '__proto__'])),
      person: fc.oneof(json, fc.constant('constructor')),
      purpose: fc.oneof(json, fc.constant('group')),
      agree: json,
      block: json,
      notes: json,
    },
    { requiredKeys: [] },
  )
  .map((value): { [name: string]: Json } => JSON.parse(JSON.stringify(value)));
const types = [...sampleNouns.declarations.values()].flatMap((noun) =>
  [...(noun.kind === 'record' ? RECORD_VERBS : noun.verbs), 'erased'].map((verb) => `${noun.name}.${verb}`),
);
const garbage: fc.Arbitrary<Foldable> = fc.record({
  seq: fc.nat(50),
  type: fc.constantFrom(...types),
  version: fc.constantFrom(1, 0, -1),
  entity: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
  circle: fc.constantFrom('public', 'partners', 'core', '__proto__'),
  actor: fc.constantFrom('ann', '__proto__', 'system'),
  at: fc.constant('2026-01-01T00:00:00.000Z'),
  facts,
  parts,
  erased: parts.map((some) => Object.fromEntries(Object.keys(some).map((name) => [name, 'h']))),
});

describe('any list of events', () => {
  it('KRN-106 folds without throwing, and to the same twice, whatever facts and parts hold', () => {
    fc.assert(
      fc.property(fc.array(garbage, { maxLength: 40, size: 'max' }), (events) => {
        const state = fold(sampleNouns, emptyState(), events);
        expect(state.stopped).toBeUndefined();
        const again = fold(sampleNouns, emptyState(), events);
        expect(contentOf(again.entities.values())).toBe(contentOf(state.entities.values()));
        // What travels as JSON is what is held: nothing hides in a prototype.
        const snapshot = snapshotOf(state, 's', ANYBODY);
        for (const entity of snapshot.entities)
          if (entity.kind === 'record')
            for (const [name, slot] of Object.entries(entity.slots)) {
              expect(['number', 'string']).toContain(typeof slot.at);
              expect(name.split('!')[0]).not.toMatch(/^(__proto__|constructor|prototype)$/);
            }
        const visibility = emptyVisibility();
        for (const event of events) {
          follow(visibility, event);
          isVisible(visibility, ANYBODY, event);
        }
        expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('at');
      }),
      runs(300),
    );
  });

  it('KRN-106 names that look like a prototype’s are no slots, and break nothing', () => {
    const event: Foldable = {
      seq: 1,
      type: 'note.stated',
      version: 1,
      entity: 'n',
      circle: 'partners',
      actor: 'ann',
      at: '',
      facts: {},
      parts: JSON.parse(
        '{"name":"Spring","name!3":"Well","constructor!1":"x","__proto__!1":"y","__proto__":"z"}',
      ),
      erased: {},
    };
    const state = fold(sampleNouns, emptyState(), [event]);
    expect(state.entities.get('n')).toMatchObject({
      slots: { name: { value: 'Spring', beside: [{ value: 'Well' }] } },
    });
    const added = fold(sampleNouns, emptyState(), [{ ...event, type: 'note.added' }]).entities.get('n');
    expect(added?.kind === 'record' && Object.getPrototypeOf(added.slots)).toBe(Object.prototype);
  });

  const whole: Foldable = {
    seq: 1,
    type: 'note.added',
    version: 1,
    entity: 'n',
    circle: 'partners',
    actor: 'ann',
    at: '',
    facts: {},
    parts: {},
    erased: {},
  };
  const broken: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['a text', 'note.added'],
    ['a list', []],
    ...Object.keys(whole).map((key) => [`without ${key}`, { ...whole, [key]: undefined }] as const),
    ['a type that is a number', { ...whole, type: 7 }],
    ['parts that are a text', { ...whole, parts: 'Spring' }],
    ['facts that are a list', { ...whole, facts: [] }],
  ];
  it.each(broken)('KRN-106 stops at what is no event: %s', (_what, event) => {
    const state = emptyState();
    // Read back from JSON, as from a broken store or a hostile server.
    evolve(sampleNouns, state, JSON.parse(JSON.stringify(event)));
    expect(state).toMatchObject({ seq: 0, stopped: { seq: 1 } });
    expect([...state.entities.values()]).toEqual([]);
    expect(evolve(sampleNouns, state, whole)).toBeUndefined();
  });
});
