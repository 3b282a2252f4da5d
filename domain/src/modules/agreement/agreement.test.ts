import { Table } from '@tablee/domain/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { processIn } from '../reading/index.ts';
import {
  type Agreement,
  agreement,
  agreementState,
  agreements,
  agreementsToSign,
  clausesWithoutTrace,
  compareTexts,
  draftChanges,
  freezeAdvice,
  signatureCount,
  traceOf,
  versionChanges,
} from './index.ts';

const say = (lang: string, text: string) => ({ lang, text });
const SCAN = { hash: 'a'.repeat(64), name: 'page.pdf', size: 10, type: 'application/pdf' };

const setTable = (languages: readonly string[] = ['fr']): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['leader'], 'brewery');
  table.act('ada', 'agreement.prepare', 'a1', {
    title: 'Protocole',
    kind: 'memorandum',
    languages: [...languages],
  });
  table.add('ada', 'clause', 'goal', {
    order: 1,
    title: 'But',
    text: say('fr', 'De l’eau sûre pour tous'),
    'results#r1': true,
  });
  table.add('ada', 'clause', 'end', { order: 2, title: 'Fin', text: say('fr', 'Cinq ans') });
  return table;
};

const SIGNATORIES = { signatories: ['utility', 'brewery'] };

const adopt = (table: Table, version: number): void => {
  const id = `d${version}`;
  table.act('ada', 'decision.open', id, {
    question: 'Do we adopt this text?',
    text: { entity: 'a1', version },
    organisations: [{ organisation: 'utility', sector: 'state' }],
    meeting: 'm1',
    deadline: { instant: '2026-02-01T18:00:00Z', zone: 'UTC' },
  });
  const agree = { organisation: 'utility', stance: 'agree', standing: 'confirmed', channel: 'meeting' };
  table.act('ada', 'decision.take', id, agree);
  table.act('ada', 'decision.close', id, {});
  table.act('ada', 'agreement.adopt', 'a1', { decision: id });
};

const stateIn = (table: Table): Agreement => {
  const found = processIn(table.view(), agreementState, 'a1');
  if (found === undefined) throw new Error('the agreement was refused');
  return found.state;
};

const signing = (organisation: string, version = 1) => ({ version, organisation, method: 'simple' });

