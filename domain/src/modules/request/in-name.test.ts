import type { JsonObject } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { editionId } from '../document/index.ts';
import { partnership } from '../index.ts';
import { stateIn } from '../reading/index.ts';
import { wordingState } from '../wording/index.ts';
import {
  commentsOn,
  confirming,
  fourLines,
  mayBeNamed,
  promisedBy,
  recordedInName,
  requestState,
  subjectOf,
} from './index.ts';

const BEN = { id: 'ben', organisation: 'utility' };
let table: Table;
let count: number;
beforeEach(() => {
  count = 0;
  table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('cleo', ['secretariat']);
  table.act('ada', 'wording.open', 'problem1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
});

const ask = (id: string, more: object): void =>
  expect(
    table.act('ada', 'request.open', id, {
      subject: 'problem1',
      version: 1,
      person: 'ben',
      organisation: 'utility',
      ...more,
    }),
  ).toBe('ok');
const answer = (who: string, id: string, payload: JsonObject): string =>
  table.act(who, 'request.answer', id, { channel: 'phone', ...payload });
const ticket = () => {
  count += 1;
  return { id: `confirm${count}`, space: 'space0000000000000000', saidAt: table.now };
};

describe('requests', () => {
  it('REQ-9 lets a comment land with its text, with its words, its standing and who gave it', () => {
    ask('ask1', { kind: 'comment' });
    expect(answer('system', 'ask1', { said: { standing: 'adReferendum' } })).toBe('WordsMissing');
    const words = 'Le puits du haut\nmanque';
    expect(answer('system', 'ask1', { said: { standing: 'adReferendum' }, channel: 'link', words })).toBe(
      'ok',
    );
    expect(commentsOn(table.view(), 'problem1')).toMatchObject([
      {
        id: 'ask1',
        person: 'ben',
        organisation: 'utility',
        version: 1,
        words,
        standing: 'adReferendum',
        confirmed: true,
      },
    ]);
    table.act('ada', 'request.erase', 'ask1', { targets: ['words'] });
    expect(commentsOn(table.view(), 'problem1')).toEqual([]);
  });

  it('REQ-10 lets whoever wrote an answer down take it back until the person made it theirs', () => {
    ask('ask1', { kind: 'comment' });
    expect(table.act('ada', 'request.takeBack', 'ask1', {})).toBe('NotAnswered');
    answer('ada', 'ask1', { said: {}, words: 'Un', channel: 'paper' });
    answer('ada', 'ask1', { said: {}, words: 'Deux', channel: 'paper' });
    expect(table.act('cleo', 'request.takeBack', 'ask1', {})).toBe('NotYourEntry');
    expect(table.act('ada', 'request.takeBack', 'ask1', {})).toBe('ok');
    expect(commentsOn(table.view(), 'problem1').map(({ words }) => words)).toEqual(['Un']);
    expect(table.act('ada', 'request.takeBack', 'ask1', {})).toBe('ok');
    expect(stateIn(table.view(), requestState, 'ask1')).toMatchObject({ state: 'open', answer: null });
    answer('ada', 'ask1', { said: {}, words: 'Trois', channel: 'paper' });
    table.act('system', 'request.confirm', 'ask1', {});
    expect(table.act('ada', 'request.takeBack', 'ask1', {})).toBe('NotYourEntry');
  });

  it('REQ-11 lists all that stands in somebody’s name, by every channel, each thing once', () => {
    ask('ask1', { kind: 'position' });
    table.add('ada', 'meeting', 'meeting1', { title: { lang: 'fr', text: 'Rencontre' } });
    table.add('ada', 'attendance', 'row1', { meeting: 'meeting1', person: 'ben', answer: 'coming' });
    const stand = {
      organisation: 'utility',
      version: 1,
      stance: 'agree',
      standing: 'confirmed',
      channel: 'phone',
    };
    table.act('ada', 'wording.take', 'problem1', stand);
    const held = recordedInName(table.view(), BEN);
    expect(held.map(({ from, said, confirmed }) => [from, said.choice, confirmed])).toEqual([
      ['position', 'agree', false],
      ['attendance', 'coming', true],
    ]);
    answer('ada', 'ask1', { said: { choice: 'agree', standing: 'confirmed' } });
    expect(recordedInName(table.view(), BEN).map(({ from }) => from)).toEqual(['request', 'attendance']);
    expect(recordedInName(table.view(), { id: 'obi' })).toEqual([]);
    for (const command of confirming(
      table.view(),
      { id: 'ask1', from: 'request', kind: 'position', subject: 'problem1' },
      BEN,
      ticket,
    ))
      expect(table.act('system', command.type, command.entity, command.payload)).toBe('ok');
    expect(stateIn(table.view(), wordingState, 'problem1')?.positions['utility']?.acknowledged).toBe(true);
    expect(stateIn(table.view(), requestState, 'ask1')?.answer?.confirmed).toBe(true);
  });

  it('REQ-11 lists a position on a document, and the one that was given again since the answer', () => {
    const line = editionId('charter1');
    table.add('ada', 'document', 'charter1', { title: { lang: 'fr', text: 'Charte' } });
    table.act('ada', 'edition.open', line, { document: 'charter1' });
    ask('ask1', { kind: 'position', subject: 'charter1' });
    answer('ada', 'ask1', { said: { choice: 'agree', standing: 'inClearance' } });
    const given = { organisation: 'utility', version: 1, stance: 'agree' };
    table.act('ada', 'edition.take', line, { ...given, standing: 'inClearance', channel: 'phone' });
    const held = () => recordedInName(table.view(), BEN).map(({ from, said }) => [from, said.standing]);
    expect(held()).toEqual([['request', 'inClearance']]);
    table.now = '2026-01-20T10:00:00.000Z';
    table.act('ada', 'edition.take', line, { ...given, standing: 'confirmed', channel: 'phone' });
    expect(held()).toEqual([
      ['position', 'confirmed'],
      ['request', 'inClearance'],
    ]);
    const on = { id: line, from: 'position', kind: 'position', subject: 'charter1' } as const;
    const [command] = confirming(table.view(), on, BEN, ticket);
    expect(command).toMatchObject({ type: 'edition.acknowledge', entity: line });
  });

  it('REQ-12 lists what a partner promised, open ones first, without what was dropped', () => {
    const what = (text: string) => ({ lang: 'fr', text });
    table.add('ada', 'commitment', 'owed1', { what: what('Tenu'), owner: 'utility', state: 'done' });
    table.add('ada', 'commitment', 'owed2', {
      what: what('Les analyses'),
      owner: 'utility',
      due: '2026-02-01',
    });
    table.add('ada', 'commitment', 'owed3', { what: what('Abandonné'), owner: 'utility', state: 'dropped' });
    table.add('ada', 'commitment', 'owed4', { what: what('D’un autre'), owner: 'brewery' });
    const promised = promisedBy(table.view(), BEN, { today: '2026-01-10', lang: 'fr' });
    expect(promised.map(({ id }) => id)).toEqual(['owed2', 'owed1']);
  });

  it('REQ-13 asks in four lines: where, who asks what, until when, one link', () => {
    const asking = {
      partnership: 'L’eau de la vallée',
      asker: 'Awa',
      act: 'dire si vous venez',
      subject: 'Atelier\nau centre',
      until: '10 mars',
      url: 'https://t.example/r/x',
    };
    expect(fourLines(asking, 'fr').split('\n')).toEqual([
      'L’eau de la vallée',
      'Awa vous demande\u00a0: dire si vous venez\u00a0: Atelier au centre',
      'Avant le 10 mars, en une minute, sans compte\u00a0:',
      'https://t.example/r/x',
    ]);
    expect(fourLines({ ...asking, subject: undefined, until: undefined }, 'de', true).split('\n')).toEqual([
      'L’eau de la vallée',
      'Awa bittet Sie: dire si vous venez',
      'In Tablée:',
      'https://t.example/r/x',
    ]);
    const facts = 'mardi 10 mars, Centre';
    expect(fourLines({ ...asking, facts }, 'fr')).toContain('\nmardi 10 mars, Centre. Avant le 10 mars');
    expect(fourLines({ ...asking, facts, subject: undefined }, 'fr')).not.toContain('Centre');
    const news = { ...asking, facts, act: 'la réunion n’aura pas lieu', tells: true, url: undefined };
    expect(fourLines(news, 'fr').split('\n').slice(1)).toEqual([
      'Awa vous fait savoir\u00a0: la réunion n’aura pas lieu\u00a0: Atelier au centre',
      facts,
    ]);
  });

  it('REQ-14 names what it is about only where all partners read it', () => {
    expect(mayBeNamed('partners', 'public', undefined)).toBe(true);
    expect([mayBeNamed('core'), mayBeNamed('partners', 'secretariat'), mayBeNamed('group1')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('REQ-15 says the same of a subject that is gone as of one that never was', () => {
    const of = (subject: string) => subjectOf(table.view(), { subject, version: null }, 'es');
    expect(of('problem1').title).toBe('El enunciado del problema, versión 1');
    expect(of('nothing1')).toEqual({ title: 'Aquello de lo que se trata ya no está a la vista.', lines: [] });
  });
});
