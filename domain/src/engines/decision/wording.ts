import type { Stance, Standing } from './case.ts';
import { compare, type Fraction, formatExact, fraction, parseExact, toDecimal } from './fraction.ts';
import type { Base, Bound, Measure, Text } from './rule.ts';

/** Builds the same sentence in both languages from one template per language. */
export function text(fr: string, en: string): Text {
  return { fr, en };
}

/** Joins sentences with a separator, language by language. */
export function joinText(parts: readonly Text[], separator: string): Text {
  return {
    fr: parts.map((part) => part.fr).join(separator),
    en: parts.map((part) => part.en).join(separator),
  };
}

const NAMED: Readonly<Record<string, Text>> = {
  '1/4': { fr: 'un quart', en: 'one quarter' },
  '1/3': { fr: 'un tiers', en: 'one third' },
  '1/2': { fr: 'la moitié', en: 'half' },
  '3/5': { fr: 'trois cinquièmes', en: 'three fifths' },
  '2/3': { fr: 'deux tiers', en: 'two thirds' },
  '3/4': { fr: 'trois quarts', en: 'three quarters' },
  '4/5': { fr: 'quatre cinquièmes', en: 'four fifths' },
  '9/10': { fr: 'neuf dixièmes', en: 'nine tenths' },
};

/** Puts « de » before a French phrase, with its contraction. */
export function withDe(fr: string): string {
  if (fr.startsWith('les ')) return `des ${fr.slice(4)}`;
  return /^[aeiouéh]/i.test(fr) ? `d’${fr}` : `de ${fr}`;
}

/** A bound in words: “more than half”, « au moins deux tiers ». */
export function boundText(bound: Bound): Text {
  const more = bound.op === 'moreThan';
  if ('count' in bound)
    return text(
      `${more ? 'plus de' : 'au moins'} ${bound.count}`,
      `${more ? 'more than' : 'at least'} ${bound.count}`,
    );
  const exact = formatExact(parseExact(bound.share));
  if (exact === '1' && !more) return text('la totalité', 'all');
  const named = NAMED[exact] ?? text(exact, exact);
  return more
    ? text(`plus ${withDe(named.fr)}`, `more than ${named.en}`)
    : text(`au moins ${named.fr}`, `at least ${named.en}`);
}

/** What a measure counts, in the plural, after a number. */
export function measureText(measure: Measure): Text {
  return {
    head: text('membres', 'members'),
    seat: text('sièges', 'seats'),
    weight: text('voix pondérées', 'weighted votes'),
    power: text('du pouvoir de vote', 'of the voting power'),
  }[measure];
}

/** What a base holds, in the plural, after a number. */
export function baseText(base: Base): Text {
  return {
    cast: text('exprimées, abstentions comprises', 'cast, abstentions included'),
    withoutAbstentions: text('exprimées, hors abstentions', 'cast, abstentions left out'),
    present: text('présentes ou représentées', 'present or represented'),
    allSeats: text('de l’ensemble des sièges', 'of all seats'),
  }[base];
}

/**
 * A share with its exact fraction and one decimal of a percentage for reading: `3/5, 60.0%` in English. The percentage is
 * rounded half away from zero and serves no comparison.
 */
export function shareText(share: Fraction): Text {
  const percent = toDecimal({ num: share.num * 100n, den: share.den }, 1);
  const exact = formatExact(share);
  return text(`${exact}, soit ${percent.replace('.', ',')} %`, `${exact}, ${percent}%`);
}

/** “met” or “not met”. */
export function metText(met: boolean): Text {
  return met ? text('atteint', 'met') : text('non atteint', 'not met');
}

/** True when `value` reaches `bound` of `base`. A share of an empty base is never reached. */
export function reaches(value: Fraction, base: Fraction, bound: Bound): boolean {
  if ('count' in bound) {
    const order = compare(value, fraction(bound.count));
    return bound.op === 'atLeast' ? order >= 0 : order > 0;
  }
  if (base.num === 0n) return false;
  const share = parseExact(bound.share);
  const order = compare(value, { num: share.num * base.num, den: share.den * base.den });
  return bound.op === 'atLeast' ? order >= 0 : order > 0;
}

/** Joins words as a list: “a, b and c”, « a, b et c ». */
export function listText(parts: readonly Text[]): Text {
  const join = (words: readonly string[], and: string): string =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1) ?? ''}`;
  return text(
    join(
      parts.map((part) => part.fr),
      'et',
    ),
    join(
      parts.map((part) => part.en),
      'and',
    ),
  );
}

/** A stance as people say it. */
export const STANCE_TEXT: Readonly<Record<Stance, Text>> = {
  agree: text('d’accord', 'agree'),
  reservations: text('avec réserve', 'with reservations'),
  standAside: text('en retrait', 'standing aside'),
  block: text('opposition', 'block'),
  yes: text('pour', 'in favour'),
  no: text('contre', 'against'),
  abstain: text('abstention', 'abstention'),
};

/** The standing of a position as people say it. */
export const STANDING_TEXT: Readonly<Record<Standing, Text>> = {
  personal: text('à titre personnel', 'personal'),
  clearance: text('en validation interne', 'in internal clearance'),
  adReferendum: text('ad referendum', 'ad referendum'),
  confirmed: text('confirmée', 'confirmed'),
};

/** What a measure counts in, for the head of a table. */
export const MEASURE_TEXT: Readonly<Record<Measure, Text>> = {
  head: text('membres', 'members'),
  seat: text('sièges', 'seats'),
  weight: text('poids', 'weight'),
  power: text('pouvoir de vote', 'voting power'),
};
