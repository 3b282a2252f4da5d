import type { JsonObject } from '@tablee/domain/kernel';
import { textOf } from '@tablee/domain/kernel';
import type { Sector } from '@tablee/domain/modules/actor';
import {
  entryOf,
  isPageLanguage,
  LONGEST_STATEMENT,
  type Naming,
  type Round,
  roundWords,
} from '@tablee/domain/modules/listening';
import { deviceZone, instantIn, wallClock } from '#register/zone.ts';

/** What a round says in one language, while it is written. */
export interface DraftTexts {
  readonly title: string;
  readonly intro: string;
  readonly promise: string;
  /** One statement per line, in the same order in every language. */
  readonly seeds: string;
  /** The page's own words, for a language that it does not bring. */
  readonly words: { readonly [key: string]: string };
}

/** A round while it is prepared. */
export interface PlanDraft {
  readonly languages: readonly string[];
  readonly texts: { readonly [lang: string]: DraftTexts };
  readonly sectors: readonly Sector[];
  readonly expected: string;
  readonly naming: readonly Naming[];
  readonly confidant: string;
  readonly moderators: readonly string[];
  /** ISO day; the round is open until the end of it. */
  readonly closes: string;
  readonly answerBy: string;
}

/** What stands in the way of a plan: the field, and which sentence says it. */
export interface PlanFault {
  readonly name: string;
  readonly code:
    | 'text'
    | 'seed-long'
    | 'seed-count'
    | 'closes'
    | 'answer-by'
    | 'expected'
    | 'confidant'
    | 'languages';
}

/** A text nobody has written yet. */
export const BLANK_TEXTS: DraftTexts = { title: '', intro: '', promise: '', seeds: '', words: {} };

/** The words of a draft in a language. */
export const textsOf = (draft: PlanDraft, lang: string): DraftTexts => draft.texts[lang] ?? BLANK_TEXTS;

/** The lines of a box, without empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** A draft to begin with, in the languages of the partnership for which the pages bring words, the reader's own first. */
export const blankDraft = (spoken: readonly string[], own: string): PlanDraft => ({
  languages: [own, ...spoken.filter((lang) => lang !== own)].filter(isPageLanguage),
  texts: {},
  sectors: ['state', 'private', 'civilSociety', 'science'],
  expected: '40',
  naming: ['anonymous'],
  confidant: '',
  moderators: [],
  closes: '',
  answerBy: '',
});

/** The draft of a round that was prepared before, to be changed. */
export const draftOf = (state: Round): PlanDraft => ({
  languages: state.languages,
  texts: Object.fromEntries(
    state.languages.map((lang) => {
      const held = entryOf(state.texts, lang);
      const [title, intro, promise] = [held?.title, held?.intro, held?.promise].map(
        (part) => textOf(part) ?? '',
      );
      return [
        lang,
        {
          title: title ?? '',
          intro: intro ?? '',
          promise: promise ?? '',
          seeds: '',
          words: roundWords(state, lang),
        },
      ];
    }),
  ),
  sectors: state.sectors,
  expected: String(state.expected),
  naming: state.naming,
  confidant: state.confidant ?? '',
  moderators: state.moderators,
  closes: wallClock(state.closes.instant, state.closes.zone).date,
  answerBy: state.answerBy,
});

/** The last minute of a day on this device, as a moment; `undefined` while the day is not complete. */
export const endOfDay = (day: string): { readonly instant: string; readonly zone: string } | undefined => {
  const zone = deviceZone();
  const instant = instantIn(day, '23:59', zone);
  return instant === undefined ? undefined : { instant, zone };
};

const textFaults = (draft: PlanDraft): readonly PlanFault[] => {
  const first = draft.languages.map((lang) => linesOf(textsOf(draft, lang).seeds).length).find((n) => n > 0);
  return draft.languages.flatMap((lang): readonly PlanFault[] => {
    const { title, intro, promise, seeds } = textsOf(draft, lang);
    const lines = linesOf(seeds);
    const missing = Object.entries({ title, intro, promise }).filter(([, text]) => text.trim() === '');
    return [
      ...missing.map(([name]): PlanFault => ({ name: `${name}-${lang}`, code: 'text' })),
      ...(lines.some((line) => [...line].length > LONGEST_STATEMENT)
        ? [{ name: `seeds-${lang}`, code: 'seed-long' } as const]
        : []),
      ...(lines.length > 0 && lines.length !== first
        ? [{ name: `seeds-${lang}`, code: 'seed-count' } as const]
        : []),
    ];
  });
};

/** What stands in the way of keeping a draft, at the moment `now` (ISO 8601 UTC). */
export const planFaults = (draft: PlanDraft, now: string): readonly PlanFault[] => {
  const closes = endOfDay(draft.closes);
  const { answerBy } = draft;
  return [
    ...(draft.languages.length === 0 ? [{ name: 'languages', code: 'languages' } as const] : []),
    ...textFaults(draft),
    ...(/^[1-9]\d{0,5}$/.test(draft.expected) ? [] : [{ name: 'expected', code: 'expected' } as const]),
    ...(draft.naming.includes('third') && draft.confidant === ''
      ? [{ name: 'confidant', code: 'confidant' } as const]
      : []),
    ...(closes === undefined || closes.instant <= now ? [{ name: 'closes', code: 'closes' } as const] : []),
    ...(answerBy.length !== 10 || answerBy < (closes?.instant ?? '').slice(0, 10)
      ? [{ name: 'answerBy', code: 'answer-by' } as const]
      : []),
  ];
};

/** The payload of `round.plan` or `round.change` for a draft without faults. */
export const planPayload = (draft: PlanDraft, newId: () => string): JsonObject => {
  const { languages, naming } = draft;
  const own = languages.filter((lang) => !isPageLanguage(lang));
  const seeds = languages.map((lang) => [lang, linesOf(textsOf(draft, lang).seeds)] as const);
  const first = seeds.find(([, lines]) => lines.length > 0)?.[1] ?? [];
  const statements = first.map((_, place) => ({
    id: newId(),
    texts: Object.fromEntries(
      seeds.flatMap(([lang, lines]) => {
        const line = lines[place];
        return line === undefined ? [] : [[lang, line] as const];
      }),
    ),
  }));
  return {
    texts: Object.fromEntries(
      languages.map((lang) => {
        const { title, intro, promise } = textsOf(draft, lang);
        return [lang, { title: title.trim(), intro: intro.trim(), promise: promise.trim() }];
      }),
    ),
    ...(own.length > 0
      ? { words: Object.fromEntries(own.map((lang) => [lang, wordsIn(textsOf(draft, lang).words)])) }
      : {}),
    sectors: [...draft.sectors],
    naming: naming.length === 0 ? ['named'] : [...naming],
    ...(naming.includes('third') ? { confidant: draft.confidant } : {}),
    expected: Number(draft.expected),
    moderators: [...draft.moderators],
    closes: { ...(endOfDay(draft.closes) ?? { instant: '', zone: 'UTC' }) },
    answerBy: draft.answerBy,
    ...(statements.length > 0 ? { statements } : {}),
  };
};

const wordsIn = (words: DraftTexts['words']): { [key: string]: string } =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, word]) => (word.trim() === '' ? [] : [[key, word.trim()] as const])),
  );
