import { type Command, type JsonObject, textOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { pollsOf } from '../poll/index.ts';
import { recordsIn, stateIn } from '../reading/index.ts';
import { confirming, recordedInName } from '../request/index.ts';
import { saidOf, wordingState } from '../wording/index.ts';
import {
  answersTo,
  attendanceRun,
  enterSheet,
  type FoundSheet,
  findSheet,
  MOST_SHEETS,
  meetingOfRun,
  paperRuns,
  paperState,
  prefixFrom,
  questionsOf,
  readSheetCode,
  runProgress,
  SHEET_SIGNS,
  type SheetEntry,
  sheetCode,
  takeSheetBack,
} from './index.ts';

const numbers = fc.integer({ min: 1, max: MOST_SHEETS });
const prefixes = fc.array(fc.nat(), { minLength: 4, maxLength: 4 }).map(prefixFrom);
const bare = (code: string): string => code.replace('-', '');

describe('codes of sheets', () => {
  it('PAP-1 finds every wrong sign and every exchange of two neighbours', () => {
    expect(new Set(SHEET_SIGNS).size).toBe(23);
    fc.assert(
      fc.property(prefixes, numbers, fc.nat(6), fc.nat(22), (prefix, number, at, to) => {
        const code = sheetCode(prefix, number);
        expect(readSheetCode(code, [])).toEqual({ ok: true, prefix, number, code });
        const signs = [...bare(code)];
        const wrong = signs.with(at, SHEET_SIGNS[to] ?? '').join('');
        if (wrong !== bare(code)) expect(readSheetCode(wrong, []).ok).toBe(false);
        const next = Math.min(at, 5);
        const swapped = signs
          .with(next, signs[next + 1] ?? '')
          .with(next + 1, signs[next] ?? '')
          .join('');
        if (swapped !== bare(code)) expect(readSheetCode(swapped, []).ok).toBe(false);
      }),
    );
  });

  it('PAP-2 says where a code may be wrong, and takes it however it is typed', () => {
    const known = [{ prefix: 'AC7K', sheets: 40 }];
    const code = sheetCode('AC7K', 12);
    expect(readSheetCode(` ${code.toLowerCase().replace('-', ' - ')} `, known)).toMatchObject({ number: 12 });
    expect(readSheetCode(code.slice(5), known, 'AC7K')).toMatchObject({ ok: true, number: 12, code });
    expect(readSheetCode(code.slice(0, 6), known)).toEqual({ ok: false, code: 'CodeShort', missing: 2 });
    expect(readSheetCode(`${code}3`, known)).toEqual({ ok: false, code: 'CodeLong', over: 1 });
    expect(readSheetCode(code.replace('C', 'O'), known)).toEqual({
      ok: false,
      code: 'SignUnknown',
      position: 2,
      sign: 'O',
    });
    const wrong = readSheetCode(code.replace('7', '9'), known);
    expect(wrong).toMatchObject({ ok: false, code: 'CodeWrong', misread: [{ position: 3, meant: code }] });
    const swapped = readSheetCode(code.replace('AC', 'CA'), known);
    expect(swapped).toMatchObject({ code: 'CodeWrong', misread: [{ position: 1, meant: code }] });
  });
});

let table: Table;
let count: number;
const ticket = () => {
  count += 1;
  return { id: `paper${count}`, space: 'space0000000000000000', saidAt: table.now };
};
const tools = {
  ticket,
  newId: () => {
    count += 1;
    return `entity${count}`;
  },
};
const run = (who: string, command: Command): string =>
  table.act(who, command.type, command.entity, command.payload, command.circle);

const print = (more: JsonObject = {}): string =>
  table.act('ada', 'paper.print', 'run1', {
    prefix: 'AC7K',
    lang: 'fr',
    asks: [{ kind: 'position', subject: 'problem1', version: 1 }],
    sheets: [{ person: 'ben', organisation: 'utility' }, { organisation: 'brewery' }, {}],
    ...more,
  });
const found = (number: number): FoundSheet => {
  const sheet = findSheet(table.view(), sheetCode('AC7K', number));
  if (!sheet.ok) throw new Error(sheet.code);
  return sheet;
};
const enter = (who: string, number: number, entry: SheetEntry): Command[] => {
  const commands = enterSheet(table.view(), found(number), entry, tools);
  for (const command of commands) expect([command.type, run(who, command)]).toEqual([command.type, 'ok']);
  return [...commands];
};
const agrees: SheetEntry = { answers: [{ ask: 0, choice: 'agree', standing: 'confirmed', words: 'Oui' }] };
const position = (organisation: string) =>
  stateIn(table.view(), wordingState, 'problem1')?.positions[organisation];

beforeEach(() => {
  count = 0;
  table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('eve', ['focal'], 'city');
  table.act('ada', 'wording.open', 'problem1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
  table.add('ada', 'meeting', 'meeting1', { title: { lang: 'fr', text: 'Rencontre' } });
});

describe('paper sheets', () => {
  it('PAP-3 tells a code of elsewhere from one past the end of its pile', () => {
    print();
    expect(findSheet(table.view(), sheetCode('XXXX', 1))).toEqual({ ok: false, code: 'NotOurs' });
    expect(findSheet(table.view(), sheetCode('AC7K', 4))).toEqual({
      ok: false,
      code: 'NotPrinted',
      last: sheetCode('AC7K', 3),
    });
    expect(findSheet(table.view(), sheetCode('AC7K', 2)).ok).toBe(true);
  });

  it('PAP-4 keeps for whom each sheet is and what it asks', () => {
    expect(print({ asks: [] })).toBe('NothingAsked');
    expect(print()).toBe('ok');
    expect(
      table.act('ada', 'paper.print', 'run2', {
        prefix: 'AC7K',
        lang: 'fr',
        asks: [{ kind: 'question', text: 'Q' }],
        sheets: [{}],
      }),
    ).toBe('PrefixTaken');
    expect(found(1).sheet).toMatchObject({ person: 'ben', organisation: 'utility' });
    const [question] = questionsOf(table.view(), found(1).run.state, 1);
    expect(question).toMatchObject({
      title: 'L’énoncé du problème, version 1',
      text: { text: 'L’eau rend malade' },
    });
    expect(question?.fields.map(({ id, optional }) => [id, optional])).toEqual([
      ['0.choice', false],
      ['0.standing', true],
      ['0.clearWith', true],
      ['0.clearUntil', true],
      ['0.confirmedBy', true],
      ['0.confirmedHow', true],
      ['0.confirmedOn', true],
      ['0.words', true],
    ]);
    expect(question?.fields[0]?.options[3]).toEqual({ value: 'block', key: '4', label: 'Je m’oppose' });
  });

  it('PAP-5 enters a sheet once, and says who did', () => {
    print();
    const payload = { number: 1, answers: [{ ask: 0, choice: 'agree' }] };
    expect(table.act('ada', 'paper.enter', 'run1', payload)).toBe('ok');
    expect(table.act('eve', 'paper.enter', 'run1', payload)).toBe('AlreadyEntered');
    expect(table.detail).toEqual({ by: 'ada', at: table.now });
    expect(table.act('eve', 'paper.enter', 'run1', { ...payload, correct: true })).toBe('ok');
    expect(table.act('ada', 'paper.enter', 'run1', { ...payload, number: 9 })).toBe('SheetUnknown');
    expect(table.act('ada', 'paper.enter', 'run1', { number: 2, answers: [{ ask: 1 }] })).toBe('AskUnknown');
  });

  it('PAP-6 answers on behalf of whom the sheet names, and corrects the same answer at the second time', () => {
    print();
    enter('ada', 1, agrees);
    expect(position('utility')).toMatchObject({
      stance: 'agree',
      channel: 'paper',
      person: 'ben',
      acknowledged: false,
    });
    const mine = () => recordedInName(table.view(), { id: 'ben', organisation: 'utility' });
    expect(mine()).toMatchObject([{ from: 'request', channel: 'paper', confirmed: false, words: 'Oui' }]);
    enter('ada', 1, { answers: [{ ask: 0, choice: 'reservations' }] });
    expect(mine().map(({ said }) => said.choice)).toEqual(['reservations']);
    expect(position('utility')?.stance).toBe('reservations');
    enter('ada', 3, { ...agrees, organisation: 'city' });
    expect(position('city')?.stance).toBe('agree');
  });

  it('PAP-6 puts the name of a blank sheet on the attendance sheet', () => {
    print({ asks: [{ kind: 'confirmMeeting', subject: 'meeting1' }] });
    enter('ada', 3, { answers: [{ ask: 0, choice: 'coming' }], name: 'Tante Fatou' });
    enter('ada', 3, { answers: [{ ask: 0, choice: 'notComing' }], name: 'Tante Fatou' });
    expect(recordsIn(table.view(), 'attendance')).toHaveLength(1);
    enter('ada', 1, { answers: [{ ask: 0, choice: 'coming' }] });
    expect(recordsIn(table.view(), 'attendance')).toHaveLength(2);
  });

  it('PAP-10 carries the whole standing of a sheet into the position, as the app says it', () => {
    print();
    const cabinet = { clearWith: ' le cabinet ', clearUntil: '2026-03-01' };
    const other = { confirmedBy: 'la directrice', confirmedHow: 'letter' } as const;
    enter('ada', 1, {
      answers: [{ ask: 0, choice: 'agree', standing: 'inClearance', ...cabinet, ...other }],
    });
    const clearing = { until: '2026-03-01', by: null, how: null, on: null };
    const inRun = found(1).entered;
    expect(inRun?.answers).toEqual([{ ask: 0, choice: 'agree', standing: 'inClearance' }]);
    for (const firm of [inRun?.firmness?.['0'], position('utility')?.firmness]) {
      expect(firm).toMatchObject(clearing);
      expect(textOf(firm?.with ?? undefined)).toBe('le cabinet');
    }
    enter('ada', 1, { answers: [{ ask: 0, choice: 'agree', standing: 'confirmed', ...other }] });
    const mine = recordedInName(table.view(), { id: 'ben', organisation: 'utility' });
    for (const firm of [position('utility')?.firmness, mine[0]?.firmness])
      expect(saidOf(firm)).toEqual({ confirmedBy: 'la directrice', confirmedHow: 'letter' });
    // Who confirms is named in a text: it can be erased, from the sheet as well.
    table.act('ada', 'paper.erase', 'run1', { targets: ['confirmedBy.0'] });
    expect(textOf(found(1).entered?.firmness?.['0']?.by ?? undefined)).toBeUndefined();
  });

  it('PAP-7 takes the last sheet back with what followed from it', () => {
    print();
    const done = enter('ada', 1, agrees).map((command) => ({ command, before: undefined }));
    expect(table.act('eve', 'paper.takeBack', 'run1', { number: 1 })).toBe('NotYourEntry');
    const { commands, left } = takeSheetBack(table.view(), done, ticket);
    for (const command of commands) expect([command.type, run('ada', command)]).toEqual([command.type, 'ok']);
    expect(left).toBe(0);
    expect(position('utility')).toBeUndefined();
    expect(found(1).entered).toBeUndefined();
    expect(recordedInName(table.view(), { id: 'ben', organisation: 'utility' })).toEqual([]);
    expect(table.act('ada', 'paper.takeBack', 'run1', { number: 1 })).toBe('NotEntered');
    enter('ada', 1, agrees);
    table.act('ada', 'paper.enter', 'run1', { number: 1, answers: [], correct: true });
    table.act('ada', 'paper.takeBack', 'run1', { number: 1 });
    expect(found(1).entered?.answers).toMatchObject([{ choice: 'agree' }]);
  });

  it('PAP-8 collects the answers to questions with choices of their own', () => {
    const choices = ['D’accord', 'Pas d’accord', 'Je passe'];
    print({ asks: [{ kind: 'question', subject: 'round1', text: 'L’eau est chère', choices }] });
    expect(questionsOf(table.view(), found(1).run.state, 1)[0]).toMatchObject({ title: 'L’eau est chère' });
    enter('ada', 3, { answers: [{ ask: 0, choice: 'c1', words: 'Trop' }] });
    expect(answersTo(table.view(), 'round1')).toEqual([
      { code: sheetCode('AC7K', 3), choice: 1, words: 'Trop', organisation: null },
    ]);
    table.act('ada', 'paper.erase', 'run1', { targets: ['words.0'] });
    expect(answersTo(table.view(), 'round1')[0]?.words).toBeUndefined();
  });

  it('PAP-9 says how many sheets are typed in and which are not', () => {
    print();
    enter('ada', 2, { answers: [{ ask: 0, choice: 'agree' }] });
    const [held] = paperRuns(table.view());
    expect(held && runProgress(held.state)).toEqual({
      entered: 1,
      of: 3,
      missing: [sheetCode('AC7K', 1), sheetCode('AC7K', 3)],
    });
    expect(stateIn(table.view(), paperState, 'run1')?.printedBy).toBe('ada');
  });

  const date = (day: number) => ({ instant: `2030-12-0${day}T09:00:00Z`, zone: 'Africa/Douala' });
  const poll = () => pollsOf(table.view(), 'meeting1')[0]?.state;

  it('PAP-12 asks each date of a poll in a box, counts a sheet once for whom it names, else for itself', () => {
    table.act('ada', 'poll.open', 'poll1', { meeting: 'meeting1', options: [date(3), date(4)] });
    print({ asks: [{ kind: 'poll', subject: 'poll1' }] });
    table.act('ada', 'poll.addDate', 'poll1', date(1));
    const [question] = questionsOf(table.view(), found(1).run.state, 1);
    expect(question?.fields.map(({ id, date: number, label }) => [id, number, label.slice(0, 10)])).toEqual([
      ['0.date.1', 1, 'mardi 3 dé'],
      ['0.date.2', 2, 'mercredi 4'],
      ['0.date.3', 3, 'dimanche 1'],
      ['0.words', undefined, 'Un mot (fa'],
    ]);
    const ticked = (...said: ('yes' | 'no')[]): SheetEntry => ({
      answers: [{ ask: 0, dates: said.map((answer, index) => ({ option: index + 1, answer })) }],
    });
    enter('ada', 1, ticked('yes', 'no'));
    enter('ada', 1, ticked('no', 'yes'));
    enter('ada', 2, ticked('yes'));
    const last = enter('ada', 3, { ...ticked('yes', 'yes'), name: 'Tante Fatou' });
    expect(
      poll()?.votes.map(({ person, organisation, sheet, said }) => [person, organisation, sheet, said]),
    ).toEqual([
      ['ben', 'utility', undefined, { '1': 'no', '2': 'yes' }],
      [null, 'brewery', undefined, { '1': 'yes' }],
      [null, null, sheetCode('AC7K', 3), { '1': 'yes', '2': 'yes' }],
    ]);
    expect(poll()?.votes.map(({ channel, confirmed }) => [channel, confirmed])).toEqual([
      ['paper', false],
      ['paper', false],
      ['paper', false],
    ]);
    const done = last.map((command) => ({ command, before: undefined }));
    const { commands, left } = takeSheetBack(table.view(), done, ticket);
    for (const command of commands) expect([command.type, run('ada', command)]).toEqual([command.type, 'ok']);
    expect([left, poll()?.votes.length]).toEqual([0, 2]);
    // Who is asked back says yes once: to the request, and to the poll that it went into.
    const [mine] = recordedInName(table.view(), { id: 'ben', organisation: 'utility' });
    for (const command of mine === undefined ? [] : confirming(table.view(), mine, { id: 'ben' }, ticket))
      expect(run('system', command)).toBe('ok');
    expect(poll()?.votes[0]?.confirmed).toBe(true);
    table.act('ada', 'poll.close', 'poll1', {});
    expect(takeSheetBack(table.view(), done.slice(-1), ticket)).toEqual({ commands: [], left: 1 });
  });

  it('PAP-13 leads from the attendance sheet to the list of its meeting, and knows it when it comes again', () => {
    expect(attendanceRun(table.view(), 'meeting1')).toBeUndefined();
    print({ asks: [{ kind: 'attendance', subject: 'meeting1' }], sheets: [{}] });
    expect(meetingOfRun(found(1).run.state)).toBe('meeting1');
    expect(attendanceRun(table.view(), 'meeting1')?.id).toBe('run1');
    expect(questionsOf(table.view(), found(1).run.state, 1)).toMatchObject([
      { title: 'Rencontre', fields: [] },
    ]);
    expect(enter('ada', 1, { answers: [] }).map(({ type }) => type)).toEqual(['paper.enter']);
    expect(found(1).entered).toMatchObject({ by: 'ada', answers: [] });
    expect(table.act('eve', 'paper.enter', 'run1', { number: 1, answers: [] })).toBe('AlreadyEntered');
  });
});
