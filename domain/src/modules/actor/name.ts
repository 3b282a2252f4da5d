import { folded } from '../sentence/index.ts';

/** Words that stand in many names of organisations and tell none of them apart. */
const FILLERS = new Set(
  'de du des la le les l d et a au aux en of the and for pour in der die das des den dem und fur von'.split(
    ' ',
  ),
);

/** Legal forms, in French, English and German: the same house with and without them. */
const LEGAL_FORMS = new Set(
  'sa sarl sas sasu suarl sarlu gie snc asbl ong osc ngo cso ltd limited inc plc llc llp corp co company cie gmbh ggmbh ag ev eg ug kg pty'.split(
    ' ',
  ),
);

/** Abbreviations, and words of three languages, that people use for one another. */
const SAME: ReadonlyMap<string, string> = new Map(
  [
    'ministere min minist ministry ministerium',
    'association assoc assn ass verein',
    'universite univ uni university universitat',
    'departement dept dep department',
    'direction dir direct',
    'directorate direktion',
    'societe ste soc society gesellschaft',
    'federation fed',
    'fondation fond foundation stiftung',
    'national nat nationale nationaux',
    'international intl internationale',
    'regional reg regionale',
    'commission com comm',
    'comite cte committee komitee',
    'developpement dev development devt entwicklung',
    'gouvernement gouv government govt',
    'institut inst institute',
    'organisation org organization',
    'groupement grpt',
    'cooperative coop genossenschaft',
    'saint st sankt',
    'sainte ste',
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ');
    return others.map((other): readonly [string, string] => [other, first]);
  }),
);

/** « S.A. » is one word: points between single letters go, before other signs become spaces. */
const joined = (name: string): string =>
  name.replace(/(?<!\p{L})((?:\p{L}\.){2,})/gu, (dots) => dots.replaceAll('.', ''));

const wordsOf = (name: string): readonly string[] =>
  folded(joined(name))
    .split(' ')
    .filter((word) => word !== '' && !FILLERS.has(word));

/** The words that tell a name apart: sorted, without legal form, abbreviations written out. */
const wordKey = (name: string): string => {
  const words = wordsOf(name);
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  // A house that is called by nothing but a legal form keeps it.
  return (telling.length > 0 ? telling : words)
    .map((word) => SAME.get(word) ?? word)
    .sort()
    .join(' ');
};

/** The initials of a name of three words or more, which people also use as its name. */
const initialsOf = (name: string): string | undefined => {
  const words = wordsOf(name).filter((word) => !LEGAL_FORMS.has(word));
  return words.length < 3 ? undefined : words.map((word) => word.charAt(0)).join('');
};

const isInitials = (name: string): boolean => /^\p{Lu}{3,8}$/u.test(joined(name.trim()).replaceAll('.', ''));

/**
 * The keys under which an organisation is found: two names are likely the same organisation when they share one.
 * Accents, case, order, small words, legal forms and usual abbreviations do not count; initials stand for the words
 * they are made of, and what is in brackets is a second name. Empty for a name without a telling word.
 */
export const nameKeys = (name: string): readonly string[] => {
  const inside = /\(([^)]+)\)/.exec(name)?.[1];
  const keys = new Set<string>();
  for (const part of inside === undefined ? [name] : [name.replace(/\([^)]*\)/g, ' '), inside, name]) {
    const words = wordKey(part);
    if (words !== '') keys.add(words);
    const initials = isInitials(part) ? folded(joined(part)) : initialsOf(part);
    if (initials !== undefined && initials !== '') keys.add(`~${initials}`);
  }
  return [...keys];
};