describe('agreement', () => {
  it('AGR-1 copies the clauses in order and keeps the copy', () => {
    const table = setTable();
    expect(table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES)).toBe('ok');
    table.act('ada', 'clause.erase', 'goal', { targets: ['text'] });
    const [version] = stateIn(table).versions;
    expect(version?.clauses.map((one) => one.texts['fr']?.value)).toEqual([
      'De l’eau sûre pour tous',
      'Cinq ans',
    ]);
    expect(agreement.copies(stateIn(table))).toEqual(['goal', 'end']);
    table.act('ada', 'agreement.prepare', 'a2', { title: 'Autre', kind: 'charter', languages: ['fr'] });
    table.change('ada', 'clause', 'end', { agreement: 'a1' });
    table.change('ada', 'clause', 'goal', { agreement: 'a1' });
    expect(table.act('ada', 'agreement.freeze', 'a2', SIGNATORIES)).toBe('NoClauses');
  });

  it('AGR-2 is not frozen while a clause has two versions, or an authentic text is missing or behind', () => {
    const table = setTable(['fr', 'en']);
    expect(table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES)).toBe('AuthenticTextMissing');
    for (const [id, text] of [
      ['goal', 'Safe water for all'],
      ['end', 'Five years'],
    ] as const)
      table.act('ada', 'clause.change', id, { slots: { 'text@en': say('en', text) } });
    expect(table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES)).toBe('AuthenticTextStale');
    const conflict = setTable();
    conflict.change('ben', 'clause', 'end', { text: say('fr', 'Dix ans') }, true);
    expect(conflict.act('ada', 'agreement.freeze', 'a1', SIGNATORIES)).toBe('SettleFirst');
    expect(conflict.detail).toEqual([{ clause: 'end', slots: ['text'] }]);
    expect(freezeAdvice(conflict.view(), 'a1', stateIn(conflict))).toMatchObject({
      ready: false,
      code: 'SettleFirst',
    });
  });

  it('AGR-3 gives the same version whatever the translations', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    table.change('ada', 'clause', 'goal', { 'text@en': say('en', 'Safe water for all') });
    expect(table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES)).toBe('Unchanged');
    table.change('ada', 'clause', 'goal', { text: say('fr', 'De l’eau sûre, partout') });
    expect(table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES)).toBe('ok');
    const [first, second] = stateIn(table).versions;
    expect(first?.hash).not.toBe(second?.hash);
  });

  it('AGR-4 lets signatures lapse only on a second word, and says which', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    adopt(table, 1);
    table.act('ben', 'agreement.sign', 'a1', signing('utility'));
    table.change('ada', 'clause', 'end', { text: say('fr', 'Dix ans') });
    expect(table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES)).toBe('SignaturesWouldLapse');
    expect(table.detail).toMatchObject({ signed: ['utility'] });
    expect(table.act('ada', 'agreement.freeze', 'a1', { ...SIGNATORIES, lapse: true })).toBe('ok');
    const [first] = stateIn(table).versions;
    expect([first?.voided?.by, first?.signatures.length]).toEqual([2, 1]);
    expect(signatureCount(stateIn(table))).toMatchObject({
      signed: 0,
      lapsed: [{ version: 1, organisation: 'utility' }],
    });
  });

  it('AGR-5 is adopted by a decision on exactly this version', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    expect(table.act('ada', 'agreement.adopt', 'a1', { decision: 'd1' })).toBe('NotDecided');
    adopt(table, 2);
    expect(stateIn(table).versions[0]?.adopted).toBeNull();
    adopt(table, 1);
    expect(stateIn(table).versions[0]?.adopted?.decision).toBe('d1');
    expect(agreements(table.view())[0]?.status).toBe('adopted');
  });

  it('AGR-6 is signed once adopted, in its current version, once by each that is to sign', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    expect(table.act('ben', 'agreement.sign', 'a1', signing('utility'))).toBe('NotAdopted');
    adopt(table, 1);
    expect(agreementsToSign(table.view(), 'utility').map((line) => line.id)).toEqual(['a1']);
    expect(table.act('ben', 'agreement.sign', 'a1', signing('utility', 2))).toBe('VersionReplaced');
    expect(table.act('ben', 'agreement.sign', 'a1', signing('museum'))).toBe('NotASignatory');
    expect(table.act('ben', 'agreement.sign', 'a1', signing('utility'))).toBe('ok');
    expect(table.act('ben', 'agreement.sign', 'a1', signing('utility'))).toBe('AlreadySigned');
  });

  it('AGR-7 takes a simple signature from the organisation itself, and paper with its scan', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    adopt(table, 1);
    expect(table.act('ada', 'agreement.sign', 'a1', signing('utility'))).toBe('NotYourOrganisation');
    const paper = { ...signing('utility'), method: 'paper', date: '2025-12-02', place: 'Lusaka' };
    expect(table.act('ada', 'agreement.sign', 'a1', paper)).toBe('ScanMissing');
    expect(table.act('ada', 'agreement.sign', 'a1', { ...paper, scan: SCAN })).toBe('ok');
    expect(signatureCount(stateIn(table)).signatures[0]?.date).toBe('2025-12-02');
  });

  it('AGR-8 enters into force with the last signature, or on a day that was agreed', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    expect(table.act('ada', 'agreement.enterIntoForce', 'a1', { date: '2026-01-12' })).toBe('NotAdopted');
    adopt(table, 1);
    table.act('ben', 'agreement.sign', 'a1', signing('utility'));
    expect(agreements(table.view())[0]?.status).toBe('adopted');
    table.act('cleo', 'agreement.sign', 'a1', signing('brewery'));
    expect(stateIn(table).versions[0]?.inForce).toBe('2026-01-10');
  });

  it('AGR-9 may be declined with a reason, and signed later', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    adopt(table, 1);
    const declining = { version: 1, organisation: 'brewery', reason: 'Our lawyers ask for a month' };
    expect(table.act('cleo', 'agreement.decline', 'a1', declining)).toBe('ok');
    expect(signatureCount(stateIn(table)).waiting).toEqual(['utility']);
    expect(table.act('cleo', 'agreement.sign', 'a1', signing('brewery'))).toBe('ok');
    expect(signatureCount(stateIn(table)).declined).toEqual([]);
  });

  it('AGR-10 tells what changed, clause by clause', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    table.change('ada', 'clause', 'end', { text: say('fr', 'Dix ans') });
    table.remove('ada', 'clause', 'goal');
    table.add('ada', 'clause', 'money', { order: 3, title: 'Moyens', text: say('fr', 'Chacun sa part') });
    const kinds = (changes: readonly { clause: string; kind: string }[]) =>
      Object.fromEntries(changes.map((one) => [one.clause, one.kind]));
    const expected = { end: 'changed', goal: 'removed', money: 'added' };
    expect(kinds(draftChanges(table.view(), 'a1', stateIn(table)))).toEqual(expected);
    expect(versionChanges(stateIn(table), 2)).toEqual([]);
    expect(table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES)).toBe('ok');
    expect(kinds(versionChanges(stateIn(table), 2))).toEqual(expected);
    expect(draftChanges(table.view(), 'a1', stateIn(table))).toEqual([]);
  });

  it('AGR-10 reads as before without what was put in, and as after without what was taken out', () => {
    const text = fc
      .array(fc.constantFrom('eau', 'pour', 'tous', 'ici', ' ', '\n'), { maxLength: 30 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const stretches = compareTexts(before, after);
        const read = (without: string) =>
          stretches
            .filter((one) => one.kind !== without)
            .map((one) => one.text)
            .join('');
        return read('in') === before && read('out') === after;
      }),
      { numRuns: 300 },
    );
  });

  it('AGR-11 counts signatures n of m', () => {
    const table = setTable();
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    adopt(table, 1);
    table.act('ben', 'agreement.sign', 'a1', signing('utility'));
    expect(signatureCount(stateIn(table))).toMatchObject({ signed: 1, of: 2, waiting: ['brewery'] });
  });

  it('AGR-12 traces a clause to its result, its activities and indicators, and back', () => {
    const table = setTable();
    table.change('ada', 'clause', 'goal', { agreement: 'a1' });
    table.add('ada', 'result', 'r1', { statement: say('fr', 'Eau sûre'), level: 'outcome' });
    table.add('ada', 'activity', 'dig', { title: say('fr', 'Creuser'), result: 'r1' });
    table.add('ada', 'indicator', 'taps', { name: say('fr', 'Bornes'), result: 'r1' });
    table.act('ada', 'agreement.freeze', 'a1', SIGNATORIES);
    adopt(table, 1);
    const expected = {
      activities: ['dig'],
      indicators: ['taps'],
      results: ['r1'],
      decisions: ['d1'],
      clauses: [],
    };
    expect(traceOf(table.view(), 'goal')).toEqual(expected);
    expect(traceOf(table.view(), 'dig')).toMatchObject({
      results: ['r1'],
      indicators: ['taps'],
      clauses: ['goal'],
    });
    expect(clausesWithoutTrace(table.view(), 'a1').map((entity) => entity.id)).toEqual(['end']);
  });
});
