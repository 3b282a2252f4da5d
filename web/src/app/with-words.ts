import { loadCatalogue } from '../locale/catalogue-loader.ts';
import { loadRoomWords } from '../locale/locale.ts';

/** A page that opens with all words, which the first page does without: for `lazy`. */
export const withWords = <M>(load: () => Promise<M>): (() => Promise<M>) => {
  return async () => (await Promise.all([load(), loadRoomWords(loadCatalogue)]))[0];
};
