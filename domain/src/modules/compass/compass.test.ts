import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { journeyId, PLACES, ROOMS } from '../partnership/index.ts';
import { compass, conditions, homeOf, latePlaces, rooms } from './index.ts';

const SPACE = 'space0000000000000000';
const JOURNEY = journeyId(SPACE);
const fr = (text: string) => ({ lang: 'fr', text });

const begun = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat', 'core']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'partnership', SPACE, { name: fr('L’eau de la vallée') });
  table.act('ada', 'journey.begin', JOURNEY, {});
  return table;
};

const say = (table: Table, id: string, lang: 'fr' | 'en' = 'fr') =>
  conditions(table.view(), lang).find((condition) => condition.id === id);

const actors = (table: Table): void => {
  table.add('ada', 'actor', 'utility', { name: 'Régie', sector: 'state', 'stakes#decisionMaker': true });
  table.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  table.add('ada', 'actor', 'women', { name: 'Comité', sector: 'civilSociety', 'stakes#affected': true });
};

describe('compass', () => {
  it('CMP-1 says each condition in both languages with its numbers', () => {
    const table = begun();
    actors(table);
    expect(say(table, 'sectors')?.sentence).toMatchObject({
      key: 'condition.sectors',
      values: { there: 3, missing: ['science'] },
      text: '3 secteurs sur 4 ; la science manque.',
    });
    expect(say(table, 'sectors', 'en')?.sentence.text).toBe('3 of 4 sectors; science is missing.');
    expect(say(table, 'decisionMakers')?.sentence.text).toBe('1 acteur qui décide est là.');
    expect(say(table, 'problem')?.state).toBe('notYet');
    table.act('ben', 'wording.open', 'problem1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
    expect(say(table, 'problem')).toMatchObject({ state: 'met', room: 'problem' });
    table.act('ben', 'wording.take', 'problem1', {
      organisation: 'utility',
      version: 1,
      stance: 'agree',
      standing: 'confirmed',
    });
    expect(say(table, 'problemShared', 'en')?.sentence.text).toBe(
      '1 of 3 organisations has confirmed these words.',
    );
    for (const condition of conditions(table.view(), 'en'))
      expect(condition.sentence.text).toMatch(/^[\p{Lu}\d].*\.$/u);
  });

  it('CMP-2 counts what is met as met, and what was set aside with its reason', () => {
    const table = begun();
    expect(
      table.act('ada', 'journey.setAside', JOURNEY, {
        condition: 'sectors',
        reason: 'Vallée sans université',
      }),
    ).toBe('ok');
    expect(say(table, 'sectors')).toMatchObject({ state: 'setAside', reason: 'Vallée sans université' });
    actors(table);
    expect(say(table, 'sectors')?.state).toBe('met');
  });

  it('CMP-3 asks a measure for every missing voice', () => {
    const table = begun();
    actors(table);
    expect(say(table, 'voices')?.state).toBe('met');
    table.add('ada', 'actor', 'herders', { name: 'Éleveurs', sector: 'civilSociety', missing: true });
    expect(say(table, 'voices')).toMatchObject({
      state: 'notYet',
      sentence: { text: '1 voix absente ; pour 1, rien n’est encore prévu.' },
    });
    table.change('ada', 'actor', 'herders', { measure: fr('Une visite au campement') });
    expect(say(table, 'voices')?.state).toBe('met');
  });

  it('CMP-4 begins a room with its first item, for those who see it', () => {
    const table = begun();
    const begunRooms = (view = table.view()) =>
      rooms(view, 'fr')
        .filter((room) => room.begun)
        .map((room) => room.room);
    expect(begunRooms()).toEqual([]);
    actors(table);
    table.act('ada', 'fitCheck.open', 'fit1', {}, 'core');
    expect(begunRooms()).toEqual(['stakeholders']);
    expect(begunRooms(table.viewOf('ada'))).toEqual(['fit', 'stakeholders']);
    table.add('ada', 'activity', 'act1', { title: fr('Forer') });
    expect(begunRooms()).toContain('roadmap');
    expect(begunRooms()).not.toContain('progress');
    table.act('ada', 'journey.enter', JOURNEY, { phase: 3 });
    expect(begunRooms()).toEqual(expect.arrayContaining(['progress', 'flags']));
  });

  it('CMP-5 keeps the cycles and says what was reopened and what stands', () => {
    const table = begun();
    table.act('ada', 'journey.enter', JOURNEY, { phase: 3 });
    const reason = 'Les cas ne baissent pas';
    table.act('ada', 'journey.goBack', JOURNEY, {
      phase: 2,
      reason,
      reopened: ['results'],
      standing: ['agreement'],
    });
    const ring = compass(table.view(), 'fr');
    expect(ring).toMatchObject({ phase: 2, cycle: 2, begun: true, endedAt: undefined });
    expect(ring.phases.map((phase) => [phase.name, phase.state])).toEqual([
      ['Lancement', 'reached'],
      ['Conception', 'current'],
      ['Mise en œuvre', 'reached'],
      ['Évolution', 'ahead'],
    ]);
    expect(ring.cycles[1]).toMatchObject({ opened: 'returned', from: 3, reason, reopened: ['results'] });
    const state = (name: string) => rooms(table.view(), 'fr').find((room) => room.room === name);
    expect(state('results')).toMatchObject({ reopenedIn: 2, stands: false });
    expect(state('agreement')).toMatchObject({ reopenedIn: undefined, stands: true });
  });

  it('CMP-6 gives no condition for free in an empty partnership', () => {
    const table = begun();
    for (const phase of [1, 2, 3, 4] as const) {
      const list = conditions(table.view(), 'fr', phase);
      expect(list.length).toBeGreaterThan(0);
      expect(list.filter((condition) => condition.state === 'met')).toEqual([]);
    }
    const ids = conditions(table.view(), 'fr').map((condition) => condition.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('CMP-7 gives every noun a page', () => {
    const pages: readonly string[] = [...ROOMS, ...PLACES];
    for (const noun of partnership.declarations.keys()) expect(pages).toContain(homeOf(noun));
    expect(homeOf('minuteLine')).toBe('meetings');
    expect(homeOf('score')).toBe('options');
  });

  it('CMP-8 opens the late places once they make sense', () => {
    const table = begun();
    expect(latePlaces(table.view())).toEqual({ decisions: false, amongUs: false });
    table.add('ada', 'body', 'board', { name: 'Comité de pilotage' });
    table.act('ben', 'wording.open', 'problem1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
    table.act('ben', 'wording.take', 'problem1', {
      organisation: 'utility',
      version: 1,
      stance: 'agree',
      standing: 'inClearance',
    });
    expect(latePlaces(table.view())).toEqual({ decisions: true, amongUs: true });
  });
});
