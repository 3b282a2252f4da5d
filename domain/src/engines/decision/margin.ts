import type { DecisionCase, Stance } from './case.ts';
import { type Change, type Class, type Lens, lensOf, mergeWays, waysOf } from './change.ts';
import { easeHalf, placeText, testCondition } from './condition.ts';
import { type CountedCase, countCase, type StepCount, verdictOf } from './decide.ts';
import type { Voter } from './electorate.ts';
import type { Condition, Text } from './rule.ts';
import { runConsensus, runSilence, runVote } from './step.ts';
import type { Tally } from './tally.ts';
import type { Decided, Outcome } from './verdict.ts';
import { text } from './wording.ts';

/** The margin of one constituency alone: how many of its ballots, or null for "not by this group alone". */
export interface GroupMargin {
  readonly group: string;
  readonly ballots: number | null;
  readonly sentence: Text;
}

/** The smallest numbers of changed ballots that turn the verdict. */
export interface Margin {
  readonly outcome: Outcome;
  /** Over all constituencies together; null when no change of stances turns the verdict. */
  readonly ballots: number | null;
  readonly groups: readonly GroupMargin[];
  readonly sentence: Text;
}

/** A margin, or what is wrong with the case. */
export type MarginResult =
  | { readonly ok: true; readonly margin: Margin }
  | Extract<Decided, { readonly ok: false }>;

/** Whether the steps that read these ballots adopt. */
type Adopts = (tally: Tally) => boolean;

const MEASURES = ['head', 'seat', 'weight', 'power'] as const;

function samePositions(a: StepCount, b: StepCount): boolean {
  if (a.positions.stances.size !== b.positions.stances.size) return false;
  return [...a.positions.stances].every(([id, { stance }]) => b.positions.stances.get(id)?.stance === stance);
}

/** The steps that the verdict may reach: up to the first vote, the first without ballots, or the first without quorum. */
function reachable(counted: CountedCase): StepCount[] {
  const steps: StepCount[] = [];
  for (const count of counted.steps) {
    const { quorum } = counted.rule;
    if (!count.hasBallots) break;
    if (
      quorum &&
      count.step.kind !== 'silence' &&
      !testCondition(quorum, count.tally, counted.input.roll).met
    )
      break;
    steps.push(count);
    if (count.step.kind === 'vote') break;
  }
  return steps;
}

function outcomeOf(count: StepCount, tally: Tally, input: DecisionCase): Outcome {
  if (count.step.kind === 'consensus') return runConsensus(count.step, tally).result.outcome;
  if (count.step.kind === 'vote') return runVote(count.step, tally, input).result.outcome;
  return runSilence(count.step, tally, input).result.outcome;
}

/** Replays the steps with other counts; steps that read other ballots keep their own. */
function adoptsOf(counted: CountedCase, deciding: StepCount): Adopts {
  const steps = reachable(counted).map((count) => ({
    count,
    fixed: samePositions(count, deciding) ? null : outcomeOf(count, count.tally, counted.input),
  }));
  return (tally) => {
    for (const { count, fixed } of steps) {
      const outcome = fixed ?? outcomeOf(count, tally, counted.input);
      if (outcome !== 'noDecision') return outcome === 'adopted';
    }
    return false;
  };
}

function unitKey(group: string, subgroup: string | undefined): string {
  return `${group}/${subgroup ?? ''}`;
}

function classesOf(counted: CountedCase, deciding: StepCount): Class[] {
  const units = new Map(deciding.tally.map((unit, index) => [unitKey(unit.group, unit.subgroup), index]));
  const classes = new Map<string, Class>();
  const put = (voter: Voter, stance: Stance): void => {
    const unit = units.get(unitKey(voter.member.group, voter.member.subgroup)) ?? 0;
    const worth = MEASURES.map((measure) => `${voter.counts[measure].num}/${voter.counts[measure].den}`);
    const key = [unit, stance, ...worth].join(' ');
    classes.set(key, { unit, stance, counts: voter.counts, ballots: (classes.get(key)?.ballots ?? 0) + 1 });
  };
  for (const voter of counted.electorate.voters) {
    const position = deciding.positions.stances.get(voter.member.id);
    if (position && !voter.recused) put(voter, position.stance);
  }
  return [...classes.values()];
}

/** The condition that adoption comes to once the declared way of breaking a tie is known. */
function resolved(steps: readonly StepCount[]): Condition[] {
  return steps.flatMap(({ step }) => {
    if (step.kind !== 'vote') return [];
    return [step.adoptIf, easeHalf(step.adoptIf)];
  });
}

interface Search {
  readonly adopts: Adopts;
  readonly turned: (adopted: boolean) => boolean;
  readonly tally: Tally;
  /** By constituency: its units and the ways to change its ballots, with global vectors. */
  readonly groups: readonly {
    readonly group: string;
    readonly units: Tally;
    readonly ways: readonly Change[];
  }[];
}

