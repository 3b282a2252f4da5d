import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { findComponents, placePeople, pullOfStatements } from './components.ts';
import { groupAwareConsensus, majorities, marksOfGroup } from './measure.ts';
import { countsOf, lineOf, tallyAll, tallyVotes } from './tally.ts';
import { gatherVotes, type Stance, type Vote } from './vote-table.ts';

/** One conversation with the answers of the server, in our signs for votes and in the server's own for the rest. */
const conversation = z.object({
  votes: z.array(z.string()),
  people: z.array(z.number()),
  moderatedOut: z.array(z.number()),
  centre: z.array(z.number()),
  components: z.array(z.array(z.number())),
  pull: z.array(z.number()),
  groups: z.array(z.array(z.number())),
  tallies: z.array(z.array(z.array(z.number()))),
  groupAwareConsensus: z.array(z.number()),
  marks: z.array(z.array(z.array(z.union([z.number(), z.string()])))),
  agreed: z.array(z.array(z.number())),
  positions: z.array(z.array(z.number())),
});
type Conversation = z.infer<typeof conversation>;

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const carried = fileURLToPath(new URL('./fixture/below-100.json', import.meta.url));
const shared = fileURLToPath(
  new URL('../../../../../shared/cases/opinions/server-answers/', import.meta.url),
);
const names = ['below-100-ptpts', '25ptpt-3gp-no-strict-with-meta', '150ptpt-3gp-no-strict-no-meta'];
const found = names.filter((name) => existsSync(`${shared}${name}/math-pca2.json`));
console.info(`opinion: carried below-100; of the larger cases found ${found.join(', ') || 'none'}`);

/** The server's files; `pid` and `participant_id`, `tid` and `statement_id` are the same in different exports. */
const votesFile = z.array(
  z.object({
    pid: z.optional(z.number()),
    participant_id: z.optional(z.number()),
    tid: z.optional(z.number()),
    statement_id: z.optional(z.number()),
    vote: z.number(),
  }),
);
const counts = z.object({ A: z.number(), D: z.number(), S: z.number() });
const mark = z.object({
  tid: z.number(),
  'repful-for': z.string(),
  'n-success': z.number(),
  'n-trials': z.number(),
  'p-success': z.number(),
  'p-test': z.number(),
  repness: z.number(),
  'repness-test': z.number(),
});
const agreedEntry = z.object({
  tid: z.number(),
  'n-success': z.number(),
  'n-trials': z.number(),
  'p-success': z.number(),
  'p-test': z.number(),
});
const answerFile = z.object({
  pca: z.object({
    center: z.array(z.number()),
    comps: z.array(z.array(z.number())),
    'comment-extremity': z.array(z.number()),
  }),
  tids: z.array(z.number()),
  'mod-out': z.array(z.number()),
  'base-clusters': z.object({
    id: z.array(z.number()),
    members: z.array(z.array(z.number())),
    x: z.array(z.number()),
    y: z.array(z.number()),
  }),
  'group-clusters': z.array(z.object({ id: z.number(), members: z.array(z.number()) })),
  'group-votes': z.record(z.string(), z.object({ votes: z.record(z.string(), counts) })),
  'group-aware-consensus': z.record(z.string(), z.number()),
  repness: z.record(z.string(), z.array(mark)),
  consensus: z.object({ agree: z.array(agreedEntry) }),
});

function loadShared(name: string): Conversation {
  const votes = votesFile.parse(read(`${shared}${name}/votes.json`));
  const answer = answerFile.parse(read(`${shared}${name}/math-pca2.json`));
  const rows = new Map<number, string[]>();
  for (const vote of votes) {
    const [person, statement] = [vote.pid ?? vote.participant_id ?? -1, vote.tid ?? vote.statement_id ?? -1];
    const row = rows.get(person) ?? answer.tids.map(() => '.');
    row[statement] = vote.vote > 0 ? '+' : vote.vote < 0 ? '-' : '0';
    rows.set(person, row);
  }
  const base = answer['base-clusters'];
  const members = new Map(base.id.map((id, i) => [id, base.members[i] ?? []]));
  return {
    votes: [...rows.values()].map((row) => row.join('')),
    people: [...rows.keys()],
    moderatedOut: answer['mod-out'],
    centre: answer.pca.center,
    components: answer.pca.comps,
    pull: answer.pca['comment-extremity'],
    groups: answer['group-clusters'].map((group) => group.members.flatMap((id) => members.get(id) ?? [])),
    tallies: answer['group-clusters'].map((group) =>
      answer.tids.map((tid) => {
        const cell = answer['group-votes'][String(group.id)]?.votes[String(tid)];
        return [cell?.A ?? -1, cell?.D ?? -1, cell?.S ?? -1];
      }),
    ),
    groupAwareConsensus: answer.tids.map((tid) => answer['group-aware-consensus'][String(tid)] ?? -1),
    marks: answer['group-clusters'].map((group) =>
      (answer.repness[String(group.id)] ?? []).map((entry) => [
        entry.tid,
        entry['repful-for'],
        entry['n-success'],
        entry['n-trials'],
        entry['p-success'],
        entry['p-test'],
        entry.repness,
        entry['repness-test'],
      ]),
    ),
    agreed: answer.consensus.agree.map((entry) => [
      entry.tid,
      entry['n-success'],
      entry['n-trials'],
      entry['p-success'],
      entry['p-test'],
    ]),
    positions: base.members.flatMap((people, i) =>
      people.length === 1 ? [[people[0] ?? -1, base.x[i] ?? 0, base.y[i] ?? 0]] : [],
    ),
  };
}

