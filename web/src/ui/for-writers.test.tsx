import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ForWriters, ReadsOnly } from './for-writers.tsx';
import { EmptyState } from './state-line.tsx';

const page = (readsOnly: boolean): string =>
  renderToStaticMarkup(
    <ReadsOnly value={readsOnly}>
      <ForWriters>
        <b>propose</b>
      </ForWriters>
      <EmptyState action={<i>add</i>}>What this is for</EmptyState>
    </ReadsOnly>,
  );

it('offers acts to those who write, and to those who only read the words alone', () => {
  expect(page(false)).toMatch(/propose.*What this is for.*add/);
  expect(page(true)).toMatch(/What this is for/);
  expect(page(true)).not.toMatch(/propose|add/);
});
