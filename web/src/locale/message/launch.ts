// Generated from web/locale/launch.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `launch` and the values they take. */
export interface LaunchMessages {
  'launch.context': NoValues;
  'launch.context-add': NoValues;
  'launch.context-due': { n: number };
  'launch.context-empty': NoValues;
  'launch.context-facts': NoValues;
  'launch.context-helps': NoValues;
  'launch.context-hinders': NoValues;
  'launch.context-initiatives': NoValues;
  'launch.context-no-helps': NoValues;
  'launch.context-no-hinders': NoValues;
  'launch.context-opening': { helps: number; hinders: number };
  'launch.context-question': NoValues;
  'launch.context-review': { date: string };
  'launch.context-review-due': { date: string };
  'launch.context-views': NoValues;
  'launch.core': NoValues;
  'launch.core-add': NoValues;
  'launch.core-add-do': NoValues;
  'launch.core-caption': NoValues;
  'launch.core-caption-over': { n: number };
  'launch.core-empty': NoValues;
  'launch.core-members': NoValues;
  'launch.core-middle': { n: number };
  'launch.core-no-mandate': NoValues;
  'launch.core-no-organisation': NoValues;
  'launch.core-opening': { n: number; sectors: string };
  'launch.core-question': NoValues;
  'launch.core-rules': NoValues;
  'launch.core-rules-empty': NoValues;
  'launch.core-term': { date: string };
  'launch.core-term-over': { date: string };
  'launch.core-views': NoValues;
  'launch.initiative-add': NoValues;
  'launch.initiative-open': { n: number };
  'launch.listening': NoValues;
  'launch.listening-add': NoValues;
  'launch.listening-all': NoValues;
  'launch.listening-empty': NoValues;
  'launch.listening-no-group': NoValues;
  'launch.listening-opening': { groups: number; n: number; silent: string };
  'launch.listening-protected': NoValues;
  'launch.listening-question': NoValues;
  'launch.listening-quote': { words: string };
  'launch.listening-silent': { sectors: string };
  'launch.listening-unsaid': NoValues;
  'launch.problem': NoValues;
  'launch.problem-empty': NoValues;
  'launch.problem-none': NoValues;
  'launch.problem-opening': { confirmed: number; version: number };
}
