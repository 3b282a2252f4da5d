import { actorOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { type HeldNote, newNote } from '../conversation/index.ts';
import { editionId } from '../document/index.ts';
import { partnership } from '../index.ts';
import { journeyId } from '../partnership/index.ts';
import { openPoints, TODAY_ITEMS, today } from './index.ts';

const SPACE = 'space0000000000000000';
const JOURNEY = journeyId(SPACE);
const fr = (text: string) => ({ lang: 'fr', text });

const empty = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat', 'core']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['focal'], 'brewery');
  table.join('obi', ['observer']);
  table.add('ada', 'partnership', SPACE, { name: fr('L’eau de la vallée'), zone: 'Africa/Douala' });
  table.act('ada', 'journey.begin', JOURNEY, {});
  table.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state' });
  table.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  return table;
};

const begun = (): Table => {
  const table = empty();
  table.act('ada', 'wording.open', 'problem1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
  return table;
};

const LINE = editionId('charter1');

/** The same with a charter in two versions, the first one open for comment. */
const charter = (): Table => {
  const table = begun();
  for (const n of [1, 2]) table.add('ada', 'document', `charter${n}`, { title: fr(`Charte ${n}`) });
  table.act('ada', 'edition.open', LINE, { document: 'charter1' });
  table.act('ada', 'edition.ask', LINE, { document: 'charter1', until: '2026-02-01' });
  return table;
};

const seen = (table: Table, person: string, lang: 'fr' | 'en' = 'fr', notes: readonly HeldNote[] = []) => {
  const me = actorOf(table.state.entities, person);
  if (me === undefined) throw new Error(`${person} is not here`);
  return today(table.viewOf(person), { me, now: table.now, lang, notes, nouns: partnership });
};

const kinds = (table: Table, person: string) => seen(table, person).next.map((found) => found.kind);

describe('today', () => {
  it('TDY-1 asks a new partnership for its first sentence', () => {
    expect(seen(empty(), 'ada')).toMatchObject({
      where: { key: 'today.welcome', text: 'Bienvenue. Quel problème vous réunit ?' },
      next: [{ kind: 'firstSentence', action: 'write', verb: 'Écrire la première phrase', room: 'problem' }],
    });
  });

  it('TDY-2 shows five things at most, the nearest date first, and counts the rest', () => {
    const table = begun();
    for (let day = 1; day <= 7; day += 1)
      table.add('ada', 'commitment', `owed${day}`, {
        what: fr(`Point ${day}`),
        owner: 'utility',
        due: `2026-01-0${8 - day}`,
      });
    const page = seen(table, 'ben');
    expect(page.next).toHaveLength(TODAY_ITEMS);
    expect(page.next.map((found) => found.due)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
      '2026-01-05',
    ]);
    expect(page.next[0]).toMatchObject({ kind: 'overdue', sentence: { values: { days: 9 } } });
    expect(page.more).toBe(3);
  });

  it('TDY-12 reminds who gave a position of its clearance, others of theirs a week later, nobody else', () => {
    const table = begun();
    table.join('bea', ['leader'], 'utility');
    const given = { organisation: 'utility', version: 1, stance: 'agree', standing: 'inClearance' };
    table.act('ben', 'wording.take', 'problem1', { ...given, clearUntil: '2026-01-12' });
    const told = (now: string) => {
      table.now = now;
      return ['ben', 'bea', 'ada', 'cleo'].filter((person) => kinds(table, person).includes('clearance'));
    };
    expect(told('2026-01-11T09:00:00.000Z')).toEqual([]);
    expect(told('2026-01-12T09:00:00.000Z')).toEqual(['ben']);
    expect(told('2026-01-19T09:00:00.000Z')).toEqual(['ben', 'bea']);
    table.act('ben', 'wording.take', 'problem1', { ...given, standing: 'confirmed' });
    expect(told('2026-01-19T09:00:00.000Z')).toEqual([]);
  });

  it('TDY-12 reminds of a clearance on a version of a document, until the version is taken back', () => {
    const table = charter();
    const given = { organisation: 'utility', version: 1, stance: 'agree', standing: 'inClearance' };
    table.act('ben', 'edition.take', LINE, { ...given, clearUntil: '2026-01-08' });
    const found = seen(table, 'ben').next.find(({ kind }) => kind === 'clearance');
    expect(found).toMatchObject({ entity: 'charter1', room: 'documents', due: '2026-01-08' });
    expect(found?.sentence.text).toContain('« Charte 1 »');
    table.act('ada', 'edition.withdraw', LINE, { document: 'charter1' });
    expect(kinds(table, 'ben')).not.toContain('clearance');
  });

  it('TDY-4 asks again for a document once a later version is put forward, and to confirm what was entered', () => {
    const table = charter();
    const taken = { organisation: 'utility', version: 1, stance: 'agree', standing: 'confirmed' };
    const asked = () =>
      seen(table, 'ben')
        .next.filter(({ room }) => room === 'documents')
        .map(({ kind, entity }) => [kind, entity]);
    expect(asked()).toEqual([]);
    table.act('ada', 'edition.take', LINE, { ...taken, channel: 'phone' });
    expect(asked()).toEqual([['confirmPosition', 'charter1']]);
    table.act('ben', 'edition.acknowledge', LINE, { organisation: 'utility' });
    table.act('ada', 'edition.place', LINE, { document: 'charter2', from: 'charter1' });
    expect(asked()).toEqual([]);
    table.act('ada', 'edition.enforce', LINE, { document: 'charter2' });
    expect(asked()).toEqual([['wording', 'charter2']]);
    expect(seen(table, 'ben').next.find(({ room }) => room === 'documents')?.sentence.text).toBe(
      'Votre position sur « Charte 2 » porte sur la version 1 ; la version 2 l’a remplacée.',
    );
  });

  it('TDY-3 gives each person what is asked of them and nobody else’s', () => {
    const table = begun();
    table.add('ada', 'meeting', 'meeting1', { title: fr('Première rencontre') });
    const payload = { kind: 'confirmMeeting', subject: 'meeting1', person: 'ben', deadline: '2026-01-15' };
    table.act('ada', 'request.open', 'ask1', payload);
    table.add('ada', 'commitment', 'owed1', {
      what: fr('Les analyses'),
      owner: 'brewery',
      due: '2026-01-20',
    });
    table.add('ada', 'commitment', 'later', { what: fr('Plus tard'), owner: 'brewery', due: '2026-06-20' });
    expect(kinds(table, 'ben')).toEqual(['confirmMeeting', 'wording']);
    expect(kinds(table, 'cleo')).toEqual(['commitment', 'wording']);
    expect(seen(table, 'ben', 'en').next[0]?.sentence.text).toBe(
      'You are expected at “Première rencontre”: are you coming?',
    );
    table.act('ada', 'request.answer', 'ask1', { said: { choice: 'coming' }, channel: 'phone' });
    expect(seen(table, 'ben').next.find((found) => found.entity === 'ask1')?.kind).toBe('confirmAnswer');
  });

  it('TDY-3 asks for a position on an open decision and for a figure that is due', () => {
    const table = begun();
    table.add('ada', 'indicator', 'taps', {
      name: fr('Bornes-fontaines en service'),
      direction: 'up',
      baseline: { value: '0', unit: 'taps' },
      baselineDate: '2025-06-30',
      target: { value: '40', unit: 'taps' },
      targetDate: '2026-12-31',
      collector: 'utility',
      rhythm: 'quarter',
    });
    const asked = seen(table, 'ben').next.find((found) => found.kind === 'figureAsked');
    expect(asked).toMatchObject({ entity: 'taps', room: 'monitoring', action: 'record' });
    expect(asked?.sentence.text).toBe(
      'Une valeur est attendue de vous : Bornes-fontaines en service, T3 2025.',
    );
    expect(kinds(table, 'cleo')).toEqual(['wording']);
  });

  it('TDY-4 asks again after a new version, and to confirm what was entered', () => {
    const table = begun();
    const take = { organisation: 'utility', version: 1, stance: 'agree', standing: 'confirmed' };
    table.act('ben', 'wording.take', 'problem1', take);
    expect(kinds(table, 'ben')).toEqual([]);
    table.act('cleo', 'wording.propose', 'problem1', { after: 1, text: 'Autrement', lang: 'fr' });
    expect(seen(table, 'ben').next[0]?.sentence.text).toBe(
      'Votre position sur l’énoncé du problème porte sur la version 1 ; la version 2 l’a remplacée.',
    );
    table.act('ada', 'wording.take', 'problem1', { ...take, version: 2, channel: 'phone' });
    expect(kinds(table, 'ben')).toEqual(['confirmPosition']);
  });

  it('TDY-5 shows keepers what they keep', () => {
    const table = begun();
    table.add('ada', 'meeting', 'meeting1', { title: fr('Rencontre'), state: 'held' });
    table.act('ada', 'minutes.draft', 'meeting1-minutes', { meeting: 'meeting1' });
    expect(kinds(table, 'ada')).toContain('minutes');
    expect(kinds(table, 'ben')).not.toContain('minutes');
    table.act('ben', 'minutes.correct', 'meeting1-minutes', { text: 'C’était mars' });
    expect(kinds(table, 'ada')).toContain('corrections');
  });

  it('TDY-6 asks writers to choose between two versions, and observers nothing', () => {
    const table = begun();
    table.change('ben', 'actor', 'brewery', { name: 'Brasserie du Val' });
    table.change('cleo', 'actor', 'brewery', { name: 'Brasserie de la Vallée' }, true);
    const found = seen(table, 'cleo').next.find((item) => item.kind === 'conflict');
    expect(found).toMatchObject({
      entity: 'brewery',
      room: 'stakeholders',
      sentence: { values: { versions: 2 } },
    });
    expect(kinds(table, 'obi')).toEqual([]);
  });

  it('TDY-7 advises keepers where there is room', () => {
    const page = seen(begun(), 'ada');
    expect(page.next.at(-1)).toMatchObject({ kind: 'advice', action: 'look', room: 'stakeholders' });
    expect(kinds(begun(), 'obi')).toEqual([]);
  });

  it('TDY-8 says where the partnership is, its cycle and its end', () => {
    const table = begun();
    expect(seen(table, 'ben').where.text).toMatch(/^Lancement : \d+ conditions? réunies? sur \d+\.$/);
    table.act('ada', 'journey.enter', JOURNEY, { phase: 3 });
    table.act('ada', 'journey.goBack', JOURNEY, {
      phase: 2,
      reason: 'Autre cause',
      reopened: ['results'],
      standing: [],
    });
    expect(seen(table, 'ben', 'en').where.text).toMatch(/^Cycle 2, Design: /);
    table.act('ada', 'journey.end', JOURNEY, { words: 'Merci' });
    expect(seen(table, 'ben').where).toMatchObject({ key: 'today.ended', values: { day: '2026-01-10' } });
  });

  it('TDY-9 reminds of conversations from the reader’s own notes', () => {
    const table = begun();
    const note = { ...newNote('Mme N.', '', 'fr', '2026-01-01'), followUp: '2026-01-08' };
    const page = seen(table, 'cleo', 'fr', [{ id: 'note1', note }]);
    expect(page.next[0]).toMatchObject({ kind: 'followUp', action: 'call', room: 'people', entity: 'note1' });
    expect(kinds(table, 'cleo')).not.toContain('followUp');
  });

  it('TDY-9 names the circle of a shared conversation, and says “you” only to the one who noted it', () => {
    const table = begun();
    const slots = { withName: 'Mme N.', by: 'ada', on: '2026-01-01', followUp: '2026-01-08' };
    table.add('ada', 'conversation', 'talk1', slots, 'partners');
    const of = (person: string) => seen(table, person).next.find((found) => found.entity === 'talk1');
    expect(of('ada')).toMatchObject({
      kind: 'followUpShared',
      circle: 'partners',
      sentence: { text: 'Vous vouliez reprendre contact avec Mme N.' },
    });
    expect(of('cleo')).toMatchObject({
      kind: 'followUpShared',
      circle: 'partners',
      sentence: { text: 'Il était convenu de reprendre contact avec Mme N.' },
    });
  });

  it('TDY-10 offers what is open for the next agenda, and not what is planned already', () => {
    const table = begun();
    table.add('ada', 'meeting', 'past', { title: fr('Avant'), state: 'held' });
    table.add('ada', 'agendaItem', 'late', { meeting: 'past', title: fr('Le budget'), wanted: 'decide' });
    table.add('ada', 'agendaItem', 'done', { meeting: 'past', title: fr('Le puits') });
    table.add('ada', 'minuteLine', 'line1', { meeting: 'past', item: 'done', kind: 'note', text: fr('Vu') });
    table.add('ada', 'commitment', 'owed1', {
      what: fr('Les analyses'),
      owner: 'utility',
      due: '2026-01-05',
    });
    table.add('ada', 'actor', 'herders', { name: 'Éleveurs', sector: 'civilSociety', missing: true });
    table.add('ada', 'contextFact', 'vote', {
      title: fr('Élections'),
      effect: 'hinders',
      reviewDate: '2026-01-01',
    });
    table.act('ben', 'wording.take', 'problem1', {
      organisation: 'utility',
      version: 1,
      stance: 'block',
      standing: 'confirmed',
      reason: 'Pas seulement l’eau',
    });
    const asked = { now: table.now, today: '2026-01-10', lang: 'fr' } as const;
    const points = openPoints(table.view(), asked);
    expect(points.map(({ kind, from, title, wanted }) => ({ kind, from, title, wanted }))).toEqual([
      { kind: 'minutes', from: 'past-minutes', title: 'Approuver le compte rendu : Avant', wanted: 'decide' },
      { kind: 'notReached', from: 'late', title: 'Le budget', wanted: 'decide' },
      { kind: 'objection', from: 'problem1', title: 'Une objection : L’eau rend malade', wanted: 'discuss' },
      { kind: 'overdue', from: 'owed1', title: 'Où en est Régie : Les analyses', wanted: 'discuss' },
      { kind: 'voice', from: 'herders', title: 'Comment faire venir : Éleveurs', wanted: 'discuss' },
      { kind: 'context', from: 'vote', title: 'Élections', wanted: 'inform' },
    ]);
    expect(points.map(({ room, minutes }) => `${room} ${minutes}`)).toEqual([
      'meetings 5',
      'meetings 20',
      'problem 15',
      'commitments 15',
      'stakeholders 15',
      'context 5',
    ]);
    table.add('ada', 'meeting', 'next', { title: fr('Après') });
    table.add('ada', 'agendaItem', 'taken', { meeting: 'next', title: fr('Les analyses'), from: 'owed1' });
    expect(openPoints(table.view(), asked).map((point) => point.kind)).not.toContain('overdue');
  });

  it('TDY-10 offers the open actions of the last meeting in one item, and answers that are missing', () => {
    const table = begun();
    table.add('ada', 'meeting', 'past', { title: fr('Avant'), state: 'held' });
    for (const line of ['line1', 'line2'])
      table.add('ada', 'minuteLine', line, { meeting: 'past', kind: 'action', text: fr('Prélever') });
    table.add('ada', 'commitment', 'landed', { what: fr('Prélever'), origin: 'line1', due: '2026-02-01' });
    table.act('ada', 'request.open', 'ask1', {
      kind: 'position',
      subject: 'problem1',
      person: 'ben',
      deadline: '2026-01-05',
    });
    const asked = { now: table.now, today: '2026-01-10', lang: 'en' } as const;
    const points = openPoints(table.view(), asked);
    expect(points.find((point) => point.kind === 'actions')).toMatchObject({
      from: 'past',
      title: 'Where the actions of “Avant” stand: 2 open',
      room: 'commitments',
    });
    expect(points.find((point) => point.kind === 'request')).toMatchObject({
      from: 'problem1',
      title: expect.stringMatching(/^1 answer is still missing: /),
      room: 'problem',
    });
  });

  it('TDY-11 asks the successor to take over, and nobody else', () => {
    const table = begun();
    const offer = { kind: 'role', toPerson: 'ben', date: '2026-02-01', title: 'Le secrétariat' };
    expect(table.act('ada', 'handover.offer', 'hand1', offer)).toBe('ok');
    expect(kinds(table, 'ben')).toContain('handover');
    expect(kinds(table, 'cleo')).not.toContain('handover');
  });

  it('TDY-11 asks keepers to talk about a flag, until somebody has taken it up', () => {
    const table = begun();
    table.add('ada', 'result', 'less', { statement: fr('Moins de maladies'), level: 'outcome' });
    table.add('ada', 'assumption', 'pump', {
      statement: fr('La pompe tient'),
      result: 'less',
      holds: 'no',
      checked: '2026-01-05',
    });
    const found = seen(table, 'ada').next.find((item) => item.kind === 'flag');
    expect(found).toMatchObject({
      entity: 'assumption-broken-pump',
      room: 'flags',
      verb: 'En parler d’abord',
    });
    expect(kinds(table, 'cleo')).not.toContain('flag');
    const asked = { now: table.now, today: '2026-01-10', lang: 'fr' } as const;
    expect(openPoints(table.view(), asked).find((point) => point.kind === 'flag')?.from).toBe('pump');
    table.add('ada', 'meeting', 'next', { title: fr('Après') });
    expect(table.act('ada', 'flag.talk', 'entry1', { flag: 'assumption-broken-pump', meeting: 'next' })).toBe(
      'ok',
    );
    expect(kinds(table, 'ada')).not.toContain('flag');
  });
});
