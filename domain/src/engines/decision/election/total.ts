import {
  add,
  compare,
  divide,
  type Fraction,
  formatExact,
  fraction,
  multiply,
  parseExact,
  ZERO,
} from '../fraction.ts';
import { text } from '../wording.ts';
import type {
  BallotFault,
  CountResult,
  Election,
  ElectionBallot,
  InvalidBallot,
  OpenTie,
} from './election.ts';
import { placesOf, standing, weightOf } from './ranking.ts';
import { namesText, openTieText, tieBreakerOf } from './tie-break.ts';

/** What one ballot gives to each candidate, or why it counts for nobody. */
type Given = ReadonlyMap<string, Fraction> | BallotFault;

type Scorer = (ballot: ElectionBallot, candidates: ReadonlySet<string>, election: Election) => Given;

function plurality(ballot: ElectionBallot, candidates: ReadonlySet<string>, election: Election): Given {
  const [first] = placesOf(ballot, candidates);
  if (!first) return 'Empty';
  if (first.length > 1 && election.equalRanks === 'stop') return 'EqualFirst';
  return new Map(first.map((id) => [id, fraction(1, first.length)]));
}

function approval(ballot: ElectionBallot, candidates: ReadonlySet<string>, election: Election): Given {
  const approved = placesOf(ballot, candidates).flat();
  if (approved.length === 0) return 'Empty';
  if (election.dots !== undefined && approved.length > election.dots) return 'TooManyCrosses';
  return new Map(approved.map((id) => [id, fraction(1)]));
}

/** Points of place `index` from 0: as declared, or the number of candidates who come after. */
function pointsOfPlace(index: number, size: number, election: Election): Fraction {
  if (!election.points) return fraction(size - 1 - index);
  const declared = election.points[index];
  return declared === undefined ? ZERO : parseExact(declared);
}

function points(ballot: ElectionBallot, candidates: ReadonlySet<string>, election: Election): Given {
  const places = placesOf(ballot, candidates);
  if (places.length === 0) return 'Empty';
  const ranked = new Set(places.flat());
  const rest = [...candidates].filter((id) => !ranked.has(id));
  if (rest.length > 0 && election.unranked !== 'zero') places.push(rest);
  const given = new Map<string, Fraction>();
  let index = 0;
  for (const place of places) {
    let total = ZERO;
    for (const _ of place) total = add(total, pointsOfPlace(index++, candidates.size, election));
    for (const id of place) given.set(id, divide(total, fraction(place.length)));
  }
  return given;
}

function marksOf(ballot: ElectionBallot, candidates: ReadonlySet<string>): Map<string, Fraction> {
  const marks = Object.entries(ballot.marks ?? {}).filter(([id]) => candidates.has(id));
  return new Map(marks.map(([id, mark]) => [id, fraction(mark)]));
}

function score(ballot: ElectionBallot, candidates: ReadonlySet<string>, election: Election): Given {
  const given = marksOf(ballot, candidates);
  if (given.size === 0) return 'Empty';
  const limit = election.maxMark;
  const tooHigh =
    limit !== undefined && [...given.values()].some((mark) => compare(mark, fraction(limit)) > 0);
  return tooHigh ? 'MarkTooHigh' : given;
}

function dots(ballot: ElectionBallot, candidates: ReadonlySet<string>, election: Election): Given {
  const given = marksOf(ballot, candidates);
  const used = Object.values(ballot.marks ?? {}).reduce((total, mark) => total + mark, 0);
  if (used === 0 || given.size === 0) return 'Empty';
  if (election.dots !== undefined && used > election.dots) return 'TooManyDots';
  if (
    election.maxMark !== undefined &&
    Object.values(ballot.marks ?? {}).some((mark) => mark > (election.maxMark ?? 0))
  )
    return 'MarkTooHigh';
  return given;
}

const SCORERS = { plurality, approval, points, score, dots } as const satisfies Record<string, Scorer>;

/** The methods that add up what each ballot gives and seat the highest totals. */
export type TotalMethod = keyof typeof SCORERS;

interface Seated {
  readonly elected: readonly string[];
  readonly tie?: OpenTie;
}

/** Seats by total from the highest; a tie across the last seat is broken as declared, or stays open. */
function seatByTotal(
  totals: ReadonlyMap<string, Fraction>,
  seats: number,
  breaker: ReturnType<typeof tieBreakerOf>,
): Seated {
  const elected: string[] = [];
  const left = new Map(totals);
  while (elected.length < seats && left.size > 0) {
    const highest = [...left.values()].reduce((a, b) => (compare(a, b) >= 0 ? a : b));
    const top = [...left.keys()].filter((id) => compare(left.get(id) ?? ZERO, highest) === 0);
    const fits = elected.length + top.length <= seats;
    if (!fits) {
      const picked = breaker.pick(top, 'best', []);
      if (picked === null) return { elected, tie: { candidates: top, over: 'seat', stage: 1 } };
      elected.push(picked);
      left.delete(picked);
      continue;
    }
    for (const id of top) {
      elected.push(id);
      left.delete(id);
    }
  }
  return { elected };
}

/** Counts by adding up: plurality, approval, positional points, score, dots. */
export function countByTotal(election: Election, method: TotalMethod): CountResult {
  const ids = standing(election);
  const candidates = new Set(ids);
  const totals = new Map(ids.map((id) => [id, ZERO]));
  const invalid: InvalidBallot[] = [];
  let valid = 0;
  election.ballots.forEach((ballot, index) => {
    const given = SCORERS[method](ballot, candidates, election);
    const weight = weightOf(ballot);
    if (typeof given === 'string') {
      invalid.push({ ballot: index + 1, weight, code: given });
      return;
    }
    valid += weight;
    for (const [id, value] of given)
      totals.set(id, add(totals.get(id) ?? ZERO, multiply(value, fraction(weight))));
  });
  const breaker = tieBreakerOf(election);
  const seated = seatByTotal(totals, election.seats, breaker);
  const { elected, tie } = seated;
  const votes = Object.fromEntries([...totals].map(([id, total]) => [id, formatExact(total)]));
  const outcome = tie ? 'tie' : elected.length < election.seats ? 'short' : 'complete';
  const stage = {
    number: 1,
    action: text('Décompte', 'Count'),
    votes,
    nonTransferable: '0',
    lost: '0',
    elected,
    excluded: [],
  };
  return {
    method,
    seats: election.seats,
    outcome,
    elected,
    ...(tie && { tie }),
    valid,
    invalid,
    stages: [stage],
    notices: [...breaker.notices],
    sentence: tie ? openTieText(election, tie) : electedText(election, elected),
  };
}

/** Who is elected, and how many seats stay empty. */
export function electedText(election: Election, elected: readonly string[]): ReturnType<typeof text> {
  const names = namesText(election, elected);
  const empty = election.seats - elected.length;
  const fr = elected.length === 0 ? 'Personne n’est élu.' : `Personnes élues : ${names.fr}.`;
  const en = elected.length === 0 ? 'Nobody is elected.' : `Elected: ${names.en}.`;
  if (empty === 0) return text(fr, en);
  return text(`${fr} Sièges non pourvus : ${empty}.`, `${en} Seats left unfilled: ${empty}.`);
}
