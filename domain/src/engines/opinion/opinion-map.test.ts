import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openChance } from '../chance/index.ts';
import {
  countsOf,
  findComponents,
  findGroups,
  gatherVotes,
  givenGroups,
  groupAwareConsensus,
  likelyShare,
  mapOpinions,
  openLiveMap,
  peopleOnMap,
  placePeople,
  readVotes,
  type Stance,
  settleGroups,
  tallyAll,
  tallyVotes,
  testBetween,
  type Vote,
} from './index.ts';

const stance = fc.constantFrom<Stance>(1, 0, -1);
const vote = fc.record({
  person: fc.nat(9).map((n) => `p${n}`),
  statement: fc.nat(7).map((n) => `s${n}`),
  stance,
});
const votes = fc.array(vote, { maxLength: 90 });

/** A round with camps: the first half of the people agrees where the other disagrees, one in ten answers at random. */
function camps(people: number, statements: number, seed: number, seen = 0.8): Vote[] {
  const chance = openChance(seed);
  const cast: Vote[] = [];
  for (let p = 0; p < people; p++) {
    for (let s = 0; s < statements; s++) {
      if (chance.next() > seen) continue;
      const side: Stance = p < people / 2 === (s % 2 === 0) ? 1 : -1;
      const random: Stance = chance.next() < 0.5 ? 1 : -1;
      cast.push({ person: `p${p}`, statement: `s${s}`, stance: chance.next() < 0.1 ? random : side });
    }
  }
  return cast;
}

describe('votes and counts', () => {
  it('OPN-2 counts the last of several votes', () => {
    fc.assert(
      fc.property(votes, (cast) => {
        const last = new Map(cast.map((entry) => [`${entry.person} ${entry.statement}`, entry.stance]));
        const table = gatherVotes(cast);
        const tally = tallyAll(table);
        expect(table.statement.length).toBe(last.size);
        for (const [s, name] of table.statements.entries()) {
          const own = [...last].filter(([key]) => key.endsWith(` ${name}`)).map(([, value]) => value);
          expect(countsOf(tally, 0, s)).toEqual({
            agree: own.filter((value) => value === 1).length,
            disagree: own.filter((value) => value === -1).length,
            pass: own.filter((value) => value === 0).length,
            seen: own.length,
          });
        }
      }),
    );
  });

  it('OPN-21 does not mind the order of people', () => {
    fc.assert(
      fc.property(votes, fc.integer(), (cast, seed) => {
        const names = Array.from({ length: 8 }, (_, s) => `s${s}`);
        const order = new Map(
          cast.map((entry) => [entry.person, Math.sin(seed + entry.person.charCodeAt(1))]),
        );
        const mixed = cast.toSorted((a, b) => (order.get(a.person) ?? 0) - (order.get(b.person) ?? 0));
        const [one, two] = [gatherVotes(cast, names), gatherVotes(mixed, names)];
        expect(tallyAll(one)).toEqual(tallyAll(two));
        const [first, second] = [findComponents(one), findComponents(two)];
        for (const [s, centre] of first.centre.entries())
          expect(centre).toBeCloseTo(second.centre[s] ?? 9, 12);
        expect(first.share[0]).toBeCloseTo(second.share[0], 9);
      }),
    );
  });
});

