import { textOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  actionsToLand,
  agenda,
  attendanceSheet,
  changedSinceApproval,
  decisionList,
  landAction,
  minutes,
  minutesId,
  minutesOf,
  nextMeeting,
  runSheet,
} from './index.ts';

const fr = (text: string) => ({ lang: 'fr', text });
const MINUTES = minutesId('meeting1');

const held = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'actor', 'utility', { name: 'Régie des eaux', sector: 'state' });
  table.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  table.add('ada', 'meeting', 'meeting1', {
    title: fr('Première rencontre'),
    moment: { instant: '2026-02-10T09:00:00Z', zone: 'Africa/Douala' },
  });
  table.add('ada', 'agendaItem', 'item2', {
    meeting: 'meeting1',
    title: fr('Le puits'),
    order: 2,
    minutes: 30,
  });
  table.add('ada', 'agendaItem', 'item1', {
    meeting: 'meeting1',
    title: fr('Tour de table'),
    order: 1,
    minutes: 15,
  });
  table.add('ada', 'agendaItem', 'item3', { meeting: 'meeting1', title: fr('Divers') });
  table.add('ada', 'minuteLine', 'line1', {
    meeting: 'meeting1',
    item: 'item2',
    kind: 'decision',
    text: fr('On analyse l’eau'),
    order: 1,
  });
  table.add('ada', 'minuteLine', 'line2', {
    meeting: 'meeting1',
    kind: 'action',
    text: fr('Prélever'),
    owner: 'utility',
    due: '2026-03-01',
    order: 2,
  });
  table.add('ada', 'minuteLine', 'line3', {
    meeting: 'meeting1',
    kind: 'action',
    text: fr('Prévenir'),
    order: 3,
  });
  return table;
};

