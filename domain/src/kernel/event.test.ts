import { hash as nodeHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNote, peopled, runs } from '../testing/index.ts';
import {
  canonical,
  type Draft,
  digestOf,
  GENESIS,
  isCommand,
  isFeedEvent,
  isJson,
  type Json,
  type Link,
  partHash,
  payloadHashOf,
  type StoredEvent,
  seal,
  sha256,
  sha256Of,
  strike,
  toFeed,
  utf8,
  verifyChain,
} from './index.ts';

const draft: Draft = {
  type: 'note.added',
  version: 1,
  entity: 'n1',
  circle: 'partners',
  facts: { base: { name: 3 } },
  parts: { name: 'Spring', phone: '+33 6 00 00 00 00' },
};

const json: fc.Arbitrary<Json> = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));

let salt = 0;
const position = (seq: number, previous: string) => ({
  space: 's',
  seq,
  actor: 'ann',
  at: '2026-01-01T00:00:00.000Z',
  saidAt: '2020-01-01T00:00:00.000Z',
  commandId: `c${seq}`,
  previous,
});
const chainOf = (length: number): StoredEvent[] => {
  const events: StoredEvent[] = [];
  for (let seq = 1; seq <= length; seq++)
    events.push(
      seal(draft, position(seq, events.at(-1)?.hash ?? GENESIS), sha256, () =>
        (salt++).toString(16).padStart(32, '0'),
      ),
    );
  return events;
};
const withheld = (event: StoredEvent): Link => ({ seq: event.seq, digest: digestOf(sha256, event) });
const replaced = (events: readonly StoredEvent[], index: number, by: Partial<StoredEvent>): StoredEvent[] =>
  events.map((event, at) => (at === index ? { ...event, ...by } : event));

