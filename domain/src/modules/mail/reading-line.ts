import type { View } from '@tablee/domain/kernel';
import { formatDate, formatMoment, typography } from '@tablee/domain/text';
import {
  CHOICE_WORDS,
  DATE_WORDS,
  type DoorWords,
  type Request,
  type RequestAnswer,
  subjectOf,
  worded,
} from '../request/index.ts';

const VOTES: { readonly [choice: string]: DoorWords } = {
  yes: { fr: 'Oui', en: 'Yes', de: 'Ja', es: 'Sí' },
  no: { fr: 'Non', en: 'No', de: 'Nein', es: 'No' },
  abstain: { fr: 'Abstention', en: 'Abstention', de: 'Enthaltung', es: 'Abstención' },
};

/**
 * What was read as an answer, one line each, in the words of the pages without account and ready to show: a choice, a
 * figure, a day, the dates of a poll. Empty for a comment, whose words are the answer.
 */
export const readingLines = (
  view: View,
  asked: Pick<Request, 'kind' | 'subject' | 'version'>,
  said: RequestAnswer,
  lang: string,
): readonly string[] => {
  const { choice, value, unit = '', day, dates = [] } = said;
  const words = choice === undefined ? undefined : (CHOICE_WORDS[asked.kind][choice] ?? VOTES[choice]);
  const offered = dates.length === 0 ? [] : (subjectOf(view, asked, lang).dates ?? []);
  const lines = [
    ...(words === undefined ? [] : [worded(words, lang)]),
    ...(value === undefined ? [] : [`${lang === 'en' ? value : value.replace('.', ',')} ${unit}`.trim()]),
    ...(day === undefined ? [] : [formatDate(day, lang)]),
    ...offered.flatMap(({ number, instant, zone }) => {
      const found = dates.find(({ option }) => option === number);
      const at = formatMoment(instant, zone, lang, { weekday: true });
      return found === undefined ? [] : [`${at} : ${worded(DATE_WORDS[found.answer], lang)}`];
    }),
  ];
  return lines.map((line) => typography(line, lang));
};
