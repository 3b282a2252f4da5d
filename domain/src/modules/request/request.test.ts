import type { Command } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { stateIn } from '../reading/index.ts';
import { countPositions, type Firmness, saidOf, wordingOf, wordingState } from '../wording/index.ts';
import {
  type Answering,
  effectOf,
  lateRequests,
  type Request,
  recordedInName,
  requestState,
  requestsAbout,
  requestsFor,
  requestsSettledBy,
  standingWords,
  toConfirm,
} from './index.ts';

const NONE: Firmness = { with: null, until: null, by: null, how: null, on: null };

const asked = (more: object = {}): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['focal'], 'brewery');
  table.add('ada', 'meeting', 'meeting1', { title: { lang: 'fr', text: 'Rencontre' } });
  table.act('ada', 'wording.open', 'problem1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
  table.add('ada', 'commitment', 'owed1', {
    what: { lang: 'fr', text: 'Les analyses' },
    owner: 'utility',
    due: '2026-02-01',
  });
  const payload = {
    kind: 'confirmMeeting',
    subject: 'meeting1',
    person: 'ben',
    organisation: 'utility',
    deadline: '2026-02-01',
  };
  expect(table.act('ada', 'request.open', 'ask1', { ...payload, ...more })).toBe('ok');
  return table;
};

const state = (table: Table): Request => {
  const found = stateIn(table.view(), requestState, 'ask1');
  if (found === undefined) throw new Error('no request');
  return found;
};

const effect = (table: Table, answer: Partial<Answering> & Pick<Answering, 'said'>): Command | undefined =>
  effectOf(
    table.view(),
    state(table),
    { channel: 'link', lang: 'fr', entity: 'fresh222', ...answer },
    { id: 'effect1', space: 'space0000000000000000', saidAt: table.now },
  );

