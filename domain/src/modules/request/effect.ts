import {
  addRecord,
  type Command,
  changeRecord,
  type Entity,
  type Json,
  processCommand,
  type Ticket,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { commitment, HALF_PAGE, type HalfPagePart, halfPageWords } from '../commitment/index.ts';
import { figureState } from '../figure/index.ts';
import { attendance } from '../meeting/index.ts';
import { pollState } from '../poll/index.ts';
import { textAbout } from '../position/index.ts';
import { periodOf, processesIn, processIn, recordIn, recordsIn } from '../reading/index.ts';
import { indicator as indicatorRecord } from '../result/index.ts';
import type { FirmnessSaid } from '../wording/index.ts';
import type { AnswerChannel, Request, RequestAnswer } from './state.ts';

/** What somebody answered, as it goes into the record it is about. */
export interface Answering {
  readonly said: RequestAnswer;
  readonly channel: AnswerChannel;
  readonly words?: string;
  /** Of a half page: what stands in its boxes; `null` empties one, one that is absent stays as it is. */
  readonly page?: { readonly [Part in HalfPagePart]?: string | null };
  /** The language of `words` and `page`. */
  readonly lang: string;
  /** Beside the standing: with whom and until when it is cleared, or by whom, how and when it was confirmed. */
  readonly firm?: FirmnessSaid;
  /** A fresh id, for an answer that becomes a new entity. */
  readonly entity: string;
  /** Who answers, where the request names an organisation alone. */
  readonly person?: string;
}

/**
 * The command that carries an answer into what it is about: attendance, position, figure, half page or
 * commitment. It travels
 * with `request.answer`, in the same batch. `undefined` when the thing is not in view, the answer lacks what it
 * needs (an organisation), or it changes nothing else.
 */
export const effectOf = (
  view: View,
  asked: Request,
  answer: Answering,
  ticket: Ticket,
): Command | undefined => {
  const person = answer.person ?? asked.person ?? undefined;
  switch (asked.kind) {
    case 'confirmMeeting':
      return confirmed(view, { asked, person }, answer, ticket);
    case 'position':
      return position(view, { asked, person }, answer, ticket);
    case 'commitment':
      return reported(view, asked, answer, ticket);
    case 'figure':
      return measured(view, asked, answer, ticket);
    case 'quarterPage':
      return paged(view, asked, answer, ticket);
    case 'poll':
      return dated(view, { asked, person }, answer, ticket);
    // A comment stands with its text as the answer itself: see commentsOn.
    case 'comment':
    // What was said without a name has no effect that bears one.
    case 'pulse':
      return undefined;
  }
};

interface By {
  readonly asked: Request;
  readonly person: string | undefined;
}

const confirmed = (
  view: View,
  { asked, person }: By,
  answer: Answering,
  ticket: Ticket,
): Command | undefined => {
  const meeting = recordIn(view, 'meeting', asked.subject);
  if (meeting === undefined || answer.said.choice === undefined) return undefined;
  const row = recordsIn(view, 'attendance').find(
    (entity) =>
      valueOf(attendance, entity, 'meeting') === meeting.id &&
      (person === undefined
        ? valueOf(attendance, entity, 'organisation') === asked.organisation
        : valueOf(attendance, entity, 'person') === person),
  );
  if (row !== undefined) return changeRecord(ticket, row, { answer: answer.said.choice });
  return addRecord(
    ticket,
    'attendance',
    { entity: answer.entity, circle: meeting.circle },
    {
      meeting: meeting.id,
      expected: true,
      answer: answer.said.choice,
      ...(person === undefined ? {} : { person }),
      ...(asked.organisation === null ? {} : { organisation: asked.organisation }),
    },
  );
};

/** Where a position on something stands: with the text or the decision; of a document, in its line of versions. */
const targetOf = (view: View, { type, id, circle }: Entity, asked: Request) => {
  if (type === 'decision') return { noun: type, id, circle, version: undefined };
  const text = textAbout(view, id);
  if (text?.noun !== 'edition') return text && { ...text, version: asked.version ?? 1 };
  return { ...text, version: text.state.versions.find(({ document }) => document === id)?.number };
};

const position = (
  view: View,
  { asked, person }: By,
  answer: Answering,
  ticket: Ticket,
): Command | undefined => {
  const subject = view.get(asked.subject);
  const { choice, standing } = answer.said;
  if (subject === undefined || asked.organisation === null || choice === undefined) return undefined;
  const target = targetOf(view, subject, asked);
  if (target === undefined) return undefined;
  return processCommand(
    ticket,
    `${target.noun}.take`,
    { entity: target.id, circle: target.circle },
    {
      organisation: asked.organisation,
      stance: choice,
      // Only what is said to be confirmed counts: an answer that does not say so is a personal view.
      standing: standing ?? 'personal',
      ...answer.firm,
      channel: answer.channel,
      ...(target.version === undefined ? {} : { version: target.version }),
      ...(person === undefined ? {} : { person }),
      ...(answer.words === undefined ? {} : { reason: answer.words }),
    },
  );
};

/** A first figure is recorded; where the box has one already (a returned one, mostly), it is revised. */
const measured = (view: View, asked: Request, answer: Answering, ticket: Ticket): Command | undefined => {
  const indicator = recordIn(view, 'indicator', asked.subject);
  const { value, unit = '', day } = answer.said;
  const { organisation } = asked;
  if (indicator === undefined || value === undefined || organisation === null) return undefined;
  const rhythm = valueOf(indicatorRecord, indicator, 'rhythm') ?? 'year';
  const period = answer.said.period ?? periodOf(rhythm, day ?? ticket.saidAt.slice(0, 10));
  const given = {
    value,
    unit,
    channel: answer.channel,
    ...(answer.words === undefined ? {} : { source: answer.words.slice(0, 2_000) }),
  };
  const box = processesIn(view, figureState).find(
    ({ state }) =>
      state.indicator === indicator.id &&
      state.organisation === organisation &&
      state.period === period &&
      state.place === undefined,
  );
  return box === undefined
    ? processCommand(
        ticket,
        'figure.record',
        { entity: answer.entity, circle: indicator.circle },
        {
          ...given,
          indicator: indicator.id,
          organisation,
          period,
        },
      )
    : processCommand(ticket, 'figure.revise', { entity: box.id, circle: box.circle }, given);
};

/** What somebody says to the dates of a poll. */
const dated = (view: View, { asked, person }: By, answer: Answering, ticket: Ticket): Command | undefined => {
  const held = processIn(view, pollState, asked.subject);
  const { dates } = answer.said;
  if (held === undefined || dates === undefined) return undefined;
  return processCommand(
    ticket,
    'poll.answer',
    { entity: held.id, circle: held.circle },
    {
      said: [...dates],
      channel: answer.channel,
      ...(person === undefined ? {} : { person }),
      ...(asked.organisation === null ? {} : { organisation: asked.organisation }),
      ...(answer.words === undefined ? {} : { words: answer.words.slice(0, 1_000) }),
    },
  );
};

const paged = (
  view: View,
  asked: Request,
  { page = {}, lang }: Answering,
  ticket: Ticket,
): Command | undefined => {
  const held = recordIn(view, 'quarterPage', asked.subject);
  if (held === undefined) return undefined;
  const before = halfPageWords(held, lang);
  const slots = HALF_PAGE.flatMap((part): readonly (readonly [string, Json])[] => {
    const text = page[part];
    if (text === undefined || text === (before[part] ?? null)) return [];
    return [[part, text === null ? null : { lang, text }]];
  });
  return slots.length === 0 ? undefined : changeRecord(ticket, held, Object.fromEntries(slots));
};

const reported = (view: View, asked: Request, answer: Answering, ticket: Ticket): Command | undefined => {
  const owed = recordIn(view, 'commitment', asked.subject);
  if (owed === undefined) return undefined;
  const { choice, day } = answer.said;
  const slots: Record<string, Json> = {};
  if (choice !== undefined && choice !== (valueOf(commitment, owed, 'state') ?? 'open'))
    slots['state'] = choice;
  if (day !== undefined && day !== valueOf(commitment, owed, 'due')) {
    slots['due'] = day;
    if (answer.words !== undefined) slots['dateReason'] = { lang: answer.lang, text: answer.words };
  }
  return Object.keys(slots).length === 0 ? undefined : changeRecord(ticket, owed, slots);
};
