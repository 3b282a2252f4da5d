import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command, SimulatedDevice, SimulatedServer, sampleNouns, ticket } from '../testing/index.ts';
import {
  addRecord,
  type Command,
  changeRecord,
  type Entity,
  emptyState,
  evolve,
  isPresent,
  moveRecord,
  openConflicts,
  type RecordEntity,
  removeRecord,
  type StoredEvent,
  settleRecord,
  sha256,
  snapshotOf,
  undoRecord,
  verifyChain,
} from './index.ts';

const RUNS = Number(process.env['TABLEE_TEST_RUNS'] ?? 300);

interface Step {
  readonly who: number;
  readonly what:
    | 'add'
    | 'change'
    | 'translate'
    | 'remove'
    | 'move'
    | 'settle'
    | 'undo'
    | 'protect'
    | 'erase'
    | 'poll'
    | 'take'
    | 'close'
    | 'push'
    | 'pull'
    | 'push2'
    | 'leave'
    | 'join';
  readonly pick: number;
  readonly value: number;
}

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(
    'add',
    'change',
    'change',
    'change',
    'translate',
    'remove',
    'move',
    'settle',
    'undo',
    'protect',
    'erase',
    'poll',
    'take',
    'take',
    'close',
    'push',
    'push',
    'pull',
    'pull',
    'push2',
    'leave',
    'join',
  ),
  pick: fc.nat(1000),
  value: fc.nat(1000),
}) as fc.Arbitrary<Step>;

const CIRCLES = ['public', 'partners', 'core', 'secretariat'];

class World {
  server = new SimulatedServer(sampleNouns);
  people = ['ann', 'bob', 'eve'];
  devices: SimulatedDevice[];
  count = 0;
  last: ({ before: RecordEntity | undefined; after: string; id: string } | undefined)[] = [];
  onPush: (device: SimulatedDevice) => void = () => {};
  constructor() {
    this.server.join('ann', ['secretariat', 'core']);
    this.server.join('bob', ['core']);
    this.server.join('eve', ['focal']);
    this.devices = this.people.map((person) => new SimulatedDevice(this.server, person));
  }
  run(s: Step): void {
    const device = this.devices[s.who];
    if (device === undefined) return;
    if (s.what === 'push') return device.push();
    if (s.what === 'push2') return device.push(3);
    if (s.what === 'pull') return device.pull();
    if (s.what === 'leave' || s.what === 'join') {
      if (s.who === 0) return;
      if (s.what === 'join') this.server.join(this.people[s.who] ?? '', s.value % 2 ? ['core'] : ['focal']);
      else
        this.server.send(
          'ann',
          command(`leave${this.count++}`, 'member.leave', this.people[s.who] ?? '', {}),
        );
      return;
    }
    const asked = this.make(device, s);
    if (asked !== undefined) device.issue(asked);
  }
  make(device: SimulatedDevice, s: Step): Command | undefined {
    const id = `c${this.count++}`;
    const seen = [...device.look().entities.values()].filter((e) => device.circles.has(e.circle));
    const notes = seen
      .filter((e): e is RecordEntity => e.kind === 'record' && e.type === 'note')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const polls = seen.filter((e) => e.type === 'poll').sort((a, b) => (a.id < b.id ? -1 : 1));
    const note = notes[s.pick % Math.max(1, notes.length)];
    const poll = polls[s.pick % Math.max(1, polls.length)];
    const circles = CIRCLES.filter((c) => device.circles.has(c));
    const circle = circles[s.value % Math.max(1, circles.length)] ?? 'public';
    switch (s.what) {
      case 'add': {
        const slots = { name: `n${s.value}`, body: { lang: 'fr', text: `t${s.value}` } };
        return addRecord(ticket(id), 'note', `note${String(this.count).padStart(16, '0')}`, circle, slots);
      }
      case 'change': {
        if (!note) return undefined;
        const slots = [
          { name: `m${s.value}` },
          { mood: s.value % 2 ? 'calm' : 'tense' },
          { 'languages#fr': s.value % 2 === 0 },
          { body: { lang: 'fr', text: `b${s.value}` } },
          { name: null },
        ][s.value % 5];
        const asked = changeRecord(ticket(id), note, slots ?? {});
        this.last[s.who] = { before: note, after: note.id, id };
        return asked;
      }
      case 'translate':
        return (
          note &&
          changeRecord(ticket(id), note, { 'body@en': { lang: 'en', text: `e${s.value}`, by: 'person' } })
        );
      case 'remove':
        return note && removeRecord(ticket(id), note);
      case 'move':
        return note && moveRecord(ticket(id), note, circle);
      case 'protect':
        return note && command(id, 'note.protect', note.id, { to: circle }, note.circle);
      case 'erase':
        return (
          note &&
          command(id, 'note.erase', note.id, { targets: [s.value % 2 ? 'name' : 'body'] }, note.circle)
        );
      case 'settle': {
        const open = note && openConflicts(note);
        const slot = open?.[s.value % Math.max(1, open.length)];
        if (!note || slot === undefined) return undefined;
        return settleRecord(
          ticket(id),
          note,
          slot,
          slot === '~exists'
            ? s.value % 2 === 0
            : slot === 'name'
              ? `s${s.value}`
              : (note.slots[slot]?.value ?? null),
        );
      }
      case 'undo': {
        const mine = this.last[s.who];
        const after = mine && notes.find((n) => n.id === mine.after);
        return mine && after ? undoRecord(ticket(id), mine.before, after, mine.id) : undefined;
      }
      case 'poll':
        return command(id, 'poll.open', `poll${String(this.count).padStart(16, '0')}`, {}, circle);
      case 'take':
        return (
          poll &&
          command(
            id,
            'poll.take',
            poll.id,
            { stance: s.value % 2 ? 'agree' : 'block', reason: `r${s.value}` },
            poll.circle,
          )
        );
      case 'close':
        return poll && command(id, 'poll.close', poll.id, {}, poll.circle);
      default:
        return undefined;
    }
  }
  settle(): void {
    for (let i = 0; i < 3; i++)
      for (const device of this.devices) {
        device.push();
        device.pull();
      }
    for (const device of this.devices) device.pull();
  }
}

