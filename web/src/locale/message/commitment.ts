// Generated from web/locale/commitment.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `commitment` and the values they take. */
export interface CommitmentMessages {
  'commitment.ask': NoValues;
  'commitment.count': { n: number };
  'commitment.done': NoValues;
  'commitment.drop': NoValues;
  'commitment.due': { date: string };
  'commitment.empty': NoValues;
  'commitment.from': { name: string };
  'commitment.late': { date: string; n: number };
  'commitment.move': NoValues;
  'commitment.new-date': NoValues;
  'commitment.no-due': NoValues;
  'commitment.no-organisation': NoValues;
  'commitment.no-owner': NoValues;
  'commitment.nobody': NoValues;
  'commitment.none': NoValues;
  'commitment.note': NoValues;
  'commitment.note-do': NoValues;
  'commitment.opening': { late: number; owed: number; owes: number };
  'commitment.opening-all': { late: number; open: number };
  'commitment.reopen': NoValues;
  'commitment.say-where': NoValues;
  'commitment.title': NoValues;
  'commitment.to': { name: string };
  'commitment.view.ours': NoValues;
  'commitment.view.partners': NoValues;
  'commitment.view.settled': NoValues;
  'commitment.views': NoValues;
  'commitment.we-are-owed': NoValues;
  'commitment.we-owe': NoValues;
  'commitment.why': NoValues;
  'commitment.why-hint': NoValues;
}
