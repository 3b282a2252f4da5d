import type { Problem } from '../verdict.ts';
import type { CountResult, Election } from './election.ts';
import { countIrv } from './irv.ts';
import { countStv } from './stv.ts';
import { countByTotal } from './total.ts';

/** Results by constituency (one without groups), or what is wrong with the election. */
export type Counted =
  | { readonly ok: true; readonly results: readonly CountResult[] }
  | { readonly ok: false; readonly code: 'InvalidElection'; readonly problems: readonly Problem[] };

function countOne(election: Election): CountResult {
  if (election.method === 'stv') return countStv(election);
  if (election.method === 'irv') return countIrv(election);
  return countByTotal(election, election.method);
}

function duplicates(ids: readonly string[], path: string): Problem[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index ? [] : [{ path: `${path}[${index}]`, expected: 'an id used once', found: id }],
  );
}

function checkBallots(election: Election, ids: ReadonlySet<string>): Problem[] {
  return election.ballots.flatMap((ballot, index) => {
    const path = `ballots[${index}]`;
    const ranked = (ballot.ranks ?? []).flat();
    const named = [...ranked, ...Object.keys(ballot.marks ?? {})];
    const unknown = named
      .filter((id) => !ids.has(id))
      .map((id) => ({ path, expected: 'a candidate of the election', found: id }));
    const both =
      ballot.ranks && ballot.marks ? [{ path, expected: 'ranks or marks, not both', found: 'both' }] : [];
    const scored = election.method === 'score' || election.method === 'dots';
    const wrong =
      scored && ballot.ranks
        ? [{ path: `${path}.ranks`, expected: `marks, for ${election.method}`, found: 'ranks' }]
        : [];
    return [...unknown, ...duplicates(ranked, `${path}.ranks`), ...both, ...wrong];
  });
}

function checkElection(election: Election): Problem[] {
  const ids = election.candidates.map((candidate) => candidate.id);
  const groups = new Set((election.groups ?? []).map((group) => group.id));
  const needsGroup = (entry: { group?: string | undefined }, path: string): Problem[] =>
    groups.size === 0 || (entry.group !== undefined && groups.has(entry.group))
      ? []
      : [{ path: `${path}.group`, expected: 'a group of the election', found: entry.group ?? 'nothing' }];
  return [
    ...duplicates(ids, 'candidates'),
    ...duplicates([...(election.groups ?? []).map((group) => group.id)], 'groups'),
    ...(election.method === 'irv' && !election.groups && election.seats !== 1
      ? [{ path: 'seats', expected: '1 seat for irv', found: `${election.seats}` }]
      : []),
    ...(election.groups ?? []).flatMap((group, index) =>
      election.method === 'irv' && group.seats !== 1
        ? [{ path: `groups[${index}].seats`, expected: '1 seat for irv', found: `${group.seats}` }]
        : [],
    ),
    ...election.candidates.flatMap((candidate, index) => needsGroup(candidate, `candidates[${index}]`)),
    ...election.ballots.flatMap((ballot, index) => needsGroup(ballot, `ballots[${index}]`)),
    ...checkBallots(election, new Set(ids)),
    ...(election.tieBreaks?.includes('lot') && election.seed === undefined
      ? [{ path: 'seed', expected: 'a seed, because lots are declared', found: 'nothing' }]
      : []),
    ...(election.tieBreaks?.includes('order') && !ids.every((id) => election.tieOrder?.includes(id))
      ? [
          {
            path: 'tieOrder',
            expected: 'every candidate in the declared order',
            found: (election.tieOrder ?? []).join(', ') || 'nothing',
          },
        ]
      : []),
  ];
}

/** The election of one constituency: its seats, its candidates, its ballots. */
function electionOf(election: Election, group: string, seats: number): Election {
  const { groups: _, ...rest } = election;
  const candidates = election.candidates.filter((candidate) => candidate.group === group);
  const own = new Set(candidates.map((candidate) => candidate.id));
  return {
    ...rest,
    seats,
    candidates,
    ballots: election.ballots
      .filter((ballot) => ballot.group === group)
      .map((ballot) => ({
        ...ballot,
        ...(ballot.ranks && { ranks: ballot.ranks.map((place) => place.filter((id) => own.has(id))) }),
      })),
  };
}

/**
 * Counts an election by its method; with `groups`, each constituency elects its own seats among its own candidates with
 * its own ballots. Candidates who withdrew drop out and the places after them move up. Pure and repeatable: lots come
 * from the seed only.
 */
export function countElection(election: Election): Counted {
  const problems = checkElection(election);
  if (problems.length > 0) return { ok: false, code: 'InvalidElection', problems };
  if (!election.groups) return { ok: true, results: [countOne(election)] };
  return {
    ok: true,
    results: election.groups.map((group) => ({
      ...countOne(electionOf(election, group.id, group.seats)),
      group: group.id,
    })),
  };
}
