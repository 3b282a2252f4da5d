import type { Scale } from './ordinal.ts';

/** Answers to one question, counted: by group, by level from the lowest. */
export interface Question {
  readonly name: string;
  readonly scale: Scale;
  /** One row of counts per group, in the order of the round's groups. */
  readonly counts: readonly (readonly number[])[];
}

/** One round of a self-assessment, counted; it holds no person. */
export interface HealthRound {
  readonly name: string;
  readonly groups: readonly string[];
  /** People who answered at least one question, by group. */
  readonly answered: readonly number[];
  readonly questions: readonly Question[];
}

/** One answer as a person gave it. */
export interface Answer {
  /** Tells people apart within a group, so that a changed answer replaces the first; absent where nobody can be told. */
  readonly person: string | undefined;
  readonly group: string;
  readonly question: string;
  readonly scale: Scale;
  /** Absent where the person left the question open. */
  readonly level: number | undefined;
}

/**
 * Counts the answers of one round (HLT-5). Of several answers by one person to one question the last counts. Where
 * people cannot be told apart, those who answered the most answered question of a group stand for its people.
 *
 * @throws {RangeError} where an answer lies outside its scale or one question has two scales; readers refuse both.
 */
export function countRound(name: string, answers: readonly Answer[]): HealthRound {
  const groups = [...new Set(answers.map((answer) => answer.group))];
  const counted = new Map<string, Answer>();
  for (const [index, answer] of answers.entries()) {
    const who = answer.person === undefined ? `#${index}` : `=${answer.person}`;
    counted.set(JSON.stringify([who, answer.group, answer.question]), answer);
  }
  const kept = [...counted.values()];
  const questions = [...new Set(answers.map((answer) => answer.question))].map((question) =>
    countQuestion(
      question,
      groups,
      kept.filter((answer) => answer.question === question),
    ),
  );
  const answered = groups.map((group, g) => {
    const named = kept.filter((answer) => answer.group === group && answer.person !== undefined);
    const unnamed = questions.map((question) => sum(question.counts[g]));
    return named.length > 0 ? new Set(named.map((answer) => answer.person)).size : Math.max(...unnamed, 0);
  });
  return { name, groups, answered, questions };
}

function countQuestion(name: string, groups: readonly string[], answers: readonly Answer[]): Question {
  const scale = answers[0]?.scale ?? { least: 1, most: 5 };
  const counts = groups.map(() => new Array<number>(scale.most - scale.least + 1).fill(0));
  for (const { group, level, scale: own } of answers) {
    if (own.least !== scale.least || own.most !== scale.most) throw new RangeError(`Two scales for ${name}.`);
    if (level === undefined) continue;
    const row = counts[groups.indexOf(group)];
    const place = level - scale.least;
    if (row?.[place] === undefined) throw new RangeError(`${level} lies outside the scale of ${name}.`);
    row[place] += 1;
  }
  return { name, scale, counts };
}

function sum(counts: readonly number[] | undefined): number {
  return (counts ?? []).reduce((total, count) => total + count, 0);
}
