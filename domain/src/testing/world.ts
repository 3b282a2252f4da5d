import * as fc from 'fast-check';
import {
  addRecord,
  type Command,
  changeRecord,
  type Entity,
  moveRecord,
  openConflicts,
  type RecordEntity,
  removeRecord,
  type Stamp,
  settleRecord,
  undoRecord,
} from '../kernel/index.ts';
import { sampleNouns } from './sample-nouns.ts';
import { command, SimulatedDevice, SimulatedServer, ticket } from './simulation.ts';

const ACTS = [
  'add',
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
  'close',
  'strike',
  'freeze',
  'open',
  'admit',
  'dismiss',
  'push',
  'pull',
  'resend',
  'lose',
  'leave',
  'join',
] as const;

/** What somebody does in a simulated world: who (0 to 2), what, on which of the things they see, with which value. */
export interface WorldStep {
  readonly who: number;
  readonly what: (typeof ACTS)[number];
  readonly pick: number;
  readonly value: number;
}

/** One step; what people do often comes often. */
export const worldStep: fc.Arbitrary<WorldStep> = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(...ACTS, 'change', 'change', 'settle', 'take', 'push', 'pull', 'pull'),
  pick: fc.nat(1000),
  value: fc.nat(1000),
});

/** Up to 120 steps, mostly many: the default size of fast-check would prove little. */
export const worldSteps: fc.Arbitrary<readonly WorldStep[]> = fc.array(worldStep, {
  maxLength: 120,
  size: 'max',
});

/** How often a property runs: `TABLEE_TEST_RUNS`, else `usual`. fast-check prints seed and path when one fails. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Number(process.env['TABLEE_TEST_RUNS'] ?? usual),
});

const byId = (a: Entity, b: Entity): number => (a.id < b.id ? -1 : 1);
const nth = <T>(items: readonly T[], index: number): T | undefined =>
  items[index % Math.max(1, items.length)];
const isRecordOf =
  (type: string) =>
  (entity: Entity): entity is RecordEntity =>
    entity.kind === 'record' && entity.type === type;

interface Done {
  readonly before: RecordEntity;
  readonly command: Command;
}

/** A person at their device, and what they do with it. */
interface Desk {
  readonly device: SimulatedDevice;
  readonly id: string;
  readonly step: WorldStep;
  /** The entities they see, guesses included, by id. */
  readonly seen: readonly Entity[];
  readonly note: RecordEntity | undefined;
  readonly circle: string;
}

/** Three people with three devices on one server: secretariat and core, core, a partner's focal point. */
export class World {
  readonly server = new SimulatedServer(sampleNouns);
  readonly people = ['ann', 'bob', 'eve'] as const;
  readonly devices: readonly SimulatedDevice[];
  /** For every command that a device issued: the stamps that its author saw on the entity then. */
  readonly seen = new Map<string, { readonly [slot: string]: Stamp }>();
  readonly #last: (Done | undefined)[] = [];
  #count = 0;

  /** Everybody is in and has an empty device. */
  constructor() {
    this.server.join('ann', ['secretariat', 'core']);
    this.server.join('bob', ['core']);
    this.server.join('eve', ['focal']);
    this.devices = this.people.map((person) => new SimulatedDevice(this.server, person));
  }

  /** Takes one step; one that makes no sense now does nothing. */
  run(step: WorldStep): void {
    const device = this.devices[step.who];
    if (device === undefined) return;
    switch (step.what) {
      case 'push':
        return device.push();
      case 'resend':
        return device.push(3);
      case 'lose':
        return device.lose();
      case 'pull':
        return device.pull();
      case 'leave':
      case 'join':
        return this.#comeOrGo(step);
      default: {
        const asked = this.make(step);
        if (asked !== undefined) this.issue(device, asked);
      }
    }
  }

  /** Issues a command and remembers what its author saw. */
  issue(device: SimulatedDevice, asked: Command): void {
    const entity = device.look().entities.get(asked.entity);
    const slots = entity?.kind === 'record' ? Object.entries(entity.slots) : [];
    this.seen.set(asked.id, Object.fromEntries(slots.map(([slot, held]) => [slot, held.at])));
    device.issue(asked);
  }

