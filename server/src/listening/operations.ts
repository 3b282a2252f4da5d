import type { Json, JsonObject } from '@tablee/domain/kernel';
import type { Operation } from '../http/operation.ts';
import { PRINTED } from './asking.ts';

const text: JsonObject = { type: 'string' };
const whole: JsonObject = { type: 'integer', minimum: 0 };
const naming: JsonObject = { enum: ['named', 'third', 'anonymous'] };

const body = (properties: { readonly [name: string]: Json }, required: readonly string[]): JsonObject => ({
  required: true,
  content: { 'application/json': { schema: { type: 'object', properties, required: [...required] } } },
});

const PRINTED_ANSWERS = { pdf: 'A tagged PDF.', docx: 'A Word file.' } as const;

const AT = '/api/spaces/{space}/rounds/{round}';

/** The addresses of listening rounds as the interface's description prints them; a test compares them with the router. */
export const LISTENING_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: `${AT}/progress`,
    summary:
      'How a listening round goes: counts, never an answer; sectors from the floor on. For its moderators.',
    answer: 'People, answers, sheets, proposals and voice notes that wait, people by sector.',
  },
  {
    method: 'get',
    path: `${AT}/proposals`,
    summary:
      'Statements that people proposed and nobody decided on yet (round.moderate decides). A name only where its author gave one, and one told to a third person to that person alone.',
    answer: 'Proposals: id, text, language, naming, name.',
  },
  {
    method: 'get',
    path: `${AT}/voices`,
    summary: 'Voice notes, with their written summary if there is one (round.summarise writes it).',
    answer: 'Voice notes: id, language, type, bytes, seconds, naming, name, summarised.',
  },
  {
    method: 'get',
    path: `${AT}/voices/{voice}`,
    summary: 'The sound of a voice note.',
    answer: 'The sound.',
    type: 'application/octet-stream',
  },
  ...(['pdf', 'docx'] as const).map(
    (ending): Operation => ({
      method: 'get',
      path: `${AT}/paper.${ending}`,
      summary: 'Sheets to be filled in by hand, each with a code of its own (200 at most).',
      query: { lang: 'A language of the round.', count: 'How many sheets.' },
      answer: PRINTED_ANSWERS[ending],
      type: PRINTED[ending],
    }),
  ),
  ...(['pdf', 'docx'] as const).map(
    (ending): Operation => ({
      method: 'get',
      path: `${AT}/poster.${ending}`,
      summary:
        'A poster of a round, one page for each language, or strips to cut off with its short address.',
      query: {
        lang: 'One language of the round; all of them when absent.',
        size: 'a4 (default) or a3.',
        form: 'poster (default) or strips.',
      },
      answer: PRINTED_ANSWERS[ending],
      type: PRINTED[ending],
    }),
  ),
  {
    method: 'get',
    path: `${AT}/doors`,
    summary:
      'The links to a round, without the tokens of personal ones. The one that many share is a short code, the same each time.',
    answer: 'Doors: id, kind, revoked; the shared one, unless it was stopped: id, url, qr as SVG.',
  },
  {
    method: 'post',
    path: `${AT}/doors`,
    summary:
      'The public link of a round, made where there is none that still opens, or new personal links, one per person (500 at most); one for a person of the vault ends when they are put in safety.',
    body: body(
      {
        kind: { enum: ['public', 'personal'] },
        count: { ...whole, maximum: 500 },
        person: { type: 'string' },
      },
      ['kind'],
    ),
    answer: 'The links, the public one with its QR as SVG; personal ones are readable this once.',
  },
  {
    method: 'post',
    path: `${AT}/door`,
    summary:
      'Where a reader of an open round answers: the link that everybody shares. Nothing ties what they answer to their account.',
    answer: 'The address: url.',
  },
  {
    method: 'delete',
    path: `${AT}/doors/{door}`,
    summary: 'Makes a link worthless at once; what came by it stays counted.',
    answer: 'Nothing.',
  },
  {
    method: 'post',
    path: `${AT}/sheets`,
    summary:
      'Enters one paper sheet as one person, once per code; what the person added waits with the proposals.',
    body: body(
      {
        code: text,
        language: text,
        sector: text,
        naming,
        name: text,
        answers: { type: 'object', additionalProperties: { enum: ['agree', 'disagree', 'pass'] } },
        statements: { type: 'array', items: text },
      },
      ['code', 'answers'],
    ),
    answer: 'How many answers were counted.',
  },
  {
    method: 'post',
    path: '/api/spaces/{space}/meetings/{meeting}/pulse',
    summary:
      'Answers the two questions after a meeting without a name, once per person who was asked: from 0, the least, to 3. The ledger records that somebody took part, never what was answered.',
    body: body({ useful: { ...whole, maximum: 3 }, heard: { ...whole, maximum: 3 } }, []),
    answer: 'Whether an answer of theirs had been counted before.',
  },
  {
    method: 'post',
    path: `${AT}/hands`,
    summary: 'Enters hands counted in a room, once per code: in every count, not on the map.',
    body: body(
      {
        code: text,
        sector: text,
        counts: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: { agree: whole, disagree: whole, pass: whole },
          },
        },
      },
      ['code', 'counts'],
    ),
    answer: 'How many statements were counted.',
  },
];
