import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { actorName } from '../actor/index.ts';
import {
  commitment,
  commitments,
  type HalfPageWords,
  halfPageWords,
  quarterPage,
} from '../commitment/index.ts';
import { boundsOf, daysBetween, lastDay, recordsIn } from '../reading/index.ts';
import { commentsOn } from '../request/index.ts';
import { type DueAsked, GRACE_DAYS, partnersWithDue } from './due.ts';

/** The half page of one partner for one quarter. */
export interface HalfPage {
  readonly organisation: string;
  readonly name: string;
  /** The record that holds the partner's words, once somebody opened it. */
  readonly page: RecordEntity | undefined;
  /** Commitments done in the quarter. */
  readonly done: readonly string[];
  /** Commitments whose day had passed by more than the grace at the end of the quarter, or has today. */
  readonly late: readonly string[];
  /** What the partner says itself, in its own words. */
  readonly words: HalfPageWords;
  /** What came as a comment on it. */
  readonly said: readonly string[];
  /** True once the partner said something, by whichever way. */
  readonly here: boolean;
}

/** A quarter by its name: `2026-Q1`. */
export const QUARTER = /^\d{4}-Q[1-4]$/;

const pageIn = (view: View, organisation: string, quarter: string): RecordEntity | undefined =>
  recordsIn(view, 'quarterPage').find(
    (entity) =>
      valueOf(quarterPage, entity, 'organisation') === organisation &&
      valueOf(quarterPage, entity, 'quarter') === quarter,
  );

const isKeptIn = (entity: RecordEntity, quarter: string): boolean => {
  const { first, last } = boundsOf(quarter);
  const on = valueOf(commitment, entity, 'doneOn');
  const isDone = valueOf(commitment, entity, 'state') === 'done';
  return isDone && on !== undefined && lastDay(on) >= first && lastDay(on) <= last;
};

/** Whoever kept a promise in the quarter: who owes nothing any more has something to say of it, too. */
const keptIn = (view: View, quarter: string): readonly string[] =>
  recordsIn(view, 'commitment')
    .filter((entity) => isKeptIn(entity, quarter))
    .flatMap((entity) => valueOf(commitment, entity, 'owner') ?? []);

const halfPage = (view: View, organisation: string, quarter: string, asked: DueAsked): HalfPage => {
  const { lang, today } = asked;
  const { last } = boundsOf(quarter);
  const until = today < last ? today : last;
  const page = pageIn(view, organisation, quarter);
  const own = commitments(view, today, lang).filter(({ owner }) => owner === organisation);
  const words = halfPageWords(page, lang);
  const said = page === undefined ? [] : commentsOn(view, page.id).map((comment) => comment.words);
  return {
    organisation,
    name: actorName(view, organisation) ?? '',
    page,
    done: own.filter(({ entity }) => isKeptIn(entity, quarter)).map(({ what }) => what),
    late: own
      .filter(
        ({ state, due }) =>
          state === 'open' && due !== undefined && daysBetween(lastDay(due), until) > GRACE_DAYS,
      )
      .map(({ what }) => what),
    words,
    said,
    here: said.length > 0 || Object.keys(words).length > 0,
  };
};

/** The half pages of a quarter (`2026-Q1`), by the name of the partner: those who owe something, kept a promise in it, or were asked. */
export const halfPages = (view: View, quarter: string, asked: DueAsked): readonly HalfPage[] => {
  const opened = recordsIn(view, 'quarterPage')
    .filter((entity) => valueOf(quarterPage, entity, 'quarter') === quarter)
    .flatMap((entity) => valueOf(quarterPage, entity, 'organisation') ?? []);
  return [...new Set([...opened, ...partnersWithDue(view, asked), ...keptIn(view, quarter)])]
    .map((organisation) => halfPage(view, organisation, quarter, asked))
    .sort((a, b) => a.name.localeCompare(b.name, asked.lang));
};
