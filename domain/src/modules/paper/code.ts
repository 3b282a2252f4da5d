/**
 * The signs of a sheet's code: no two that look alike on a bad copy or in handwriting (no 0 O, 1 I L, 2 Z, 5 S,
 * 8 B, 6 G, U V). Their number is prime, so that the check sign finds every wrong sign and every two that were
 * exchanged.
 */
export const SHEET_SIGNS = '34679ACEFHJKMNPQRTVWXYD';

const BASE = SHEET_SIGNS.length;
/** How many signs name the print run. */
export const PREFIX_LENGTH = 4;
/** The most sheets of one run: what two signs can count. */
export const MOST_SHEETS = BASE * BASE;
const CODE_LENGTH = PREFIX_LENGTH + 3;

const valueOf = (sign: string): number => SHEET_SIGNS.indexOf(sign);
const signOf = (value: number): string => SHEET_SIGNS[((value % BASE) + BASE) % BASE] ?? '';

/** The check sign of the signs before it: it finds every wrong sign and every two neighbours that were exchanged. */
export const checkSign = (body: string): string =>
  signOf([...body].reduce((sum, sign, index) => sum + (index + 2) * valueOf(sign), 0));

const isRight = (bare: string): boolean => checkSign(bare.slice(0, -1)) === bare.at(-1);

/** The code of a sheet as it is printed: `AC7K-3RT`. `number` counts from 1 to {@link MOST_SHEETS}. */
export const sheetCode = (prefix: string, number: number): string => {
  const body = `${prefix}${signOf(Math.floor((number - 1) / BASE))}${signOf(number - 1)}`;
  return `${body.slice(0, PREFIX_LENGTH)}-${body.slice(PREFIX_LENGTH)}${checkSign(body)}`;
};

/** The signs of a run from random numbers, one per sign (any whole numbers, 0 or more). */
export const prefixFrom = (random: readonly number[]): string =>
  Array.from({ length: PREFIX_LENGTH }, (_, index) => signOf(random[index] ?? 0)).join('');

/** A place where a code may have been misread, and what was meant there. */
export interface Misread {
  /** From 1, not counting the hyphen. */
  readonly position: number;
  /** The code that was meant, as it is printed. */
  readonly meant: string;
}

/** A typed code, taken apart; what is wrong with it says where. */
export type CodeRead =
  | { readonly ok: true; readonly prefix: string; readonly number: number; readonly code: string }
  | { readonly ok: false; readonly code: 'CodeShort'; readonly missing: number }
  | { readonly ok: false; readonly code: 'CodeLong'; readonly over: number }
  | { readonly ok: false; readonly code: 'SignUnknown'; readonly position: number; readonly sign: string }
  | { readonly ok: false; readonly code: 'CodeWrong'; readonly misread: readonly Misread[] };

/** A sheet that exists: its run's signs and how many sheets that run has. */
export interface KnownRun {
  readonly prefix: string;
  readonly sheets: number;
}

const partsOf = (bare: string): { readonly prefix: string; readonly number: number } => ({
  prefix: bare.slice(0, PREFIX_LENGTH),
  number: valueOf(bare[PREFIX_LENGTH] ?? '') * BASE + valueOf(bare[PREFIX_LENGTH + 1] ?? '') + 1,
});

const isKnown = (bare: string, known: readonly KnownRun[]): boolean => {
  const { prefix, number } = partsOf(bare);
  return known.some((run) => run.prefix === prefix && number <= run.sheets);
};

/** The sheets that exist and differ from what was typed in one sign, or in two neighbours that were exchanged. */
const misreadOf = (bare: string, known: readonly KnownRun[]): readonly Misread[] => {
  const signs = [...bare];
  const swapped = signs.slice(1).map((sign, index) => ({
    position: index + 1,
    bare: [...signs.slice(0, index), sign, signs[index] ?? '', ...signs.slice(index + 2)].join(''),
  }));
  const replaced = signs.flatMap((held, index) =>
    [...SHEET_SIGNS]
      .filter((sign) => sign !== held)
      .map((sign) => ({ position: index + 1, bare: signs.with(index, sign).join('') })),
  );
  return [...swapped, ...replaced]
    .filter(
      (candidate) => candidate.bare !== bare && isRight(candidate.bare) && isKnown(candidate.bare, known),
    )
    .map((candidate) => {
      const { prefix, number } = partsOf(candidate.bare);
      return { position: candidate.position, meant: sheetCode(prefix, number) };
    });
};

/**
 * Reads a code as somebody types it: case, spaces and hyphens do not count. Of the sheet that follows in the same pile
 * (`last`: the signs of its run) the last three signs are enough.
 */
export const readSheetCode = (typed: string, known: readonly KnownRun[], last?: string): CodeRead => {
  const entered = typed.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  const strange = [...entered].findIndex((sign) => !SHEET_SIGNS.includes(sign));
  if (strange >= 0)
    return { ok: false, code: 'SignUnknown', position: strange + 1, sign: [...entered][strange] ?? '' };
  const bare = entered.length === 3 && last !== undefined ? `${last}${entered}` : entered;
  if (bare.length < CODE_LENGTH) return { ok: false, code: 'CodeShort', missing: CODE_LENGTH - bare.length };
  if (bare.length > CODE_LENGTH) return { ok: false, code: 'CodeLong', over: bare.length - CODE_LENGTH };
  if (!isRight(bare)) return { ok: false, code: 'CodeWrong', misread: misreadOf(bare, known) };
  const { prefix, number } = partsOf(bare);
  return { ok: true, prefix, number, code: sheetCode(prefix, number) };
};
