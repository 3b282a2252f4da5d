import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gatherVotes,
  givenGroups,
  mapOpinions,
  type OpinionReport,
  opinionReportSchema,
  publishOpinions,
  readCell,
  type Stance,
  type Vote,
} from './index.ts';

/** A round of sectors: per sector and person one sign per statement, "." for unseen. */
function round(sectors: Readonly<Record<string, readonly string[]>>, named = false) {
  const votes: Vote[] = [];
  const groups = new Map<string, string>();
  const stances: Record<string, Stance> = { '+': 1, '0': 0, '-': -1 };
  for (const [sector, people] of Object.entries(sectors)) {
    for (const [p, signs] of people.entries()) {
      const person = `${sector}${p}`;
      if (sector !== '') groups.set(person, sector);
      for (const [s, sign] of [...signs].entries()) {
        const stance = stances[sign];
        if (stance !== undefined) votes.push({ person, statement: `s${s}`, stance });
      }
    }
  }
  const map = mapOpinions(gatherVotes(votes, ['s0']));
  return publishOpinions(map, givenGroups(map.table, groups), { named });
}

function reportOf(result: ReturnType<typeof round>): OpinionReport {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return opinionReportSchema.parse(result.report);
}

const times = (count: number, signs: string): string[] => Array.from({ length: count }, () => signs);

describe('what may be shown', () => {
  it('OPN-13 refuses a round of fourteen people and takes one of fifteen', () => {
    expect(round({ ngo: times(7, '+'), firms: times(7, '-') })).toEqual({
      ok: false,
      code: 'TooFewPeople',
      people: 14,
      floor: 15,
    });
    expect(round({ ngo: times(7, '+'), firms: times(8, '-') }).ok).toBe(true);
  });

  it('OPN-14 hides a small sector and the one that would uncover it', () => {
    const report = reportOf(
      round({
        ngo: [...times(5, '+'), ...times(4, '-')],
        firms: [...times(3, '+'), ...times(3, '-')],
        state: [...times(2, '+'), '-'],
      }),
    );
    const [statement] = report.statements;
    expect(statement?.cells.map((cell) => cell.state)).toEqual(['exact', 'hidden', 'hidden']);
    expect(statement?.total).toMatchObject({ agree: 10, disagree: 8 });
    expect(report.groups.map((group) => group.members)).toEqual([9, 6, undefined]);
    expect(report.groups[2]?.marks).toEqual([]);
  });

  it('OPN-14 counts people without a sector in the total', () => {
    const mixed = [...times(4, '+'), ...times(4, '-')];
    const report = reportOf(round({ ngo: mixed, '': mixed }));
    expect(report.groups.map((group) => group.name)).toEqual(['ngo', '']);
    expect(report.statements[0]?.total).toMatchObject({ seen: 16 });
  });

  it('OPN-15 reports the same of six of six as of five of six', () => {
    const others = { firms: [...times(5, '+-'), ...times(5, '-+')] };
    const all = round({ ngo: times(6, '++'), ...others });
    const one = round({ ngo: [...times(5, '++'), '+-'], ...others });
    const two = round({ ngo: [...times(5, '++'), '+0'], ...others });
    const strip = (result: ReturnType<typeof round>) => ({ ...reportOf(result), map: undefined });
    expect(strip(all)).toEqual(strip(one));
    expect(strip(all)).toEqual(strip(two));
    expect(reportOf(all).statements[1]?.cells[0]).toEqual({ state: 'nearlyAll', stance: 'agree', seen: 6 });
  });

  it('OPN-15 measures nothing that its cells do not show', () => {
    const sign = fc.constantFrom('+', '+', '+', '+', '-', '0');
    const row = fc.array(sign, { minLength: 3, maxLength: 3 }).map((signs) => signs.join(''));
    const sector = fc.array(row, { minLength: 3, maxLength: 7 });
    let compared = 0;
    fc.assert(
      fc.property(sector, sector, sector, fc.nat(6), fc.nat(2), (a, b, c, person, statement) => {
        const turned = a.map((signs, p) =>
          p === person % a.length ? `${signs.slice(0, statement)}+${signs.slice(statement + 1)}` : signs,
        );
        const [one, two] = [
          round({ ngo: a, firms: b, state: c }),
          round({ ngo: turned, firms: b, state: c }),
        ];
        if (!one.ok || !two.ok || turned.join() === a.join()) return;
        const strip = (report: OpinionReport) => ({ ...report, map: undefined });
        if (JSON.stringify(one.report.statements) !== JSON.stringify(two.report.statements)) return;
        compared += 1;
        expect(strip(one.report)).toEqual(strip(two.report));
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(5);
  });

  it('OPN-15 reads "nearly all" as all but one', () => {
    expect(readCell({ state: 'nearlyAll', stance: 'agree', seen: 6 })).toEqual({
      agree: 5,
      disagree: 0,
      pass: 1,
      seen: 6,
    });
    expect(readCell({ state: 'nearlyAll', stance: 'pass', seen: 6 })).toMatchObject({ pass: 5, disagree: 1 });
    expect(readCell({ state: 'hidden' })).toBeUndefined();
  });

  it('OPN-16 draws coarse places without names, and nothing for few statements', () => {
    const rows = Array.from({ length: 20 }, (_, p) =>
      Array.from({ length: 12 }, (_, s) => ((p * 7 + s * 3 + (p % 3) * s) % 3 === 0 ? '-' : '+')).join(''),
    );
    const report = reportOf(
      round({ ngo: rows.slice(0, 10), firms: rows.slice(10, 17), state: rows.slice(17) }),
    );
    expect(report.map?.spots.reduce((sum, spot) => sum + spot.people, 0)).toBe(20);
    for (const spot of report.map?.spots ?? []) {
      expect([Number.isInteger(spot.x * 8), spot.names, spot.group]).toEqual([true, undefined, undefined]);
    }
    const told = report.statements.filter((statement) => statement.total.state === 'exact');
    expect(report.map?.statements.map((arrow) => arrow.statement)).toEqual(told.map((own) => own.name));
    expect(report.map?.middles.map((middle) => middle.group)).toEqual(['ngo', 'firms']);
    const short = rows.map((signs) => signs.slice(0, 9));
    expect(reportOf(round({ ngo: short })).map).toBeUndefined();
  });

  it('OPN-17 hides nothing of a named round of five', () => {
    const report = reportOf(round({ ngo: ['+-', '+-', '++'], firms: ['--', '-+'] }, true));
    expect(report.statements[0]?.cells[0]).toMatchObject({ state: 'exact', agree: 3, seen: 3 });
    expect(report.map?.spots.flatMap((spot) => spot.names ?? []).sort()).toContain('firms1');
  });

  it('OPN-12 puts the widest divide first and names its two sides', () => {
    const report = reportOf(
      round({ ngo: [...times(6, '++'), ...times(2, '-+')], firms: [...times(6, '-+'), ...times(2, '+-')] }),
    );
    expect(report.divides).toEqual([
      expect.objectContaining({ statement: 's0', most: 'ngo', least: 'firms' }),
    ]);
    expect(report.consensus[0]?.statement).toBe('s1');
  });
});
