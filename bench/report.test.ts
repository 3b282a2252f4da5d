import { expect, it } from 'vitest';
import { type Part, partIn, reportOf, takenOn } from './report.ts';

const MACHINE = { cores: 2, model: 'Model', node: 'v1' };
const PARTS: readonly Part[] = [
  {
    name: 'Start',
    taken: takenOn('2026-01-02', 3.14, 0.5),
    lines: [
      { name: 'start to ready', value: '264 ms', budget: 'at most 1000 ms', kept: true },
      { name: 'memory', value: '131 MB', budget: 'at most 120 MB', kept: false },
      { name: 'starts', value: '3, 4', budget: '', kept: true },
    ],
  },
  { name: 'Engines', taken: 'Taken by hand, in two\nlines.', lines: [] },
];

it('says of each part when it was taken and how busy the machine was', () => {
  expect(reportOf(PARTS, MACHINE)).toContain('## Start\n\nTaken on 2026-01-02 at a load of 0.5 to 3.1.\n');
});

it('reads a part that was not measured again from the page as it stood, missed budgets too', () => {
  const page = reportOf(PARTS, MACHINE);
  expect(PARTS.map(({ name }) => partIn(page, name))).toEqual(PARTS);
  expect(page).toContain('Missed, 1 of 2:');
  expect(partIn(page, 'Pages')).toBeUndefined();
});
