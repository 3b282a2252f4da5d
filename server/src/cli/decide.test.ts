import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Io } from './command.ts';
import { command as count } from './count.ts';
import { command as decide } from './decide.ts';

/** Runs a command on files held in memory. */
async function runWith(
  command: typeof decide,
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<{ status: number; written: string; said: string }> {
  const out = { status: -1, written: '', said: '' };
  const io: Io = {
    read: async (path) => files[path] ?? Promise.reject(new Error('no such file')),
    write: (text) => {
      out.written += text;
    },
    error: (text) => {
      out.said += text;
    },
  };
  out.status = await command.run(args, io);
  return out;
}

const docs = new URL('../../../docs/', import.meta.url);
const page = readFileSync(new URL('decision-engine.md', docs), 'utf8');
const blocks = (language: string): string[] =>
  page
    .split(`\`\`\`${language}\n`)
    .slice(1)
    .map((part) => part.split('```')[0] ?? '');
const [example = ''] = blocks('json');
const [ballots = ''] = blocks('blt');
const [verdict = '', stages = ''] = blocks('text');
const stored = (name: string): string => readFileSync(new URL(`schema/${name}`, docs), 'utf8');

describe('tablee decide', () => {
  const files = { 'case.json': example };
  it('DEC-33 prints the example of its page', async () => {
    expect(await runWith(decide, ['case.json', '--margin'], files)).toEqual({
      status: 0,
      written: verdict,
      said: '',
    });
  });
  it('DEC-33 says it in French with the spaces of French', async () => {
    const { written } = await runWith(decide, ['case.json', '--lang', 'fr'], files);
    expect(written).toContain('Résultat\u00A0: La proposition est adoptée.');
  });
  it('DEC-33 gives data, from standard input too, with what would happen', async () => {
    const { written, status } = await runWith(
      decide,
      ['-', '--json', '--margin', '--what-if', 'firms:yes>no:1,v1=abstain'],
      { '-': example },
    );
    const answer: unknown = JSON.parse(written);
    expect(status).toBe(0);
    expect(answer).toMatchObject({
      verdict: { outcome: 'adopted' },
      margin: { ballots: 1 },
      whatIf: { outcome: 'rejected' },
    });
  });
  it('DEC-29 documents the schemas that the code holds', async () => {
    expect(JSON.parse(stored('decision-case.json'))).toEqual(
      JSON.parse((await runWith(decide, ['--schema'])).written),
    );
    expect(JSON.parse(stored('election.json'))).toEqual(
      JSON.parse((await runWith(count, ['--schema'])).written),
    );
  });
  it.each([
    [['case.json'], '{ "format": 1,\n  oops }', 'case.json, line 2, column 3: expected JSON, found'],
    [['case.json'], '{ "format": ', 'case.json, line 1, column 13: expected JSON, found'],
    [
      ['case.json'],
      '{ "format": 1 }',
      'case.json, at format: expected one of "tablee-decision/1", found 1 (and',
    ],
    [
      ['case.json'],
      example.replace('"member": "v1"', '"member": "v9"'),
      'case.json, at ballots[0].member: expected a member of the roll, found v9',
    ],
    [
      ['case.json'],
      example.replace('"2026-03-12"', '"2025-03-12"'),
      'case.json, at rules: expected one rule in force on 2025-03-12, found none',
    ],
    [['none.json'], '', 'none.json: expected a file that can be read'],
    [['case.json', '--lang', 'de'], example, '--lang: expected fr or en, found "de"'],
    [
      ['case.json', '--what-if', 'v1:yes'],
      example,
      '--what-if: expected MEMBER=STANCE or GROUP:FROM>TO:COUNT, found "v1:yes"',
    ],
    [
      ['case.json', '--what-if', 'v9=yes'],
      example,
      'case.json, at what-if[0].member: expected a member of the roll, found v9',
    ],
    [[], example, 'a file is missing'],
    [['case.json', '--loud'], example, "Unknown option '--loud'"],
  ])('DEC-33 refuses %j with one sentence and status 2', async (args, text, said) => {
    const out = await runWith(decide, args, { 'case.json': text });
    expect(out).toMatchObject({ status: 2, written: '' });
    expect(out.said).toContain(`tablee decide: ${said}`);
    expect(out.said.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('tablee count', () => {
  const table = 'group,x:Awa,x:Binta,y:Cheikh\nx,1,2,\nx,1,,\ny,,,1\n';
  it('ELE-13 prints the example of its page', async () => {
    expect(await runWith(count, ['council.blt'], { 'council.blt': ballots })).toEqual({
      status: 0,
      written: stages,
      said: '',
    });
  });
  it('ELE-13 counts a table by another method, and by groups', async () => {
    const { written } = await runWith(count, ['votes.csv', '--groups', 'x=1,y=1', '--json'], {
      'votes.csv': table,
    });
    expect(JSON.parse(written)).toMatchObject([
      { group: 'x', elected: ['2'] },
      { group: 'y', elected: ['4'] },
    ]);
    const scores = await runWith(
      count,
      ['s.csv', '--method', 'dots', '--dots', '3', '--seats', '1', '--lang', 'fr'],
      { 's.csv': 'Awa,Binta\n2,1\n0,4\n' },
    );
    expect(scores.written).toContain('Personnes élues\u00A0: Awa.');
    expect(scores.written).toContain('bulletin 2\u00A0: trop de points');
  });
  it('ELE-13 counts an election written as JSON', async () => {
    const election = {
      format: 'tablee-election/1',
      method: 'irv',
      seats: 1,
      candidates: [{ id: 'a' }, { id: 'b' }],
      ballots: [{ ranks: [['b']] }],
    };
    const { written } = await runWith(count, ['-', '--json'], { '-': JSON.stringify(election) });
    expect(JSON.parse(written)).toMatchObject([{ elected: ['b'] }]);
  });
  it('ELE-13 prints the seed of a lot', async () => {
    const tied = '2 1\n1 1 0\n1 2 0\n0\n"Awa"\n"Binta"\n';
    expect((await runWith(count, ['t.blt'], { 't.blt': tied })).written).toContain(
      'nothing declared settles it',
    );
    expect((await runWith(count, ['t.blt', '--seed', '7'], { 't.blt': tied })).written).toContain(
      'the lot (seed 7)',
    );
    expect((await runWith(count, ['t.blt', '--tie-order', '2,1'], { 't.blt': tied })).written).toContain(
      'Elected: Binta.',
    );
  });
  it.each([
    [['b.blt'], '2 1\n1 1 3 0', "b.blt, line 2, column 5: expected a candidate's number from 1 to 2"],
    [['b.csv'], 'A,B\n1,2\n', 'b.csv: expected --seats N'],
    [
      ['b.csv', '--seats', '1'],
      'A,B\n1,first\n',
      'b.csv, line 2, column B: expected a place from 1, a cross, or nothing, found "first"',
    ],
    [['b.blt', '--method', 'coin'], '', '--method: expected stv, irv,'],
    [['b.blt', '--seats', 'two'], '', '--seats: expected a whole number of at least 1, found "two"'],
    [['b.blt', '--equal-ranks', 'toss'], '', '--equal-ranks: expected split or stop, found "toss"'],
    [['b.csv', '--groups', 'x'], table, '--groups: expected GROUP=SEATS, found "x"'],
    [
      ['b.csv', '--groups', 'x=1'],
      table,
      'b.csv, at candidates[2].group: expected a group of the election, found y',
    ],
    [['b.json'], '{ "seats": 1 }', 'b.json, at format: expected one of "tablee-election/1", found nothing'],
    [['b.blt', '--method', 'irv'], ballots, 'b.blt, at seats: expected 1 seat for irv, found 2'],
    [
      ['b.blt', '--method', 'score'],
      ballots,
      'b.blt, at ballots[0].ranks: expected marks, for score, found ranks',
    ],
    [['b.blt', '--lang', 'de'], ballots, '--lang: expected fr or en'],
  ])('ELE-13 refuses %j with one sentence and status 2', async (args, text, said) => {
    const [path = ''] = args;
    const out = await runWith(count, args, { [path]: text });
    expect(out).toMatchObject({ status: 2, written: '' });
    expect(out.said).toContain(`tablee count: ${said}`);
    expect(out.said.trimEnd().split('\n')).toHaveLength(1);
  });
});
