import { circleState, isPresent, type View } from '@tablee/domain/kernel';

/** True when the reader is in a group, or stands on the list of a circle that was opened for one. */
export const hasGroup = (view: View): boolean => {
  for (const entity of view.list('circle'))
    if (isPresent(entity) && entity.kind === 'process' && circleState.read(entity.state).purpose === 'group')
      return true;
  return false;
};
