import {
  elementsOf,
  type Language,
  type RecordEntity,
  textIn,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { actor, actorName } from '../actor/index.ts';
import { partnership } from '../partnership/index.ts';
import { firstDay, lastDay, recordsIn } from '../reading/index.ts';
import { folded, listed, type Sentence, template } from '../sentence/index.ts';
import { currentText } from '../wording/index.ts';
import { initiative } from './initiative.ts';

/** What an initiative and our problem have in common, by what can be named: never a score. */
export interface Overlap {
  /** Words of the problem's text that the initiative's name and aims use too, as the initiative writes them. */
  readonly words: readonly string[];
  /** The place that both name. */
  readonly area: string | undefined;
  /** Our stakeholders who carry it. */
  readonly actors: readonly string[];
  /** Whether it runs on the day asked about; `undefined` when its period is not known. */
  readonly runs: boolean | undefined;
}

/** Words that say nothing of a subject, in French and English, as stems. */
const EMPTY = new Set(
  'alors apres aussi autour autre avant avec cette chaque comme contre dans depuis dont elle elles encore entre etre faire font leur leurs mais meme moins nous notre nos parce pendant peut peuvent plus pour pourquoi quand quel quelle rend sans sera sont sous toujours tous tout toute tres vers vous votre about after again also because been before being between both could does down during each ever every from have here into just like made make many more most much must only other over same should some such than that their them then there these they this those through under until very were what when where which while will with without would your projet programme project program initiative'.split(
    ' ',
  ),
);

/** How long a common beginning makes two words the same: « enfant » and « enfants », « pollué » and « pollution ». */
const STEM = 5;

const stem = (word: string): string => word.slice(0, Math.max(STEM, word.length - 3));

/** The telling words of a text by their stems, each as it was written first. */
const tellingWords = (text: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const written of text.match(/\p{L}+/gu) ?? []) {
    const word = folded(written);
    const short = word.length === 3 && (word === 'eau' || word === 'sol');
    if ((word.length < 4 && !short) || EMPTY.has(word)) continue;
    const key = short ? word : stem(word);
    if (!found.has(key)) found.set(key, written.toLowerCase());
  }
  return found;
};

const isSameStem = (a: string, b: string): boolean =>
  a === b || (a.length >= STEM && b.length >= STEM && (a.startsWith(b) || b.startsWith(a)));

/** Places that name one another: « Quartier-Bas » and « Quartier-Bas, Lusaka ». */
const isSamePlace = (a: string, b: string): boolean => {
  const [first, second] = [folded(a).split(' '), folded(b).split(' ')];
  const within = (inner: readonly string[], outer: readonly string[]): boolean =>
    inner.length > 0 && inner.every((word) => outer.includes(word));
  return within(first, second) || within(second, first);
};

/** Where our problem is: the place of the partnership, and those of the stakeholders at its heart. */
const ourPlaces = (view: View): readonly string[] => {
  const own = recordsIn(view, 'partnership').flatMap(
    (entity) => valueOf(partnership, entity, 'place')?.name ?? [],
  );
  const near = recordsIn(view, 'actor').flatMap((entity) => {
    const place = valueOf(actor, entity, 'place')?.name;
    const touched = elementsOf(entity, 'stakes').some(
      (stake) => stake === 'affected' || stake === 'rightsHolder',
    );
    return touched && place !== undefined ? [place] : [];
  });
  return [...own, ...near];
};

/** What an initiative has in common with our problem, on a day. */
export const overlapOf = (view: View, entity: RecordEntity, today: string, lang: string): Overlap => {
  const problem = currentText(view, 'problem', lang)?.text ?? '';
  const said = [valueOf(initiative, entity, 'name') ?? '', textIn(entity, 'aims', lang)?.text ?? ''].join(
    ' ',
  );
  const ours = [...tellingWords(problem).keys()];
  const words = [...tellingWords(said)]
    .filter(([key]) => ours.some((other) => isSameStem(key, other)))
    .map(([, written]) => written);
  const area = valueOf(initiative, entity, 'area')?.name;
  const named = area ?? said;
  const shared = ourPlaces(view).find((place) => isSamePlace(place, named) && folded(place) !== '');
  const [start, end] = [valueOf(initiative, entity, 'start'), valueOf(initiative, entity, 'end')];
  const known = start !== undefined || end !== undefined;
  const runs =
    (start === undefined || firstDay(start) <= today) && (end === undefined || lastDay(end) >= today);
  return {
    words,
    area: shared,
    actors: elementsOf(entity, 'actors').flatMap((id) => actorName(view, id) ?? []),
    runs: known ? runs : undefined,
  };
};

const inWords = template<{ words: readonly string[] }>('overlap.words', ({ words }) => ({
  fr:
    words.length === 1
      ? `Notre énoncé du problème emploie le même mot : ${words[0]}.`
      : `Notre énoncé du problème emploie les mêmes mots : ${listed('fr', words)}.`,
  en:
    words.length === 1
      ? `Our problem statement uses the same word: ${words[0]}.`
      : `Our problem statement uses the same words: ${listed('en', words)}.`,
}));
const inArea = template<{ area: string }>('overlap.area', ({ area }) => ({
  fr: `Elle travaille là où nous sommes : ${area}.`,
  en: `It works where we are: ${area}.`,
}));
const inActors = template<{ actors: readonly string[] }>('overlap.actors', ({ actors }) => ({
  fr:
    actors.length === 1
      ? `L’un de nos acteurs la porte : ${actors[0]}.`
      : `Certains de nos acteurs la portent : ${listed('fr', actors)}.`,
  en:
    actors.length === 1
      ? `One of our stakeholders carries it: ${actors[0]}.`
      : `Some of our stakeholders carry it: ${listed('en', actors)}.`,
}));
const inTime = template<{ runs: 'yes' | 'no' }>('overlap.period', ({ runs }) =>
  runs === 'yes'
    ? { fr: 'Elle est en cours en ce moment.', en: 'It is running at this moment.' }
    : { fr: 'Elle n’est pas en cours en ce moment.', en: 'It is not running at this moment.' },
);
const inNothing = template('overlap.none', () => ({
  fr: 'Rien de ce qui est noté ne recoupe notre problème. Ajoutez ses buts, son lieu, ou ceux qui la portent.',
  en: 'Nothing that is noted overlaps with our problem. Add its aims, its place, or who carries it.',
}));

/** The overlap in sentences, what weighs most first: words, area, stakeholders, period. */
export const overlapSentences = (overlap: Overlap, lang: Language): readonly Sentence[] => {
  const { words, area, actors, runs } = overlap;
  const found = [
    ...(words.length > 0 ? [inWords({ words: words.slice(0, 6) }, lang)] : []),
    ...(area === undefined ? [] : [inArea({ area }, lang)]),
    ...(actors.length > 0 ? [inActors({ actors: actors.slice(0, 6) }, lang)] : []),
  ];
  const period = runs === undefined ? [] : [inTime({ runs: runs ? 'yes' : 'no' }, lang)];
  return found.length === 0 ? [inNothing({}, lang), ...period] : [...found, ...period];
};
