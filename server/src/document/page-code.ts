import { createHmac } from 'node:crypto';
import { checkSign, SHEET_SIGNS } from '@tablee/domain/modules/paper';
import type { PageCodeStore, PageMark } from '../people/port.ts';

/** How many signs say which page it is; one more checks them. Too many to be found by trying. */
const SIGNS = 9;
/** The signs that all answer sheets of a pile begin with. */
const PILE = 4;
const SHEET = 7;

/** What makes and keeps the codes of pages. */
export interface PageCodes {
  readonly pages: PageCodeStore;
  /** 32 bytes: without them nobody can tell the code of a page. */
  readonly key: Buffer;
}

/** A page before it has its code. */
export type Page = Omit<PageMark, 'code'>;

const signsOf = (key: Buffer, { space, kind, entity, edition }: Page): string => {
  const hash = createHmac('sha256', key).update(`page ${space} ${kind} ${entity} ${edition}`).digest();
  const body = Array.from({ length: SIGNS }, (_, index) => {
    const at = hash.readUInt16BE(2 * index) % SHEET_SIGNS.length;
    return SHEET_SIGNS[at] ?? '';
  }).join('');
  return body + checkSign(body);
};

/** The code as it is printed: `AC7K3-RT9QD`; that of an answer sheet: `AC7K-3RT`. */
export const printedCode = (signs: string): string => {
  const head = signs.length === SHEET ? PILE : 5;
  return `${signs.slice(0, head)}-${signs.slice(head)}`;
};

/** Keeps what a page was and gives its code as it is printed; the same page has the same code each time. */
export const codeOfPage = async ({ pages, key }: PageCodes, page: Page): Promise<string> => {
  const code = signsOf(key, page);
  await pages.keep({ ...page, code });
  return printedCode(code);
};

/** Keeps what the codes of a pile of answer sheets lead to; `prefix` are the signs that they begin with. */
export const keepPile = ({ pages }: PageCodes, prefix: string, page: Page): Promise<void> =>
  pages.keep({ ...page, code: prefix });

/** A code as somebody typed it: its signs, and what to look for. `undefined` when it cannot be one. */
export interface TypedCode {
  readonly signs: string;
  /** What the store knows it by. */
  readonly key: string;
}

/** Reads a typed code: case, spaces and hyphens do not count; a wrong check sign is no code. */
export const readPageCode = (typed: string): TypedCode | undefined => {
  const signs = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  const isWhole = signs.length === SIGNS + 1 || signs.length === SHEET;
  if (!isWhole || [...signs].some((sign) => !SHEET_SIGNS.includes(sign))) return undefined;
  if (checkSign(signs.slice(0, -1)) !== signs.at(-1)) return undefined;
  return { signs, key: signs.length === SHEET ? signs.slice(0, PILE) : signs };
};
