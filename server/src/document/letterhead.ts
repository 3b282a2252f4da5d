import type { Language } from '@tablee/domain/kernel';
import { type LetterheadCard, letterheadOf } from '@tablee/domain/modules/letter';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import type { Asked } from './asked.ts';
import { letterWordsIn } from './letter/letter-words.ts';
import type { Picture } from './picture.ts';
import type { Letterhead } from './sheet.ts';

/** What a letterhead is made from, beside what all documents are: the picture of a file. */
export interface LetterheadAsked extends Asked {
  /** The bytes of a picture that the reader may see; `undefined` when it is none, too large or not for them. */
  readonly pictureOf: (hash: string) => Promise<Picture | undefined>;
}

/** The lines of a text, without empty ones. */
export const linesOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The letterhead of the partnership in one language, with its card; under its name alone until somebody has set it. */
export const letterheadFor = async (
  { view, pictureOf }: LetterheadAsked,
  language: Language,
): Promise<{ readonly head: Letterhead; readonly card: LetterheadCard | undefined }> => {
  const card = letterheadOf(view, language);
  const logo = card?.logo === undefined ? undefined : await pictureOf(card.logo.hash);
  const name = card?.name || (partnershipOf(view, language)?.name ?? '');
  const head = {
    name,
    lines: [...linesOf(card?.address), ...linesOf(card?.contact)],
    logoWords: letterWordsIn(language).logo(name),
    foot: linesOf(card?.foot),
    ...(logo === undefined ? {} : { logo }),
  };
  return { head, card };
};
