import { titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { lastDay, recordsIn } from '../reading/index.ts';
import { contextFact } from './context-fact.ts';
import { initiative } from './initiative.ts';

/** A fact of the context as the page shows it. */
export interface FactLine {
  readonly id: string;
  readonly title: string;
  readonly reviewDate: string | undefined;
  /** True when the day of the next look has come. */
  readonly reviewDue: boolean;
}

/** What helps and what hinders, on a day. */
export interface ContextSides {
  readonly helps: readonly FactLine[];
  readonly hinders: readonly FactLine[];
}

/** The facts of the context on their two sides, in the order of their ids. */
export const contextSides = (view: View, today: string, lang: string): ContextSides => {
  const side = (effect: 'helps' | 'hinders'): readonly FactLine[] =>
    recordsIn(view, 'contextFact')
      .filter((entity) => valueOf(contextFact, entity, 'effect') === effect)
      .map((entity) => {
        const reviewDate = valueOf(contextFact, entity, 'reviewDate');
        return {
          id: entity.id,
          title: titleOf(contextFact, entity, lang) ?? '',
          reviewDate,
          reviewDue: reviewDate !== undefined && lastDay(reviewDate) <= today,
        };
      });
  return { helps: side('helps'), hinders: side('hinders') };
};

/** How many initiatives are known, and how many of them have no verdict yet. */
export const initiativeState = (view: View): { readonly known: number; readonly open: number } => {
  const all = recordsIn(view, 'initiative');
  return {
    known: all.length,
    open: all.filter((entity) => valueOf(initiative, entity, 'verdict') === undefined).length,
  };
};
