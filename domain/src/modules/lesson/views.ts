import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';
import { lesson } from './lesson.ts';

/** The lessons that their authors wish to reach at least so far: everybody's are for other partnerships too. */
export const lessonsFor = (
  view: View,
  reach: 'us' | 'partnerships' | 'everyone',
): readonly RecordEntity[] => {
  const far = { us: 0, partnerships: 1, everyone: 2 };
  return recordsIn(view, 'lesson').filter(
    (entity) => far[valueOf(lesson, entity, 'forWhom') ?? 'us'] >= far[reach],
  );
};
