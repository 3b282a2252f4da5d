import { expect, it } from 'vitest';
import { giveMemoryBack } from './give-back.ts';

it('gives back to the system what nobody holds any longer', () => {
  let held = Array.from({ length: 500_000 }, (_, index) => ({ index }));
  const before = process.memoryUsage().heapTotal;
  held = [];
  giveMemoryBack();
  expect(held).toHaveLength(0);
  expect(process.memoryUsage().heapTotal).toBeLessThan(before);
});