describe('meetings', () => {
  it('MTG-1 gives each item its minute as far as lengths are known', () => {
    const view = held().view();
    expect(agenda(view, 'meeting1', 'fr').map((item) => [item.id, item.startsAt])).toEqual([
      ['item1', 0],
      ['item2', 15],
      ['item3', 45],
    ]);
    const sheet = runSheet(view, 'meeting1', 'fr');
    expect(sheet.minutes).toBe(45);
    expect(sheet.items[1]?.caught.map((line) => line.id)).toEqual(['line1']);
    expect(sheet.loose.map((line) => line.id)).toEqual(['line2', 'line3']);
  });

  it('MTG-2 lists decisions, then actions, and names those still without owner or date', () => {
    const list = decisionList(held().view(), 'meeting1', 'fr');
    expect(list.decisions.map((line) => line.text)).toEqual(['On analyse l’eau']);
    expect(list.actions.map((line) => [line.ownerName, line.due])).toEqual([
      ['Régie des eaux', '2026-03-01'],
      [undefined, undefined],
    ]);
    expect(list.unsettled.map((line) => line.id)).toEqual(['line3']);
  });

  it('MTG-3 adds attendance up by sector', () => {
    const table = held();
    table.add('ada', 'attendance', 'att1', {
      meeting: 'meeting1',
      organisation: 'utility',
      expected: true,
      answer: 'coming',
      present: true,
    });
    table.add('ada', 'attendance', 'att2', {
      meeting: 'meeting1',
      organisation: 'brewery',
      expected: true,
      answer: 'sendsDeputy',
    });
    table.add('ada', 'attendance', 'att3', { meeting: 'meeting1', personName: 'Une voisine', present: true });
    const sheet = attendanceSheet(table.view(), 'meeting1');
    expect(sheet).toMatchObject({ expected: 2, coming: 2, present: 2 });
    expect(sheet.bySector).toEqual([
      { sector: 'state', expected: 1, present: 1 },
      { sector: 'private', expected: 1, present: 0 },
    ]);
  });

  it('MTG-4 lands each action once as a commitment', () => {
    const table = held();
    expect(actionsToLand(table.view(), 'meeting1')).toEqual(['line2', 'line3']);
    const ticket = { id: 'landing1', space: 'space0000000000000000', saidAt: table.now };
    const command = landAction(table.view(), 'line2', 'owed2222', ticket);
    expect(command).toMatchObject({ type: 'commitment.add', entity: 'owed2222', circle: 'partners' });
    expect(command?.payload['slots']).toMatchObject({
      owner: 'utility',
      due: '2026-03-01',
      origin: 'line2',
      kind: 'action',
    });
    expect(landAction(table.view(), 'line1', 'owed3333', ticket)).toBeUndefined();
    table.add('ada', 'commitment', 'owed2222', { what: fr('Prélever'), origin: 'line2' });
    expect(actionsToLand(table.view(), 'meeting1')).toEqual(['line3']);
  });

  it('MTG-5 freezes the lines by approving and names what changed since', () => {
    const table = held();
    expect(table.act('ada', 'minutes.draft', MINUTES, { meeting: 'meeting1' })).toBe('ok');
    expect(table.act('ben', 'minutes.approve', MINUTES, {})).toBe('NotAllowed');
    expect(table.act('ada', 'minutes.approve', MINUTES, {})).toBe('ok');
    const state = minutesOf(table.view(), 'meeting1');
    expect(state?.approved?.lines.map((line) => [line.line, textOf(line.text)])).toEqual([
      ['line1', 'On analyse l’eau'],
      ['line2', 'Prélever'],
      ['line3', 'Prévenir'],
    ]);
    expect(state && minutes.copies(state)).toEqual(['line1', 'line2', 'line3']);
    table.change('ada', 'minuteLine', 'line1', { text: fr('On n’analyse pas') });
    const after = minutesOf(table.view(), 'meeting1');
    expect(after && changedSinceApproval(table.view(), after)).toEqual(['line1']);
    expect(textOf(after?.approved?.lines[0]?.text)).toBe('On analyse l’eau');
    expect(table.act('ada', 'minutes.approve', MINUTES, {})).toBe('AlreadyApproved');
  });

  it('MTG-5 refuses approval without lines or with an open conflict', () => {
    const table = held();
    table.act('ada', 'minutes.draft', 'other-minutes', { meeting: 'other222' });
    expect(table.act('ada', 'minutes.approve', 'other-minutes', {})).toBe('NothingToApprove');
    table.act('ada', 'minutes.draft', MINUTES, { meeting: 'meeting1' });
    table.change('ben', 'minuteLine', 'line1', { text: fr('Autrement') }, true);
    expect(table.act('ada', 'minutes.approve', MINUTES, {})).toBe('SettleFirst');
    expect(table.detail).toEqual(['line1']);
  });

  it('MTG-6 waits for an answer to every correction', () => {
    const table = held();
    table.act('ada', 'minutes.draft', MINUTES, { meeting: 'meeting1' });
    expect(
      table.act('ben', 'minutes.correct', MINUTES, { text: 'C’était mars', organisation: 'utility' }),
    ).toBe('ok');
    expect(table.act('ada', 'minutes.approve', MINUTES, {})).toBe('CorrectionsOpen');
    expect(table.act('ada', 'minutes.answer', MINUTES, { number: 2, answer: 'taken' })).toBe(
      'UnknownCorrection',
    );
    expect(table.act('ada', 'minutes.answer', MINUTES, { number: 1, answer: 'taken' })).toBe('ok');
    expect(table.act('ada', 'minutes.approve', MINUTES, {})).toBe('ok');
  });

  it('MTG-7 approves by silence at the end of the period, unless a correction is open', () => {
    const table = held();
    table.act('ada', 'minutes.draft', MINUTES, { meeting: 'meeting1' });
    table.act('ada', 'minutes.circulate', MINUTES, { until: '2026-02-20', tacit: true });
    const due = () => minutes.due(minutesOf(table.view(), 'meeting1') ?? null);
    expect(due()).toEqual([{ at: '2026-02-20T23:59:59.999Z', command: 'approve', payload: {} }]);
    table.act('ben', 'minutes.correct', MINUTES, { text: 'C’était mars' });
    expect(due()).toEqual([]);
    table.act('ada', 'minutes.answer', MINUTES, { number: 1, answer: 'noted' });
    expect(table.act('system', 'minutes.approve', MINUTES, {})).toBe('ok');
    expect(due()).toEqual([]);
  });

  it('MTG-8 reopens approved minutes only with a reason', () => {
    const table = held();
    table.act('ada', 'minutes.draft', MINUTES, { meeting: 'meeting1' });
    expect(table.act('ada', 'minutes.reopen', MINUTES, { reason: 'Oubli' })).toBe('NotApproved');
    table.act('ada', 'minutes.approve', MINUTES, {});
    expect(table.act('ada', 'minutes.reopen', MINUTES, {})).toBe('Invalid');
    expect(table.act('ben', 'minutes.reopen', MINUTES, { reason: 'Oubli' })).toBe('NotAllowed');
    expect(table.act('ada', 'minutes.reopen', MINUTES, { reason: 'Oubli' })).toBe('ok');
    expect(minutesOf(table.view(), 'meeting1')).toMatchObject({ state: 'draft', approved: null });
  });

  it('MTG-9 takes the nearest planned meeting that is not over', () => {
    const table = held();
    table.add('ada', 'meeting', 'meeting2', {
      title: fr('Suite'),
      moment: { instant: '2026-03-10T09:00:00Z', zone: 'UTC' },
    });
    table.add('ada', 'meeting', 'meeting3', { title: fr('Un jour') });
    expect(nextMeeting(table.view(), '2026-02-10T12:00:00Z', 'fr')?.id).toBe('meeting1');
    expect(nextMeeting(table.view(), '2026-02-11T12:00:00Z', 'fr')?.id).toBe('meeting2');
    table.change('ada', 'meeting', 'meeting2', { state: 'cancelled' });
    expect(nextMeeting(table.view(), '2026-02-11T12:00:00Z', 'fr')).toBeUndefined();
  });
});
