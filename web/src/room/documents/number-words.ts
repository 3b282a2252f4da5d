import type { LetterLine } from '@tablee/domain/modules/letter';
import { useText } from '#locale/use-text.tsx';

/** The number of a letter as the register says it: arrivals have a series of their own, what is not given yet says so. */
export const useNumberWords = (): ((line: LetterLine) => string) => {
  const t = useText();
  return ({ state, number }) => {
    if (state.direction === 'out') return number ?? t('letter.number-later');
    return number === undefined ? t('letter.number-coming') : t('letter.number-in', { number });
  };
};
