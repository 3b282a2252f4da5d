import { DEFAULT_FLOORS, raiseFloors } from '@tablee/domain/engines/disclosure';
import { type Context, type Json, type Refusal, refuse, type Said } from '@tablee/domain/kernel';
import type { AnswerAfter, Moderation, RoundAsked, RoundSettings, SeedStatements } from './round-facts.ts';
import {
  isPageLanguage,
  MOST_STATEMENTS,
  type Round,
  type RoundRefusal,
  type RoundStatement,
} from './round-state.ts';

/** The names under which the texts of a round stand in its events: an erasure targets them. */
export const roundPart = {
  title: (lang: string): string => `title-${lang}`,
  intro: (lang: string): string => `intro-${lang}`,
  promise: (lang: string): string => `promise-${lang}`,
  words: (lang: string): string => `words-${lang}`,
  statement: (id: string, lang: string): string => `s.${id}.${lang}`,
  summary: (voice: string, lang: string): string => `v.${voice}.${lang}`,
  answer: (lang: string): string => `answer-${lang}`,
  answerTo: (id: string, lang: string): string => `a.${id}.${lang}`,
};

type Parts = { readonly [part: string]: Json };
type Settled<Verb extends string, Facts> =
  | { readonly ok: true; readonly events: readonly (Said<Verb, Facts> & { readonly parts: Parts })[] }
  | Refusal;

const no = (code: RoundRefusal, detail?: Json): Refusal => refuse<RoundRefusal>(code, detail);

/** Own entry of a map by id; `undefined` for names of the prototype. */
export const entryOf = <T>(map: { readonly [id: string]: T }, id: string): T | undefined =>
  Object.hasOwn(map, id) ? map[id] : undefined;

/** True for the secretariat and the persons named as moderators. */
export const isModerator = (state: Round, actor: Context['actor']): boolean =>
  actor.roles.has('secretariat') || state.moderators.includes(actor.id);

const day = (instant: string): string => instant.slice(0, 10);

/** The settings of a round and its texts, or why it cannot be held so (LSN-3, LSN-4). */
export const settle = (
  asked: RoundAsked,
  now: string,
): { readonly ok: true; readonly facts: RoundSettings; readonly parts: Parts } | Refusal => {
  const languages = Object.keys(asked.texts);
  const words = asked.words ?? {};
  const unworded = languages.filter((lang) => !isPageLanguage(lang) && entryOf(words, lang) === undefined);
  if (languages.length === 0 || unworded.length > 0) return no('LanguageMissing', unworded);
  const naming = [...new Set(asked.naming ?? ['named' as const])];
  const floors = raiseFloors({
    perGroup: asked.floors?.perGroup ?? DEFAULT_FLOORS.perGroup,
    inAll: asked.floors?.inAll ?? DEFAULT_FLOORS.inAll,
  });
  if (naming.includes('anonymous') && asked.expected < floors.inAll)
    return no('AnonymityNotOffered', { floor: floors.inAll });
  if (naming.includes('third') && asked.confidant === undefined) return no('ConfidantMissing');
  const opens = asked.opens ?? null;
  const begins = opens?.instant ?? now;
  if (Date.parse(asked.closes.instant) <= Date.parse(begins) || asked.answerBy < day(asked.closes.instant))
    return no('DatesOutOfOrder');
  const parts: Record<string, Json> = {};
  for (const [lang, { title, intro, promise }] of Object.entries(asked.texts)) {
    parts[roundPart.title(lang)] = title;
    parts[roundPart.intro(lang)] = intro;
    parts[roundPart.promise(lang)] = promise;
    const own = entryOf(words, lang);
    if (own !== undefined) parts[roundPart.words(lang)] = own;
  }
  const { expected, closes, answerBy } = asked;
  const [sectors, moderators] = [[...new Set(asked.sectors ?? [])], asked.moderators ?? []];
  const confidant = asked.confidant ?? null;
  const facts = {
    ...{ languages, sectors, naming, confidant, expected, floors, moderators, opens, closes, answerBy },
  };
  return { ok: true, facts, parts };
};

