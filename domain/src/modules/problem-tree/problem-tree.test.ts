import { Table } from '@tablee/domain/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnership } from '../index.ts';
import {
  affectedPeople,
  affectedTotal,
  evenKeys,
  evidenceFor,
  keyBetween,
  keyOf,
  outlineOf,
  type Placing,
  placeAfter,
  placeLast,
  placeUnder,
  plantCards,
  problemPlaces,
  problemTree,
  releaseOf,
  type Step,
  stepOf,
  typedCards,
} from './index.ts';

const words = (text: string) => ({ lang: 'fr', text });

const table = (): Table => {
  const made = new Table(partnership);
  made.join('ada', ['secretariat']);
  return made;
};

const treeOf = (made: Table) => problemTree(made.view(), 'fr');
const lines = (made: Table): readonly string[] =>
  [...outlineOf(treeOf(made).effects), ...outlineOf(treeOf(made).causes)].map(
    (card) => `${'-'.repeat(card.depth)}${card.id}`,
  );

const write = (made: Table, placings: readonly Placing[]): void => {
  for (const { id, slots } of placings)
    if (made.state.entities.get(id) !== undefined)
      expect(made.change('ada', 'treeNode', id, slots)).toBe('ok');
    else {
      const given = Object.fromEntries(Object.entries(slots).filter(([, value]) => value !== null));
      expect(made.add('ada', 'treeNode', id, { text: words(id), ...given })).toBe('ok');
    }
};

const grown = (): Table => {
  const made = table();
  write(made, placeLast(treeOf(made), 'cause', 'a'));
  write(made, placeAfter(treeOf(made), 'a', 'b'));
  write(made, placeAfter(treeOf(made), 'b', 'c'));
  write(made, placeLast(treeOf(made), 'effect', 'x'));
  return made;
};