describe('components', () => {
  /** Largest variance along any direction, by plain power iteration on the filled matrix. */
  function strongest(table: ReturnType<typeof gatherVotes>, without?: Float64Array): number {
    const components = findComponents(table);
    const rows = table.people.map((_, p) => {
      const row = new Float64Array(table.statements.length);
      for (let e = table.personStart[p] ?? 0; e < (table.personStart[p + 1] ?? 0); e++) {
        const s = table.statement[e] ?? 0;
        row[s] = (table.stance[e] ?? 0) - (components.centre[s] ?? 0);
      }
      return row;
    });
    const chance = openChance(3);
    let direction = Float64Array.from(table.statements, () => chance.next() - 0.5);
    let variance = 0;
    for (let step = 0; step < 800; step++) {
      const overlap = without ? direction.reduce((sum, d, s) => sum + d * (without[s] ?? 0), 0) : 0;
      const clean = direction.map((d, s) => d - overlap * (without?.[s] ?? 0));
      const next = new Float64Array(clean.length);
      for (const row of rows) {
        const along = row.reduce((sum, value, s) => sum + value * (clean[s] ?? 0), 0);
        for (let s = 0; s < next.length; s++) next[s] = (next[s] ?? 0) + along * (row[s] ?? 0);
      }
      variance = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
      if (variance === 0) return 0;
      direction = next.map((value) => value / variance);
    }
    return variance;
  }

  it.each([40, 64, 65, 150])('OPN-5 finds the strongest directions of %i statements', (statements) => {
    const table = gatherVotes(camps(60, statements, statements, 0.5));
    const { axes, share, centre } = findComponents(table);
    let whole = 0;
    for (let e = 0; e < table.statement.length; e++) {
      whole += ((table.stance[e] ?? 0) - (centre[table.statement[e] ?? 0] ?? 0)) ** 2;
    }
    expect(share[0] * whole).toBeCloseTo(strongest(table), 6);
    expect(share[1] * whole).toBeCloseTo(strongest(table, axes[0]), 4);
    const overlap = axes[0].reduce((sum, entry, s) => sum + entry * (axes[1][s] ?? 0), 0);
    expect(Math.abs(overlap)).toBeLessThan(1e-9);
  });

  it('OPN-5 fixes the sign and finds both of two equal variances', () => {
    // Two pairs of people, each pair opposed on its own statements, and 80 statements that nobody answers.
    const cast: Vote[] = [
      { person: 'a', statement: 's0', stance: 1 },
      { person: 'b', statement: 's0', stance: -1 },
      { person: 'c', statement: 's1', stance: 1 },
      { person: 'd', statement: 's1', stance: -1 },
    ];
    for (const extra of [0, 80]) {
      const names = ['s0', 's1', ...Array.from({ length: extra }, (_, i) => `x${i}`)];
      const { axes, share } = findComponents(gatherVotes(cast, names));
      expect(share[0]).toBeCloseTo(0.5, 9);
      expect(share[1]).toBeCloseTo(0.5, 9);
      for (const axis of axes) expect(Math.max(...axis)).toBe(Math.max(...axis.map(Math.abs)));
    }
  });

  it('OPN-4 keeps moderated statements out of the axes and leaves their counts', () => {
    const table = gatherVotes(camps(20, 12, 5));
    const { axes, centre } = findComponents(table, new Set([3, 4]));
    for (const s of [3, 4]) expect([centre[s], axes[0][s], axes[1][s]]).toEqual([0, 0, 0]);
    expect(countsOf(tallyAll(table), 0, 3).seen).toBeGreaterThan(0);
  });

  it('OPN-5 gives zero axes where nobody differs', () => {
    const table = gatherVotes([{ person: 'a', statement: 's', stance: 1 }]);
    expect(findComponents(table).axes[0]).toEqual(new Float64Array(1));
    expect(findComponents(gatherVotes([])).share).toEqual([0, 0]);
  });

  it('OPN-6 stretches people who answered little', () => {
    const table = gatherVotes([...camps(20, 16, 5, 1), { person: 'brief', statement: 's0', stance: 1 }]);
    const components = findComponents(table);
    const { x } = placePeople(table, components);
    const brief = table.people.indexOf('brief');
    const plain = (1 - (components.centre[0] ?? 0)) * (components.axes[0][0] ?? 0);
    expect(x[brief]).toBeCloseTo(plain * Math.sqrt(16), 12);
  });
});

describe('groups', () => {
  it('OPN-7 finds two camps, the same ones with the same seed', () => {
    const map = mapOpinions(gatherVotes(camps(40, 20, 9)));
    expect(map.found?.names).toEqual(['A', 'B']);
    const first = new Set(map.found?.groupOf.slice(0, 20));
    const second = new Set(map.found?.groupOf.slice(20));
    expect([first.size, second.size, first.has([...second][0] ?? -1)]).toEqual([1, 1, false]);
    expect(mapOpinions(gatherVotes(camps(40, 20, 9))).found).toEqual(map.found);
  });

  it('OPN-7 finds no group smaller than asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.float({ noNaN: true, min: -9, max: 9 }), fc.nat(5)), { maxLength: 30 }),
        (at) => {
          const points = { x: Float64Array.from(at, ([x]) => x), y: Float64Array.from(at, ([, y]) => y) };
          const found = findGroups(points, { seed: 1, most: 5, smallest: 4 });
          for (let g = 0; g < (found?.groups ?? 0); g++) {
            expect(found?.groupOf.filter((own) => own === g).length).toBeGreaterThanOrEqual(4);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('OPN-7 measures the silhouette of three points on a line as by hand', () => {
    const points = { x: Float64Array.from([0, 1, 10, 12]), y: new Float64Array(4) };
    const hand = [(11 - 1) / 11, (10 - 1) / 10, (9.5 - 2) / 9.5, (11.5 - 2) / 11.5];
    const settled = settleGroups(points, [
      [0, 0],
      [11, 0],
    ]);
    expect(settled.silhouette).toBeCloseTo(hand.reduce((a, b) => a + b) / 4, 12);
    expect(findGroups(points, { seed: 4, most: 2, smallest: 1 })?.silhouette).toBeCloseTo(
      settled.silhouette,
      12,
    );
  });

  it('OPN-7 puts the most active people on a thin map', () => {
    const thin = gatherVotes([
      ...camps(3, 10, 1, 1),
      ...Array.from({ length: 30 }, (_, p): Vote => ({ person: `q${p}`, statement: 's0', stance: 1 })),
    ]);
    expect(peopleOnMap(thin, 7).length).toBe(15);
    expect([...peopleOnMap(thin, 7)].slice(0, 3)).toEqual([0, 1, 2]);
  });
});

describe('measures', () => {
  it('OPN-8 lets no large group outvote a small one', () => {
    const counts = (agree: number, seen: number) => ({ agree, disagree: seen - agree, pass: 0, seen });
    const carried = groupAwareConsensus([counts(90, 100), counts(1, 6)]);
    const shared = groupAwareConsensus([counts(65, 100), counts(5, 6)]);
    expect(shared).toBeGreaterThan(carried);
    expect(likelyShare(0, 0)).toBe(0.5);
  });

  it('OPN-9 is positive exactly where the group is further for it', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.nat(30), (a, b, c, d) => {
        const [own, others] = [
          { side: a, seen: a + b },
          { side: c, seen: c + d },
        ];
        const test = testBetween(own, others);
        expect(test).toBeCloseTo(-testBetween(others, own), 12);
        const gap = (a + 1) / (a + b + 1) - (c + 1) / (c + d + 1);
        if (Math.abs(gap) > 1e-9) expect(Math.sign(test)).toBe(Math.sign(gap));
      }),
    );
  });
});