/** The statements with which a round begins, or to which it is added (LSN-6). */
export const seed = (
  held: Round['statements'],
  statements: SeedStatements,
): Settled<'seeded', { statements: { id: string; languages: string[] }[] }> => {
  if (statements.length === 0) return { ok: true, events: [] };
  if (Object.keys(held).length + statements.length > MOST_STATEMENTS)
    return no('TooManyStatements', MOST_STATEMENTS);
  const ids = statements.map(({ id }) => id);
  const taken = ids.filter((id, place) => entryOf(held, id) !== undefined || ids.indexOf(id) !== place);
  if (taken.length > 0) return no('StatementTaken', taken);
  if (statements.some(({ texts }) => Object.keys(texts).length === 0)) return no('TextMissing');
  const facts = {
    statements: statements.map(({ id, texts }) => ({ id, languages: Object.keys(texts) })),
  };
  const parts: Record<string, Json> = {};
  for (const { id, texts } of statements)
    for (const [lang, text] of Object.entries(texts)) parts[roundPart.statement(id, lang)] = text;
  return { ok: true, events: [{ verb: 'seeded', facts, parts }] };
};

interface ModeratedFacts {
  of: 'statement' | 'voice';
  id: string;
  decision: Moderation['decision'];
  reason: NonNullable<Moderation['reason']> | null;
  into: string | null;
  lang: string | null;
}

const isShown = (statement: RoundStatement | undefined): boolean => statement?.shown === true;

/** What a moderator decides on what somebody proposed, or on a statement shown before (LSN-7, LSN-8). */
export const moderate = (state: Round, asked: Moderation): Settled<'moderated', ModeratedFacts> => {
  const { of, id, decision, reason, into, lang, text } = asked;
  const held = of === 'statement' ? entryOf(state.statements, id) : undefined;
  const facts = { of, id, decision, reason: reason ?? null, into: into ?? null, lang: null };
  const said = (more: Partial<ModeratedFacts>, parts: Parts) => ({
    ok: true as const,
    events: [{ verb: 'moderated' as const, facts: { ...facts, ...more }, parts }],
  });
  switch (decision) {
    case 'accept':
      if (of === 'voice') return no('StatementUnknown');
      if (held !== undefined) return held.shown ? { ok: true, events: [] } : said({}, {});
      if (text === undefined || lang === undefined) return no('TextMissing');
      if (Object.keys(state.statements).length >= MOST_STATEMENTS)
        return no('TooManyStatements', MOST_STATEMENTS);
      return said({ reason: null, into: null, lang }, { [roundPart.statement(id, lang)]: text });
    case 'merge':
      if (of === 'voice' || into === undefined || into === id || !isShown(entryOf(state.statements, into)))
        return no('StatementUnknown');
      return said({ reason: null }, {});
    case 'reject':
      return reason === undefined ? no('ReasonMissing') : said({ into: null }, {});
    case 'withhold':
      return reason === 'personalData' || reason === 'accusation'
        ? said({ into: null }, {})
        : no('ReasonMissing');
  }
};

/** What became of the round, as a whole and by statement (LSN-13). */
export const answerAfter = (
  state: Round,
  asked: AnswerAfter,
): Settled<'answered', { languages: string[]; statements: { id: string; languages: string[] }[] }> => {
  const each = asked.statements ?? [];
  if (state.state !== 'closed') return no('NotClosed');
  if (Object.keys(asked.texts).length === 0) return no('TextMissing');
  const unknown = each.filter(({ id }) => entryOf(state.statements, id) === undefined);
  if (unknown.length > 0)
    return no(
      'StatementUnknown',
      unknown.map(({ id }) => id),
    );
  const parts: Record<string, Json> = {};
  for (const [lang, text] of Object.entries(asked.texts)) parts[roundPart.answer(lang)] = text;
  for (const { id, texts } of each)
    for (const [lang, text] of Object.entries(texts)) parts[roundPart.answerTo(id, lang)] = text;
  const facts = {
    languages: Object.keys(asked.texts),
    statements: each.map(({ id, texts }) => ({ id, languages: Object.keys(texts) })),
  };
  return { ok: true, events: [{ verb: 'answered', facts, parts }] };
};