describe('problem tree', () => {
  it('TRE-1 keeps what hangs on a card on the side of that card', () => {
    const made = grown();
    made.change('ada', 'treeNode', 'b', { parent: 'x' });
    made.add('ada', 'evidence', 'e1', { shows: words('Relevé'), about: 'b' });
    expect(lines(made)).toEqual(['x', '-b', 'a', 'c']);
    const card = treeOf(made).effects[0]?.children[0];
    expect([card?.side, card?.evidence]).toEqual(['effect', 1]);
    expect(evidenceFor(made.view(), 'b', 'fr').map((line) => line.shows)).toEqual(['Relevé']);
    expect(evidenceFor(made.view(), undefined, 'fr')).toEqual([]);
  });

  it('TRE-2 orders by key, then by arrival', () => {
    const made = table();
    for (const id of ['z', 'm', 'a']) made.add('ada', 'treeNode', id, { text: words(id), order: keyOf(3) });
    made.add('ada', 'treeNode', 'first', { text: words('first'), order: keyOf(2) });
    expect(lines(made)).toEqual(['first', 'z', 'm', 'a']);
    write(made, stepOf(treeOf(made), 'a', 'up'));
    expect(lines(made)).toEqual(['first', 'z', 'a', 'm']);
  });

  it('TRE-3 always finds a key between two others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: 60 }), (places) => {
        const keys: string[] = [];
        for (const place of places) {
          const at = keys.length === 0 ? 0 : place % (keys.length + 1);
          keys.splice(at, 0, keyBetween(keys[at - 1], keys[at]));
        }
        expect([...keys].sort()).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 100 },
    );
    const even = evenKeys(50);
    expect([...even].sort()).toEqual(even);
    expect(keyBetween(undefined, even[0]) < (even[0] ?? '')).toBe(true);
  });

  it('TRE-4 shows every card once, whatever was moved at once', () => {
    const made = grown();
    made.change('ada', 'treeNode', 'a', { parent: 'b' });
    made.change('ada', 'treeNode', 'b', { parent: 'a' });
    expect(lines(made)).toEqual(['x', 'b', '-a', 'c']);
    made.remove('ada', 'treeNode', 'b');
    expect(lines(made)).toEqual(['x', 'a', 'c']);
    const ids = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 12 }), (moves) => {
        const any = table();
        for (const id of ids) any.add('ada', 'treeNode', id, { text: words(id) });
        for (const [from, to] of moves)
          any.change('ada', 'treeNode', ids[from] ?? '', { parent: ids[to] ?? '' });
        const shown = lines(any).map((line) => line.replaceAll('-', ''));
        expect([...shown].sort()).toEqual(ids);
      }),
      { numRuns: 40 },
    );
  });

  it('TRE-5 moves by steps and stays where there is no place to go', () => {
    const made = grown();
    const go = (id: string, step: Step): readonly string[] => {
      write(made, stepOf(treeOf(made), id, step));
      return lines(made);
    };
    expect(go('b', 'in')).toEqual(['x', 'a', '-b', 'c']);
    expect(go('c', 'in')).toEqual(['x', 'a', '-b', '-c']);
    expect(go('c', 'up')).toEqual(['x', 'a', '-c', '-b']);
    expect(go('c', 'down')).toEqual(['x', 'a', '-b', '-c']);
    expect(go('b', 'out')).toEqual(['x', 'a', '-c', 'b']);
    for (const step of ['up', 'in', 'out', 'down'] as const)
      expect(stepOf(treeOf(made), 'x', step)).toEqual([]);
    expect(stepOf(treeOf(made), 'unknown', 'up')).toEqual([]);
  });

  it('TRE-6 keeps what hung on a card that is taken out, in its place', () => {
    const made = grown();
    for (const id of ['b', 'c']) write(made, stepOf(treeOf(made), id, 'in'));
    write(made, placeAfter(treeOf(made), 'a', 'd'));
    write(made, releaseOf(treeOf(made), 'a'));
    made.remove('ada', 'treeNode', 'a');
    expect(lines(made)).toEqual(['x', 'b', 'c', 'd']);
  });

  it('TRE-7 adds people up in one unit and only where each number has a source', () => {
    const made = table();
    const total = () => affectedTotal(affectedPeople(made.view(), 'fr'));
    const people = (value: string) => ({ number: { value, unit: 'personnes' }, source: 'Recensement' });
    made.add('ada', 'affectedGroup', 'g1', {
      who: words('Quartier-Bas'),
      place: { name: 'Quartier-Bas' },
      ...people('1200'),
    });
    expect(total()).toBeUndefined();
    made.add('ada', 'affectedGroup', 'g2', { who: words('Port'), ...people('300') });
    expect(total()).toEqual({ value: '1500', unit: 'personnes' });
    made.change('ada', 'affectedGroup', 'g2', { number: { value: '90', unit: 'familles' } });
    expect(total()).toBeUndefined();
    made.change('ada', 'affectedGroup', 'g2', { number: { value: '300', unit: 'personnes' }, source: null });
    expect(total()).toBeUndefined();
    expect(problemPlaces(made.view())).toEqual(['Quartier-Bas']);
  });

  it('TRE-8 hangs a line that is set in on the one above it', () => {
    const made = grown();
    const typed = typedCards('Fuites\n  - Pas de pièces\n\n  - Un seul plombier\n---\n\t\tTrop loin\nPrix');
    expect(typed.map(({ text, depth }) => `${depth} ${text}`)).toEqual([
      '0 Fuites',
      '1 Pas de pièces',
      '1 Un seul plombier',
      '1 Trop loin',
      '0 Prix',
    ]);
    write(made, plantCards(treeOf(made), 'cause', typed, ['k1', 'k2', 'k3', 'k4', 'k5']));
    expect(lines(made)).toEqual(['x', 'a', 'b', 'c', 'k1', '-k2', '-k3', '-k4', 'k5']);
    write(made, placeUnder(treeOf(made), 'k5', 'k6'));
    expect(lines(made).slice(-2)).toEqual(['k5', '-k6']);
  });
});
