import { isFrench } from './locale.ts';

const NBSP = '\u00A0';
const NARROW = '\u202F';

// Kept apart so that no rule below can reach inside an address or an e-mail.
const ADDRESS = /((?:https?:\/\/|www\.|mailto:|tel:)[^\s«»]+|[^\s@«»]+@[^\s@«»]+\.[^\s@«»]+)/giu;

const SPACES = `[ ${NBSP}${NARROW}]`;

/** One rule: what is looked for and what replaces it. The order matters: spaces first, then numbers. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`«${SPACES}*`, 'gu'), `«${NBSP}`],
  [new RegExp(`${SPACES}*»`, 'gu'), `${NBSP}»`],
  [new RegExp(`${SPACES}+([;!?])`, 'gu'), `${NARROW}$1`],
  [/(?<=[\p{L}\p{N})\]»%€’”…])([;!?]+)(?=[\s»)\]]|$)/gu, `${NARROW}$1`],
  [new RegExp(`${SPACES}+:(?=[\\s»)\\]]|$)`, 'gu'), `${NBSP}:`],
  [/(?<=[\p{L})\]»%€’”])(:)(?=[\s«])/gu, `${NBSP}$1`],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}.,:/])([01]?\\d|2[0-4])${SPACES}?h${SPACES}?([0-5]\\d)(?![\\p{L}\\p{N}]|${SPACES}h)`,
      'gu',
    ),
    `$1${NARROW}h${NARROW}$2`,
  ],
  [
    new RegExp(`(?<![\\p{L}\\p{N}.,:/])([01]?\\d|2[0-4])${SPACES}?h(?![\\p{L}\\p{N}${NARROW}])`, 'gu'),
    `$1${NARROW}h`,
  ],
  [new RegExp(`(?<=\\p{N})${SPACES}*([%‰€])(?![\\p{L}\\p{N}])`, 'gu'), `${NARROW}$1`],
];

const GROUPED = new RegExp(`(?<![\\p{N}.,])\\p{N}{1,3}(?:${SPACES}\\p{N}{3})+(?!\\p{N})`, 'gu');
const ANY_SPACE = new RegExp(SPACES, 'gu');

function spaceFrench(text: string): string {
  let out = text;
  for (const [pattern, replacement] of RULES) out = out.replace(pattern, replacement);
  return out.replace(GROUPED, (digits) => digits.replace(ANY_SPACE, NARROW));
}

/**
 * Sets the spaces of a text as its language wants them; used for the catalogue and for what partners write.
 *
 * French: U+00A0 before `:` and inside « »; U+202F before `;`, `!`, `?`, `%`, `€`, in 40 000 and in 14 h 02.
 * Changes white space only, leaves URLs, e-mails and 10:30 alone, and is idempotent. Other languages are
 * returned unchanged.
 *
 * @param text - plain text, any length
 * @param language - BCP 47 tag of the text itself (which may differ from the interface's)
 */
export function typography(text: string, language: string): string {
  if (!isFrench(language) || text === '') return text;
  return text
    .split(ADDRESS)
    .map((piece, index) => (index % 2 === 1 ? piece : spaceFrench(piece)))
    .join('');
}
