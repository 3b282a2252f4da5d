import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX, boxLines, type ChainItem, layChain } from './chain-layout.ts';

const levels = ['impact', 'outcome', 'output', 'activity'] as const;

const items = fc
  .array(fc.record({ statement: fc.lorem({ maxCount: 20 }), level: fc.constantFrom(...levels) }), {
    maxLength: 30,
  })
  .chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.array(fc.nat({ max: Math.max(0, list.length - 1) }), {
        minLength: list.length,
        maxLength: list.length,
      }),
    ),
  )
  .map(([list, targets]) =>
    list.map(
      (each, index): ChainItem => ({
        ...each,
        id: `r${index}`,
        leadsTo: targets[index] === index ? [] : [`r${targets[index]}`],
        assumptions: [],
      }),
    ),
  );

describe('drawing of the results chain', () => {
  it('keeps boxes apart and inside the drawing, and links every result that leads to another', () => {
    fc.assert(
      fc.property(items, (list) => {
        const drawing = layChain(list);
        const boxes = [...drawing.boxes.values()];
        expect(boxes).toHaveLength(list.length);
        for (const [index, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + BOX).toBeLessThanOrEqual(drawing.width);
          expect(box.y + box.height).toBeLessThanOrEqual(drawing.height);
          for (const other of boxes.slice(index + 1))
            expect(
              Math.abs(box.x - other.x) >= BOX ||
                box.y + box.height < other.y ||
                other.y + other.height < box.y,
            ).toBe(true);
        }
        expect(drawing.lines).toHaveLength(list.reduce((sum, item) => sum + item.leadsTo.length, 0));
      }),
      { numRuns: 100 },
    );
  });

  it('cuts a long statement with an ellipsis and never loses a short one', () => {
    expect(boxLines('Douze bornes fonctionnent.')).toEqual(['Douze bornes', 'fonctionnent.']);
    expect(boxLines('mot '.repeat(80)).at(-1)).toMatch(/…$/u);
  });
});
