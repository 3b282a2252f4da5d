import { elementsOf, type RecordEntity, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { asFraction, ratio, recordsIn } from '../reading/index.ts';
import { finding, option } from './finding.ts';
import { criterion, score } from './score.ts';

/** What was said of an option under a criterion. */
export interface ComparisonCell {
  readonly option: string;
  readonly criterion: string;
  /** Every score that was given, 1 to 5, with its record. */
  readonly scores: readonly { readonly entity: RecordEntity; readonly value: number }[];
  /** The middle value, exact (`7/2`); absent where nobody said anything. */
  readonly median: string | undefined;
}

/** The table of options × criteria. No total is made: adding up criteria would decide what weighs more. */
export interface Comparison {
  readonly options: readonly RecordEntity[];
  readonly criteria: readonly RecordEntity[];
  readonly rows: readonly { readonly criterion: RecordEntity; readonly cells: readonly ComparisonCell[] }[];
  /** True when at least two ways stand side by side. */
  readonly enough: boolean;
  /** True when ending is among them. */
  readonly withEnd: boolean;
}

const median = (values: readonly number[]): string | undefined => {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : asFraction(ratio(low + high, 2));
};

/** Options compared on criteria, criteria in their order. */
export const comparison = (view: View): Comparison => {
  const options = recordsIn(view, 'option');
  const criteria = [...recordsIn(view, 'criterion')].sort(
    (a, b) => (valueOf(criterion, a, 'order') ?? 10_000) - (valueOf(criterion, b, 'order') ?? 10_000),
  );
  const scores = recordsIn(view, 'score').map((entity) => ({
    entity,
    option: valueOf(score, entity, 'option'),
    criterion: valueOf(score, entity, 'criterion'),
    value: valueOf(score, entity, 'value'),
  }));
  const cellOf = (of: RecordEntity, under: RecordEntity): ComparisonCell => {
    const found = scores.flatMap(({ entity, option: about, criterion: by, value }) =>
      about === of.id && by === under.id && value !== undefined ? [{ entity, value }] : [],
    );
    return {
      option: of.id,
      criterion: under.id,
      scores: found,
      median: median(found.map((one) => one.value)),
    };
  };
  return {
    options,
    criteria,
    rows: criteria.map((under) => ({ criterion: under, cells: options.map((of) => cellOf(of, under)) })),
    enough: options.length >= 2,
    withEnd: options.some((entity) => valueOf(option, entity, 'kind') === 'end'),
  };
};

/** Where scores of the same option and criterion are furthest apart: what is worth talking about first. */
export const widestGaps = (
  table: Comparison,
): readonly { readonly option: string; readonly criterion: string; readonly gap: number }[] =>
  table.rows
    .flatMap((row) => row.cells)
    .flatMap((cell) => {
      const values = cell.scores.map((one) => one.value);
      return values.length > 1
        ? [{ option: cell.option, criterion: cell.criterion, gap: Math.max(...values) - Math.min(...values) }]
        : [];
    })
    .filter((cell) => cell.gap > 0)
    .sort((a, b) => b.gap - a.gap);

/** A question of the evaluation with its findings. */
export interface QuestionLine {
  readonly question: string;
  readonly findings: readonly RecordEntity[];
  /** Indicators that the findings rest on. */
  readonly indicators: readonly string[];
  /** Findings that the partners have answered. */
  readonly answered: number;
}

/** Findings by question, in the wished language; those with the same words of a question stand together. */
export const findingsByQuestion = (view: View, language: string): readonly QuestionLine[] => {
  const groups = new Map<string, RecordEntity[]>();
  for (const entity of recordsIn(view, 'finding')) {
    const question = textIn(entity, 'question', language)?.text ?? '';
    groups.set(question, [...(groups.get(question) ?? []), entity]);
  }
  return [...groups].map(([question, findings]) => ({
    question,
    findings,
    indicators: [...new Set(findings.flatMap((entity) => elementsOf(entity, 'indicators')))],
    answered: findings.filter((entity) => valueOf(finding, entity, 'response') !== undefined).length,
  }));
};
