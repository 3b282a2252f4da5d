import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildUndirected,
  findCommunities,
  measureBetweenness,
  measureNetwork,
  type Network,
  networkReportSchema,
  sayFinding,
  type Tie,
} from './index.ts';

/** The karate club of W. Zachary (1977): 34 people, 78 ties. */
const KARATE: Readonly<Record<number, readonly number[]>> = {
  1: [2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32],
  2: [3, 4, 8, 14, 18, 20, 22, 31],
  3: [4, 8, 9, 10, 14, 28, 29, 33],
  4: [8, 13, 14],
  5: [7, 11],
  6: [7, 11, 17],
  7: [17],
  9: [31, 33, 34],
  10: [34],
  14: [34],
  15: [33, 34],
  16: [33, 34],
  19: [33, 34],
  20: [34],
  21: [33, 34],
  23: [33, 34],
  24: [26, 28, 30, 33, 34],
  25: [26, 28, 32],
  26: [32],
  27: [30, 34],
  28: [34],
  29: [32, 34],
  30: [33, 34],
  31: [33, 34],
  32: [33, 34],
  33: [34],
};

const tie = (from: string, to: string, more: Partial<Tie> = {}): Tie => ({
  from,
  to,
  weight: 1,
  directed: false,
  ...more,
});
const karate: Network = {
  actors: Array.from({ length: 34 }, (_, i) => ({ id: String(i + 1), name: `P${i + 1}` })),
  ties: Object.entries(KARATE).flatMap(([from, others]) => others.map((to) => tie(from, String(to)))),
};

/** Sectors as `sector: actors`, ties as `a-b`. */
function network(sectors: Readonly<Record<string, string>>, ties: string): Network {
  return {
    actors: Object.entries(sectors).flatMap(([sector, ids]) =>
      ids.split(' ').map((id) => ({ id, name: id.toUpperCase(), sector })),
    ),
    ties: ties.split(' ').flatMap((text) => {
      const [from, to] = text.split('-');
      return from && to ? [tie(from, to)] : [];
    }),
  };
}

/** Any network of up to nine actors. */
const anyNetwork = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.boolean()), { maxLength: 20 }),
  )
  .map(
    ([count, pairs]): Network => ({
      actors: Array.from({ length: count }, (_, i) => ({ id: `a${i}`, name: `a${i}`, sector: `s${i % 3}` })),
      ties: pairs
        .filter(([from, to]) => from !== to && from < count && to < count)
        .map(([from, to, directed]) => tie(`a${from}`, `a${to}`, { directed })),
    }),
  );

describe('measures', () => {
  const report = measureNetwork(karate);
  const of = (id: string) => report.actors.find((actor) => actor.id === id);

  it('NET-3 NET-4 NET-7 gives the published values of the karate club', () => {
    // Betweenness, degree and density as networkx documents and tests them for this graph.
    expect(of('1')?.betweenness).toBeCloseTo(0.43763528138528146, 12);
    expect(of('34')?.betweenness).toBeCloseTo(0.30407497594997596, 12);
    expect(of('33')?.betweenness).toBeCloseTo(0.145247113997114, 12);
    expect(of('12')?.betweenness).toBe(0);
    expect([of('34')?.degree, of('1')?.degree, of('12')?.degree]).toEqual([17, 16, 1]);
    expect(report.density).toBeCloseTo(0.13903743315508021, 12);
    expect([report.ties, report.parts, report.isolated]).toEqual([78, [34], []]);
  });

  it('NET-5 gives the published PageRank of the karate club, and sums to 1', () => {
    expect(of('34')?.pageRank).toBeCloseTo(0.1009, 3);
    expect(of('1')?.pageRank).toBeCloseTo(0.097, 3);
    expect(report.actors.reduce((sum, actor) => sum + actor.pageRank, 0)).toBeCloseTo(1, 9);
  });

  it('NET-6 finds the four communities of the karate club, modularity near the best known 0.4198', () => {
    expect(report.communities.reduce((a, b) => a + b)).toBe(34);
    expect(report.modularity).toBeGreaterThan(0.4);
    expect(report.modularity).toBeLessThan(0.41979);
    expect(of('1')?.community === of('34')?.community).toBe(false);
    expect(measureNetwork(karate)).toEqual(report);
  });

  it('NET-4 estimates from drawn sources, says so, and is exact when all are drawn', () => {
    const graph = buildUndirected(karate);
    const exact = measureBetweenness(graph);
    const estimate = measureBetweenness(graph, { pivots: 17, seed: 3 });
    expect([exact.pivots, estimate.pivots]).toEqual([undefined, 17]);
    expect(Math.abs((estimate.values.get('1') ?? 0) - 0.4376)).toBeLessThan(0.15);
    const mean = Array.from(
      { length: 200 },
      (_, seed) => measureBetweenness(graph, { pivots: 8, seed }).values.get('1') ?? 0,
    );
    expect(mean.reduce((a, b) => a + b) / 200).toBeCloseTo(0.4376, 1);
  });

  it('NET-2 counts ties between the same two actors once and adds their weights', () => {
    const twice: Network = {
      actors: ['a', 'b'].map((id) => ({ id, name: id })),
      ties: [tie('a', 'b', { weight: 2 }), tie('b', 'a', { directed: true, weight: 3 })],
    };
    const graph = buildUndirected(twice);
    expect([graph.size, graph.getEdgeAttribute(graph.edges()[0], 'weight')]).toEqual([1, 5]);
  });

  it('NET-5 follows direction', () => {
    const star: Network = {
      actors: ['hub', 'a', 'b', 'c'].map((id) => ({ id, name: id })),
      ties: ['a', 'b', 'c'].map((id) => tie(id, 'hub', { directed: true })),
    };
    const [hub, leaf] = measureNetwork(star).actors;
    expect((hub?.pageRank ?? 0) > 2 * (leaf?.pageRank ?? 1)).toBe(true);
  });

  it('NET-1 measures any network within bounds, by its schema, and the same twice', () => {
    fc.assert(
      fc.property(anyNetwork, (any) => {
        const measured = networkReportSchema.parse(measureNetwork(any));
        expect(measureNetwork(any)).toEqual(measured);
        expect(measured.parts.reduce((a, b) => a + b)).toBe(any.actors.length);
        expect(measured.communities.reduce((a, b) => a + b)).toBe(any.actors.length);
        expect(measured.actors.reduce((sum, actor) => sum + actor.degree, 0)).toBe(2 * measured.ties);
        expect(measured.actors.reduce((sum, actor) => sum + actor.pageRank, 0)).toBeCloseTo(1, 6);
        for (const actor of measured.actors) {
          expect(actor.betweenness >= 0 && actor.betweenness <= 1 + 1e-12).toBe(true);
          expect(measured.isolated.includes(actor.id)).toBe(actor.degree === 0);
        }
        expect(measured.sectors.reduce((sum, entry) => sum + entry.ties, 0)).toBe(measured.ties);
      }),
      { numRuns: 60 },
    );
  });

  it('NET-6 gives each actor its own community where there is no tie', () => {
    const graph = buildUndirected({
      actors: [
        { id: 'a', name: 'a' },
        { id: 'b', name: 'b' },
      ],
      ties: [],
    });
    expect(findCommunities(graph, 1)).toMatchObject({ sizes: [1, 1], modularity: 0 });
    expect(measureNetwork({ actors: [], ties: [] })).toMatchObject({ ties: 0, parts: [], density: 0 });
  });
});

