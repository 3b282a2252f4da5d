import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  assessRound,
  countRound,
  type HealthReport,
  type HealthRound,
  healthReportSchema,
  readAnswers,
  readHealthCell,
  readInvited,
} from './index.ts';

const five = { least: 1, most: 5 };

/** A round with one question: per group the levels its people gave. */
function round(
  groups: Readonly<Record<string, readonly number[]>>,
  scale = five,
  name = '2026',
): HealthRound {
  const answers = Object.entries(groups).flatMap(([group, levels]) =>
    levels.map(
      (level, i): Answer => ({ person: `${group}${i}`, group, question: 'clear goals', scale, level }),
    ),
  );
  return countRound(name, answers);
}

function report(...args: Parameters<typeof assessRound>): HealthReport {
  const result = assessRound(...args);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return healthReportSchema.parse(result.report);
}

const sectors = { state: [2, 2, 3, 3, 4], firms: [4, 4, 5, 5, 3], community: [1, 1, 2, 2, 3, 1] };

describe('a round', () => {
  it('HLT-5 counts the last answer of a person and leaves open questions out', () => {
    const answer = (person: string | undefined, level: number | undefined): Answer => ({
      person,
      group: 'g',
      question: 'q',
      scale: five,
      level,
    });
    const counted = countRound('r', [answer('a', 1), answer('a', 4), answer('b', undefined), answer('c', 4)]);
    expect(counted.questions[0]?.counts).toEqual([[0, 0, 0, 2, 0]]);
    expect(counted.answered).toEqual([3]);
    expect(countRound('r', [answer(undefined, 1), answer(undefined, 1)]).answered).toEqual([2]);
  });

  it('HLT-4 HLT-8 reads by group, each with the same weight, and finds the widest gap', () => {
    const [question] = report(round(sectors)).questions;
    expect(question?.cells.map((cell) => (cell.state === 'exact' ? cell.median : cell.state))).toEqual([
      3, 4, 1.5,
    ]);
    expect(question?.overall).toMatchObject({ groups: 3, median: 3 });
    expect(question?.overall?.mean).toBeCloseTo((2.8 + 4.2 + 10 / 6) / 3, 12);
    expect(question?.widest).toMatchObject({ high: 'firms', low: 'community', medians: 2.5 });
  });

  it('HLT-8 sets the secretariat against all partners together', () => {
    const [question] = report(round({ ...sectors, office: [5, 5, 4, 4, 5] }), {
      secretariat: 'office',
    }).questions;
    expect(question?.secretariat).toMatchObject({ high: 'office', low: 'partners' });
    expect(
      report(round({ ...sectors, office: [5] }), { secretariat: 'office' }).questions[0]?.secretariat,
    ).toBeUndefined();
  });

  it('HLT-6 states response rates, but of no group below the floor', () => {
    const invited = new Map([
      ['state', 9],
      ['office', 3],
    ]);
    const read = report(round({ ...sectors, office: [5] }), { invited });
    expect(read.groups).toEqual([
      { name: 'state', answered: 5, invited: 9 },
      { name: 'firms', answered: 5 },
      { name: 'community', answered: 6 },
      { name: 'office', invited: 3 },
    ]);
    expect([read.answered, read.invited]).toEqual([17, undefined]);
    const whole = new Map([...invited, ['firms', 6], ['community', 12]] as const);
    expect(report(round({ ...sectors, office: [5] }), { invited: whole }).invited).toBe(30);
  });

  it('HLT-7 HLT-1 measures change on the same scale only', () => {
    const before = round(
      { state: [1, 1, 2, 2, 3], firms: [4, 4, 5, 5, 3], community: [1, 1, 2, 2, 3] },
      five,
      '2025',
    );
    const read = report(round(sectors), { before });
    expect(read.since).toBe('2025');
    expect(read.questions[0]?.change?.mean).toBeCloseTo((1 + 0 + (10 / 6 - 1.8)) / 3, 12);
    const other = report(round(sectors), { before: round(sectors, { least: 0, most: 5 }) });
    expect(other.questions[0]).toMatchObject({ unchangedBecause: 'anotherScale' });
    expect(other.questions[0]?.change).toBeUndefined();
  });

  it('HLT-9 reports the same of five of five as of four of five', () => {
    const others = { firms: [4, 4, 5, 5, 3], community: [1, 1, 2, 2, 3] };
    expect(report(round({ state: [3, 3, 3, 3, 3], ...others }))).toEqual(
      report(round({ state: [3, 3, 3, 3, 1], ...others })),
    );
    expect(report(round({ state: [3, 3, 3, 3, 1], ...others })).questions[0]?.cells[0]).toEqual({
      state: 'nearlyAll',
      answers: 5,
      level: 3,
    });
  });

  it('HLT-9 lets nobody who subtracts recompute a group below the floor', () => {
    const levels = (least: number) =>
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: least, maxLength: 7 });
    const sum = (row: readonly number[]) => row.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(levels(5), levels(5), levels(1), levels(1), (a, b, c, d) => {
        const whole = round({ a, b, c, d });
        const result = assessRound(whole);
        if (!result.ok) return;
        const [question] = result.report.questions;
        const shown = question?.cells.map((cell) => readHealthCell(cell, five)) ?? [];
        for (const [g, row] of shown.entries()) {
          expect(sum(row) === 0 || sum(row) >= 5).toBe(true);
          if (question?.cells[g]?.state === 'exact') expect(row).toEqual(whole.questions[0]?.counts[g]);
        }
        if (question?.total.state !== 'exact') return;
        expect(question.cells.every((cell) => cell.state !== 'nearlyAll')).toBe(true);
        const rest = question.total.counts.map(
          (count, level) => count - sum(shown.map((row) => row[level] ?? 0)),
        );
        expect(sum(rest) === 0 || sum(rest) >= 5).toBe(true);
        if (sum(rest) > 0) expect(Math.max(...rest)).toBeLessThanOrEqual(sum(rest) - 2);
      }),
      { numRuns: 300 },
    );
  });

  it('HLT-9 computes everything from the cells it shows', () => {
    const level = fc.constantFrom(3, 3, 3, 3, 4, 1);
    const group = fc.array(level, { minLength: 3, maxLength: 6 });
    let compared = 0;
    fc.assert(
      fc.property(group, group, group, fc.nat(5), (a, b, c, i) => {
        const turned = a.map((own, at) => (at === i % a.length ? 3 : own));
        const [one, two] = [assessRound(round({ a, b, c })), assessRound(round({ a: turned, b, c }))];
        if (!one.ok || !two.ok || turned.join() === a.join()) return;
        const [first, second] = [one.report.questions[0], two.report.questions[0]];
        if (JSON.stringify([first?.cells, first?.total]) !== JSON.stringify([second?.cells, second?.total]))
          return;
        compared += 1;
        expect(one.report).toEqual(two.report);
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(5);
  });

  it('HLT-10 refuses fourteen people, and hides nothing of a named round of three', () => {
    expect(assessRound(round({ a: [1, 2, 3, 4, 5, 1, 2], b: [1, 2, 3, 4, 5, 1, 2] }))).toEqual({
      ok: false,
      code: 'TooFewPeople',
      people: 14,
      floor: 15,
    });
    const named = report(round({ a: [3, 3], b: [1] }), { named: true });
    expect(named.questions[0]?.cells).toMatchObject([
      { state: 'exact', counts: [0, 0, 2, 0, 0], agreement: 1 },
      { state: 'exact', median: 1 },
    ]);
  });
});

describe('files of answers', () => {
  it('HLT-11 reads rounds, persons, scales and open answers', () => {
    const file = readAnswers(
      'round;factor;group;person;answer;scale\n1;f;g;a;0;0-4\n1;f;g;b;;0-4\n2;f;g;a;5;\n',
      five,
    );
    if (!file.ok) throw new Error(JSON.stringify(file));
    expect(file.rounds.map((one) => [one.name, one.questions[0]?.scale])).toEqual([
      ['1', { least: 0, most: 4 }],
      ['2', five],
    ]);
    expect(file.rounds[0]?.answered).toEqual([2]);
  });

  it('HLT-11 reads a line per person with a column per question', () => {
    const file = readAnswers('timestamp,group,clear goals,trust\nx,a,3,4\nx,a,3,\nx,b,5,1\n', five);
    if (!file.ok) throw new Error(JSON.stringify(file));
    const [round] = file.rounds;
    expect(round?.answered).toEqual([2, 1]);
    expect(round?.questions.map((own) => [own.name, own.counts])).toEqual([
      [
        'clear goals',
        [
          [0, 0, 2, 0, 0],
          [0, 0, 0, 0, 1],
        ],
      ],
      [
        'trust',
        [
          [0, 0, 0, 1, 0],
          [1, 0, 0, 0, 0],
        ],
      ],
    ]);
  });

  it('HLT-11 HLT-1 refuses with line, column and what was expected', () => {
    const read = (text: string) => readAnswers(text, five);
    expect(read('group,answer\n')).toMatchObject({ line: 1, expected: 'a column "question"' });
    expect(read('group,question\n')).toMatchObject({ line: 1, expected: 'a column "answer"' });
    expect(read('goals,trust\n')).toMatchObject({ line: 1, expected: 'a column "group"' });
    expect(read('group,round\n')).toMatchObject({ line: 1, expected: 'a column for each question' });
    expect(read('group,goals\na,3\na,7\n')).toMatchObject({ line: 3, column: 'goals', found: '"7"' });
    expect(read('question,group,answer\n,g,1\n')).toMatchObject({ line: 2, column: 'question' });
    expect(read('question,group,answer\nq,g,6\n')).toMatchObject({ line: 2, column: 'answer', found: '"6"' });
    expect(read('question,group,answer\nq,,1\n')).toMatchObject({ line: 2, column: 'group' });
    expect(read('question,group,answer,scale\nq,g,1,big\n')).toMatchObject({ line: 2, column: 'scale' });
    expect(read('question,group,answer,scale\nq,g,1,1-5\nq,g,1,0-4\n')).toMatchObject({
      line: 3,
      column: 'scale',
      expected: 'the scale 1-5, as on earlier lines of this question',
    });
    expect(readInvited('group,invited\na,1\na,2\n')).toMatchObject({ line: 3, column: 'group' });
    expect(readInvited('group,invited\na,many\n')).toMatchObject({ line: 2, column: 'invited' });
    expect(readInvited('a,b\n')).toMatchObject({ line: 1 });
  });
});
