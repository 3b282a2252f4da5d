import { canonical, isJsonObject, type JsonObject, textOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONSENSUS_THEN_TWO_THIRDS, SILENCE } from '../governance/index.ts';
import { partnership } from '../index.ts';
import { processIn } from '../reading/index.ts';
import {
  type Decision,
  decision,
  decisionState,
  decisions,
  decisionsFor,
  explain,
  isAdopted,
  positionsByStanding,
  whatIf,
} from './index.ts';

const DEADLINE = { instant: '2026-02-01T18:00:00Z', zone: 'Africa/Lusaka' };
const LATER = { instant: '2026-03-01T18:00:00Z', zone: 'Africa/Lusaka' };
const ORGANISATIONS = [
  { organisation: 'utility', sector: 'state' },
  { organisation: 'brewery', sector: 'private' },
  { organisation: 'village', sector: 'civilSociety' },
];
const OPENING = {
  question: 'Shall we build ten standpipes?',
  organisations: ORGANISATIONS,
  deadline: DEADLINE,
};

const asData = (rule: unknown): JsonObject => {
  if (!isJsonObject(rule)) throw new Error('a rule is plain data');
  return rule;
};

const setTable = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['leader'], 'brewery');
  table.join('dia', ['deputy'], 'village');
  for (const { organisation, sector } of ORGANISATIONS)
    table.add('ada', 'actor', organisation, { name: organisation.toUpperCase(), sector });
  return table;
};

const said = (organisation: string, stance: string, more: JsonObject = {}) => ({
  organisation,
  stance,
  standing: 'confirmed',
  channel: 'app',
  ...more,
});

const stateIn = (table: Table, id = 'd1'): Decision => {
  const found = processIn(table.view(), decisionState, id);
  if (found === undefined) throw new Error('the decision was refused');
  return found.state;
};

const outcomeOf = (table: Table) => explain(table.view(), stateIn(table), table.now)?.verdict.outcome;