describe('events', () => {
  it('KRN-1 seals every part with a salt of its own, so that a kept salt does not give an erased one away', () => {
    const drawn: string[] = [];
    const event = seal(draft, position(1, GENESIS), sha256, () => {
      drawn.push(String(drawn.length).padStart(32, '0'));
      return drawn.at(-1) ?? '';
    });
    expect(new Set(Object.values(event.salts)).size).toBe(3);
    expect(Object.keys(event.salts).sort()).toEqual(['', 'name', 'phone']);
    const parts = {
      name: partHash(sha256, event.salts['name'] ?? '', 'Spring'),
      phone: partHash(sha256, event.salts['phone'] ?? '', '+33 6 00 00 00 00'),
    };
    expect(event.payloadHash).toBe(
      sha256((event.salts[''] ?? '') + canonical({ facts: draft.facts, parts })),
    );
    const struck = strike(event, new Set(['phone']), sha256);
    for (const kept of Object.values(struck.salts))
      expect(partHash(sha256, kept, '+33 6 00 00 00 00')).not.toBe(struck.erased['phone']);
  });

  it('KRN-1 hashes a part whatever its name, so that none passes unseen under a prototype name', () => {
    const part = JSON.parse('{"__proto__":"unseen"}');
    const other = JSON.parse('{"__proto__":"other"}');
    const payload = { facts: {}, salts: { '': 'a' }, erased: {} };
    expect(payloadHashOf(sha256, { ...payload, parts: part })).not.toBe(
      payloadHashOf(sha256, { ...payload, parts: other }),
    );
  });

  const members: Partial<StoredEvent>[] = [
    { space: 'other' },
    { type: 'note.removed' },
    { version: 2 },
    { entity: 'n2' },
    { circle: 'public' },
    { actor: 'bob' },
    { at: '2027-01-01T00:00:00.000Z' },
    { saidAt: '2027-01-01T00:00:00.000Z' },
    { commandId: 'other' },
    { hash: 'f'.repeat(64) },
  ];
  it.each(members)('KRN-2 finds a changed member of the envelope: %o', (change) => {
    expect(verifyChain(replaced(chainOf(3), 1, change), sha256)).toEqual({ seq: 2, fault: 'hash' });
  });

  it('KRN-2 finds changed content, a missing link and a link in another place', () => {
    const events = chainOf(3);
    const [first, second, third] = events;
    const parts = { ...second?.parts, name: 'Well' };
    expect(verifyChain(replaced(events, 1, { parts }), sha256)).toEqual({ seq: 2, fault: 'payload' });
    expect(verifyChain(replaced(events, 1, { facts: {} }), sha256)).toEqual({ seq: 2, fault: 'payload' });
    expect(
      verifyChain(
        [first, third].filter((event) => event !== undefined),
        sha256,
      ),
    ).toEqual({
      seq: 2,
      fault: 'gap',
    });
    expect(verifyChain(events, sha256)).toBeUndefined();
    expect(verifyChain([], sha256)).toBeUndefined();
  });

  it('KRN-3 verifies around events that are given as digests alone', () => {
    const events = chainOf(4);
    const links = events.map((event, index) => (index % 2 === 1 ? withheld(event) : event));
    expect(verifyChain(links, sha256)).toBeUndefined();
    const wrong = links.map((link, index) => (index === 1 ? { seq: 2, digest: 'a'.repeat(64) } : link));
    expect(verifyChain(wrong, sha256)).toEqual({ seq: 3, fault: 'hash' });
  });

  it('KRN-4 verifies after a part was struck, and keeps the siblings', () => {
    const events = chainOf(3);
    const struck = events.map((event) => strike(event, new Set(['phone']), sha256));
    expect(verifyChain(struck, sha256)).toBeUndefined();
    expect(struck[1]?.parts).toEqual({ name: 'Spring' });
    expect(Object.keys(struck[1]?.salts ?? {}).sort()).toEqual(['', 'name']);
    expect(Object.keys(struck[1]?.erased ?? {})).toEqual(['phone']);
    expect(struck.map((event) => event.hash)).toEqual(events.map((event) => event.hash));
    const twice = struck.map((event) => strike(event, new Set(['phone', 'name']), sha256));
    expect(verifyChain(twice, sha256)).toBeUndefined();
    const forged = replaced(struck, 1, { erased: { phone: 'b'.repeat(64) } });
    expect(verifyChain(forged, sha256)).toEqual({ seq: 2, fault: 'payload' });
  });

  it('KRN-5 shows that the end is missing only against a head known from elsewhere', () => {
    const events = chainOf(4);
    const head = events.at(-1)?.hash;
    const cut = events.slice(0, 2);
    expect(verifyChain(cut, sha256)).toBeUndefined();
    expect(verifyChain(cut, sha256, head)).toEqual({ seq: 2, fault: 'head' });
    expect(verifyChain(events.map(withheld), sha256, head)).toBeUndefined();
  });

  it('KRN-6 sends no hash on the feed, and makes it again from what is sent', () => {
    const [event] = chainOf(1);
    if (event === undefined) throw new Error('no event');
    const feed = toFeed(event);
    expect(JSON.stringify(feed)).not.toContain(event.hash);
    expect(JSON.stringify(feed)).not.toContain(event.payloadHash);
    const payloadHash = payloadHashOf(sha256, feed);
    expect(payloadHash).toBe(event.payloadHash);
    expect(sha256(GENESIS + digestOf(sha256, { ...feed, payloadHash }))).toBe(event.hash);
  });
});

