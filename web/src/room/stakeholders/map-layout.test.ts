import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelLines, placeLabels } from './map-label.ts';
import { MAP, type MapActor, type MapRing, nodeBox, overlap, placeActors } from './map-layout.ts';

const rings: readonly MapRing[] = ['core', 'partner', 'concerned'];

const actors = (max: number): fc.Arbitrary<readonly MapActor[]> =>
  fc
    .array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 60 }),
        wedge: fc.integer({ min: 0, max: 3 }),
        ring: fc.constantFrom(...rings),
      }),
      { maxLength: max },
    )
    .map((list) => list.map((actor, index) => ({ id: `a${index}`, ...actor })));

describe('map of the stakeholders', () => {
  it('keeps every label clear of every other label and of every shape', () => {
    fc.assert(
      fc.property(actors(24), (list) => {
        const places = placeActors(list, 4);
        const labelled = list.map(({ id, name }) => ({ id, name, at: places.get(id) ?? { x: 0, y: 0 } }));
        const labels = [...placeLabels(labelled, [])].filter(([, label]) => label.kind !== 'number');
        for (const [index, [id, label]] of labels.entries()) {
          for (const [, other] of labels.slice(index + 1)) expect(overlap(label.box, other.box)).toBe(false);
          for (const node of labelled)
            if (node.id !== id) expect(overlap(label.box, nodeBox(node.at))).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('puts every actor inside the drawing, in the quarter of its sector', () => {
    fc.assert(
      fc.property(actors(60), (list) => {
        const places = placeActors(list, 4);
        for (const actor of list) {
          const { x, y } = places.get(actor.id) ?? { x: -1, y: -1 };
          expect(x > 0 && x < MAP.width && y > 0 && y < MAP.height).toBe(true);
          expect(x > MAP.width / 2).toBe(actor.wedge === 0 || actor.wedge === 1);
          expect(y < MAP.height / 2).toBe(actor.wedge === 0 || actor.wedge === 3);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('labels ten actors of a real partnership without a number', () => {
    const names = [
      'Mairie',
      'Régulateur de l’eau',
      'Ministère de l’Eau',
      'Brasserie',
      'Banque de développement',
    ];
    const list = [
      ...names,
      'Fédération des habitants',
      'Comités de quartier',
      'ONG Eau',
      'Université',
      'Foreurs de puits',
    ].map(
      (name, index): MapActor => ({
        id: `a${index}`,
        name,
        wedge: index % 4,
        ring: rings[index % 3] ?? 'core',
      }),
    );
    const places = placeActors(list, 4);
    const labels = placeLabels(
      list.map(({ id, name }) => ({ id, name, at: places.get(id) ?? { x: 0, y: 0 } })),
      [],
    );
    expect([...labels.values()].filter((label) => label.kind === 'number')).toEqual([]);
  });

  it('breaks a long name into two lines and says when it is cut', () => {
    expect(labelLines('Mairie')).toEqual(['Mairie']);
    expect(labelLines('Fédération des habitants')).toEqual(['Fédération des', 'habitants']);
    expect(labelLines('Ministère de l’eau, de l’assainissement et de l’énergie').at(-1)).toMatch(/…$/u);
  });
});
