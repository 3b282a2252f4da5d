import { describe, expect, it } from 'vitest';
import { countsOf, readVotes, tallyAll } from './index.ts';

const read = (text: string, options = {}) => {
  const file = readVotes(text, options);
  if (!file.ok) throw new Error(JSON.stringify(file));
  return file;
};

describe('files of votes', () => {
  it('OPN-19 reads the long form in words, French and English', () => {
    const file = read(
      'person;statement;vote;sector\na;s1;agree;NGO\na;s1;pas d’accord;NGO\nb;s1;Je passe;\n',
      {
        groups: 'sector',
      },
    );
    expect(countsOf(tallyAll(file.table), 0, 0)).toEqual({ agree: 0, disagree: 1, pass: 1, seen: 2 });
    expect([...file.groupByPerson]).toEqual([['a', 'NGO']]);
  });

  it('OPN-2 takes the latest of several votes where a file holds times', () => {
    const polis = 'timestamp,datetime,comment-id,voter-id,vote\n200,x,7,1,1\n100,x,7,1,-1\n';
    expect(countsOf(tallyAll(read(polis).table), 0, 0)).toMatchObject({ agree: 1, disagree: 0 });
    const iso = 'person,statement,vote,time\na,s,1,2026-02-01T10:00:00Z\na,s,-1,2026-02-01T09:00:00Z\n';
    expect(countsOf(tallyAll(read(iso).table), 0, 0)).toMatchObject({ agree: 1, disagree: 0 });
    expect(readVotes('person,statement,vote,time\na,s,1,noon\n')).toMatchObject({ line: 2, column: 'time' });
  });

  it('OPN-19 reads the wide form and keeps statements that nobody saw', () => {
    const file = read('participant,group-id,n-votes,n-agree,0,1,2\n7,1,2,1,1,,0\n');
    expect(file.table.statements).toEqual(['0', '1', '2']);
    expect(file.wrongTotals).toEqual([]);
  });

  it('OPN-1 turns the signs of a file that counts agreement as -1', () => {
    const file = read('person,statement,vote\na,s,-1\nb,s,agree\n', { agree: -1 });
    expect(countsOf(tallyAll(file.table), 0, 0).agree).toBe(2);
  });

  it('OPN-19 refuses with line, column and what was expected', () => {
    const problem = (text: string, options = {}) => readVotes(text, options);
    expect(problem('a,b\n1,2\n')).toMatchObject({ line: 1, expected: 'a column "person"' });
    expect(problem('person,statement,vote\na,s,maybe\n')).toMatchObject({
      line: 2,
      column: 'vote',
      found: '"maybe"',
    });
    expect(problem('person,statement,vote\na,s,\n')).toMatchObject({
      line: 2,
      column: 'vote',
      found: 'nothing',
    });
    expect(problem('person,statement,vote\n,s,1\n')).toMatchObject({ line: 2, column: 'person' });
    expect(problem('person,statement,vote\na,,1\n')).toMatchObject({ line: 2, column: 'statement' });
    expect(problem('person,statement\na,s\n')).toMatchObject({ line: 1, expected: 'a column "vote"' });
    expect(problem('person,s1\na,1\n\na,0\n')).toMatchObject({ line: 4, column: 'person' });
    expect(problem('person,s1\na,NGO\n')).toMatchObject({ line: 2, column: 's1' });
    expect(problem('person,s1\na,1\n', { groups: 'sector' })).toMatchObject({
      line: 1,
      found: 'no such column',
    });
    const two = 'person,statement,vote,g\na,s,1,x\na,t,1,y\n';
    expect(problem(two, { groups: 'g' })).toMatchObject({ line: 3, column: 'g', found: '"y"' });
  });

  it('OPN-20 reports totals that the votes contradict', () => {
    const file = read('person,n-votes,n-agree,n-disagree,s1,s2\na,2,2,0,1,-1\n');
    expect(file.wrongTotals).toEqual([
      { line: 2, person: 'a', column: 'n-agree', stated: '2', counted: 1 },
      { line: 2, person: 'a', column: 'n-disagree', stated: '0', counted: 1 },
    ]);
  });
});