  #comeOrGo({ who, what, value }: WorldStep): void {
    const person = this.people[who];
    // Somebody has to be there to let the others in.
    if (person === undefined || who === 0) return;
    if (what === 'join') this.server.join(person, value % 2 ? ['core'] : ['focal']);
    else this.server.send('ann', command(`leave${this.#count++}`, 'member.leave', person, {}));
  }

  /** The command that the person would issue, on what their device shows them; none when nothing fits. */
  make(step: WorldStep): Command | undefined {
    const device = this.devices[step.who];
    if (device === undefined) return undefined;
    this.#count += 1;
    const seen = [...device.look().entities.values()]
      .filter((entity) => device.circles.has(entity.circle))
      .sort(byId);
    const circles = [...device.circles].sort();
    const desk: Desk = {
      device,
      id: `c${this.#count}`,
      step,
      seen,
      note: nth(seen.filter(isRecordOf('note')), step.pick),
      circle: nth(circles, step.value) ?? 'public',
    };
    return this.#onNote(desk) ?? this.#onPoll(desk) ?? this.#onCircle(desk);
  }

  #newId(noun: string): string {
    return `${noun}${String(this.#count).padStart(16, '0')}`;
  }

  #onNote(desk: Desk): Command | undefined {
    const { id, step, note, circle } = desk;
    const { value, what, who } = step;
    if (what === 'add') {
      const slots = { name: `n${value}`, body: { lang: 'fr', text: `t${value}` } };
      return addRecord(ticket(id), 'note', { entity: this.#newId('note'), circle }, slots);
    }
    if (note === undefined) return undefined;
    switch (what) {
      case 'change': {
        const asked = changeRecord(ticket(id), note, changeOf(value));
        this.#last[who] = { before: note, command: asked };
        return asked;
      }
      case 'translate': {
        const slots = { 'body@en': { lang: 'en', text: `e${value}`, by: 'person' } };
        return changeRecord(ticket(id), note, slots);
      }
      case 'remove': {
        const asked = removeRecord(ticket(id), note);
        this.#last[who] = { before: note, command: asked };
        return asked;
      }
      case 'move':
        return moveRecord(ticket(id), note, circle);
      case 'protect':
        return command(id, 'note.protect', note.id, { to: circle }, note.circle);
      case 'erase':
        return command(id, 'note.erase', note.id, { targets: [value % 2 ? 'name' : 'body'] }, note.circle);
      case 'settle':
        return settle(desk, note);
      case 'undo': {
        const mine = this.#last[who];
        const after = desk.seen.filter(isRecordOf('note')).find((held) => held.id === mine?.before.id);
        return mine && after ? undoRecord(ticket(id), mine.before, after, mine.command) : undefined;
      }
      default:
        return undefined;
    }
  }

  #onPoll({ id, step, seen, circle }: Desk): Command | undefined {
    const { value, what } = step;
    if (what === 'freeze') {
      // Ids of what they do not see too: references to it are no secret, its text is.
      const ids = [...new Set(this.server.events.map((event) => event.entity))].filter((one) =>
        one.startsWith('note'),
      );
      const notes = ids.slice(0, 3).concat(nth(ids, value) ?? []);
      return command(id, 'pact.freeze', this.#newId('pact'), { notes: [...new Set(notes)] }, circle);
    }
    if (what === 'poll') return command(id, 'poll.open', this.#newId('poll'), {}, circle);
    const poll = nth(
      seen.filter((entity) => entity.type === 'poll'),
      step.pick,
    );
    if (poll === undefined) return undefined;
    switch (what) {
      case 'take': {
        const payload = { stance: value % 2 ? 'agree' : 'block', reason: `r${value}` };
        return command(id, 'poll.take', poll.id, payload, poll.circle);
      }
      case 'close':
        return command(id, 'poll.close', poll.id, {}, poll.circle);
      case 'strike':
        return command(id, 'poll.erase', poll.id, { targets: ['reason'] }, poll.circle);
      default:
        return undefined;
    }
  }

  #onCircle({ id, step, seen, device }: Desk): Command | undefined {
    const { value, what } = step;
    const person = this.people[value % this.people.length] ?? 'ann';
    if (what === 'open') {
      const readers = value % 2 ? [device.person] : [device.person, person];
      const payload = { purpose: 'group', name: `g${value}`, readers: [...new Set(readers)] };
      const opened = this.#newId('circle');
      return command(id, 'circle.open', opened, payload, opened);
    }
    const named = nth(
      seen.filter((entity) => entity.type === 'circle'),
      step.pick,
    );
    if (named === undefined || (what !== 'admit' && what !== 'dismiss')) return undefined;
    return command(id, `circle.${what}`, named.id, { person }, named.circle);
  }

  /** Everybody sends and reads until nothing waits. */
  settle(): void {
    for (let round = 0; round < 3; round++)
      for (const device of this.devices) {
        device.push();
        device.pull();
      }
    for (const device of this.devices) device.pull();
  }
}

const changeOf = (value: number): Parameters<typeof changeRecord>[2] => {
  switch (value % 6) {
    case 0:
      return { name: `m${value}` };
    case 1:
      return { mood: value % 4 === 1 ? 'calm' : 'tense' };
    case 2:
      return { 'languages#fr': value % 4 === 2 };
    case 3:
      return { body: { lang: 'fr', text: `b${value}` } };
    case 4:
      return { body: { lang: 'fr', text: `b${value}` }, 'body@en': { lang: 'en', text: `e${value}` } };
    default:
      return { name: null };
  }
};

const settle = ({ id, step }: Desk, note: RecordEntity): Command | undefined => {
  const slot = nth(openConflicts(note), step.value);
  if (slot === undefined) return undefined;
  if (slot === '~exists') return settleRecord(ticket(id), note, slot, step.value % 2 === 0);
  const chosen = slot === 'name' ? `s${step.value}` : (note.slots[slot]?.value ?? null);
  return settleRecord(ticket(id), note, slot, chosen);
};

/** Entities as one text, members sorted: two that hold the same have the same text. */
export const contentOf = (entities: Iterable<Entity>, circles?: ReadonlySet<string>): string =>
  JSON.stringify(
    [...entities].filter((entity) => circles === undefined || circles.has(entity.circle)).sort(byId),
    sorted,
  );

const sorted = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
