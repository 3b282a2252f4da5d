import type { BenchLine } from './engine.ts';

/** One part of the bench by the name under which its table stands. */
export interface Part {
  readonly name: string;
  readonly lines: readonly BenchLine[];
}

/** Where the bench ran. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly node: string;
}

const row = ({ name, value, budget, kept }: BenchLine): string =>
  `| ${name} | ${value} | ${budget} | ${budget === '' ? '' : kept ? 'kept' : '**missed**'} |`;

const table = ({ name, lines }: Part): readonly string[] => [
  `## ${name}`,
  '',
  '| what | measured | budget | |',
  '|---|---|---|---|',
  ...lines.map(row),
  '',
];

const verdict = (parts: readonly Part[]): readonly string[] => {
  const budgeted = parts.flatMap(({ lines }) => lines).filter(({ budget }) => budget !== '');
  const missed = budgeted.filter(({ kept }) => !kept);
  if (missed.length === 0) return [`All ${budgeted.length} budgets were kept.`, ''];
  return [
    `Missed, ${missed.length} of ${budgeted.length}:`,
    '',
    ...missed.map(({ name, value, budget }) => `- ${name}: ${value} (${budget})`),
    '',
  ];
};

/** Budgets of the architecture that this bench has no figure for: said, so that nobody takes them for kept. */
const NOT_MEASURED: readonly string[] = [
  '## Not measured yet',
  '',
  '- Lighthouse performance of at least 95 with its own mobile settings.',
  '',
];

/** The page `docs/performance.md`: what was measured where and when, each budget kept or missed. */
export const reportOf = (parts: readonly Part[], { cores, model, node }: Machine, day: string): string =>
  [
    '# Performance',
    '',
    'Written by `npm run bench -- --write`. Ratios are taken within one run, both sides in turns on the same machine; over',
    'loopback, measuring and measured processes share its cores. Other work on the machine moves absolute figures several',
    'times over and ratios less.',
    '',
    `Measured on ${day}, Node ${node}, ${cores} cores (${model}).`,
    '',
    ...verdict(parts),
    ...parts.flatMap(table),
    ...NOT_MEASURED,
  ].join('\n');
