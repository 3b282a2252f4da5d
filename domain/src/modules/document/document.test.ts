import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { stateIn } from '../reading/index.ts';
import { effectOf, requestState } from '../request/index.ts';
import { countPositions, saidOf } from '../wording/index.ts';
import {
  documents,
  type Edition,
  editionId,
  editionState,
  sendingsOf,
  standingOf,
  versionsOf,
} from './index.ts';

const LINE = editionId('v1');

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  made.join('ben', ['coordinator']);
  made.join('eve', ['observer']);
  const title = (text: string) => ({ lang: 'fr', text });
  for (const number of [1, 2, 3])
    made.add('ada', 'document', `v${number}`, {
      title: title(`Charte ${number}`),
      dated: `2026-0${number}-01`,
    });
  return made;
};

/** As documents were noted before there were lines of versions. */
const noted = (made: Table, id: string, values: { readonly [slot: string]: string }): void => {
  const held = made.state.entities.get(id);
  if (held?.kind !== 'record') throw new Error('no document');
  const slots = Object.entries(values).map(([slot, value]) => [slot, { at: 1, value }] as const);
  made.state.entities.set(id, { ...held, slots: { ...held.slots, ...Object.fromEntries(slots) } });
};

const line = (): Table => {
  const made = table();
  made.act('ada', 'edition.open', LINE, { document: 'v1' });
  made.act('ada', 'edition.place', LINE, { document: 'v2', from: 'v1' });
  made.act('ada', 'edition.place', LINE, { document: 'v3', from: 'v1' });
  return made;
};

const standings = (made: Table) => ['v1', 'v2', 'v3'].map((id) => standingOf(made.view(), id).standing);

