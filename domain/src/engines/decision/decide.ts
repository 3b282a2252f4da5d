import { testAdmissibility } from './admissibility.ts';
import type { DecisionCase } from './case.ts';
import { checkCase, ruleInForce } from './check.ts';
import { testCondition } from './condition.ts';
import { type Electorate, readElectorate } from './electorate.ts';
import { type Positions, readPositions } from './position.ts';
import type { Condition, Measure, Rule, Step, Text } from './rule.ts';
import { runConsensus, runSilence, runVote, type StepEnd } from './step.ts';
import { countLines, type Tally, tallyOf } from './tally.ts';
import type { Decided, Outcome, StepResult, Test, Verdict } from './verdict.ts';
import { text } from './wording.ts';

/** One step of a case with its ballots read and counted. */
export interface StepCount {
  readonly step: Step;
  readonly positions: Positions;
  readonly tally: Tally;
  /** False when the step waits for ballots of its own and has none. */
  readonly hasBallots: boolean;
}

/** A case whose names fit together, counted for every step of the rule in force. */
export interface CountedCase {
  readonly input: DecisionCase;
  readonly rule: Rule;
  readonly electorate: Electorate;
  readonly steps: readonly StepCount[];
}

/** Checks the case, finds the rule in force and counts every step, without judging. */
export function countCase(
  input: DecisionCase,
): { readonly ok: true; readonly counted: CountedCase } | Extract<Decided, { ok: false }> {
  const inForce = ruleInForce(input.rules, input.on);
  if (!inForce.ok) return { ok: false, code: 'InvalidCase', problems: [inForce.problem] };
  const { rule } = inForce;
  const problems = checkCase(input, rule);
  if (problems.length > 0) return { ok: false, code: 'InvalidCase', problems };
  const electorate = readElectorate(input, rule);
  const steps = rule.steps.map((step): StepCount => {
    const positions = readPositions(input, rule, step);
    const own = step.kind !== 'silence' && step.ballots === 'own';
    const hasBallots = !own || input.ballots.some((ballot) => ballot.step === step.id);
    return { step, positions, tally: tallyOf(electorate, positions, rule), hasBallots };
  });
  const contradictions = steps.flatMap((step) => step.positions.problems);
  if (contradictions.length > 0) {
    const byPath = new Map(contradictions.map((problem) => [problem.path, problem]));
    return { ok: false, code: 'InvalidCase', problems: [...byPath.values()] };
  }
  return { ok: true, counted: { input, rule, electorate, steps } };
}

function runStep(count: StepCount, input: DecisionCase): StepEnd {
  if (count.step.kind === 'consensus') return runConsensus(count.step, count.tally);
  if (count.step.kind === 'vote') return runVote(count.step, count.tally, input);
  return runSilence(count.step, count.tally, input);
}

interface Judged {
  readonly outcome: Outcome;
  readonly quorum: readonly Test[];
  readonly steps: readonly StepResult[];
  readonly notices: readonly Text[];
  /** The step whose counts the verdict shows. */
  readonly shown: StepCount | undefined;
}

/** Quorum and steps in order; the next step is tried when consensus or silence failed. */
function judge(counted: CountedCase): Judged {
  const { input, rule } = counted;
  const results: StepResult[] = [];
  const notices: Text[] = [];
  let quorum: readonly Test[] = [];
  let shown: StepCount | undefined;
  for (const count of counted.steps) {
    if (!count.hasBallots) {
      notices.push(
        text(
          `L’étape suivante, « ${count.step.id} », attend ses propres bulletins.`,
          `The next step, “${count.step.id}”, waits for ballots of its own.`,
        ),
      );
      break;
    }
    shown = count;
    if (rule.quorum && count.step.kind !== 'silence') {
      const test = testCondition(rule.quorum, count.tally, input.roll);
      quorum = [test];
      if (!test.met) return { outcome: 'noQuorum', quorum, steps: results, notices, shown };
    }
    const end = runStep(count, input);
    results.push(end.result);
    notices.push(...end.notices);
    if (end.result.outcome !== 'noDecision') break;
  }
  return { outcome: results.at(-1)?.outcome ?? 'pending', quorum, steps: results, notices, shown };
}

/** The outcome in words, as a chair says it. */
export const OUTCOME_TEXT: Readonly<Record<Outcome, Text>> = {
  adopted: text('La proposition est adoptée.', 'The proposal is adopted.'),
  rejected: text('La proposition est rejetée.', 'The proposal is rejected.'),
  noQuorum: text(
    'Le quorum n’est pas atteint : rien n’est décidé.',
    'The quorum is not met: nothing is decided.',
  ),
  inadmissible: text(
    'La proposition n’est pas recevable : elle n’est pas mise aux voix.',
    'The proposal is not admissible: it is not put to the vote.',
  ),
  noDecision: text('Pas de consensus : rien n’est décidé.', 'No consensus: nothing is decided.'),
  tie: text('Égalité : rien n’est décidé.', 'A tie: nothing is decided.'),
  pending: text(
    'La procédure est en cours : rien n’est encore décidé.',
    'The procedure is still running: nothing is decided yet.',
  ),
};

const OPINION = text(' C’est un avis, qui n’engage pas.', ' This is an opinion and does not bind.');

function measuresOf(rule: Rule): Measure[] {
  const found = new Set<Measure>(['head']);
  const visit = (condition: Condition): void => {
    if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(visit);
    else found.add(condition.measure ?? 'head');
  };
  if (rule.quorum) visit(rule.quorum);
  for (const step of rule.steps) if (step.kind === 'vote') visit(step.adoptIf);
  return [...found];
}

/** Judges a counted case. */
export function verdictOf(counted: CountedCase): Verdict {
  const { input, rule, electorate } = counted;
  const admissibility = testAdmissibility(rule, input);
  const admissible = admissibility.every((test) => test.met);
  const judged: Judged = admissible
    ? judge(counted)
    : { outcome: 'inadmissible', quorum: [], steps: [], notices: [], shown: undefined };
  const binding = rule.binding !== false;
  const said = OUTCOME_TEXT[judged.outcome];
  const first = judged.shown ?? counted.steps[0];
  const positions = first?.positions;
  return {
    outcome: judged.outcome,
    binding,
    rule: { id: rule.id, version: rule.version, title: rule.title },
    preconditions: [...admissibility, ...judged.quorum],
    steps: judged.steps,
    counts: first ? countLines(first.tally, measuresOf(rule)) : [],
    refused: positions?.refused ?? [],
    unconfirmed: positions?.unconfirmed ?? [],
    reasons: reasonsOf(positions),
    notices: [...electorate.notices, ...judged.notices],
    sentence: binding ? said : text(said.fr + OPINION.fr, said.en + OPINION.en),
  };
}

function reasonsOf(positions: Positions | undefined): Verdict['reasons'] {
  return [...(positions?.stances ?? [])]
    .flatMap(([member, { stance, reason }]) => (reason?.trim() ? [{ member, stance, reason }] : []))
    .sort((a, b) => (a.member < b.member ? -1 : 1));
}

/**
 * Computes the verdict of a case: which rule is in force, who may vote, which ballots count, every test with its exact
 * numbers and a sentence, and the outcome. Pure: the same case always gives the same verdict, in any order of ballots.
 *
 * Order of judgement: admissibility and advice, then quorum, then the steps; the next step is tried when consensus or
 * silence failed.
 */
export function decide(input: DecisionCase): Decided {
  const counted = countCase(input);
  return counted.ok ? { ok: true, verdict: verdictOf(counted.counted) } : counted;
}
