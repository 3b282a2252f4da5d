import { actorOf, snapshotOf, textOf, viewFor } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { latePlaces } from '../compass/index.ts';
import { partnership } from '../index.ts';
import { processIn } from '../reading/index.ts';
import {
  erasableIn,
  erasableStatement,
  fileIn,
  type Group,
  groupMembers,
  groupState,
  groups,
  isInOffice,
  readAlone,
  stageOf,
  statements,
  threads,
} from './index.ts';

const CIRCLE = 'circle0000000000aaaa';
const ROOM = 'room000000000000aaaa';

const seen = (table: Table, person: string) =>
  viewFor(table.state.entities, actorOf(table.state.entities, person)?.circles ?? new Set());

const room = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat', 'core']);
  table.join('cleo', ['coordinator'], 'women');
  table.join('ben', ['focal'], 'farmers');
  table.join('obi', ['observer']);
  const opening = { purpose: 'group', readers: ['cleo', 'ben'], name: 'Société civile' };
  expect(table.act('cleo', 'circle.open', CIRCLE, opening)).toBe('ok');
  expect(inside(table, 'cleo', 'found', { kind: 'constituency', name: 'Société civile' })).toBe('ok');
  return table;
};

const inside = (table: Table, person: string, verb: string, payload: object): string =>
  table.act(person, `group.${verb}`, ROOM, { ...payload }, CIRCLE);

const held = (table: Table): Group => {
  const found = processIn(seen(table, 'cleo'), groupState, ROOM);
  if (found === undefined) throw new Error('no room');
  return found.state;
};

