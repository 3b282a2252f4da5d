import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, runs, type SimulatedServer, sampleNouns, World, worldSteps } from '../testing/index.ts';
import {
  ANYBODY,
  emptyState,
  fold,
  type Guess,
  guess,
  type Reader,
  sha256,
  snapshotOf,
  verifyChain,
} from './index.ts';

/** Everybody there is, outsiders included: no account, a member without a role's circle, each circle alone, all. */
const readersOfAll = (server: SimulatedServer): readonly Reader[] => {
  const circles = new Set(['public', 'partners', 'core', 'secretariat']);
  for (const entity of server.state.entities.values()) if (entity.type === 'circle') circles.add(entity.id);
  const inside = [...circles].filter((circle) => circle !== 'public');
  return [
    ANYBODY,
    ...inside.map((circle) => ({ circles: new Set(['public', 'partners', circle]) })),
    { circles },
  ];
};

const snapshot = (server: SimulatedServer, reader: Reader): string =>
  contentOf(snapshotOf(server.state, 's', reader).entities);

describe('three devices with partial views', () => {
  it('KRN-81 any interleaving converges: every device ends with what the server shows its person', () => {
    fc.assert(
      fc.property(worldSteps, (all) => {
        const world = new World();
        for (const step of all) world.run(step);
        world.settle();
        for (const device of world.devices) {
          const reader = { circles: world.server.actor(device.person)?.circles ?? new Set<string>() };
          expect(device.waiting).toHaveLength(0);
          expect(contentOf(device.look().entities.values(), reader.circles)).toBe(
            snapshot(world.server, reader),
          );
        }
      }),
      runs(200),
    );
  });

  it('KRN-14 every snapshot equals the fold of the visible events for every reader, and the chain verifies', () => {
    fc.assert(
      fc.property(worldSteps, (all) => {
        const world = new World();
        for (const step of all) world.run(step);
        const { server } = world;
        for (const reader of readersOfAll(server))
          expect(contentOf(server.foldVisible(reader).entities.values())).toBe(snapshot(server, reader));
        const again = fold(sampleNouns, emptyState(), server.events);
        expect(contentOf(again.entities.values())).toBe(contentOf(server.state.entities.values()));
        expect(verifyChain(server.events, sha256)).toBeUndefined();
      }),
      runs(200),
    );
  });

  it('KRN-125 what was accepted and read stands once in the guess, though no answer came', () => {
    fc.assert(
      fc.property(worldSteps, (all) => {
        const world = new World();
        for (const step of all) world.run(step);
        world.settle();
        const [ann] = world.devices;
        // Each value is new: a command without an effect leaves nothing for the feed to bring.
        all.forEach(({ what, pick }, index) => {
          if (/add|change|take/.test(what)) world.run({ who: 0, what, pick, value: 12 * index });
        });
        ann?.lose();
        ann?.pull();
        const reader = { circles: world.server.actor('ann')?.circles ?? new Set<string>() };
        expect(contentOf(ann?.look().entities.values() ?? [], reader.circles)).toBe(
          snapshot(world.server, reader),
        );
      }),
      runs(100),
    );
  });

  it('KRN-107 a guess that goes on from one of the first commands equals the guess of all of them', () => {
    fc.assert(
      fc.property(worldSteps, fc.nat(), (all, cut) => {
        const world = new World();
        for (const step of all) world.run(step);
        for (const { confirmed, waiting, answers, person } of world.devices) {
          const guessed = (commands: typeof waiting, before?: Guess): Guess =>
            guess(sampleNouns, confirmed, { waiting: commands, me: person, answers }, before);
          const whole = guessed(waiting);
          const first = guessed(waiting.slice(0, cut % (waiting.length + 1)));
          const both = guessed(waiting, first);
          expect(contentOf(both.entities.values())).toBe(contentOf(whole.entities.values()));
          expect(both.refusals).toEqual(whole.refusals);
        }
      }),
      runs(200),
    );
  });
});
