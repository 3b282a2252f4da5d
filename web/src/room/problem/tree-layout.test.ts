import { addRecord } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { problemTree } from '@tablee/domain/modules/problem-tree';
import { Table } from '@tablee/domain/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layTree, type TreeLayout, wrapWords } from './tree-layout.ts';

const card = fc.record({
  text: fc.string({ minLength: 1, maxLength: 120 }).filter((text) => text.trim() !== ''),
  parent: fc.nat(30),
  side: fc.constantFrom('cause', 'effect'),
});

const treeOf = (cards: readonly { text: string; parent: number; side: string }[]) => {
  const table = new Table(partnership);
  table.join('ada', ['secretariat']);
  for (const [at, { text, parent, side }] of cards.entries()) {
    const slots = { text: { lang: 'fr', text }, side, ...(parent < at ? { parent: `n${parent}` } : {}) };
    const ticket = { id: `c${at}`, space: 'space0000000000000000', saidAt: table.now };
    const command = addRecord(ticket, 'treeNode', { entity: `n${at}`, circle: 'partners' }, slots);
    expect(table.act('ada', command.type, command.entity, command.payload)).toBe('ok');
  }
  return problemTree(table.view(), 'fr');
};

const collisions = ({ boxes, core }: TreeLayout): number => {
  const all = [...boxes, core];
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      ),
  ).length;
};

it('draws every card once, inside the drawing, and lets none touch another', () => {
  fc.assert(
    fc.property(fc.array(card, { maxLength: 25 }), fc.integer({ min: 1, max: 6 }), (cards, levels) => {
      const { causes, effects, count } = treeOf(cards);
      const layout = layTree({ core: 'L’eau du puits rend malade', causes, effects, levels });
      expect(collisions(layout)).toBe(0);
      const hidden = layout.boxes.reduce((sum, box) => sum + box.folded, 0);
      expect(layout.boxes.length + hidden).toBe(count);
      for (const box of layout.boxes) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(layout.width);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(layout.height);
      }
    }),
    { numRuns: 40 },
  );
});

it('wraps words, cuts a word that is longer than a line, and ends a long text in an ellipsis', () => {
  expect(wrapWords('Pas de pièces de rechange', 120).length).toBeGreaterThan(1);
  expect(wrapWords('a'.repeat(60), 120).every((line) => line.length <= 15)).toBe(true);
  expect(wrapWords('mot '.repeat(200), 120)).toHaveLength(8);
  expect(wrapWords('mot '.repeat(200), 120).at(-1)).toMatch(/…$/);
});
