import { type RecordEntity, titleOf, valueOf } from '@tablee/domain/kernel';
import { assumption, indicator, type Level, logframe, result } from '@tablee/domain/modules/result';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';

/** An assumption with the number that the drawing shows. */
export interface AssumptionEntry {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  readonly holds: 'yes' | 'unsure' | 'no' | undefined;
}

/** One result with all that hangs on it, in the reader's language. */
export interface ChainEntry {
  readonly id: string;
  readonly entity: RecordEntity;
  readonly level: Level;
  readonly words: string;
  readonly leadsTo: readonly string[];
  readonly assumptions: readonly AssumptionEntry[];
  readonly indicators: readonly {
    readonly id: string;
    readonly entity: RecordEntity;
    readonly words: string;
  }[];
}

/** The chain as its drawing, its outline and the logframe read it; assumptions are numbered in that order. */
export const useChain = (): readonly ChainEntry[] => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const said = (title: string | undefined): string =>
    title === undefined ? t('record.untitled') : format.text(title);
  const steps = logframe(view);
  const numbered = steps.flatMap((step) => step.assumptions.map(({ id }) => id));
  return steps.map((step) => ({
    id: step.entity.id,
    entity: step.entity,
    level: step.level,
    words: said(titleOf(result, step.entity, locale)),
    leadsTo: step.leadsTo,
    assumptions: step.assumptions.map((entity) => ({
      id: entity.id,
      number: numbered.indexOf(entity.id) + 1,
      words: said(titleOf(assumption, entity, locale)),
      holds: valueOf(assumption, entity, 'holds'),
    })),
    indicators: step.indicators.map((entity) => ({
      id: entity.id,
      entity,
      words: said(titleOf(indicator, entity, locale)),
    })),
  }));
};