describe('documents', () => {
  it('DOC-1 come by standing, in force first', () => {
    const made = line();
    made.act('ada', 'edition.enforce', LINE, { document: 'v1' });
    made.act('ada', 'edition.enforce', LINE, { document: 'v3', seen: 'v1' });
    made.add('ada', 'document', 'note', { title: { lang: 'fr', text: 'Note' } });
    expect(documents(made.view(), 'fr').map(({ id, standing, number }) => [id, standing, number])).toEqual([
      ['v3', 'inForce', 3],
      ['v2', 'draft', 2],
      ['note', 'draft', undefined],
      ['v1', 'replaced', 1],
    ]);
  });

  it('DOC-2 that stand in no line count as they were noted, unless another one in force replaces them', () => {
    const made = table();
    noted(made, 'v1', { standing: 'inForce' });
    noted(made, 'v2', { standing: 'inForce', replaces: 'v1' });
    expect(standings(made)).toEqual(['replaced', 'inForce', 'draft']);
    expect(standingOf(made.view(), 'v1')).toMatchObject({ since: '2026-02-01', instead: 'v2' });
  });

  it('DOC-7 KRN-118 are put in force by an act alone, never by writing a record', () => {
    const made = line();
    made.act('ada', 'edition.enforce', LINE, { document: 'v1' });
    const title = { lang: 'fr', text: 'Autre' };
    expect(made.add('ada', 'document', 'v4', { title, standing: 'inForce' })).toBe('Invalid');
    expect(made.detail).toEqual([{ path: 'standing', expected: 'act' }]);
    for (const slots of [{ standing: 'inForce' }, { commentUntil: '2026-04-01' }, { replaces: 'v1' }])
      expect(made.change('ada', 'document', 'v2', slots)).toBe('Invalid');
    const rows = [{ entity: 'row1', slots: { title, standing: 'inForce' } }];
    expect(made.act('ada', 'document.import', 'v9', { rows })).toBe('Invalid');
    expect(standings(made)).toEqual(['inForce', 'draft', 'draft']);
    // What was noted before there were lines gives way to its line.
    noted(made, 'v3', { standing: 'inForce' });
    expect(made.change('ada', 'document', 'v3', { standing: null })).toBe('ok');
  });

  it('DOC-3 are placed once, after a version of the same text', () => {
    const made = line();
    expect(made.act('ada', 'edition.place', LINE, { document: 'v2', from: 'v1' })).toBe('AlreadyPlaced');
    expect(made.act('ada', 'edition.open', editionId('v3'), { document: 'v3' })).toBe('AlreadyPlaced');
    expect(made.act('ada', 'edition.place', LINE, { document: 'new', from: 'other' })).toBe('VersionUnknown');
    expect(made.act('eve', 'edition.place', LINE, { document: 'new', from: 'v1' })).toBe('NotAllowed');
  });

  it('DOC-4 have one version in force, whatever two devices say', () => {
    const made = line();
    expect(made.act('ada', 'edition.enforce', LINE, { document: 'v1' })).toBe('ok');
    made.now = '2026-03-03T09:00:00.000Z';
    expect(made.act('ada', 'edition.enforce', LINE, { document: 'v2', seen: 'v1' })).toBe('ok');
    expect(made.act('ben', 'edition.enforce', LINE, { document: 'v3', seen: 'v1' })).toBe('AnotherInForce');
    expect(made.detail).toMatchObject({ inForce: 'v2' });
    expect(standings(made)).toEqual(['replaced', 'inForce', 'draft']);
    expect(standingOf(made.view(), 'v1')).toMatchObject({
      since: '2026-03-03T09:00:00.000Z',
      by: 2,
      instead: 'v2',
    });
    made.act('ada', 'edition.withdraw', LINE, { document: 'v2' });
    const held = made.view().get(LINE);
    expect(held?.kind === 'process' && editionState.read(held.state).inForce).toBe(null);
  });

  it('DOC-5 are open for comment until a day, and no more once they were replaced', () => {
    const made = line();
    const ask = (document: string, until: string) =>
      made.act('ada', 'edition.ask', LINE, { document, until });
    expect(ask('v1', '2026-01-09')).toBe('DayPassed');
    expect(ask('v1', '2026-02-09')).toBe('ok');
    expect(standingOf(made.view(), 'v1')).toMatchObject({ standing: 'forComment', until: '2026-02-09' });
    made.act('ada', 'edition.enforce', LINE, { document: 'v1' });
    made.act('ada', 'edition.enforce', LINE, { document: 'v2', seen: 'v1' });
    expect(ask('v1', '2026-02-09')).toBe('AlreadyReplaced');
  });

  it('DOC-3 show which version came from which, the latest first', () => {
    const made = line();
    made.change('ada', 'document', 'v3', { text: { lang: 'fr', text: 'Article 1' } });
    const shown = versionsOf(made.view(), 'v2', 'fr');
    expect(shown.map(({ number, from }) => [number, from])).toEqual([
      [3, 1],
      [2, 1],
      [1, undefined],
    ]);
    expect(shown[0]).toMatchObject({ title: 'Charte 3', text: { text: 'Article 1', lang: 'fr' } });
  });

  it('DOC-8 carry positions on a version, asked by link too, with the whole standing', () => {
    const made = line();
    made.join('kim', ['focal'], 'utility');
    const lineOf = (): Edition => {
      const held = made.view().get(LINE);
      if (held?.kind !== 'process') throw new Error('no line');
      return editionState.read(held.state);
    };
    const taken = { organisation: 'utility', version: 1, stance: 'agree', standing: 'inClearance' };
    const clearing = { clearWith: 'le cabinet', clearUntil: '2026-02-01' };
    expect(made.act('kim', 'edition.take', LINE, { ...taken, ...clearing })).toBe('ok');
    expect(made.act('kim', 'edition.take', LINE, { ...taken, version: 9 })).toBe('UnknownVersion');
    expect(made.act('kim', 'edition.take', LINE, { ...taken, organisation: 'town' })).toBe(
      'NotYourOrganisation',
    );
    made.act('ada', 'edition.enforce', LINE, { document: 'v1' });
    expect(saidOf(lineOf().positions?.['utility']?.firmness)).toEqual(clearing);
    const asked = { kind: 'position', subject: 'v2', organisation: 'utility' };
    expect(made.act('ada', 'request.open', 'ask1', asked)).toBe('ok');
    const request = stateIn(made.view(), requestState, 'ask1');
    if (request === undefined) throw new Error('no request');
    const said = { choice: 'reservations', standing: 'confirmed' } as const;
    const answer = {
      said,
      firm: { confirmedBy: 'la ministre' },
      channel: 'link',
      lang: 'fr',
      entity: 'e1',
    } as const;
    const ticket = { id: 'carry1', space: 'space0000000000000000', saidAt: made.now };
    const effect = effectOf(made.view(), request, answer, ticket);
    expect(effect).toMatchObject({ type: 'edition.take', entity: LINE, payload: { version: 2 } });
    expect(made.act('system', 'edition.take', LINE, { ...effect?.payload })).toBe('ok');
    const { positions = {}, versions } = lineOf();
    expect(countPositions({ positions, versions }, 2)).toMatchObject({ formal: 1 });
    expect(countPositions({ positions, versions }, 3)).toMatchObject({ formal: 0, earlier: 1 });
    expect(made.act('kim', 'edition.takeAway', LINE, { organisation: 'utility' })).toBe('ok');
    expect(lineOf().positions).toEqual({});
  });

  it('DOC-6 say to whom they went, the latest first', () => {
    const made = table();
    made.add('ada', 'sending', 's1', { document: 'v1', person: 'ben', way: 'hand', on: '2026-01-02' });
    made.add('ada', 'sending', 's2', { document: 'v1', organisation: 'town', way: 'post', on: '2026-01-05' });
    made.add('ada', 'sending', 's3', { document: 'v2', organisation: 'town', way: 'email' });
    expect(sendingsOf(made.view(), 'v1').map(({ id, way }) => [id, way])).toEqual([
      ['s2', 'post'],
      ['s1', 'hand'],
    ]);
  });
});
