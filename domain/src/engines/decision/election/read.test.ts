import { describe, expect, it } from 'vitest';
import { readBlt } from './blt.ts';
import { countElection } from './count.ts';
import { readBallotTable } from './table.ts';

const BLT = `# A council of three
4 2          # four candidates, two seats
-4
3 1 2=3 0
(b-17) 1 2 - 3 0
2 4 1 0
0
"Awa"
"Bintou \\"B\\""
"Cheikh"
"Demba"
"Conseil"
`;

describe('ballot files', () => {
  it('ELE-11 reads comments, withdrawn candidates, weights, equal ranks, blank places and names of BLT', () => {
    expect(readBlt(BLT)).toEqual({
      ok: true,
      file: {
        title: 'Conseil',
        seats: 2,
        candidates: [
          { id: '1', name: 'Awa' },
          { id: '2', name: 'Bintou "B"' },
          { id: '3', name: 'Cheikh' },
          { id: '4', name: 'Demba', withdrawn: true },
        ],
        ballots: [
          { weight: 3, ranks: [['1'], ['2', '3']] },
          { weight: 1, ranks: [['2'], ['3']] },
          { weight: 2, ranks: [['4'], ['1']] },
        ],
      },
    });
  });
  const refusal = (source: string): unknown => {
    const read = readBlt(source);
    return read.ok ? read : `${read.line ?? ''}:${read.column ?? ''} ${read.expected} / ${read.found}`;
  };
  it('ELE-11 names line and column of what it cannot read', () => {
    expect(refusal('')).toBe('1: the number of candidates / the end of the file');
    expect(refusal('2 x')).toBe('1:3 the number of seats / x');
    expect(refusal('2 1\n1 1 3 0')).toBe(
      "2:5 a candidate's number from 1 to 2, candidates of equal rank joined by =, or 0 / 3",
    );
    expect(refusal('2 1\n1 1 1 0')).toBe('2:5 each candidate once on a ballot / 1');
    expect(refusal('2 1\n1 1 2\n')).toBe('2: 0 at the end of the ballot / the end of the file');
    expect(refusal('2 1\n-3\n')).toBe('2:1 a withdrawn candidate from -1 to -2 / -3');
    expect(refusal('2 1\n1 1 0\n0\n"A"\nB\n')).toBe('5:1 the name of candidate 2 of 2 in quotes / B');
    expect(refusal('2 1\n1 1 0\n0\n"A"\n"B\n')).toBe('5:1 a closing quote on the same line / none');
    expect(refusal('1 1\n1 1 0\n0\n"A"\n"T"\n"U"\n')).toBe('6:1 the end of the file / "U"');
    expect(refusal('1 1\n0.5 1 0\n')).toBe(
      '2:1 the weight of a ballot (1 or more), or 0 after the last ballot / 0.5',
    );
  });
  it('ELE-12 reads places, equal places, crosses and weights from a table', () => {
    const read = readBallotTable('voter;Awa;Bintou;poids\nv1;1;2;3\nv2;1;1;1\nv3;;x;1\n', 'stv', 1);
    expect(read).toMatchObject({
      ok: true,
      file: {
        candidates: [
          { id: '2', name: 'Awa' },
          { id: '3', name: 'Bintou' },
        ],
        ballots: [
          { weight: 3, ranks: [['2'], ['3']] },
          { weight: 1, ranks: [['2', '3']] },
          { weight: 1, ranks: [['3']] },
        ],
      },
    });
  });
  it('ELE-12 reads marks for scores, and groups of ballots and candidates', () => {
    const read = readBallotTable('group,x:Awa,y:Bintou\nx,4,\ny,,5\n', 'score', 1, true);
    if (!read.ok) throw new Error(read.expected);
    const groups = [
      { id: 'x', seats: 1 },
      { id: 'y', seats: 1 },
    ];
    const counted = countElection({ format: 'tablee-election/1', method: 'score', ...read.file, groups });
    expect(counted.ok && counted.results.map((result) => result.elected)).toEqual([['2'], ['3']]);
  });
  it('ELE-12 names line and column of a cell it cannot read', () => {
    expect(readBallotTable('A,B\n1,first\n', 'irv', 1)).toMatchObject({
      ok: false,
      line: 2,
      column: 'B',
      found: '"first"',
    });
    expect(readBallotTable('A,B\n1,0\n', 'irv', 1)).toMatchObject({ ok: false, line: 2, column: 'B' });
    expect(readBallotTable('A,weight\n1,0\n', 'score', 1)).toMatchObject({
      ok: false,
      line: 2,
      column: 'weight',
    });
    expect(readBallotTable('voter,weight\n1,1\n', 'score', 1)).toMatchObject({ ok: false, line: 1 });
  });
});
