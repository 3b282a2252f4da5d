import type { Election, ElectionBallot } from './election.ts';

/** Candidates who stand, in the order of the ballot paper. */
export function standing(election: Election): string[] {
  return election.candidates.filter((candidate) => !candidate.withdrawn).map((candidate) => candidate.id);
}

/**
 * The places of a ballot without those who do not stand; empty places close up. A ballot with marks instead of ranks
 * reads as places from the highest mark down, equal marks being equal ranks and 0 being unranked.
 */
export function placesOf(ballot: ElectionBallot, candidates: ReadonlySet<string>): string[][] {
  const ranks = ballot.ranks ?? placesFromMarks(ballot.marks ?? {});
  return ranks.map((place) => place.filter((id) => candidates.has(id))).filter((place) => place.length > 0);
}

function placesFromMarks(marks: Readonly<Record<string, number>>): string[][] {
  const levels = [...new Set(Object.values(marks))].filter((mark) => mark > 0).sort((a, b) => b - a);
  return levels.map((level) => Object.keys(marks).filter((id) => marks[id] === level));
}

/** The weight of a ballot, 1 unless stated. */
export function weightOf(ballot: ElectionBallot): number {
  return ballot.weight ?? 1;
}
