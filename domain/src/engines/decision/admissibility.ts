import type { DecisionCase } from './case.ts';
import type { Rule, Text } from './rule.ts';
import type { NumberTest } from './verdict.ts';
import { metText, text } from './wording.ts';

// Days here have no zone, so every one of them is 24 hours long.
const DAY_MS = 86_400_000;

/** Whole days from one day to another, `YYYY-MM-DD`; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

function test(kind: NumberTest['kind'], value: number | string, met: boolean, sentence: Text): NumberTest {
  const word = metText(met);
  return {
    kind,
    place: {},
    value: `${value}`,
    met,
    sentence: text(`${sentence.fr} : ${word.fr}.`, `${sentence.en}: ${word.en}.`),
  };
}

function noticeTest(rule: Rule, input: DecisionCase): NumberTest[] {
  const terms = rule.admissibility?.noticeDays;
  if (!terms) return [];
  const sentOn = input.motion?.sentOn;
  if (sentOn === undefined)
    return [
      test(
        'admissibility',
        'unknown',
        false,
        text('Préavis : date d’envoi inconnue', 'Notice: day of sending unknown'),
      ),
    ];
  const days = daysBetween(sentOn, input.on);
  const met = days >= terms.min && (terms.max === undefined || days <= terms.max);
  const limit =
    terms.max === undefined
      ? text(`au moins ${terms.min} jours`, `at least ${terms.min} days`)
      : text(`de ${terms.min} à ${terms.max} jours`, `${terms.min} to ${terms.max} days`);
  return [
    test(
      'admissibility',
      days,
      met,
      text(`Préavis de ${days} jours ; il faut ${limit.fr}`, `Notice of ${days} days; ${limit.en} needed`),
    ),
  ];
}

function namesTests(rule: Rule, input: DecisionCase): NumberTest[] {
  const terms = rule.admissibility;
  const entitled = new Map(
    input.roll.members
      .filter((member) => member.voting !== false && !member.vacant)
      .map((member) => [member.id, member.group]),
  );
  const proposers = new Set((input.motion?.proposers ?? []).filter((id) => entitled.has(id)));
  const seconders = new Set(
    (input.motion?.seconders ?? []).filter((id) => entitled.has(id) && !proposers.has(id)),
  );
  const tests: NumberTest[] = [];
  if (terms?.proposers !== undefined)
    tests.push(
      test(
        'admissibility',
        proposers.size,
        proposers.size >= terms.proposers,
        text(
          `Proposé par ${proposers.size} ; il faut au moins ${terms.proposers}`,
          `Proposed by ${proposers.size}; at least ${terms.proposers} needed`,
        ),
      ),
    );
  if (terms?.seconders !== undefined)
    tests.push(
      test(
        'admissibility',
        seconders.size,
        seconders.size >= terms.seconders,
        text(
          `Appuyé par ${seconders.size} ; il faut au moins ${terms.seconders}`,
          `Seconded by ${seconders.size}; at least ${terms.seconders} needed`,
        ),
      ),
    );
  if (terms?.groupsNamed !== undefined) {
    const groups = new Set([...proposers, ...seconders].map((id) => entitled.get(id))).size;
    tests.push(
      test(
        'admissibility',
        groups,
        groups >= terms.groupsNamed,
        text(
          `Collèges parmi ces noms : ${groups} ; il en faut au moins ${terms.groupsNamed}`,
          `Constituencies among these names: ${groups}; at least ${terms.groupsNamed} needed`,
        ),
      ),
    );
  }
  return tests;
}

function silenceTest(rule: Rule, input: DecisionCase): NumberTest[] {
  const step = rule.steps.find((entry) => entry.kind === 'silence');
  if (step?.minimumDays === undefined || !input.silence) return [];
  const length = Date.parse(input.silence.closesAt) - Date.parse(input.silence.openedAt);
  const met = length >= step.minimumDays * DAY_MS;
  const hours = Math.floor(length / 3_600_000);
  return [
    test(
      'admissibility',
      hours,
      met,
      text(
        `Accord tacite ouvert ${hours} heures ; il faut au moins ${step.minimumDays} jours`,
        `Silence procedure open for ${hours} hours; at least ${step.minimumDays} days needed`,
      ),
    ),
  ];
}

function adviceTests(rule: Rule, input: DecisionCase): NumberTest[] {
  return (rule.advice ?? []).map((needed) => {
    const given = input.advice?.find((entry) => entry.from === needed.from);
    const received = given?.receivedOn !== undefined && given.receivedOn <= input.on;
    const asked = given !== undefined && given.askedOn <= input.on;
    const met = needed.needed === 'asked' ? asked : received;
    const state = received
      ? text('reçu', 'received')
      : asked
        ? text('demandé, pas encore reçu', 'asked for, not received yet')
        : text('pas demandé', 'not asked for');
    const opinion = {
      favourable: text(', favorable', ', favourable'),
      reserved: text(', réservé', ', reserved'),
      unfavourable: text(', défavorable', ', unfavourable'),
      none: text('', ''),
    }[(received && given.opinion) || 'none'];
    return test(
      'advice',
      received ? (given.opinion ?? 'received') : asked ? 'asked' : 'none',
      met,
      text(
        `Avis, ${needed.title.fr} : ${state.fr}${opinion.fr}`,
        `Advice, ${needed.title.en}: ${state.en}${opinion.en}`,
      ),
    );
  });
}

/**
 * The tests that come before the vote: notice in whole days, proposers and seconders who hold a vote (a proposer does
 * not count as a seconder as well), constituencies among them, length of the silence procedure, advice asked for or
 * received. An opinion never binds: only its having been asked for or received is tested.
 */
export function testAdmissibility(rule: Rule, input: DecisionCase): readonly NumberTest[] {
  return [
    ...noticeTest(rule, input),
    ...namesTests(rule, input),
    ...silenceTest(rule, input),
    ...adviceTests(rule, input),
  ];
}