function tableOf(data: Conversation) {
  const stances: Record<string, Stance> = { '+': 1, '0': 0, '-': -1 };
  const votes: Vote[] = [];
  for (const [row, signs] of data.votes.entries()) {
    for (const [statement, sign] of [...signs].entries()) {
      const stance = stances[sign];
      if (stance !== undefined)
        votes.push({ person: String(data.people[row]), statement: String(statement), stance });
    }
  }
  return gatherVotes(
    votes,
    data.centre.map((_, statement) => String(statement)),
  );
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i] ?? 0) * (b[i] ?? 0);
    aa += (a[i] ?? 0) ** 2;
    bb += (b[i] ?? 0) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>, factor = 1): number {
  return Math.max(...Array.from(a, (entry, i) => Math.abs(entry - factor * (b[i] ?? Number.NaN))));
}

const cases: [string, () => Conversation][] = [
  ['below-100, carried', () => conversation.parse(read(carried))],
  ...found.map((name): [string, () => Conversation] => [name, () => loadShared(name)]),
];

describe.each(cases)('what a server answered: %s', (_, load) => {
  const data = load();
  const table = tableOf(data);
  const moderated = new Set(data.moderatedOut);
  const components = findComponents(table, moderated);
  const groupOf = new Int32Array(table.people.length).fill(-1);
  for (const [group, members] of data.groups.entries()) {
    for (const person of members) groupOf[table.people.indexOf(String(person))] = group;
  }
  const tally = tallyVotes(table, groupOf, data.groups.length);
  const lines = data.centre.map((_, s) => lineOf(tally, s));

  it('OPN-3 gives its centre to 1e-9, with agree as +1 where the server counts it as -1', () => {
    expect(largestDifference(components.centre, data.centre, -1)).toBeLessThan(1e-9);
  });

  it('OPN-5 gives its two components, cosine above 0.999999', () => {
    for (const axis of [0, 1] as const) {
      const likeness = Math.abs(cosine(components.axes[axis], data.components[axis] ?? []));
      expect(likeness).toBeGreaterThan(0.999999);
    }
  });

  it('OPN-6 places people and statements where it places them, given its components', () => {
    const [first = [], second = []] = data.components;
    // Both the votes and the centre change sign between the two conventions, so the axes do too.
    const axes: [Float64Array, Float64Array] = [
      Float64Array.from(first, (entry) => -entry),
      Float64Array.from(second, (entry) => -entry),
    ];
    const theirs = { ...components, axes };
    const places = placePeople(table, theirs, moderated);
    for (const [person = -1, x = 0, y = 0] of data.positions) {
      const p = table.people.indexOf(String(person));
      expect(Math.abs((places.x[p] ?? 9) - x) + Math.abs((places.y[p] ?? 9) - y)).toBeLessThan(1e-9);
    }
    expect(largestDifference(pullOfStatements(theirs), data.pull)).toBeLessThan(1e-9);
  });

  it('OPN-2 counts the votes of its groups as it does', () => {
    const ours = data.tallies.map((_, group) =>
      data.centre.map((_, s) => {
        const cell = countsOf(tally, group, s);
        return [cell.agree, cell.disagree, cell.seen];
      }),
    );
    expect(ours).toEqual(data.tallies);
  });

  it('OPN-8 gives its group-aware consensus to 1e-12', () => {
    const ours = lines.map((line) => groupAwareConsensus(line));
    expect(largestDifference(ours, data.groupAwareConsensus)).toBeLessThan(1e-12);
  });

  it('OPN-9 OPN-10 chooses the statements that mark its groups, with its numbers', () => {
    const open = lines.map((line, s) => (moderated.has(s) ? undefined : line));
    for (const [group, theirs] of data.marks.entries()) {
      const ours = marksOfGroup(open, group);
      expect(ours.map((entry) => [entry.statement, entry.side])).toEqual(
        theirs.map((entry) => entry.slice(0, 2)),
      );
      for (const [i, entry] of ours.entries()) {
        const numbers = [
          entry.count,
          entry.seen,
          entry.share,
          entry.aboveHalf,
          entry.ratio,
          entry.aboveOthers,
        ];
        // The server rounds the last figure to seven places.
        for (const [k, number] of numbers.entries())
          expect(number).toBeCloseTo(Number(theirs[i]?.[k + 2]), 6);
      }
    }
  });

  it('OPN-11 finds its majorities over everybody', () => {
    const all = tallyAll(table);
    const counted = data.centre.map((_, s) => (moderated.has(s) ? undefined : countsOf(all, 0, s)));
    const ours = majorities(counted, 'agree');
    const numbers = (list: readonly (readonly number[])[]) =>
      list.map((entry) => entry.slice(1).map((n) => n.toFixed(9)));
    expect(numbers(ours.map((m) => [m.statement, m.count, m.seen, m.share, m.aboveHalf]))).toEqual(
      numbers(data.agreed),
    );
  });
});