describe('hashes and canonical JSON', () => {
  // FIPS 180-4, examples of NIST's Cryptographic Standards and Guidelines.
  const vectors: readonly (readonly [string, string])[] = [
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ];
  it.each(vectors)('KRN-7 agrees with FIPS 180-4: %.20s', (text, expected) => {
    expect(sha256(text)).toBe(expected);
  });

  it('KRN-7 agrees with Node for every text, at every length around a block, lone surrogates included', () => {
    for (let length = 50; length < 70; length++)
      expect(sha256('é'.repeat(length))).toBe(nodeHash('sha256', 'é'.repeat(length)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', size: 'max', maxLength: 200 }), (text) => {
        expect(sha256(text)).toBe(nodeHash('sha256', text));
        expect(utf8(text)).toEqual([...new TextEncoder().encode(text)]);
      }),
      runs(300),
    );
    expect(sha256('a\ud800b')).toBe(nodeHash('sha256', 'a\ud800b'));
  });

  it('KRN-7 agrees with Node for bytes of every length around a block', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) % 256);
      expect(sha256Of(bytes)).toBe(nodeHash('sha256', bytes));
    }
  });

  it('KRN-7 has constants far from where two engines could round apart', () => {
    const primes: number[] = [];
    for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
    const roots = [...primes.map(Math.cbrt), ...primes.slice(0, 8).map(Math.sqrt)];
    for (const root of roots) {
      const scaled = (root - Math.floor(root)) * 2 ** 32;
      // An error in the last bit of a root moves this by at most 2^-17.
      expect(Math.abs(scaled - Math.round(scaled))).toBeGreaterThan(2 ** -12);
    }
  });

  it('KRN-8 writes one text for a value, whatever the order of its members', () => {
    expect(canonical({ b: [1, { z: null, a: 'é' }], a: true })).toBe('{"a":true,"b":[1,{"a":"é","z":null}]}');
    expect(canonical({ é: 1, z: 2, Z: 3, 'a"': 4 })).toBe('{"Z":3,"a\\"":4,"z":2,"é":1}');
    expect(canonical(undefined)).toBe('null');
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json, { size: 'max', maxKeys: 20 }), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      runs(200),
    );
  });

  const nested = (levels: number): Json => (levels === 0 ? 1 : [nested(levels - 1)]);
  it('KRN-9 takes no number without end, no undefined, no prototype name and nothing too deep', () => {
    for (const bad of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      undefined,
      { a: undefined },
      () => 1,
      10n,
      JSON.parse('{"__proto__":1}'),
      [{ constructor: 1 }],
      { a: { prototype: {} } },
      nested(40),
    ])
      expect(isJson(bad)).toBe(false);
    for (const good of [null, 0, -1.5, '', [], {}, { toString: 1 }, nested(30)])
      expect(isJson(good)).toBe(true);
  });
});

describe('what comes from outside', () => {
  const command = {
    id: 'c1',
    space: 's1',
    type: 'note.change',
    entity: 'n1',
    circle: 'core',
    payload: {},
    base: { name: 3, mood: 'c0' },
    saidAt: '2026-01-01T00:00:00.000Z',
  };
  it('KRN-10 takes a command only when every member has its shape', () => {
    expect(isCommand(command)).toBe(true);
    const wrong: object[] = [
      { id: '' },
      { id: 'A b' },
      { id: 'x'.repeat(61) },
      { space: 7 },
      { type: 'note' },
      { type: '__proto__.change' },
      { type: 'note.change.more' },
      { entity: '../etc' },
      { circle: null },
      { payload: [] },
      { payload: JSON.parse('{"slots":{"__proto__":1}}') },
      { base: { name: null } },
      { base: { name: {} } },
      { base: JSON.parse('{"__proto__":5}') },
      { saidAt: 'when I said so, in a sentence that could never be erased' },
      { saidAt: 7 },
    ];
    for (const change of wrong) expect(isCommand({ ...command, ...change })).toBe(false);
    for (const value of [null, undefined, 'x', [], {}, 4]) expect(isCommand(value)).toBe(false);
  });

  it('KRN-10 takes an event only when every member has its shape', () => {
    const server = peopled();
    addNote(server, 'ann', 'partners');
    const [event] = server.feed({ circles: new Set(['partners']) }, 3);
    expect(isFeedEvent(event)).toBe(true);
    const wrong: object[] = [
      { seq: 1.5 },
      { version: '1' },
      { type: null },
      { facts: 'x' },
      { parts: JSON.parse('{"__proto__":"x"}') },
      { parts: null },
      { salts: { name: 4 } },
      { erased: [] },
    ];
    for (const change of wrong) expect(isFeedEvent({ ...event, ...change })).toBe(false);
    for (const value of [null, undefined, 'x', [], {}]) expect(isFeedEvent(value)).toBe(false);
  });
});