describe('one more vote', () => {
  it('OPN-18 keeps counts, centres and positions right, and refreshes to what a fresh start gives', () => {
    fc.assert(
      fc.property(votes, fc.array(vote, { minLength: 1, maxLength: 25 }), (before, after) => {
        const start = mapOpinions(gatherVotes(before), { moderated: new Set([1]) });
        const live = openLiveMap(start, { moderated: new Set([1]) });
        for (const entry of after) live.add(entry);
        const table = gatherVotes([...before, ...after]);
        const moderated = new Set(
          table.statements.length > 1 && start.table.statements.length > 1 ? [1] : [],
        );
        if (start.table.statements.length < 2) return;
        const { centre } = findComponents(table, moderated);
        const widen = (axis: Float64Array) => Float64Array.from(table.statements, (_, s) => axis[s] ?? 0);
        const axes: [Float64Array, Float64Array] = [
          widen(start.components.axes[0]),
          widen(start.components.axes[1]),
        ];
        const places = placePeople(table, { centre, axes, share: [0, 0] }, moderated);
        for (const [p, person] of table.people.entries()) {
          expect(live.placeOf(person)?.x).toBeCloseTo(places.x[p] ?? 9, 9);
          expect(live.placeOf(person)?.y).toBeCloseTo(places.y[p] ?? 9, 9);
        }
        const tally = tallyAll(table);
        for (const [s, name] of table.statements.entries()) {
          expect(live.countsOf(name)).toEqual(countsOf(tally, 0, s));
        }
        expect(live.refresh()).toEqual(mapOpinions(table, { moderated: new Set([1]) }));
      }),
      { numRuns: 60 },
    );
  });

  it('OPN-18 asks for a refresh after twenty votes or 1 %', () => {
    const live = openLiveMap(mapOpinions(gatherVotes(camps(20, 10, 2))));
    for (let i = 0; i < 19; i++) live.add({ person: 'p1', statement: 's1', stance: 1 });
    expect(live.isDue()).toBe(false);
    live.add({ person: 'p1', statement: 's1', stance: 0 });
    expect(live.isDue()).toBe(true);
    live.refresh();
    expect(live.isDue()).toBe(false);
  });
});

describe('real rounds', () => {
  const shared = fileURLToPath(new URL('../../../../../shared/cases/opinions/', import.meta.url));
  const larger = ['canadian-electoral-reform', 'vtaiwan.uberx'].filter((name) =>
    existsSync(`${shared}${name}/participants-votes.csv`),
  );
  console.info(
    `opinion: carried brexit-consensus; of the larger rounds found ${larger.join(', ') || 'none'}`,
  );
  const carried = fileURLToPath(new URL('./fixture/brexit-consensus.csv', import.meta.url));
  const files = [
    ['brexit-consensus', carried, 204, 50],
    ...larger.map((name) => [name, `${shared}${name}/participants-votes.csv`, undefined, undefined] as const),
  ] as const;

  it.each(files)('OPN-20 counts every person of %s as the file says', (_, path, people, statements) => {
    const read = readVotes(readFileSync(path, 'utf8'), { groups: 'group-id' });
    if (!read.ok) throw new Error(JSON.stringify(read));
    if (people !== undefined)
      expect([read.table.people.length, read.table.statements.length]).toEqual([people, statements]);
    expect(read.wrongTotals).toEqual([]);
    const given = givenGroups(read.table, read.groupByPerson);
    const tally = tallyVotes(read.table, given.groupOf, given.names.length);
    expect(tally.statements).toBe(read.table.statements.length);
    expect(mapOpinions(read.table).found?.groupOf.length).toBe(read.table.people.length);
  });
});
