import { isJsonObject, type JsonObject } from '@tablee/domain/kernel';
import * as z from 'zod/mini';
import type { SECTOR } from '../actor/index.ts';
import { dayFact, freeText, idFact, languageFact, momentFact, sectorFact } from '../fact.ts';
import { LONGEST_STATEMENT } from './round-state.ts';

const choiceOf = <const T extends readonly [string, ...string[]]>(words: T) => z.enum(words);
const sector = sectorFact satisfies z.ZodMiniType<keyof typeof SECTOR>;
const naming = choiceOf(['named', 'third', 'anonymous']);
const reason = choiceOf(['offTopic', 'unclear', 'insult', 'personalData', 'accusation']);
const statementText = freeText(LONGEST_STATEMENT);
/** A text by language. */
const byLanguage = <T extends z.ZodMiniType>(text: T) => z.record(languageFact, text);
const list = <T extends z.ZodMiniType>(item: T, most: number) => z.array(item).check(z.maxLength(most));

const people = z.int().check(z.minimum(1), z.maximum(1_000_000));

/** What a round is set to, beside its texts. */
const settings = z.object({
  languages: z.array(languageFact).check(z.minLength(1), z.maxLength(12)),
  sectors: list(sector, 5),
  naming: z.array(naming).check(z.minLength(1), z.maxLength(3)),
  confidant: z.nullable(idFact),
  expected: people,
  floors: z.object({ perGroup: people, inAll: people }),
  moderators: list(idFact, 20),
  opens: z.nullable(momentFact),
  closes: momentFact,
  answerBy: dayFact,
});
/** The same as they come in: what is left out has its default. */
const asked = z.object({
  texts: byLanguage(z.object({ title: freeText(300), intro: freeText(2_000), promise: freeText(2_000) })),
  words: z.optional(byLanguage(z.record(z.string().check(z.regex(/^[a-z][A-Za-z]{0,39}$/)), freeText(600)))),
  sectors: z.optional(list(sector, 5)),
  naming: z.optional(z.array(naming).check(z.minLength(1), z.maxLength(3))),
  confidant: z.optional(idFact),
  expected: people,
  floors: z.optional(z.object({ perGroup: z.optional(people), inAll: z.optional(people) })),
  moderators: z.optional(list(idFact, 20)),
  opens: z.optional(momentFact),
  closes: momentFact,
  answerBy: dayFact,
});
const statements = list(z.object({ id: idFact, texts: byLanguage(statementText) }), 100);
const decision = choiceOf(['accept', 'reject', 'merge', 'withhold']);
const of = choiceOf(['statement', 'voice']);

/** The facts of the events of a round. */
export const ROUND_EVENTS = {
  planned: settings,
  changed: settings,
  seeded: z.object({ statements: list(z.object({ id: idFact, languages: list(languageFact, 12) }), 100) }),
  translated: z.object({ statement: idFact, lang: languageFact }),
  opened: z.object({}),
  extended: z.object({ closes: momentFact, answerBy: dayFact }),
  moderated: z.object({
    of,
    id: idFact,
    decision,
    reason: z.nullable(reason),
    into: z.nullable(idFact),
    lang: z.nullable(languageFact),
  }),
  summarised: z.object({ voice: idFact, lang: languageFact }),
  closed: z.object({}),
  published: z.object({ report: z.custom<JsonObject>(isJsonObject) }),
  answered: z.object({
    languages: list(languageFact, 12),
    statements: list(z.object({ id: idFact, languages: list(languageFact, 12) }), 500),
  }),
};

/** The payloads of the commands of a round. */
export const ROUND_PAYLOADS = {
  plan: z.extend(asked, { statements: z.optional(statements) }),
  change: asked,
  seed: z.object({ statements }),
  translate: z.object({ statement: idFact, lang: languageFact, text: statementText }),
  open: z.object({}),
  extend: z.object({ closes: momentFact, answerBy: dayFact }),
  moderate: z.object({
    of,
    id: idFact,
    decision,
    reason: z.optional(reason),
    into: z.optional(idFact),
    lang: z.optional(languageFact),
    text: z.optional(statementText),
  }),
  summarise: z.object({ voice: idFact, lang: languageFact, text: freeText(5_000) }),
  close: z.object({}),
  publish: z.object({ report: z.custom<JsonObject>(isJsonObject) }),
  answer: z.object({
    texts: byLanguage(freeText(10_000)),
    statements: z.optional(list(z.object({ id: idFact, texts: byLanguage(freeText(2_000)) }), 500)),
  }),
};

/** What a round is set to. */
export type RoundSettings = z.infer<typeof settings>;
/** What is asked when one is planned or changed. */
export type RoundAsked = z.infer<typeof asked>;
/** Statements as they are seeded. */
export type SeedStatements = z.infer<typeof statements>;
/** What a moderator decides. */
export type Moderation = z.infer<typeof ROUND_PAYLOADS.moderate>;
/** What became of it, as it is said. */
export type AnswerAfter = z.infer<typeof ROUND_PAYLOADS.answer>;
