import type { Translate } from '../locale/locale.ts';

const KNOWN = [
  'NotFound',
  'NotAllowed',
  'Invalid',
  'IdTaken',
  'CircleWidened',
  'SettleFirst',
  'ChangedSince',
  'DependsOnRefused',
  'AlreadyErased',
  'NotAReader',
  'LastReader',
  'PersonInSafety',
  'Closed',
  'ReasonMissing',
  'UnknownFileType',
  'TooLarge',
] as const;

/** A refusal in the reader's words; an unknown code is shown as itself, so that it can be asked about. */
export const refusalWords = (code: string, t: Translate): string => {
  const known = KNOWN.find((each) => each === code);
  return known === undefined ? t('record.refused.other', { code }) : t(`record.refused.${known}`);
};
