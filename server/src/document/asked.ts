import type { Language, View } from '@tablee/domain/kernel';
import type { DocumentWords } from './words.ts';

/** What every document is made from: what its reader may see, their language, the address of the server. */
export interface Asked {
  readonly view: View;
  readonly language: Language;
  readonly words: DocumentWords;
  /** Names of persons that the reader may see. */
  readonly nameOf: (person: string) => string | undefined;
  /** For whom a letter is: an organisation, or a row of the attendance sheet. */
  readonly organisation?: string;
  /** The partnership in the app. */
  readonly address: string;
  /** Where the code in the foot of every page leads: what became of this document since. */
  readonly page: string;
}

/**
 * Somebody's name on paper: as the sheet has it, else as their card has it. The card is asked in any case, so that a
 * document is known to name them.
 */
export const writtenName = (
  { nameOf }: Pick<Asked, 'nameOf'>,
  line: { readonly person?: string | undefined; readonly personName?: string | undefined },
): string | undefined => {
  const known = line.person === undefined ? undefined : nameOf(line.person);
  return line.personName ?? known;
};
