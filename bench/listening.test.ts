import { gatherVotes, type Stance, type Vote } from '@tablee/domain/engines/opinion';
import { expect, it } from 'vitest';
import { differences, knownAnswer, type Recorded, replay } from './listening.ts';

/** 60 invented people of two sectors on 14 statements; everybody skips some. */
const invented = (): Recorded => {
  const votes: Vote[] = [];
  const sectorOf = new Map<string, string>();
  for (let person = 0; person < 60; person += 1) {
    if (person < 55) sectorOf.set(`p${person}`, person < 30 ? 'civilSociety' : 'private');
    for (let statement = 0; statement < 14; statement += 1) {
      if ((person * 7 + statement * 3) % 5 === 0) continue;
      const leans = statement < 5 ? (person * statement) % 9 !== 0 : person < 30 === statement % 2 > 0;
      const stance: Stance = (person + statement) % 11 === 0 ? 0 : leans ? 1 : -1;
      votes.push({ person: `p${person}`, statement: `s${statement}`, stance });
    }
  }
  const table = gatherVotes(votes);
  return { table, sectorOf, texts: new Map(table.statements.map((name) => [name, `Une phrase ${name}`])) };
};

it('publishes what the engine says of the recorded votes, every answer through the public door, rates on', async () => {
  const recorded = invented();
  const went = await replay(recorded);
  expect(differences(knownAnswer(recorded), went.report)).toEqual([]);
  expect([went.refused, went.people, went.answers]).toEqual([0, 60, recorded.table.statement.length]);
  expect(went.page).toBeLessThan(30_000);
}, 60_000);

it('tells where a published round and a recorded one differ', () => {
  const report = knownAnswer(invented());
  const [first] = report.statements;
  const other = {
    ...report,
    people: 59,
    statements: report.statements.map((line) => (line === first ? { ...line, cells: [] } : line)),
  };
  expect(differences(report, other)).toEqual(['people: 60, 59', `counts of ${first?.name}`]);
});
