import { spawnSync } from 'node:child_process';
import { openChance } from '@tablee/domain/engines/chance';
import { buildUndirected, layOutNetwork, measureBetweenness, type Tie } from '@tablee/domain/engines/network';
import { gatherColumns, mapOpinions, openLiveMap, type VoteColumns } from '@tablee/domain/engines/opinion';

/** One measured fact: what was measured, its value, what it must stay within, and whether it did. */
export interface BenchLine {
  readonly name: string;
  readonly value: string;
  readonly budget: string;
  readonly kept: boolean;
}

const PEOPLE = 2_000;
const STATEMENTS = 900;
const VOTES = 225_000;
/** Where scikit-learn is not installed: as many plain passes over the votes as a map may cost. */
const PASSES = 500;
const UPDATE_RATIO = 100;
const ACTORS = 5_000;
const TIES = 40_000;
/** How much cheaper betweenness from 500 of 5,000 sources must be than from all. */
const PIVOT_RATIO = 5;

/** A round of the size the budget names: camps of opinion with noise, each person seeing an eighth of it. */
function largeRound(): VoteColumns {
  const chance = openChance(2026);
  const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
  const person = new Int32Array(VOTES);
  const statement = new Int32Array(VOTES);
  const stance = new Int8Array(VOTES);
  const taken = new Set<number>();
  for (let v = 0; v < VOTES; ) {
    const [p, s] = [chance.below(PEOPLE), chance.below(STATEMENTS)];
    if (taken.has(p * STATEMENTS + s)) continue;
    taken.add(p * STATEMENTS + s);
    const leaning = (p % 3 === s % 3 ? 0.7 : 0.35) + 0.2 * Math.sin(s);
    const drawn = chance.next();
    person[v] = p;
    statement[v] = s;
    stance[v] = drawn < leaning ? 1 : drawn < 0.9 ? -1 : 0;
    v += 1;
  }
  return { people: names('p', PEOPLE), statements: names('s', STATEMENTS), person, statement, stance };
}

/** The fastest of some runs: what other programs do on the machine only ever slows a run down. */
function bestMs(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** The same work in scikit-learn: fill with means, two components, k-means for k = 2 to 5, silhouettes. */
const SCIKIT = `
import sys, json, time
import numpy as np
from sklearn.decomposition import PCA
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score
d = json.load(sys.stdin)
p, s, v = (np.array(d[k]) for k in ("person", "statement", "stance"))
def work():
    m = np.full((d["people"], d["statements"]), np.nan)
    m[p, s] = v
    seen = (~np.isnan(m)).sum(axis=1)
    mean = np.nan_to_num(np.nanmean(m, axis=0))
    filled = np.where(np.isnan(m), mean, m)
    x = PCA(n_components=2, random_state=1).fit_transform(filled) * np.sqrt(d["statements"] / np.maximum(seen, 1))[:, None]
    for k in range(2, 6):
        silhouette_score(x, KMeans(n_clusters=k, n_init=4, random_state=1).fit_predict(x))
work()
times = []
for _ in range(5):
    t = time.perf_counter(); work(); times.append(time.perf_counter() - t)
print(min(times) * 1000)
`;

/** Milliseconds scikit-learn takes, or nothing where it is not installed for Debian's python3 (or the first one). */
function scikitMs(columns: VoteColumns): number | undefined {
  const input = JSON.stringify({
    people: PEOPLE,
    statements: STATEMENTS,
    person: [...columns.person],
    statement: [...columns.statement],
    stance: [...columns.stance],
  });
  for (const python of ['/usr/bin/python3', 'python3']) {
    const run = spawnSync(python, ['-c', SCIKIT], { input, encoding: 'utf8', timeout: 120_000 });
    const ms = Number(run.stdout);
    if (run.status === 0 && ms > 0) return ms;
  }
  return undefined;
}

/** The largest network that betweenness is exact for, and the same by estimate. */
function benchNetwork(): BenchLine[] {
  const chance = openChance(7);
  const ids = Array.from({ length: ACTORS }, (_, i) => `a${i}`);
  const pairs = new Set<number>();
  const ties: Tie[] = [];
  while (ties.length < TIES) {
    const [from, to] = [chance.below(ACTORS), chance.below(ACTORS)];
    const pair = Math.min(from, to) * ACTORS + Math.max(from, to);
    if (from === to || pairs.has(pair)) continue;
    pairs.add(pair);
    ties.push({ from: ids[from] ?? '', to: ids[to] ?? '', weight: 1, directed: false });
  }
  const graph = buildUndirected({ actors: ids.map((id) => ({ id, name: id })), ties });
  const exact = bestMs(1, () => measureBetweenness(graph));
  const estimate = bestMs(1, () => measureBetweenness(graph, { pivots: 500 }));
  const rows = Array.from({ length: 480 }, (_, i) => [i % 300, (i * 7 + 1) % 300, 1] as const);
  const layout = bestMs(3, () => layOutNetwork({ actors: 300, ties: rows.filter(([a, b]) => a !== b) }));
  return [
    {
      name: `betweenness of ${ACTORS} actors and ${TIES} ties from 500 sources, as a share of all (${(exact / 1000).toFixed(1)} s)`,
      value: `1/${(exact / estimate).toFixed(1)}`,
      budget: `1/${PIVOT_RATIO}`,
      kept: exact / estimate >= PIVOT_RATIO,
    },
    {
      name: 'layout of 300 actors, as a share of that exact betweenness',
      value: `1/${(exact / layout).toFixed(1)}`,
      budget: '1/4',
      kept: exact / layout >= 4,
    },
  ];
}

/** Measures the engines; each line is a ratio within this one run, since machines differ. */
export async function benchEngines(): Promise<BenchLine[]> {
  const columns = largeRound();
  const table = gatherColumns(columns);
  const sums = new Float64Array(STATEMENTS);
  const onePass = bestMs(201, () => {
    sums.fill(0);
    for (let e = 0; e < table.statement.length; e++) {
      const s = table.statement[e] ?? 0;
      sums[s] = (sums[s] ?? 0) + (table.stance[e] ?? 0);
    }
    return sums;
  });
  const whole = bestMs(5, () => mapOpinions(gatherColumns(columns)));
  const live = openLiveMap(mapOpinions(table));
  const updates = 500;
  const update =
    bestMs(5, () => {
      for (let i = 0; i < updates; i++) {
        live.add({ person: `p${(i * 37) % PEOPLE}`, statement: `s${(i * 53) % STATEMENTS}`, stance: 1 });
      }
    }) / updates;
  const scikit = scikitMs(columns);
  const size = `${PEOPLE} people, ${STATEMENTS} statements, ${VOTES} votes`;
  return [
    scikit === undefined
      ? line(
          `opinion map, ${size}, in passes over the votes (scikit-learn is not installed)`,
          whole / onePass,
          PASSES,
        )
      : line(`opinion map, ${size}, in times of scikit-learn (${scikit.toFixed(0)} ms)`, whole / scikit, 1),
    {
      name: `one more vote, as a share of the whole map (${whole.toFixed(0)} ms)`,
      value: `1/${Math.round(whole / update)}`,
      budget: `1/${UPDATE_RATIO}`,
      kept: whole / update >= UPDATE_RATIO,
    },
    ...benchNetwork(),
  ];
}

function line(name: string, value: number, most: number): BenchLine {
  return { name, value: value.toFixed(2), budget: `at most ${most}`, kept: value <= most };
}
