import { textOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { stateIn } from '../reading/index.ts';
import {
  countPositions,
  currentText,
  currentVersion,
  isUnseen,
  positionsOn,
  versionBefore,
  versionIn,
  type Wording,
  wordingOf,
  wordingState,
} from './index.ts';

const opened = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.join('cleo', ['leader'], 'brewery');
  table.join('obi', ['observer'], 'brewery');
  expect(
    table.act('ben', 'wording.open', 'problem1', { kind: 'problem', text: 'L’eau rend malade', lang: 'fr' }),
  ).toBe('ok');
  return table;
};

const state = (table: Table): Wording => {
  const found = stateIn(table.view(), wordingState, 'problem1');
  if (found === undefined) throw new Error('no wording');
  return found;
};

const stand = (organisation: string, more: object = {}) => ({
  organisation,
  version: 1,
  stance: 'agree',
  standing: 'confirmed',
  ...more,
});

describe('wordings', () => {
  it('WRD-1 keeps every version, also two that were written at once', () => {
    const table = opened();
    expect(
      table.act('cleo', 'wording.propose', 'problem1', {
        after: 1,
        text: 'L’eau du puits rend malade',
        lang: 'fr',
      }),
    ).toBe('ok');
    expect(
      table.act('ada', 'wording.propose', 'problem1', { after: 1, text: 'The well makes ill', lang: 'en' }),
    ).toBe('ok');
    const held = state(table);
    expect(held.versions.map((version) => [version.number, version.after, isUnseen(version)])).toEqual([
      [1, 0, false],
      [2, 1, false],
      [3, 1, true],
    ]);
    const last = currentVersion(held);
    expect(last && versionBefore(held, last)?.number).toBe(1);
    expect(table.act('ada', 'wording.propose', 'problem1', { after: 9, text: 'x', lang: 'en' })).toBe(
      'UnknownVersion',
    );
    expect(table.act('obi', 'wording.propose', 'problem1', { after: 3, text: 'x', lang: 'en' })).toBe(
      'NotAllowed',
    );
    expect(wordingOf(table.view(), 'problem')?.id).toBe('problem1');
    expect(wordingOf(table.view(), 'vision')).toBeUndefined();
  });

  it('WRD-2 shows a version in the reader’s language, else in its own', () => {
    const table = opened();
    const before = currentText(table.view(), 'problem', 'en');
    expect(before).toEqual({ text: 'L’eau rend malade', lang: 'fr', translated: false });
    expect(
      table.act('ada', 'wording.translate', 'problem1', { version: 1, text: 'Water makes ill', lang: 'en' }),
    ).toBe('ok');
    expect(currentText(table.view(), 'problem', 'en')).toEqual({
      text: 'Water makes ill',
      lang: 'en',
      translated: true,
    });
    expect(table.act('ada', 'wording.translate', 'problem1', { version: 1, text: 'Non', lang: 'fr' })).toBe(
      'AlreadyTranslated',
    );
    table.act('ada', 'wording.erase', 'problem1', { targets: ['text-fr', 'text-en'] });
    const version = currentVersion(state(table));
    expect(version && versionIn(version, 'fr')).toBeUndefined();
  });

  it('WRD-3 leaves a position on the version it was taken on', () => {
    const table = opened();
    table.act('ben', 'wording.take', 'problem1', stand('utility'));
    expect(countPositions(state(table)).formal).toBe(1);
    table.act('cleo', 'wording.propose', 'problem1', { after: 1, text: 'Autrement', lang: 'fr' });
    expect(countPositions(state(table))).toMatchObject({ formal: 0, earlier: 1 });
    expect(positionsOn(state(table)).earlier.map((position) => position.organisation)).toEqual(['utility']);
    expect(countPositions(state(table), 1).formal).toBe(1);
  });

  it('WRD-4 counts formally what is confirmed, and what was entered for others once they say so', () => {
    const table = opened();
    table.act('ben', 'wording.take', 'problem1', stand('utility', { standing: 'adReferendum' }));
    expect(countPositions(state(table))).toMatchObject({ formal: 0, byStanding: { adReferendum: 1 } });
    table.act('ada', 'wording.take', 'problem1', stand('brewery', { channel: 'phone' }));
    expect(countPositions(state(table))).toMatchObject({ formal: 0, toAcknowledge: 1 });
    expect(table.act('ada', 'wording.acknowledge', 'problem1', { organisation: 'brewery' })).toBe(
      'NotYourOrganisation',
    );
    expect(table.act('cleo', 'wording.acknowledge', 'problem1', { organisation: 'brewery' })).toBe('ok');
    expect(countPositions(state(table))).toMatchObject({ formal: 1, byStance: { agree: 1 } });
    table.act('ada', 'wording.take', 'problem1', stand('city', { channel: 'paper', proof: 'scan2222' }));
    expect(countPositions(state(table)).formal).toBe(2);
  });

  it('WRD-9 says with whom and until when it is cleared, by whom and how it was confirmed, and keeps what was said before', () => {
    const table = opened();
    const clearing = { standing: 'inClearance', clearWith: 'le cabinet', clearUntil: '2026-02-01' };
    table.act(
      'ben',
      'wording.take',
      'problem1',
      stand('utility', { ...clearing, confirmedOn: '2026-01-01' }),
    );
    const first = state(table).positions['utility'];
    expect([first?.firmness?.until, first?.firmness?.on, first?.trail]).toEqual(['2026-02-01', null, []]);
    expect(textOf(first?.firmness?.with ?? undefined)).toBe('le cabinet');
    table.now = '2026-01-20T09:00:00.000Z';
    const confirming = { confirmedBy: 'la directrice', confirmedHow: 'letter', confirmedOn: '2026-01-19' };
    table.act(
      'ben',
      'wording.take',
      'problem1',
      stand('utility', { ...confirming, clearUntil: '2026-03-01' }),
    );
    const second = state(table).positions['utility'];
    expect(second?.firmness).toMatchObject({ how: 'letter', on: '2026-01-19', until: null, with: null });
    expect(textOf(second?.firmness?.by ?? undefined)).toBe('la directrice');
    expect(second?.trail).toEqual([
      { stance: 'agree', standing: 'inClearance', at: '2026-01-10T09:00:00.000Z' },
    ]);
    // Words of people are texts, never facts: they can be erased.
    table.act('ada', 'wording.erase', 'problem1', { targets: ['confirmedBy'] });
    expect(textOf(state(table).positions['utility']?.firmness?.by ?? undefined)).toBeUndefined();
  });

  it('WRD-5 lets people speak for their own organisation and says who entered for another', () => {
    const table = opened();
    expect(table.act('ben', 'wording.take', 'problem1', stand('brewery'))).toBe('NotYourOrganisation');
    expect(
      table.act('system', 'wording.take', 'problem1', stand('brewery', { channel: 'link', person: 'cleo' })),
    ).toBe('ok');
    expect(state(table).positions['brewery']).toMatchObject({
      enteredBy: 'system',
      person: 'cleo',
      acknowledged: true,
      channel: 'link',
    });
    expect(table.act('obi', 'wording.take', 'problem1', stand('brewery'))).toBe('NotAllowed');
  });

  it('WRD-6 asks a reason of a block and of nothing else', () => {
    const table = opened();
    expect(table.act('ben', 'wording.take', 'problem1', stand('utility', { stance: 'block' }))).toBe(
      'ReasonNeeded',
    );
    expect(
      table.act(
        'ben',
        'wording.take',
        'problem1',
        stand('utility', { stance: 'block', reason: 'Pas seulement le puits' }),
      ),
    ).toBe('ok');
    expect(table.act('cleo', 'wording.take', 'problem1', stand('brewery', { stance: 'reservations' }))).toBe(
      'ok',
    );
    expect(countPositions(state(table)).byStance).toEqual({
      agree: 0,
      reservations: 1,
      standAside: 0,
      block: 1,
    });
  });

  it('WRD-7 remembers what was said before and forgets what was withdrawn', () => {
    const table = opened();
    table.act(
      'ben',
      'wording.take',
      'problem1',
      stand('utility', { stance: 'standAside', standing: 'personal' }),
    );
    table.act('ben', 'wording.take', 'problem1', stand('utility'));
    expect(state(table).positions['utility']?.before).toEqual({
      version: 1,
      stance: 'standAside',
      standing: 'personal',
    });
    expect(table.act('cleo', 'wording.withdraw', 'problem1', { organisation: 'utility' })).toBe(
      'NotYourOrganisation',
    );
    expect(table.act('ben', 'wording.withdraw', 'problem1', { organisation: 'utility' })).toBe('ok');
    expect(table.act('ben', 'wording.withdraw', 'problem1', { organisation: 'utility' })).toBe('NoPosition');
    expect(countPositions(state(table)).formal).toBe(0);
  });

  it('WRD-8 refuses a position on a version that nobody wrote', () => {
    const table = opened();
    expect(table.act('ben', 'wording.take', 'problem1', stand('utility', { version: 2 }))).toBe(
      'UnknownVersion',
    );
  });
});