describe('group rooms', () => {
  it('GRP-1 live in a named circle, and are refused where others read', () => {
    const table = room();
    const founding = { kind: 'constituency', name: 'Autre' };
    for (const circle of ['partners', 'public'])
      expect(table.act('cleo', 'group.found', 'other', founding, circle)).toBe('OwnCircleOnly');
    expect(table.act('ada', 'group.found', 'other', founding, 'core')).toBe('OwnCircleOnly');
    expect(inside(table, 'ben', 'found', { kind: 'organisation', name: 'Nous', organisation: 'women' })).toBe(
      'IdTaken',
    );
    expect(
      table.act(
        'ben',
        'group.found',
        'x',
        { kind: 'organisation', name: 'N', organisation: 'women' },
        CIRCLE,
      ),
    ).toBe('NotYourOrganisation');
  });

  it('GRP-2 give the secretariat neither words, nor names, nor counts, and answer as if absent', () => {
    const table = room();
    inside(table, 'ben', 'say', { message: 'm1', text: 'CANARY' });
    inside(table, 'cleo', 'nameDelegate', { delegate: 'd1', name: 'CANARY' });
    const ada = actorOf(table.state.entities, 'ada');
    const snapshot = JSON.stringify(snapshotOf(table.state, 's', { circles: ada?.circles ?? new Set() }));
    for (const secret of ['CANARY', 'Société civile', CIRCLE, ROOM]) expect(snapshot).not.toContain(secret);
    const view = seen(table, 'ada');
    expect([groups(view), statements(view), groupMembers(view, CIRCLE)]).toEqual([[], [], []]);
    expect(latePlaces(view).amongUs).toBe(false);
    expect(latePlaces(seen(table, 'ben')).amongUs).toBe(true);
    for (const [verb, payload] of [
      ['say', { message: 'm2', text: 'x' }],
      ['setMandate', { mandate: 'x' }],
      ['close', {}],
    ] as const)
      for (const person of ['ada', 'obi']) {
        const there = inside(table, person, verb, payload);
        expect([there, table.act(person, `group.${verb}`, 'absent', payload, CIRCLE)]).toEqual([
          'NotFound',
          'NotFound',
        ]);
      }
    // The secretariat lets nobody in either, itself least of all.
    expect(table.act('ada', 'circle.admit', CIRCLE, { person: 'ada' }, CIRCLE)).toBe('NotFound');
    const terms = { roles: ['secretariat'], circles: [CIRCLE] };
    expect(table.act('ada', 'member.change', 'ada', terms)).toBe('NotAReader');
  });

  it('GRP-3 keep mandate, delegates with a term, threads and reports', () => {
    const table = room();
    inside(table, 'cleo', 'setMandate', { mandate: 'Parler pour le bas de la vallée' });
    inside(table, 'cleo', 'nameDelegate', { delegate: 'd1', name: 'Binta', until: '2026-06-30' });
    inside(table, 'ben', 'say', { message: 'm1', text: 'Et la taxe ?' });
    inside(table, 'ben', 'say', { message: 'm2', text: 'Autre chose' });
    table.now = '2026-01-11T09:00:00.000Z';
    inside(table, 'cleo', 'say', { message: 'm3', answers: 'm1', text: 'Demain' });
    inside(table, 'ben', 'say', { message: 'm4', answers: 'm3', text: 'Bien' });
    inside(table, 'cleo', 'report', { report: 'r1', on: '2026-01-11', text: 'Ils ont dit oui' });
    expect(inside(table, 'ben', 'say', { message: 'm5', answers: 'm9', text: 'x' })).toBe('UnknownMessage');
    const file = { hash: 'a'.repeat(64), name: 'Note.pdf', size: 12, type: 'application/pdf' };
    expect(inside(table, 'ben', 'bring', { paper: 'b1', title: 'Note', file })).toBe('ok');
    const state = held(table);
    expect(state.papers.map((paper) => fileIn(paper.file))).toEqual([file]);
    expect(textOf(state.mandate ?? undefined)).toBe('Parler pour le bas de la vallée');
    expect(threads(state).map(({ opening, answers }) => [opening.id, answers.map(({ id }) => id)])).toEqual([
      ['m1', ['m3', 'm4']],
      ['m2', []],
    ]);
    const office = (day: string) => held(table).delegates.map((one) => isInOffice(one, day));
    expect([office('2026-06-30'), office('2026-07-01')]).toEqual([[true], [false]]);
    inside(table, 'cleo', 'endDelegate', { delegate: 'd1', on: '2026-02-01' });
    expect(office('2026-02-01')).toEqual([false]);
    expect(inside(table, 'cleo', 'endDelegate', { delegate: 'd9', on: '2026-02-01' })).toBe(
      'UnknownDelegate',
    );
  });

  it('GRP-4 word a common position in versions, and confirm one of them', () => {
    const table = room();
    const word = (person: string, after: number, text: string) =>
      inside(table, person, 'word', { position: 'p1', after, lang: 'fr', title: 'La taxe', text });
    expect([word('ben', 0, 'Non'), word('cleo', 1, 'Oui, si'), word('ben', 1, 'Peut-être')]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect(word('ben', 7, 'x')).toBe('UnknownVersion');
    const agree = (version: number) =>
      inside(table, 'cleo', 'agree', { position: 'p1', version, how: 'meeting', on: '2026-01-10' });
    expect(agree(9)).toBe('UnknownVersion');
    expect(agree(3)).toBe('ok');
    const [position] = held(table).positions;
    expect(position?.versions.map(({ number, after }) => [number, after])).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ]);
    expect(position && stageOf(position)).toBe('confirmed');
    word('cleo', 3, 'Encore');
    const [reworded] = held(table).positions;
    expect(reworded && stageOf(reworded)).toBe('reworded');
  });

  it('GRP-5 GRP-6 let a statement out as a new thing that names no room', () => {
    const table = room();
    const words = { group: 'Société civile', title: 'La taxe', text: 'Oui, si elle reste ici', lang: 'fr' };
    const confirmed = { how: 'meeting', on: '2026-01-10' };
    expect(
      table.act('cleo', 'statement.publish', 's1', { kind: 'position', about: 'd1', confirmed, ...words }),
    ).toBe('ok');
    inside(table, 'cleo', 'release', { what: 'position', of: 'p1', version: 1, as: 's1' });
    expect(held(table).left).toMatchObject([{ as: 's1', of: 'p1' }]);
    const view = seen(table, 'ada');
    const [shown] = statements(view, 'd1');
    expect(shown?.state).toMatchObject({ by: 'cleo', confirmed });
    expect(textOf(shown?.state.text ?? undefined)).toBe('Oui, si elle reste ici');
    expect(JSON.stringify([...view.list('statement')])).not.toContain(ROOM);
    const inName = { kind: 'position', organisation: 'women', ...words };
    expect(table.act('ada', 'statement.publish', 's2', inName)).toBe('NotYourOrganisation');
    expect(table.act('ada', 'statement.withdraw', 's1', {})).toBe('NotAllowed');
    expect(table.act('cleo', 'statement.withdraw', 's1', {})).toBe('ok');
    expect(statements(view).map(({ state }) => state.withdrawn?.by)).toEqual(['cleo']);
  });

  it('GRP-8 lose words that their coordinator erases, and nothing else; what left stands until who published it erases it', () => {
    const table = room();
    inside(table, 'ben', 'say', { message: 'm1', text: 'CANARY' });
    inside(table, 'ben', 'say', { message: 'm2', text: 'Autre chose' });
    inside(table, 'cleo', 'bring', { paper: 'b1', title: 'CANARY', text: 'Un texte' });
    const words = { group: 'Société civile', title: 'CANARY', text: 'Non', lang: 'fr' };
    expect(table.act('cleo', 'statement.publish', 's1', { kind: 'paper', ...words }, 'core')).toBe(
      'NotFound',
    );
    expect(table.act('cleo', 'statement.publish', 's1', { kind: 'paper', ...words })).toBe('ok');
    const [, message] = erasableIn(held(table)).filter(({ what }) => what === 'message');
    const [paper] = erasableIn(held(table)).filter(({ what }) => what === 'paper');
    expect([message?.key, message?.text, paper?.text]).toEqual(['m1', 'CANARY', 'CANARY · Un texte']);
    const targets = [message, paper].flatMap((each) => each?.targets ?? []);
    const erase = (person: string) => table.act(person, 'group.erase', ROOM, { targets }, CIRCLE);
    expect([erase('ada'), erase('ben'), erase('cleo')]).toEqual(['NotFound', 'NotAllowed', 'ok']);
    expect(JSON.stringify(held(table))).not.toContain('CANARY');
    expect(erasableIn(held(table)).map(({ key }) => key)).toEqual(['m2']);
    const [shown] = statements(seen(table, 'ada'));
    expect(textOf(shown?.state.title ?? undefined)).toBe('CANARY');
    const left =
      shown === undefined ? [] : erasableStatement(shown.id, shown.state).flatMap((each) => each.targets);
    expect(table.act('cleo', 'statement.erase', 's1', { targets: [...left] })).toBe('ok');
    expect(JSON.stringify([...seen(table, 'ada').list('statement')])).not.toContain('CANARY');
  });

  it('GRP-5 let a statement out to the core group alone, by somebody who is in it', () => {
    const table = room();
    table.join('dia', ['focal', 'core'], 'town');
    table.act('cleo', 'circle.admit', CIRCLE, { person: 'dia' }, CIRCLE);
    const words = { kind: 'paper', group: 'Société civile', title: 'CANARY', text: 'Non', lang: 'fr' };
    expect(table.act('dia', 'statement.publish', 's1', words, 'core')).toBe('ok');
    expect(statements(seen(table, 'ada')).map(({ circle }) => circle)).toEqual(['core']);
    expect(statements(seen(table, 'obi'))).toEqual([]);
  });

  it('GRP-7 are closed and reopened, and say who would leave one that nobody reads any more', () => {
    const table = room();
    expect(readAlone(seen(table, 'cleo'), 'cleo')).toEqual([]);
    table.act('ada', 'member.leave', 'ben', {});
    expect(groupMembers(seen(table, 'cleo'), CIRCLE)).toEqual(['cleo']);
    expect(readAlone(seen(table, 'cleo'), 'cleo').map(({ id }) => id)).toEqual([ROOM]);
    expect(inside(table, 'cleo', 'close', {})).toBe('ok');
    expect(inside(table, 'cleo', 'say', { message: 'm1', text: 'x' })).toBe('GroupClosed');
    expect(readAlone(seen(table, 'cleo'), 'cleo')).toEqual([]);
    expect(inside(table, 'cleo', 'reopen', {})).toBe('ok');
    expect(table.act('cleo', 'circle.admit', CIRCLE, { person: 'obi' }, CIRCLE)).toBe('ok');
    expect(inside(table, 'cleo', 'handOn', { coordinator: 'obi' })).toBe('ok');
    expect(readAlone(seen(table, 'cleo'), 'cleo')).toEqual([]);
    expect(held(table).coordinator).toBe('obi');
  });
});
