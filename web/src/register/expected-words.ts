import type { Translate } from '../locale/locale.ts';

const EXPECTED = [
  'notEmpty',
  'oneLine',
  'date',
  'number',
  'wholeNumber',
  'amount',
  'webAddress',
  'currency',
  'unit',
] as const;

/** What a field's parser expected, in the reader's words; `undefined` for what has none in common. */
export const expectedWords = (
  fault: { readonly expected: string; readonly limit?: number | undefined },
  t: Translate,
): string | undefined => {
  if (fault.expected === 'shorter') return t('record.expected.shorter', { max: fault.limit ?? 0 });
  const known = EXPECTED.find((expected) => expected === fault.expected);
  return known === undefined ? undefined : t(`record.expected.${known}`);
};