describe('decisions', () => {
  it('DCS-1 freezes rule and roll when it opens, consensus where nothing else was agreed', () => {
    const table = setTable();
    expect(table.act('ben', 'decision.open', 'd1', OPENING)).toBe('ok');
    expect(stateIn(table).rule['id']).toBe('consensus');
    expect(table.act('ada', 'decision.open', 'd2', { ...OPENING, organisations: [] })).toBe('NoRoll');
    expect(table.act('ada', 'decision.open', 'd2', { ...OPENING, rule: 'unknown' })).toBe('NoRuleInForce');
    table.act('ada', 'rule.adopt', 'r1', { data: asData(CONSENSUS_THEN_TWO_THIRDS) });
    table.add('ada', 'body', 'board', { name: 'Board', rule: 'r1' });
    table.add('ada', 'seat', 's1', { body: 'board', organisation: 'utility', sector: 'state', voting: true });
    const { organisations: _unused, ...bare } = OPENING;
    expect(table.act('ada', 'decision.open', 'd3', { ...bare, body: 'board' })).toBe('ok');
    table.add('ada', 'seat', 's2', {
      body: 'board',
      organisation: 'brewery',
      sector: 'private',
      voting: true,
    });
    table.act('ada', 'rule.retire', 'r1', {});
    expect(stateIn(table, 'd3').rule['id']).toBe('consensus-then-two-thirds');
    expect(positionsByStanding(stateIn(table, 'd3')).silent).toEqual(['utility']);
  });

  it('DCS-2 refuses at once what the rule would not admit', () => {
    const table = setTable();
    const strict = { ...SILENCE, admissibility: { noticeDays: { min: 30 } } };
    table.act('ada', 'rule.adopt', 'r1', { data: asData(strict) });
    expect(table.act('ada', 'decision.open', 'd1', { ...OPENING, rule: 'r1' })).toBe('NotAdmissible');
    expect(table.act('ada', 'decision.open', 'd1', { ...OPENING, rule: 'r1', deadline: LATER })).toBe('ok');
    table.now = '2026-02-02T09:00:00.000Z';
    expect(table.act('ada', 'decision.open', 'd2', OPENING)).toBe('DeadlinePassed');
  });

  it('DCS-3 refuses late positions as Closed, with a way on', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', OPENING);
    table.now = '2026-02-01T17:59:59.999Z';
    expect(table.act('ben', 'decision.take', 'd1', said('utility', 'agree'))).toBe('ok');
    table.now = '2026-02-01T18:00:00.000Z';
    expect(table.act('cleo', 'decision.take', 'd1', said('brewery', 'agree'))).toBe('Closed');
    expect(table.detail).toEqual({ deadline: DEADLINE, wayOn: 'writeToSecretariat' });
    table.act('ada', 'decision.withdraw', 'd1', { reason: 'Another way was found' });
    expect(table.act('ben', 'decision.take', 'd1', said('utility', 'agree'))).toBe('Closed');
  });

  it('DCS-4 hears only those who are on the roll, each for its own', () => {
    const table = setTable();
    table.join('eve', ['focal'], 'museum');
    table.act('ada', 'decision.open', 'd1', OPENING);
    expect(table.act('eve', 'decision.take', 'd1', said('museum', 'agree'))).toBe('NotEntitled');
    expect(table.act('eve', 'decision.take', 'd1', said('utility', 'agree'))).toBe('NotYourOrganisation');
    expect(decisionsFor(table.view(), 'utility', table.now).map((line) => line.id)).toEqual(['d1']);
    expect(decisionsFor(table.view(), 'museum', table.now)).toEqual([]);
  });

  it('DCS-5 asks a block for its reason and keeps the words out of the facts', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', OPENING);
    expect(table.act('cleo', 'decision.take', 'd1', said('brewery', 'block'))).toBe('ReasonMissing');
    const block = said('brewery', 'block', { reason: 'The source is ours', lift: 'A shared meter' });
    expect(table.act('cleo', 'decision.take', 'd1', block)).toBe('ok');
    table.act('ben', 'decision.take', 'd1', said('utility', 'agree'));
    table.now = DEADLINE.instant;
    table.act('system', 'decision.close', 'd1', {});
    const { closed } = stateIn(table);
    expect(closed?.verdict['outcome']).toBe('noDecision');
    expect(canonical(closed?.verdict)).not.toContain('The source is ours');
    expect(explain(table.view(), stateIn(table), table.now)?.reasons).toEqual([
      { organisation: 'brewery', stance: 'block', reason: 'The source is ours', lift: 'A shared meter' },
    ]);
    expect(table.act('ada', 'decision.erase', 'd1', { targets: ['reason'] })).toBe('ok');
    expect(explain(table.view(), stateIn(table), table.now)?.reasons[0]?.reason).toBeUndefined();
    expect(outcomeOf(table)).toBe('noDecision');
  });

  it('DCS-6 replaces a position and remembers the one before', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', OPENING);
    table.act(
      'cleo',
      'decision.take',
      'd1',
      said('brewery', 'reservations', { reason: 'Cost', standing: 'adReferendum' }),
    );
    table.act('cleo', 'decision.take', 'd1', said('brewery', 'agree'));
    const held = stateIn(table).positions['brewery'];
    expect([held?.stance, held?.before]).toEqual([
      'agree',
      { stance: 'reservations', standing: 'adReferendum' },
    ]);
  });

  it('DCS-7 counts confirmed positions only, one entered on behalf once its organisation confirms it', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', OPENING);
    table.act('ben', 'decision.take', 'd1', said('utility', 'agree', { standing: 'personal' }));
    expect(outcomeOf(table)).not.toBe('adopted');
    table.act('ada', 'decision.take', 'd1', said('brewery', 'agree', { channel: 'phone' }));
    expect(positionsByStanding(stateIn(table)).toConfirm.map((one) => one.organisation)).toEqual(['brewery']);
    expect(table.act('ada', 'decision.confirm', 'd1', { organisation: 'brewery' })).toBe(
      'NotYourOrganisation',
    );
    expect(table.act('cleo', 'decision.confirm', 'd1', { organisation: 'brewery' })).toBe('ok');
    expect(table.act('cleo', 'decision.confirm', 'd1', { organisation: 'brewery' })).toBe('NothingToConfirm');
    table.act('ada', 'decision.take', 'd1', said('village', 'agree', { channel: 'meeting' }));
    expect(positionsByStanding(stateIn(table)).confirmed.map((one) => one.organisation)).toEqual([
      'brewery',
      'village',
    ]);
    expect(outcomeOf(table)).toBe('adopted');
  });

  it('DCS-15 says with whom it is cleared, then how it was confirmed, and keeps the way there', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', OPENING);
    const clearing = { standing: 'inClearance', clearWith: 'le siège', clearUntil: '2026-01-20' };
    table.act('cleo', 'decision.take', 'd1', said('brewery', 'agree', clearing));
    expect(stateIn(table).positions['brewery']?.firmness).toMatchObject({ until: '2026-01-20', how: null });
    expect(table.act('cleo', 'decision.confirm', 'd1', { organisation: 'brewery' })).toBe('ok');
    const held = stateIn(table).positions['brewery'];
    expect(held).toMatchObject({
      standing: 'confirmed',
      firmness: { on: table.now.slice(0, 10), until: null },
      trail: [{ stance: 'agree', standing: 'inClearance' }],
    });
    const byPhone = { channel: 'phone', confirmedBy: 'la directrice' };
    table.act('ada', 'decision.take', 'd1', said('village', 'agree', byPhone));
    expect(table.act('dia', 'decision.confirm', 'd1', { organisation: 'village' })).toBe('ok');
    const own = stateIn(table).positions['village']?.firmness;
    expect([textOf(own?.by ?? undefined), own?.on]).toEqual(['la directrice', table.now.slice(0, 10)]);
  });

  it('DCS-14 releases a position that does not count yet, and leaves one that does', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', OPENING);
    table.act('ben', 'decision.take', 'd1', said('utility', 'agree', { standing: 'inClearance' }));
    table.act('cleo', 'decision.take', 'd1', said('brewery', 'agree'));
    expect(table.act('cleo', 'decision.release', 'd1', { organisation: 'utility' })).toBe(
      'NotYourOrganisation',
    );
    expect(table.act('ada', 'decision.release', 'd1', { organisation: 'utility' })).toBe('ok');
    expect(positionsByStanding(stateIn(table)).silent).toContain('utility');
    expect(table.act('ada', 'decision.release', 'd1', { organisation: 'brewery' })).toBe('PositionStands');
  });

  it('DCS-8 leaves a recused organisation out of the count', () => {
    const table = setTable();
    table.act('ada', 'rule.adopt', 'r1', { data: asData(CONSENSUS_THEN_TWO_THIRDS) });
    table.act('ada', 'decision.open', 'd1', { ...OPENING, rule: 'r1' });
    expect(
      table.act('cleo', 'decision.recuse', 'd1', { organisation: 'brewery', reason: 'We would build them' }),
    ).toBe('ok');
    expect(table.act('cleo', 'decision.take', 'd1', said('brewery', 'block', { reason: 'No' }))).toBe(
      'Recused',
    );
    table.act('ben', 'decision.take', 'd1', said('utility', 'agree'));
    expect(explain(table.view(), stateIn(table), table.now)?.counts[0]?.seats).toBe('2');
  });

  it('DCS-9 moves the deadline with a reason, forward only', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', OPENING);
    expect(table.act('ada', 'decision.move', 'd1', { deadline: LATER })).toBe('Invalid');
    const past = { instant: '2026-01-01T00:00:00Z', zone: 'UTC' };
    expect(table.act('ada', 'decision.move', 'd1', { deadline: past, reason: 'x' })).toBe('DeadlinePassed');
    expect(table.act('ada', 'decision.move', 'd1', { deadline: LATER, reason: 'The minister changed' })).toBe(
      'ok',
    );
    expect(decision.due(stateIn(table))).toEqual([{ at: LATER.instant, command: 'close', payload: {} }]);
    expect(stateIn(table).moves).toHaveLength(1);
  });

  it('DCS-10 is closed by the system at the deadline, by the chair only when nothing is awaited or in a meeting', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', OPENING);
    table.act('ben', 'decision.take', 'd1', said('utility', 'agree'));
    expect(table.act('ada', 'decision.close', 'd1', {})).toBe('StillOpen');
    expect(table.detail).toMatchObject({ awaited: ['brewery', 'village'] });
    table.act('ada', 'decision.open', 'd2', { ...OPENING, meeting: 'm1' });
    table.act('ada', 'decision.take', 'd2', said('utility', 'agree', { channel: 'meeting' }));
    expect(table.act('ada', 'decision.close', 'd2', {})).toBe('ok');
    table.now = DEADLINE.instant;
    expect(table.act('system', 'decision.close', 'd1', {})).toBe('ok');
    expect(decision.due(stateIn(table))).toEqual([]);
    expect(isAdopted(stateIn(table))).toBe(true);
  });

  it('DCS-10 lets a silence procedure adopt at its deadline, not before', () => {
    const table = setTable();
    table.act('ada', 'rule.adopt', 'r1', { data: asData(SILENCE) });
    table.act('ada', 'decision.open', 'd1', { ...OPENING, rule: 'r1' });
    expect(outcomeOf(table)).toBe('pending');
    expect(table.act('cleo', 'decision.take', 'd1', said('brewery', 'no'))).toBe('ReasonMissing');
    table.now = DEADLINE.instant;
    expect(table.act('system', 'decision.close', 'd1', {})).toBe('ok');
    expect(outcomeOf(table)).toBe('adopted');
  });

  it('DCS-11 settles a tie by a casting vote where the rule provides for it, and nothing else afterwards', () => {
    const table = setTable();
    const rule = {
      id: 'half',
      version: 1,
      validFrom: '2020-01-01',
      title: { fr: 'Majorité', en: 'Majority' },
      steps: [
        {
          kind: 'vote',
          id: 'vote',
          tie: 'castingVote',
          adoptIf: {
            kind: 'majority',
            scope: { over: 'whole' },
            base: 'cast',
            bound: { op: 'moreThan', share: '1/2' },
          },
        },
      ],
    };
    table.act('ada', 'rule.adopt', 'r1', { data: asData(rule) });
    table.act('ada', 'decision.open', 'd1', { ...OPENING, rule: 'r1' });
    table.act('ben', 'decision.take', 'd1', said('utility', 'yes'));
    table.act('cleo', 'decision.take', 'd1', said('brewery', 'no'));
    table.now = DEADLINE.instant;
    table.act('system', 'decision.close', 'd1', {});
    expect(outcomeOf(table)).toBe('tie');
    expect(table.act('ada', 'decision.close', 'd1', {})).toBe('Closed');
    expect(table.act('ada', 'decision.close', 'd1', { castingVote: 'yes' })).toBe('ok');
    expect(outcomeOf(table)).toBe('adopted');
    expect(table.act('ada', 'decision.close', 'd1', { castingVote: 'no' })).toBe('Closed');
  });

  it('DCS-12 says what follows once it is closed', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', { ...OPENING, meeting: 'm1' });
    const follow = { text: 'The utility digs in May', commitments: ['c1'], reviewOn: '2026-06-01' };
    expect(table.act('ada', 'decision.followUp', 'd1', follow)).toBe('NotClosed');
    table.act('ada', 'decision.take', 'd1', said('utility', 'agree', { channel: 'meeting' }));
    table.act('ada', 'decision.close', 'd1', {});
    expect(table.act('ada', 'decision.followUp', 'd1', follow)).toBe('ok');
    expect(decisions(table.view(), table.now)[0]?.state.followUp?.reviewOn).toBe('2026-06-01');
  });

  it('DCS-13 explains with names, rule card and margin, before and after closing', () => {
    const table = setTable();
    table.act('ada', 'decision.open', 'd1', { ...OPENING, meeting: 'm1' });
    for (const organisation of ['utility', 'brewery'])
      table.act('ada', 'decision.take', 'd1', said(organisation, 'agree', { channel: 'meeting' }));
    const before = explain(table.view(), stateIn(table), table.now);
    expect([before?.final, before?.verdict.outcome, before?.margin?.ballots]).toEqual([false, 'adopted', 1]);
    expect(before?.card.lines.length).toBeGreaterThan(0);
    const then = whatIf(stateIn(table), [{ member: 'brewery', stance: 'block', reason: 'x' }], table.now);
    expect(then.ok && then.then.outcome).toBe('noDecision');
    table.act('ada', 'decision.close', 'd1', {});
    expect(explain(table.view(), stateIn(table), table.now)?.final).toBe(true);
  });

  it('DCS-7 and DCS-11 never adopt over a confirmed block, whatever the order in which positions come', () => {
    const taking = fc.record({
      person: fc.constantFrom('ben', 'cleo', 'dia', 'ada'),
      organisation: fc.constantFrom('utility', 'brewery', 'village', 'museum'),
      stance: fc.constantFrom('agree', 'reservations', 'standAside', 'block'),
      standing: fc.constantFrom('personal', 'inClearance', 'adReferendum', 'confirmed'),
      channel: fc.constantFrom('app', 'phone', 'meeting'),
    });
    fc.assert(
      fc.property(fc.array(taking, { maxLength: 12 }), (takings) => {
        const table = setTable();
        table.act('ada', 'decision.open', 'd1', OPENING);
        for (const { person, ...position } of takings)
          table.act(person, 'decision.take', 'd1', { ...position, reason: 'r' });
        table.now = DEADLINE.instant;
        if (table.act('system', 'decision.close', 'd1', {}) !== 'ok') return false;
        const state = stateIn(table);
        const { confirmed } = positionsByStanding(state);
        const blocked = confirmed.some((held) => held.stance === 'block');
        const agreed = confirmed.some((held) => held.stance === 'agree' || held.stance === 'reservations');
        return isAdopted(state) === (agreed && !blocked);
      }),
      { numRuns: 150 },
    );
  });
});
