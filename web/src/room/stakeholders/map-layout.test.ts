import type { Sector } from '@tablee/domain/modules/actor';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOBODY, relationPlaces, settle } from './map-force.ts';
import { MOST_TOGETHER, partsOf } from './map-frame.ts';
import { runsThrough } from './map-grid.ts';
import { labelLines, placeLabels } from './map-label.ts';
import { MAP, nodeBox, overlap, placeActors } from './map-layout.ts';
import {
  actorAt,
  drawMap,
  type PictureActor,
  type PictureRequest,
  placeIn,
  RINGS,
  ringPlaces,
} from './map-picture.ts';

const actors = (max: number): fc.Arbitrary<readonly PictureActor[]> =>
  fc
    .array(
      fc.record({
        name: fc.string({ minLength: 1, maxLength: 60 }),
        sector: fc.constantFrom<Sector>('state', 'private', 'civilSociety', 'science'),
        ring: fc.constantFrom(...RINGS),
        missing: fc.boolean(),
      }),
      { maxLength: max },
    )
    .map((list) => list.map((actor, index) => ({ id: `a${index}`, ...actor })));

const requests = (max: number): fc.Arbitrary<PictureRequest> =>
  fc.tuple(actors(max), fc.constantFrom(1, 2, 4)).chain(([list, zoom]) =>
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: list.length }).map((pairs) => ({
      form: 'rings' as const,
      zoom,
      actors: list,
      relations: pairs.map(([from, to]) => ({
        from: `a${from % Math.max(1, list.length)}`,
        to: `a${to % Math.max(1, list.length)}`,
        strength: undefined,
      })),
    })),
  );

describe('map of the stakeholders', () => {
  it('keeps every label clear of every other label, of every shape and inside the drawing, at every zoom', () => {
    fc.assert(
      fc.property(requests(40), (request) => {
        const picture = drawMap(request, ringPlaces(request.actors));
        for (const [place, { index, label }] of picture.labels.entries()) {
          const { box } = label;
          expect(box.left >= 0 && box.top >= 0).toBe(true);
          expect(box.right <= picture.width && box.bottom <= picture.height).toBe(true);
          for (const other of picture.labels.slice(place + 1))
            expect(overlap(box, other.label.box)).toBe(false);
          for (const number of request.actors.keys())
            if (number !== index)
              expect(overlap(box, nodeBox(placeIn(picture, number), picture.node))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('draws the same picture of the same map, and finds in it whoever is pressed', () => {
    fc.assert(
      fc.property(requests(30), (request) => {
        const picture = drawMap(request, ringPlaces(request.actors));
        expect(drawMap(request, ringPlaces(request.actors))).toEqual(picture);
        for (const { index, label } of picture.labels) {
          const { box } = label;
          const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
          expect(actorAt(picture, middle)).toBe(index);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('holds every label of a picture in one part of it, no part larger than what may be drawn in one frame', () => {
    fc.assert(
      fc.property(requests(40), (request) => {
        const picture = drawMap(request, ringPlaces(request.actors));
        const parts = partsOf(picture);
        const held = parts.flatMap(({ labels }) => labels).sort((a, b) => a.index - b.index);
        expect(held).toEqual([...picture.labels].sort((a, b) => a.index - b.index));
        for (const { box, labels } of parts)
          for (const { label } of labels) expect(overlap(label.box, box)).toBe(true);
        expect(Math.max(0, ...parts.map(({ labels }) => labels.length))).toBeLessThanOrEqual(MOST_TOGETHER);
      }),
      { numRuns: 40 },
    );
  });

  it('finds room for words that no line crosses before it lets a line cross them', () => {
    const at = { x: 200, y: 200 };
    const line = [
      { x: 0, y: 225 },
      { x: 400, y: 225 },
    ] as const;
    const label = placeLabels([{ id: 'a', name: 'Mairie', at }], {
      width: 400,
      height: 400,
      lines: [line],
    }).get('a');
    expect(label).toMatchObject({ kind: 'beside' });
    expect(label && runsThrough(line, label.box)).toBe(false);
  });

  it('settles a network in the same places again, and hardly moves those who are there when one is added', () => {
    const request = (count: number): PictureRequest => ({
      form: 'relations',
      zoom: 1,
      actors: Array.from({ length: count }, (_, index) => ({
        id: `a${index}`,
        name: `Acteur ${index}`,
        sector: 'state' as const,
        ring: 'core' as const,
        missing: false,
      })),
      relations: Array.from({ length: count - 1 }, (_, index) => ({
        from: `a${index}`,
        to: `a${Math.floor(index / 2) + 1}`,
        strength: 'close',
      })),
    });
    const first = settle(request(30), NOBODY);
    expect(settle(request(30), NOBODY).places).toEqual(first.places);
    expect(settle(request(30), first)).toBe(first);
    const after = settle(request(31), first);
    const moved = [...first.places].map(([id, [x, y]]) => {
      const [nx, ny] = after.places.get(id) ?? [0, 0];
      return Math.hypot(nx - x, ny - y);
    });
    expect(moved.sort((a, b) => a - b)[15]).toBeLessThan(48);
    const places = relationPlaces(request(31), after);
    for (const { x, y } of places) expect(x >= 0 && x <= MAP.width && y >= 0 && y <= MAP.height).toBe(true);
  });

  it('puts every actor inside the drawing, in the quarter of its sector', () => {
    fc.assert(
      fc.property(actors(60), (people) => {
        const order = ['private', 'civilSociety', 'science', 'state'];
        const list = people.map((one) => ({ ...one, wedge: order.indexOf(one.sector) }));
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
    ].map((name, index) => ({ id: `a${index}`, name, wedge: index % 4, ring: RINGS[index % 3] ?? 'core' }));
    const places = placeActors(list, 4);
    const labels = placeLabels(
      list.map(({ id, name }) => ({ id, name, at: places.get(id) ?? { x: 0, y: 0 } })),
      MAP,
    );
    expect(labels.size).toBe(10);
    expect([...labels.values()].filter((label) => label.kind === 'number')).toEqual([]);
  });

  it('breaks a long name into two lines and says when it is cut', () => {
    expect(labelLines('Mairie')).toEqual(['Mairie']);
    expect(labelLines('Fédération des habitants')).toEqual(['Fédération des', 'habitants']);
    expect(labelLines('Ministère de l’eau, de l’assainissement et de l’énergie').at(-1)).toMatch(/…$/u);
  });
});
