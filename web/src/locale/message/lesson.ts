// Generated from web/locale/lesson.*.po by `node web/src/locale/build/generate.ts`; do not edit.
import type { NoValues } from './no-values.ts';

/** Messages of the area `lesson` and the values they take. */
export interface LessonMessages {
  'lesson.add': NoValues;
  'lesson.advice': NoValues;
  'lesson.complete': NoValues;
  'lesson.empty': NoValues;
  'lesson.for-whom': { who: string };
  'lesson.happened': NoValues;
  'lesson.opening': { n: number; shared: number };
  'lesson.opening-none': NoValues;
  'lesson.title': NoValues;
}