describe('findings', () => {
  const valley = network(
    { producers: 'p1 p2 p3', buyers: 'b1 b2', state: 'district', ngo: 'n1 n2 n3' },
    'p1-p2 p1-district p2-district district-b1 b1-b2 n1-p3 n2-b2',
  );
  const { findings, sectors } = measureNetwork(valley);
  const say = (language: 'fr' | 'en') =>
    findings.map((finding) => sayFinding(finding, language, (id) => `«${id}»`));

  it('NET-8 tells who alone links two sectors', () => {
    expect(findings).toContainEqual({
      kind: 'onlyLink',
      actor: 'district',
      sectors: ['buyers', 'producers'],
    });
    expect(say('en')).toContain('Only «district» links buyers and producers.');
    expect(say('fr')).toContain('Entre buyers et producers, un seul lien : «district».');
  });

  it('NET-8 tells who alone is in contact, who holds together and who stands alone', () => {
    expect(say('en')).toContain('In ngo, only «n2» is in contact with buyers.');
    expect(say('en')).toContain('Without «district», this part of the network would fall into 2.');
    expect(say('en')).toContain('Without any tie: «n3».');
    expect(say('en')).toContain('The network has 2 separate parts, of 6, 2 actors.');
    expect(say('en')).toContain('In ngo, nobody is in contact with one another.');
    expect(say('fr')).toContain('Sans «district», cette partie du réseau se diviserait en 2.');
    expect(say('fr')).toContain('Sans aucun lien : «n3».');
    expect(say('en')).toContain('Nobody links ngo and state.');
    expect(say('fr')).toContain('Personne ne fait le lien entre ngo et state.');
    expect(new Set(say('fr')).size).toBe(findings.length);
  });

  it('NET-7 gives density within and between sectors', () => {
    const between = sectors.find((entry) => entry.sectors.join() === 'producers,state');
    expect(between).toEqual({ sectors: ['producers', 'state'], ties: 2, pairs: 3, density: 2 / 3 });
    const within = sectors.find((entry) => entry.sectors.join() === 'producers,producers');
    expect(within).toMatchObject({ ties: 1, pairs: 3 });
  });

  it('NET-8 holds: taking out who holds together leaves as many parts as said', () => {
    fc.assert(
      fc.property(anyNetwork, (any) => {
        for (const finding of measureNetwork(any).findings) {
          if (finding.kind !== 'holdsTogether') continue;
          const rest: Network = {
            actors: any.actors.filter((actor) => actor.id !== finding.actor),
            ties: any.ties.filter((own) => own.from !== finding.actor && own.to !== finding.actor),
          };
          const larger = (of: Network) => measureNetwork(of).parts.filter((size) => size > 1).length;
          expect(larger(rest)).toBe(larger(any) - 1 + finding.parts);
        }
      }),
      { numRuns: 40 },
    );
  });
});
