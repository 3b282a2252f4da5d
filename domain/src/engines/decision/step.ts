import { openChance } from '../chance/index.ts';
import type { DecisionCase } from './case.ts';
import { easeHalf, testCondition } from './condition.ts';
import { formatExact, fraction } from './fraction.ts';
import type { ConsensusStep, SilenceStep, Text, VoteStep } from './rule.ts';
import type { Tally } from './tally.ts';
import type { NumberTest, Outcome, StepResult, Test } from './verdict.ts';
import { boundText, metText, reaches, text } from './wording.ts';

/** What a step came to, and what the reader must know about how. */
export interface StepEnd {
  readonly result: StepResult;
  readonly notices: readonly Text[];
}

interface StanceCounts {
  readonly agree: number;
  readonly standAside: number;
  readonly block: number;
}

/** Heads per stance, as consensus reads them. */
export function consensusCounts(tally: Tally, step: ConsensusStep): StanceCounts {
  const total = (stance: keyof Tally[number]['stances']): number =>
    tally.reduce((count, unit) => count + unit.stances[stance], 0);
  const abstaining = total('abstain');
  const blocks = step.abstention === 'block';
  return {
    agree: total('agree') + total('reservations') + total('yes'),
    standAside: total('standAside') + (blocks ? 0 : abstaining),
    block: total('block') + total('no') + (blocks ? abstaining : 0),
  };
}

function countTest(kind: 'consensus' | 'silence', value: number, met: boolean, sentence: Text): NumberTest {
  return { kind, place: {}, value: `${value}`, met, sentence };
}

function standAsideTest(counts: StanceCounts, step: ConsensusStep): NumberTest[] {
  const bound = step.maxStandAside;
  if (!bound) return [];
  const value = fraction(counts.standAside);
  const base = fraction(counts.agree + counts.standAside + counts.block);
  // "At least" and "more than" name the limit that breaks consensus.
  const met = !reaches(value, base, bound);
  const limit = boundText(bound);
  return [
    {
      kind: 'consensus',
      place: {},
      value: formatExact(value),
      base: formatExact(base),
      bound,
      met,
      sentence: text(
        `En retrait : ${counts.standAside} sur ${formatExact(base)} ; pas de consensus si c’est ${limit.fr} : ${metText(met).fr}.`,
        `Standing aside: ${counts.standAside} out of ${formatExact(base)}; no consensus if this is ${limit.en}: ${metText(met).en}.`,
      ),
    },
  ];
}

/** Runs consensus on the counts: `adopted` or `noDecision`. */
export function runConsensus(step: ConsensusStep, tally: Tally): StepEnd {
  const counts = consensusCounts(tally, step);
  const allowed = step.maxBlocks ?? 0;
  const blocksMet = counts.block <= allowed;
  const agreeMet = counts.agree > 0;
  const tests = [
    countTest(
      'consensus',
      counts.agree,
      agreeMet,
      text(
        `Consensus : ${counts.agree} d’accord, avec ou sans réserve ; il en faut au moins un : ${metText(agreeMet).fr}.`,
        `Consensus: ${counts.agree} agree, with or without reservations; at least one needed: ${metText(agreeMet).en}.`,
      ),
    ),
    countTest(
      'consensus',
      counts.block,
      blocksMet,
      text(
        `Oppositions : ${counts.block} ; au plus ${allowed} : ${metText(blocksMet).fr}.`,
        `Blocks: ${counts.block}; at most ${allowed}: ${metText(blocksMet).en}.`,
      ),
    ),
    ...standAsideTest(counts, step),
  ];
  const outcome = tests.every((test) => test.met) ? 'adopted' : 'noDecision';
  return { result: { step: step.id, kind: 'consensus', outcome, tests }, notices: [] };
}