function openSearch(counted: CountedCase, deciding: StepCount): Search {
  const adopts = adoptsOf(counted, deciding);
  const wish = adopts(deciding.tally) ? 'stop' : 'adopt';
  const steps = reachable(counted).filter((count) => samePositions(count, deciding));
  const lens: Lens = lensOf(
    steps.map((count) => count.step),
    resolved(steps),
    wish,
  );
  const classes = classesOf(counted, deciding);
  const names = [...new Set(deciding.tally.map((unit) => unit.group))];
  const groups = names.map((group) => {
    const places = deciding.tally.flatMap((unit, index) => (unit.group === group ? [index] : []));
    const units = deciding.tally.filter((unit) => unit.group === group);
    const own = classes.flatMap((entry) =>
      places.includes(entry.unit) ? [{ ...entry, unit: places.indexOf(entry.unit) }] : [],
    );
    const ways = waysOf(units, own, lens).map((way) => ({ ...way, vector: lens.global(way.units) }));
    return { group, units, ways };
  });
  return { adopts, turned: (adopted) => adopted === (wish === 'adopt'), tally: deciding.tally, groups };
}

function fewest(ways: readonly Change[], turns: (units: Tally) => boolean): number | null {
  const sorted = [...ways].sort((a, b) => a.changed - b.changed);
  return sorted.find((way) => turns(way.units))?.changed ?? null;
}

function aloneOf(search: Search): (number | null)[] {
  return search.groups.map(({ group, ways }) => {
    const others = search.tally.filter((unit) => unit.group !== group);
    return fewest(ways, (units) => search.turned(search.adopts([...others, ...units])));
  });
}

function togetherOf(search: Search, alone: readonly (number | null)[]): number | null {
  const known = alone.filter((ballots) => ballots !== null);
  const best = known.length === 0 ? null : Math.min(...known);
  const limit = best === null ? Number.POSITIVE_INFINITY : best - 1;
  const [first, ...rest] = search.groups;
  if (!first) return best;
  const start = first.ways.filter((way) => way.changed <= limit);
  const ways = rest.reduce((joined, { ways: more }) => mergeWays(joined, more, limit), start);
  return fewest(ways, (units) => search.turned(search.adopts(units))) ?? best;
}

function ballotsText(ballots: number | null): Text {
  if (ballots === null) return text('pas par ce collège seul', 'not by this group alone');
  return ballots === 1
    ? text('1 bulletin à changer', '1 ballot would have to change')
    : text(`${ballots} bulletins à changer`, `${ballots} ballots would have to change`);
}

function overallText(ballots: number | null): Text {
  if (ballots === null)
    return text(
      'Aucun changement de position ne renverserait le résultat.',
      'No change of stances would turn the result.',
    );
  return ballots === 1
    ? text('Un seul bulletin changé renverserait le résultat.', 'One changed ballot would turn the result.')
    : text(
        `Il faudrait au moins ${ballots} bulletins changés pour renverser le résultat.`,
        `At least ${ballots} changed ballots would turn the result.`,
      );
}

function marginOf(counted: CountedCase): Margin {
  const { outcome, steps } = verdictOf(counted);
  const names = [...new Set(counted.electorate.voters.map((voter) => voter.member.group))];
  const last = steps.at(-1)?.step;
  const deciding = counted.steps.find((count) => count.step.id === last);
  const settled = deciding && outcome !== 'pending' && outcome !== 'noQuorum' && outcome !== 'inadmissible';
  const search = settled ? openSearch(counted, deciding) : null;
  const alone = search ? aloneOf(search) : names.map(() => null);
  const together = search ? togetherOf(search, alone) : null;
  return {
    outcome,
    ballots: together,
    groups: names.map((group, index) => {
      const ballots = alone[index] ?? null;
      const where = placeText({ group }, counted.input.roll);
      const said = ballotsText(ballots);
      return { group, ballots, sentence: text(`${where.fr} : ${said.fr}.`, `${where.en}: ${said.en}.`) };
    }),
    sentence: overallText(together),
  };
}

/**
 * The margin of a decision: the smallest number of ballots, of one constituency alone and over all of them, whose change
 * to any other stance would turn the verdict from adopted to not adopted, or from not adopted to adopted. Presence,
 * notice and the roll stay as they are, so a missing quorum or an inadmissible proposal is turned by no stance.
 *
 * Exact: every test of a rule is monotone in the ballots in favour and against, so for adoption changing to "agree" is
 * never worse than another change, and against it changing to "block" (or to "stand aside" where that has a limit of its
 * own); what remains is which ballots, searched in full except for ways that another matches everywhere.
 */
export function margin(input: DecisionCase): MarginResult {
  const counted = countCase(input);
  return counted.ok ? { ok: true, margin: marginOf(counted.counted) } : counted;
}
