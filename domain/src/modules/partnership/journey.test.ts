import { isErased, textOf } from '@tablee/domain/kernel';
import { Table } from '@tablee/domain/testing';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import { journeyId, journeyOf, partnershipOf } from './index.ts';

const SPACE = 'space0000000000000000';
const JOURNEY = journeyId(SPACE);

const begun = (): Table => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  table.join('ben', ['focal'], 'utility');
  table.add('ada', 'partnership', SPACE, {
    name: { lang: 'fr', text: 'L’eau de la vallée' },
    zone: 'Africa/Douala',
  });
  expect(table.act('ada', 'journey.begin', JOURNEY, {})).toBe('ok');
  return table;
};

const back = { phase: 2, reason: 'Les cas ne baissent pas', reopened: ['results'], standing: ['agreement'] };

describe('journey', () => {
  it('JRN-1 begins once, in phase 1 and cycle 1', () => {
    const table = begun();
    expect(journeyOf(table.view())).toMatchObject({
      phase: 1,
      cycles: [{ number: 1, opened: 'began' }],
      ended: null,
    });
    expect(table.act('ada', 'journey.begin', 'another', {})).toBe('AlreadyBegun');
    expect(partnershipOf(table.view(), 'fr')).toMatchObject({
      id: SPACE,
      name: 'L’eau de la vallée',
      zone: 'Africa/Douala',
    });
  });

  it('JRN-2 enters any later phase, also over one that was left out, and only keepers say so', () => {
    const table = begun();
    expect(table.act('ben', 'journey.enter', JOURNEY, { phase: 2 })).toBe('NotAllowed');
    expect(table.act('ada', 'journey.enter', JOURNEY, { phase: 3 })).toBe('ok');
    expect(journeyOf(table.view())).toMatchObject({ phase: 3, cycles: [{ entered: [1, 3] }] });
    expect(table.act('ada', 'journey.enter', JOURNEY, { phase: 5 })).toBe('Invalid');
  });

  it('JRN-3 opens the next cycle by a return that says what is reopened and what stands', () => {
    const table = begun();
    table.act('ada', 'journey.enter', JOURNEY, { phase: 3 });
    expect(table.act('ada', 'journey.enter', JOURNEY, { phase: 2 })).toBe('UseReturn');
    expect(table.act('ada', 'journey.goBack', JOURNEY, { ...back, reopened: [] })).toBe('NothingToReopen');
    expect(table.act('ada', 'journey.goBack', JOURNEY, { ...back, standing: ['agreement', 'results'] })).toBe(
      'ok',
    );
    const state = journeyOf(table.view());
    expect(state).toMatchObject({ phase: 2 });
    expect(state?.cycles[1]).toMatchObject({
      number: 2,
      opened: 'returned',
      from: 3,
      phase: 2,
      reopened: ['results'],
      standing: ['agreement'],
    });
    expect(textOf(state?.cycles[1]?.reason ?? undefined)).toBe('Les cas ne baissent pas');
  });

  it('JRN-4 does not open two cycles when two people go back at once', () => {
    const table = begun();
    table.act('ada', 'journey.enter', JOURNEY, { phase: 3 });
    expect(table.act('ada', 'journey.goBack', JOURNEY, { ...back, cycle: 1 })).toBe('ok');
    expect(table.act('ada', 'journey.goBack', JOURNEY, { ...back, cycle: 1 })).toBe('CycleMoved');
    expect(table.detail).toEqual({ cycle: 2 });
  });

  it('JRN-5 sets a condition aside with a reason and takes it up again', () => {
    const table = begun();
    expect(table.act('ada', 'journey.setAside', JOURNEY, { condition: 'sectors' })).toBe('Invalid');
    expect(
      table.act('ada', 'journey.setAside', JOURNEY, { condition: 'sectors', reason: 'Pas d’université ici' }),
    ).toBe('ok');
    expect(textOf(journeyOf(table.view())?.setAside['sectors']?.reason)).toBe('Pas d’université ici');
    expect(table.act('ada', 'journey.takeUp', JOURNEY, { condition: 'sectors' })).toBe('ok');
    expect(journeyOf(table.view())?.setAside).toEqual({});
  });

  it('JRN-6 ends once, and can be continued into a next cycle', () => {
    const table = begun();
    table.act('ada', 'journey.enter', JOURNEY, { phase: 4 });
    expect(table.act('ada', 'journey.end', JOURNEY, { words: 'Merci à tous' })).toBe('ok');
    expect(table.act('ada', 'journey.end', JOURNEY, { words: 'Encore' })).toBe('AlreadyEnded');
    expect(table.act('ada', 'journey.enter', JOURNEY, { phase: 3 })).toBe('AlreadyEnded');
    expect(table.act('ada', 'journey.goOn', JOURNEY, { phase: 2, reason: 'La commune reprend' })).toBe('ok');
    expect(journeyOf(table.view())).toMatchObject({
      phase: 2,
      ended: null,
      cycles: [{}, { opened: 'continued', from: 4 }],
    });
  });

  it('JRN-7 stands as it was once a reason is erased', () => {
    const table = begun();
    table.act('ada', 'journey.enter', JOURNEY, { phase: 3 });
    table.act('ada', 'journey.goBack', JOURNEY, back);
    expect(table.act('ada', 'journey.erase', JOURNEY, { targets: ['reason'] })).toBe('ok');
    const cycle = journeyOf(table.view())?.cycles[1];
    expect(cycle).toMatchObject({ number: 2, reopened: ['results'] });
    expect(isErased(cycle?.reason ?? undefined)).toBe(true);
  });
});