function breakTie(step: VoteStep, input: DecisionCase): { outcome: Outcome; how: Text } {
  if (step.tie === 'rejected')
    return {
      outcome: 'rejected',
      how: text(
        'égalité : la règle dit que la proposition est rejetée',
        'tie: the rule says that the proposal is rejected',
      ),
    };
  if (step.tie === 'castingVote' && input.castingVote !== undefined) {
    const yes = input.castingVote === 'yes';
    return {
      outcome: yes ? 'adopted' : 'rejected',
      how: text(
        `égalité : la voix prépondérante de la présidence est ${yes ? 'pour' : 'contre'}`,
        `tie: the casting vote of the chair is ${yes ? 'in favour' : 'against'}`,
      ),
    };
  }
  if (step.tie === 'lot' && input.seed !== undefined) {
    const yes = openChance(input.seed).below(2) === 1;
    return {
      outcome: yes ? 'adopted' : 'rejected',
      how: text(
        `égalité : tirage au sort avec la graine ${input.seed}, ${yes ? 'pour' : 'contre'}`,
        `tie: lots drawn with the seed ${input.seed}, ${yes ? 'in favour' : 'against'}`,
      ),
    };
  }
  const missing = {
    castingVote: text(
      ' ; la voix prépondérante n’est pas encore donnée',
      '; the casting vote has not been given yet',
    ),
    lot: text(' ; le tirage au sort demande une graine', '; drawing lots needs a seed'),
    unsettled: text('', ''),
  }[step.tie ?? 'unsettled'];
  return {
    outcome: 'tie',
    how: text(`égalité, non tranchée${missing.fr}`, `tie, not settled${missing.en}`),
  };
}

/** Runs a vote on the counts: `adopted`, `rejected` or `tie`; a tie is broken only as the rule declares. */
export function runVote(step: VoteStep, tally: Tally, input: DecisionCase): StepEnd {
  const test = testCondition(step.adoptIf, tally, input.roll);
  const end = (outcome: Outcome, tests: readonly Test[], notices: readonly Text[] = []): StepEnd => ({
    result: { step: step.id, kind: 'vote', outcome, tests },
    notices,
  });
  if (test.met) return end('adopted', [test]);
  if (!testCondition(easeHalf(step.adoptIf), tally, input.roll).met) return end('rejected', [test]);
  const { outcome, how } = breakTie(step, input);
  const sentence = text(
    `Il ne manque que l’égalité exacte à départager : ${how.fr}.`,
    `Only an exact half stands in the way: ${how.en}.`,
  );
  const met = outcome === 'adopted';
  return end(outcome, [test, { kind: 'tie', place: {}, value: '1/2', met, sentence }], [sentence]);
}

/** Runs a silence procedure: `pending` before its deadline, then `adopted` or `noDecision`. */
export function runSilence(step: SilenceStep, tally: Tally, input: DecisionCase): StepEnd {
  const objections = tally.reduce((count, unit) => count + unit.stances.block + unit.stances.no, 0);
  const limit = step.objectionsToStop ?? 1;
  const quiet = objections < limit;
  const closesAt = input.silence?.closesAt ?? '';
  const over = Date.parse(input.now ?? '') > Date.parse(closesAt);
  const tests = [
    countTest(
      'silence',
      objections,
      quiet,
      text(
        `Accord tacite, oppositions : ${objections} ; il en faut ${limit} pour l’arrêter : ${quiet ? 'pas arrêté' : 'arrêté'}.`,
        `Silence procedure, objections: ${objections}; ${limit} needed to stop it: ${quiet ? 'not stopped' : 'stopped'}.`,
      ),
    ),
    {
      kind: 'silence' as const,
      place: {},
      value: closesAt,
      met: over,
      sentence: text(
        `Échéance : ${closesAt} : ${over ? 'passée' : 'pas encore passée'}.`,
        `Deadline: ${closesAt}: ${over ? 'passed' : 'not passed yet'}.`,
      ),
    },
  ];
  const outcome = !quiet ? 'noDecision' : over ? 'adopted' : 'pending';
  return { result: { step: step.id, kind: 'silence', outcome, tests }, notices: [] };
}
