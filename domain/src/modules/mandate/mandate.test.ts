import { isJsonObject, type JsonObject, memberOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { decisionState } from '../decision/index.ts';
import { editionId, editionState } from '../document/index.ts';
import { partnership } from '../index.ts';
import { stateIn } from '../reading/index.ts';
import { wordingState } from '../wording/index.ts';
import {
  designatedCount,
  type Hanging,
  hangingOn,
  isDesignated,
  mandateAdvice,
  mandatesOf,
  officeChangeActs,
  officeChangeOf,
  speakersOf,
  whoMaySpeak,
} from './index.ts';

const text = (words: string): JsonObject => ({ lang: 'fr', text: words });
const DAY = '2026-01-10';

const valley = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'ministry');
  table.join('cleo', ['leader'], 'brewery');
  table.add('ada', 'actor', 'ministry', { name: 'Ministère de l’Eau', sector: 'state' });
  table.add('ada', 'actor', 'brewery', { name: 'Brasserie', sector: 'private' });
  return table;
};

const designate = (table: Table, id: string, more: JsonObject): void => {
  expect(
    table.add('ada', 'mandate', id, { organisation: 'ministry', role: 'focal', person: 'ben', ...more }),
  ).toBe('ok');
};

describe('mandates', () => {
  it('MAN-1 are in force within their term and say when they end soon', () => {
    const table = valley();
    designate(table, 'm1', { from: '2025-06', until: '2027', designatedBy: 'La ministre' });
    const standing = (day: string) => speakersOf(table.view(), 'ministry', day)[0]?.standing;
    expect(standing('2025-05-31')).toBe('notYet');
    expect(standing(DAY)).toBe('inForce');
    expect(standing('2027-11-15')).toBe('endsSoon');
    expect(standing('2028-01-01')).toBe('expired');
  });

  it('MAN-2 say who may speak today, and whether a letter says so', () => {
    const table = valley();
    expect(whoMaySpeak(table.view(), 'ministry', DAY)).toMatchObject([
      { person: 'ben', role: 'focal', standing: 'named' },
    ]);
    expect(isDesignated(table.view(), 'ministry', 'ben', DAY)).toBe(false);
    expect(designatedCount(table.view(), DAY)).toEqual({ designated: 0, all: 2 });
    designate(table, 'm1', { until: '2026-06-30' });
    expect(designatedCount(table.view(), DAY)).toEqual({ designated: 1, all: 2 });
    expect(isDesignated(table.view(), 'ministry', 'ben', DAY)).toBe(true);
    expect(isDesignated(table.view(), 'ministry', 'ben', '2026-07-01')).toBe(false);
    expect(whoMaySpeak(table.view(), 'ministry', '2026-07-01')).toEqual([]);
    designate(table, 'm2', { person: 'dia', from: '2026-07-01' });
    expect(whoMaySpeak(table.view(), 'ministry', '2026-07-01')).toMatchObject([
      { person: 'dia', standing: 'inForce' },
    ]);
    expect(mandatesOf(table.view(), 'ministry').map(({ id }) => id)).toEqual(['m2', 'm1']);
  });

  it('MAN-3 that are missing or over are advice, and hinder nobody', () => {
    const table = valley();
    table.add('ada', 'actor', 'village', { name: 'Village', sector: 'civilSociety' });
    designate(table, 'm1', { until: '2025-12-31' });
    const advice = mandateAdvice(table.view(), DAY);
    expect(advice.map(({ organisation, kind }) => [organisation, kind])).toEqual([
      ['brewery', 'notDesignated'],
      ['ministry', 'expired'],
      ['village', 'nobody'],
    ]);
    table.act('ada', 'wording.open', 'p1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
    const taken = { organisation: 'ministry', version: 1, stance: 'agree', standing: 'confirmed' };
    expect(table.act('ben', 'wording.take', 'p1', taken)).toBe('ok');
  });

  const reshuffle = (): { readonly table: Table; readonly hanging: Hanging } => {
    const table = valley();
    designate(table, 'm1', {});
    table.act('ada', 'wording.open', 'p1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' });
    table.act('ada', 'wording.open', 'v1', { kind: 'vision', text: 'Boire sans peur', lang: 'fr' });
    const taken = { organisation: 'ministry', version: 1, stance: 'agree' };
    table.act('ben', 'wording.take', 'p1', { ...taken, standing: 'confirmed' });
    table.act('ben', 'wording.take', 'v1', { ...taken, standing: 'inClearance' });
    table.add('ada', 'document', 't1', { title: text('Charte') });
    table.act('ada', 'edition.open', editionId('t1'), { document: 't1' });
    table.act('ben', 'edition.take', editionId('t1'), { ...taken, standing: 'adReferendum' });
    table.act('ada', 'decision.open', 'd1', {
      question: 'Ouvrir trois bornes ?',
      deadline: { instant: '2026-02-01T18:00:00.000Z', zone: 'Africa/Lusaka' },
      organisations: [
        { organisation: 'ministry', sector: 'state' },
        { organisation: 'brewery', sector: 'private' },
      ],
    });
    const said = { organisation: 'ministry', stance: 'agree', channel: 'app' };
    table.act('ben', 'decision.take', 'd1', { ...said, standing: 'adReferendum' });
    table.add('ada', 'body', 'board', { name: 'Comité' });
    table.add('ada', 'seat', 's1', {
      body: 'board',
      organisation: 'ministry',
      sector: 'state',
      voting: true,
      holder: 'ben',
    });
    table.add('ada', 'commitment', 'c1', {
      what: text('Les analyses'),
      owner: 'ministry',
      due: '2026-01-20',
    });
    table.act('ada', 'request.open', 'r1', { kind: 'commitment', subject: 'c1', organisation: 'ministry' });
    return { table, hanging: hangingOn(table.view(), 'ministry', { now: table.now, lang: 'fr' }) };
  };

  it('MAN-4 show in one list all that hangs on the people of an organisation', () => {
    const { hanging } = reshuffle();
    expect(hanging.mandates.map(({ id }) => id)).toEqual(['m1']);
    expect(hanging.seats.map(({ holder }) => holder)).toEqual(['ben']);
    expect(hanging.votes.map(({ id }) => id)).toEqual(['d1']);
    expect(hanging.unconfirmed.map(({ subject }) => subject)).toEqual(['v1', 't1', 'd1']);
    expect(hanging.confirmed.map(({ subject }) => subject)).toEqual(['p1']);
    expect(hanging.commitments.map(({ id }) => id)).toEqual(['c1']);
    expect(hanging.requests.map(({ id }) => id)).toEqual(['r1']);
    expect(hanging.access).toEqual([{ person: 'ben', until: undefined }]);
  });

  it('MAN-5 end with those who left, and leave to the institution what it confirmed', () => {
    const { table, hanging } = reshuffle();
    let made = 0;
    const commands = officeChangeActs(
      table.view(),
      hanging,
      {
        organisation: 'ministry',
        departed: ['ben'],
        on: DAY,
        accessEnds: '2026-01-31',
        suspendedUntil: '2026-03-15',
        note: 'Délais suspendus jusqu’au 15 mars.',
        lang: 'fr',
      },
      {
        entity: 'change1',
        ticket: () => {
          made += 1;
          return { id: `act${made}`, space: 'space0000000000000000', saidAt: table.now };
        },
      },
    );
    for (const command of commands) {
      const { slots } = command.payload;
      const said = isJsonObject(slots)
        ? table.change('ada', command.type.split('.')[0] ?? '', command.entity, slots)
        : table.act('ada', command.type, command.entity, command.payload, command.circle);
      expect([command.type, said]).toEqual([command.type, 'ok']);
    }
    const view = table.view();
    expect(Object.keys(stateIn(view, wordingState, 'p1')?.positions ?? {})).toEqual(['ministry']);
    expect(stateIn(view, wordingState, 'v1')?.positions).toEqual({});
    expect(stateIn(view, editionState, editionId('t1'))?.positions).toEqual({});
    expect(stateIn(view, decisionState, 'd1')?.positions).toEqual({});
    expect(stateIn(view, decisionState, 'd1')?.deadline.instant).toBe('2026-03-15T18:00:00.000Z');
    const after = hangingOn(view, 'ministry', { now: table.now, lang: 'fr' });
    expect(after.seats.map(({ holder }) => holder)).toEqual([undefined]);
    expect(after.commitments[0]?.due).toBe('2026-03-15');
    expect(memberOf(table.state.entities, 'ben')).toMatchObject({ active: true, until: '2026-01-31' });
    expect(whoMaySpeak(view, 'ministry', DAY)).toEqual([]);
  });

  it('MAN-6 changes name nobody and are settled once', () => {
    const table = valley();
    const declared = { organisation: 'ministry', on: DAY, note: 'Délais suspendus.' };
    expect(table.act('ben', 'officeChange.declare', 'change1', declared)).toBe('NotAllowed');
    expect(table.act('ada', 'officeChange.declare', 'change1', declared)).toBe('ok');
    expect(JSON.stringify(officeChangeOf(table.view(), 'ministry')?.state)).not.toContain('ben');
    table.act('ada', 'officeChange.settle', 'change1', { on: '2026-02-20' });
    expect(officeChangeOf(table.view(), 'ministry')).toBeUndefined();
  });
});