describe('requests', () => {
  it('REQ-1 asks somebody', () => {
    const table = asked();
    expect(table.act('ada', 'request.open', 'ask2', { kind: 'figure', subject: 'taps' })).toBe('NobodyAsked');
    expect(state(table)).toMatchObject({ state: 'open', askedBy: 'ada', person: 'ben' });
  });

  it('REQ-2 takes answers that fit the question', () => {
    const table = asked();
    expect(
      table.act('system', 'request.answer', 'ask1', { said: { choice: 'agree' }, channel: 'link' }),
    ).toBe('ChoiceUnknown');
    table.act('ada', 'request.open', 'ask2', { kind: 'figure', subject: 'taps', person: 'ben' });
    expect(table.act('system', 'request.answer', 'ask2', { said: {}, channel: 'link' })).toBe(
      'FigureMissing',
    );
    expect(table.act('system', 'request.answer', 'ask2', { said: { value: '12,5' }, channel: 'link' })).toBe(
      'Invalid',
    );
    expect(
      table.act('system', 'request.answer', 'ask2', { said: { value: '12.5', unit: '%' }, channel: 'link' }),
    ).toBe('ok');
  });

  it('REQ-3 confirms what the person gave and keeps open what was entered for them', () => {
    const table = asked();
    expect(table.act('ada', 'request.answer', 'ask1', { said: { choice: 'coming' }, channel: 'phone' })).toBe(
      'ok',
    );
    expect(state(table).answer).toMatchObject({ confirmed: false, enteredBy: 'ada', channel: 'phone' });
    expect(
      table.act('system', 'request.answer', 'ask1', { said: { choice: 'notComing' }, channel: 'link' }),
    ).toBe('ok');
    expect(state(table).answer).toMatchObject({ confirmed: true, said: { choice: 'notComing' } });
    expect(table.act('ben', 'request.answer', 'ask1', { said: { choice: 'coming' }, channel: 'app' })).toBe(
      'ok',
    );
    expect(state(table).answer?.confirmed).toBe(true);
  });

  it('REQ-4 lets only those who were asked confirm', () => {
    const table = asked();
    expect(table.act('ben', 'request.confirm', 'ask1', {})).toBe('NotAnswered');
    table.act('ada', 'request.answer', 'ask1', { said: { choice: 'coming' }, channel: 'phone' });
    expect(table.act('cleo', 'request.confirm', 'ask1', {})).toBe('NotAllowed');
    expect(table.act('ada', 'request.confirm', 'ask1', {})).toBe('NotAllowed');
    expect(table.act('ben', 'request.confirm', 'ask1', {})).toBe('ok');
    expect(state(table).answer?.confirmed).toBe(true);
  });

  it('REQ-5 takes no answer once closed', () => {
    const table = asked();
    expect(table.act('ada', 'request.close', 'ask1', { for: 'withdrawn' })).toBe('ok');
    expect(
      table.act('system', 'request.answer', 'ask1', { said: { choice: 'coming' }, channel: 'link' }),
    ).toBe('RequestClosed');
  });

  it('REQ-6 carries an answer about a meeting into the attendance', () => {
    const table = asked();
    const added = effect(table, { said: { choice: 'coming' } });
    expect(added).toMatchObject({
      type: 'attendance.add',
      entity: 'fresh222',
      payload: { slots: { person: 'ben', answer: 'coming' } },
    });
    table.add('ada', 'attendance', 'att1', { meeting: 'meeting1', person: 'ben' });
    expect(effect(table, { said: { choice: 'sendsDeputy' } })).toMatchObject({
      type: 'attendance.change',
      entity: 'att1',
    });
  });

  it('REQ-6 carries a position into the wording, confirmed only when it says so', () => {
    const table = asked({ kind: 'position', subject: 'problem1', version: 1 });
    const take = (standing?: 'confirmed') => {
      const command = effect(table, { said: { choice: 'agree', ...(standing ? { standing } : {}) } });
      return table.act('system', command?.type ?? '', command?.entity ?? '', command?.payload ?? {});
    };
    expect(take()).toBe('ok');
    const count = () => {
      const held = wordingOf(table.view(), 'problem');
      return held && countPositions(held.state);
    };
    expect(count()).toMatchObject({ formal: 0, byStanding: { personal: 1 } });
    expect(take('confirmed')).toBe('ok');
    expect(count()).toMatchObject({ formal: 1 });
    const clearing = effect(table, {
      said: { choice: 'agree', standing: 'inClearance' },
      firm: { clearWith: 'le cabinet', clearUntil: '2026-03-01' },
    });
    expect(clearing?.payload).toMatchObject({
      standing: 'inClearance',
      clearWith: 'le cabinet',
      clearUntil: '2026-03-01',
    });
    expect(stateIn(table.view(), wordingState, 'problem1')?.positions['utility']).toMatchObject({
      channel: 'link',
      person: 'ben',
    });
  });

  it('REQ-17 keeps of an answer the whole standing, what belongs to another one left out', () => {
    const table = asked({ kind: 'position', subject: 'problem1', version: 1 });
    const answer = (payload: object) =>
      table.act('system', 'request.answer', 'ask1', { channel: 'link', ...payload });
    const firm = { clearWith: 'le cabinet', confirmedBy: 'la ministre', confirmedOn: '2026-02-01' };
    expect(answer({ said: { choice: 'agree', standing: 'confirmed' }, ...firm })).toBe('ok');
    const held = () => recordedInName(table.view(), { id: 'ben', organisation: 'utility' })[0]?.firmness;
    expect(saidOf(held())).toEqual({ confirmedBy: 'la ministre', confirmedOn: '2026-02-01' });
    const words = (lang: string) => standingWords({ standing: 'confirmed', firmness: held() ?? NONE }, lang);
    expect([words('fr'), words('de')]).toEqual([
      'Confirmée, par : la ministre, le 1er février 2026',
      'Bestätigt, durch: la ministre, am 1. Februar 2026',
    ]);
    expect(answer({ said: { choice: 'agree' }, ...firm })).toBe('ok');
    expect(held()).toBeUndefined();
    // Answers of before said in `day` until when.
    expect(answer({ said: { choice: 'agree', standing: 'inClearance', day: '2026-03-01' } })).toBe('ok');
    expect(saidOf(held())).toEqual({ clearUntil: '2026-03-01' });
  });

  it('REQ-6 carries a new date of a commitment over with its reason', () => {
    const table = asked({ kind: 'commitment', subject: 'owed1' });
    expect(
      effect(table, { said: { choice: 'open', day: '2026-03-01' }, words: 'Le laboratoire est fermé' }),
    ).toMatchObject({
      type: 'commitment.change',
      payload: { slots: { due: '2026-03-01', dateReason: { lang: 'fr', text: 'Le laboratoire est fermé' } } },
    });
    expect(effect(table, { said: { choice: 'open' } })).toBeUndefined();
    expect(effect(table, { said: { choice: 'done' } })?.payload).toEqual({ slots: { state: 'done' } });
  });

  it('REQ-6 carries a figure into its box, and revises the one that is there', () => {
    const table = asked({ kind: 'figure', subject: 'taps' });
    table.add('ada', 'indicator', 'taps', {
      name: { lang: 'fr', text: 'Bornes' },
      direction: 'up',
      collector: 'utility',
    });
    const said = { value: '12', unit: 'taps', period: '2025-Q4' };
    expect(effect(table, { said: { value: '12', unit: 'taps' } })).toMatchObject({
      payload: { period: '2026' },
    });
    const first = effect(table, { said, words: 'Registre de la régie' });
    expect(first).toMatchObject({ type: 'figure.record', entity: 'fresh222' });
    expect(table.act('system', first?.type ?? '', 'fresh222', first?.payload ?? {})).toBe('ok');
    const second = effect(table, { said: { ...said, value: '13' } });
    expect(second).toMatchObject({ type: 'figure.revise', entity: 'fresh222', payload: { value: '13' } });
  });

  it('REQ-8 finds the open requests that an answer inside the app leaves without object', () => {
    const table = asked({ kind: 'position', subject: 'problem1', version: 1 });
    const ask = (id: string, more: object) =>
      expect(table.act('ada', 'request.open', id, { kind: 'position', subject: 'problem1', ...more })).toBe(
        'ok',
      );
    ask('ask2', { organisation: 'utility' });
    ask('ask3', { person: 'ben' });
    ask('ask4', { person: 'cleo', organisation: 'brewery' });
    ask('ask5', { kind: 'commitment', subject: 'owed1', organisation: 'utility' });
    ask('ask6', { organisation: 'utility' });
    table.act('ada', 'request.close', 'ask6', { for: 'withdrawn' });
    const settled = (organisation: string, person: string) =>
      requestsSettledBy(table.view(), { kind: 'position', subject: 'problem1', organisation, person })
        .map((held) => held.id)
        .sort();
    expect(settled('utility', 'ben')).toEqual(['ask1', 'ask2', 'ask3']);
    expect(settled('utility', 'ada')).toEqual(['ask1', 'ask2']);
    expect(settled('brewery', 'cleo')).toEqual(['ask4']);
    for (const id of settled('utility', 'ben'))
      expect(table.act('ben', 'request.close', id, { for: 'done' })).toBe('ok');
    expect(requestsFor(table.view(), { id: 'ben', organisation: 'utility' })).toMatchObject([{ id: 'ask5' }]);
  });

  it('REQ-7 lists what waits for somebody, what was entered for them and what is late', () => {
    const table = asked();
    const [ben, cleo] = [
      { id: 'ben', organisation: 'utility' },
      { id: 'cleo', organisation: 'brewery' },
    ];
    expect(requestsFor(table.view(), ben).map((held) => held.id)).toEqual(['ask1']);
    expect(requestsFor(table.view(), cleo)).toEqual([]);
    expect(lateRequests(table.view(), '2026-02-01')).toEqual([]);
    expect(lateRequests(table.view(), '2026-02-02').map((held) => held.id)).toEqual(['ask1']);
    table.act('ada', 'request.answer', 'ask1', { said: { choice: 'coming' }, channel: 'phone' });
    expect(toConfirm(table.view(), ben).map((held) => held.id)).toEqual(['ask1']);
    expect(requestsAbout(table.view(), 'meeting1').map((held) => held.id)).toEqual(['ask1']);
  });

  it('REQ-16 records that somebody answered two questions, from the server alone, and never what', () => {
    const table = new Table(partnership);
    table.join('ada', ['secretariat']);
    const asked = { kind: 'pulse', subject: 'meeting1' };
    expect(table.act('ada', 'request.open', 'two1', { ...asked, organisation: 'orga' })).toBe('NobodyAsked');
    expect(table.act('ada', 'request.open', 'two1', { ...asked, person: 'bob' })).toBe('ok');
    const answer = (by: string, payload: object) =>
      table.act(by, 'request.answer', 'two1', { channel: 'link', said: {}, ...payload });
    expect(answer('ada', {})).toBe('AnsweredElsewhere');
    expect(answer('system', { said: { choice: 'yes' } })).toBe('AnsweredElsewhere');
    expect(answer('system', { words: 'canari' })).toBe('AnsweredElsewhere');
    expect(answer('system', {})).toBe('ok');
    expect(recordedInName(table.view(), { id: 'bob' })).toEqual([]);
  });

  it('REQ-18 carries a half page into its record alone: a box emptied there, another left as it was', () => {
    const table = new Table(partnership);
    table.join('ada', ['secretariat']);
    const fr = (text: string) => ({ lang: 'fr', text });
    const own = { quarter: '2026-Q1', organisation: 'orga' };
    table.add('ada', 'quarterPage', 'page', { ...own, late: fr('Tout'), need: fr('Du temps') });
    const asked = { kind: 'quarterPage', subject: 'page', person: 'bob', organisation: 'orga' };
    expect(table.act('ada', 'request.open', 'half', asked)).toBe('ok');
    const ticket = { id: 'carry', space: 'space0000000000000000', saidAt: '2026-03-01T10:00:00.000Z' };
    const state = stateIn(table.view(), requestState, 'half');
    if (state === undefined) throw new Error('no request');
    const given = { said: {}, channel: 'link', lang: 'fr', entity: 'x' } as const;
    const carry = (page: NonNullable<Answering['page']>) =>
      effectOf(table.view(), state, { ...given, page }, ticket);
    expect(carry({ done: 'Les puits', late: null })?.payload).toEqual({
      slots: { done: fr('Les puits'), late: null },
    });
    expect(carry({ late: 'Tout', need: 'Du temps', done: null })).toBeUndefined();
    expect(table.act('ada', 'request.answer', 'half', { said: {}, channel: 'phone' })).toBe('ok');
    expect(recordedInName(table.view(), { id: 'bob' })[0]?.words).toBe('Tout\n\nDu temps');
  });
});
