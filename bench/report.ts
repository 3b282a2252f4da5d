import type { BenchLine } from './engine.ts';

/** One part of the bench by the name under which its table stands. */
export interface Part {
  readonly name: string;
  /** When it was taken and how busy the machine was: what stands above its table. */
  readonly taken: string;
  readonly lines: readonly BenchLine[];
}

/** « Taken on 2026-11-22 at a load of 0.4 to 2.1. »: the load averages of a minute before and after. */
export const takenOn = (day: string, before: number, after: number): string => {
  const [least, most] = [Math.min(before, after), Math.max(before, after)];
  return `Taken on ${day} at a load of ${least.toFixed(1)} to ${most.toFixed(1)}.`;
};

/** Where the bench ran. */
export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly node: string;
}

const row = ({ name, value, budget, kept }: BenchLine): string =>
  `| ${name} | ${value} | ${budget} | ${budget === '' ? '' : kept ? 'kept' : '**missed**'} |`;

const table = ({ name, taken, lines }: Part): readonly string[] => [
  `## ${name}`,
  '',
  ...(taken === '' ? [] : [taken, '']),
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
export const reportOf = (parts: readonly Part[], { cores, model, node }: Machine): string =>
  [
    '# Performance',
    '',
    'Written by `npm run bench -- --write`, one part by `--write --only <the beginning of its name>`; a part that was not',
    'measured then keeps what was. Ratios are taken within one run, both sides in turns on the same machine; over loopback,',
    'measuring and measured processes share its cores. Other work on the machine moves absolute figures several times over',
    `and ratios less: where the load was above ${cores}, the times of a part are upper bounds.`,
    '',
    `Node ${node}, ${cores} cores (${model}).`,
    '',
    ...verdict(parts),
    ...parts.flatMap(table),
    ...NOT_MEASURED,
  ].join('\n');

const lineOf = (text: string): readonly BenchLine[] => {
  const [, name, value, budget, kept] = text.split('|').map((cell) => cell.trim());
  if (name === undefined || value === undefined || budget === undefined) return [];
  return [{ name, value, budget, kept: kept !== '**missed**' }];
};

/** A part as an earlier page has it; `undefined` where the page has none of this name. */
export const partIn = (page: string, name: string): Part | undefined => {
  const [, after] = page.split(`\n## ${name}\n`);
  const section = after?.split('\n## ')[0];
  if (section === undefined) return undefined;
  const [taken = '', ...rows] = section.split(/\n(?=\|)/);
  // The first two rows are the head of the table.
  return { name, taken: taken.trim(), lines: rows.slice(2).flatMap(lineOf) };
};
