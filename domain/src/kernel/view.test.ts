import { expect, it, vi } from 'vitest';
import { type Entities, type Entity, PARTNERS, perView, settledView, type View, viewFor } from './index.ts';

const entity = (id: string): Entity => ({ kind: 'withdrawn', id, type: 'thing', circle: PARTNERS });
const entities: Entities = new Map([['a', entity('a')]]);
const circles = new Set([PARTNERS]);

it('reads a settled view once for each set of words, and a live one each time', () => {
  const count = vi.fn<(view: View, word: string) => string>(
    (view, word) => `${[...view.list('thing')].length} ${word}`,
  );
  const counted = perView(count);
  const settled = settledView(entities, circles);
  expect([counted(settled, 'things'), counted(settled, 'things'), counted(settled, 'choses')]).toEqual([
    '1 things',
    '1 things',
    '1 choses',
  ]);
  expect(count).toHaveBeenCalledTimes(2);
  counted(settledView(entities, circles), 'things');
  expect(count).toHaveBeenCalledTimes(3);
  const live = viewFor(entities, circles);
  counted(live, 'things');
  counted(live, 'things');
  expect(count).toHaveBeenCalledTimes(5);
});