const steps = fc.array(step, { maxLength: 120, size: 'max' });
const content = (entities: Iterable<Entity>, circles: ReadonlySet<string>): string =>
  JSON.stringify(
    [...entities].filter((e) => circles.has(e.circle)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    sorted,
  );
const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe('three devices with partial views', () => {
  it('KRN-1 any interleaving converges, and every snapshot equals the fold of the visible events', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const world = new World();
        for (const s of all) world.run(s);
        world.settle();
        for (const device of world.devices) {
          const reader = { circles: world.server.actor(device.person)?.circles ?? new Set<string>() };
          const server = content(snapshotOf(world.server.state, 's', reader).entities, reader.circles);
          const folded = content(world.server.foldVisible(reader).entities.values(), reader.circles);
          expect(folded).toBe(server);
          expect(device.waiting).toHaveLength(0);
          expect(content(device.look().entities.values(), reader.circles)).toBe(server);
        }
        expect(verifyChain(world.server.events, sha256)).toBeUndefined();
        const again = emptyState();
        for (const event of world.server.events) evolve(sampleNouns, again, event);
        const every = new Set([...CIRCLES]);
        expect(content(again.entities.values(), every)).toBe(
          content(world.server.state.entities.values(), every),
        );
      }),
      { numRuns: RUNS },
    );
  });
  it('KRN-2 an up-to-date device guesses exactly what the server decides', () => {
    fc.assert(
      fc.property(steps, step, (all, probe) => {
        const world = new World();
        for (const s of all) world.run(s);
        world.settle();
        const device = world.devices[probe.who];
        if (!device || !world.server.actor(device.person)) return;
        const asked = world.make(device, probe);
        if (asked === undefined) return;
        device.issue(asked);
        const refusal = device.look().refusals.get(asked.id);
        const outcome = world.server.consider(device.person, asked);
        expect(refusal ?? 'ok').toEqual(outcome.ok ? 'ok' : outcome);
        device.push();
        device.pull();
        const reader = { circles: device.circles };
        void isPresent;
        expect(content(device.look().entities.values(), reader.circles)).toBe(
          content(snapshotOf(world.server.state, 's', reader).entities, reader.circles),
        );
      }),
      { numRuns: RUNS },
    );
  });
});

export type { StoredEvent };
