import type { PersonalItem } from '@tablee/domain/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePersonal, type PersonalRow } from './personal.ts';

const TODAY = '2026-03-17';
const item = (id: string, minute: number, expires = '2027-01-01'): PersonalItem => ({
  id,
  kind: 'conversation',
  value: { text: `${id} at ${minute}` },
  expires,
  changedAt: `2026-03-17T10:${String(minute).padStart(2, '0')}:00.000Z`,
});

describe('what is readable by me alone, on two devices', () => {
  it('lets the later change win, whichever device made it', () => {
    const mine: PersonalRow = { item: item('a', 5), sent: false };
    expect(mergePersonal([mine], [item('a', 4)], TODAY)).toEqual([mine]);
    expect(mergePersonal([mine], [item('a', 6)], TODAY)).toEqual([{ item: item('a', 6), sent: true }]);
  });

  it('drops what another device deleted, and keeps what was written here and not sent yet', () => {
    const rows: PersonalRow[] = [
      { item: item('a', 1), sent: true },
      { item: item('b', 1), sent: false },
    ];
    expect(mergePersonal(rows, [], TODAY).map((row) => row.item.id)).toEqual(['b']);
  });

  it('keeps a deletion until the server knows of it, unless the thing was changed elsewhere later', () => {
    const gone: PersonalRow = { item: { ...item('a', 5), value: {} }, sent: false, gone: true };
    expect(mergePersonal([gone], [item('a', 4)], TODAY)).toEqual([gone]);
    expect(mergePersonal([gone], [item('a', 6)], TODAY)).toEqual([{ item: item('a', 6), sent: true }]);
  });

  it('lets go of what has expired', () => {
    expect(
      mergePersonal([{ item: item('a', 1, '2026-03-16'), sent: false }], [item('b', 1, TODAY)], TODAY),
    ).toEqual([{ item: item('b', 1, TODAY), sent: true }]);
  });

  it('lets go of a map that its owner closed to me, but for what I wrote in it and the server has not seen', () => {
    const shared = (id: string): PersonalItem => ({
      ...item(`ann/${id}`, 1),
      kind: 'working-map',
      owner: 'ann',
      writes: true,
    });
    const rows: PersonalRow[] = [
      { item: shared('city'), sent: true },
      { item: shared('women'), sent: false },
    ];
    expect(mergePersonal(rows, [], TODAY).map((row) => row.item.id)).toEqual(['ann/women']);
    expect(mergePersonal(rows, [shared('city')], TODAY)).toHaveLength(2);
  });

  it('gives the same answer when it is asked twice', () => {
    const minutes = fc.integer({ min: 0, max: 59 });
    const id = fc.constantFrom('a', 'b', 'c');
    const row = fc.tuple(id, minutes, fc.constantFrom('sent', 'waiting', 'gone')).map(
      ([name, minute, state]): PersonalRow => ({
        item: item(name, minute),
        sent: state === 'sent',
        ...(state === 'gone' ? { gone: true as const } : {}),
      }),
    );
    const unique = { selector: (each: PersonalRow) => each.item.id };
    const kept = fc.uniqueArray(
      fc.tuple(id, minutes).map(([name, minute]) => item(name, minute)),
      { selector: (each) => each.id },
    );
    fc.assert(
      fc.property(fc.uniqueArray(row, unique), kept, (rows, server) => {
        const once = mergePersonal(rows, server, TODAY);
        expect(mergePersonal(once, server, TODAY)).toEqual(once);
      }),
    );
  });
});
