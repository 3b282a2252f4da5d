import { elementsOf, type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';
import { assumption } from './assumption.ts';
import { indicator } from './indicator.ts';
import { LEVELS, type Level, result } from './result.ts';

/** One result with all that hangs on it. */
export interface ChainStep {
  readonly entity: RecordEntity;
  readonly level: Level;
  /** Results that it contributes to: those that exist in the view. */
  readonly leadsTo: readonly string[];
  /** Results that contribute to it. */
  readonly from: readonly string[];
  readonly assumptions: readonly RecordEntity[];
  readonly indicators: readonly RecordEntity[];
}

/** One level of the chain, with its results in their order. */
export interface ChainLevel {
  readonly level: Level;
  readonly steps: readonly ChainStep[];
}

const rank = (entity: RecordEntity): number => valueOf(result, entity, 'order') ?? 10_000;

/** The results chain, impact first; its levels read as rows are the logframe. A result without a level counts as an output. */
export const chain = (view: View): readonly ChainLevel[] => {
  const results = recordsIn(view, 'result');
  const known = new Set(results.map((entity) => entity.id));
  const assumptions = recordsIn(view, 'assumption');
  const indicators = recordsIn(view, 'indicator');
  const steps = [...results]
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .map(
      (entity): ChainStep => ({
        entity,
        level: valueOf(result, entity, 'level') ?? 'output',
        leadsTo: elementsOf(entity, 'leadsTo').filter((id) => known.has(id)),
        from: results
          .filter((other) => elementsOf(other, 'leadsTo').includes(entity.id))
          .map((other) => other.id),
        assumptions: assumptions.filter((held) => valueOf(assumption, held, 'result') === entity.id),
        indicators: indicators.filter((held) => valueOf(indicator, held, 'result') === entity.id),
      }),
    );
  return LEVELS.map((level) => ({ level, steps: steps.filter((step) => step.level === level) }));
};

/** The rows of the logframe: every result in the order of the chain. */
export const logframe = (view: View): readonly ChainStep[] => chain(view).flatMap((level) => level.steps);

/** The results that a result is thought to bring about, near and far; a circle of links is walked once. */
export const upwards = (view: View, id: string): readonly string[] => {
  const steps = new Map(logframe(view).map((step) => [step.entity.id, step]));
  const seen = new Set<string>();
  const visit = (at: string): void => {
    for (const next of steps.get(at)?.leadsTo ?? [])
      if (!seen.has(next)) {
        seen.add(next);
        visit(next);
      }
  };
  visit(id);
  seen.delete(id);
  return [...seen];
};
