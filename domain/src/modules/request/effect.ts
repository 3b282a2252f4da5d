import {
  addRecord,
  type Command,
  changeRecord,
  type Json,
  processCommand,
  type Ticket,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { commitment } from '../commitment/index.ts';
import { attendance } from '../meeting/index.ts';
import { recordIn, recordsIn } from '../reading/index.ts';
import type { AnswerChannel, Request, RequestAnswer } from './request.ts';

/** What somebody answered, as it goes into the record it is about. */
export interface Answering {
  readonly said: RequestAnswer;
  readonly channel: AnswerChannel;
  readonly words?: string;
  /** The language of `words`. */
  readonly lang: string;
  /** A fresh id, for an answer that becomes a new entity. */
  readonly entity: string;
}

/**
 * The command that carries an answer into what it is about: attendance, position or commitment. It travels with
 * `request.answer`, in the same batch. A figure becomes a `figure.record`, whose period the door asks for:
 * see the module `figure`. `undefined` when the thing is not in view, or its answer changes nothing else.
 */
export const effectOf = (
  view: View,
  asked: Request,
  answer: Answering,
  ticket: Ticket,
): Command | undefined => {
  switch (asked.kind) {
    case 'confirmMeeting':
      return confirmed(view, asked, answer, ticket);
    case 'position':
      return position(view, asked, answer, ticket);
    case 'commitment':
      return reported(view, asked, answer, ticket);
    case 'figure':
      return undefined;
  }
};

const confirmed = (view: View, asked: Request, answer: Answering, ticket: Ticket): Command | undefined => {
  const meeting = recordIn(view, 'meeting', asked.subject);
  if (meeting === undefined || answer.said.choice === undefined) return undefined;
  const row = recordsIn(view, 'attendance').find(
    (entity) =>
      valueOf(attendance, entity, 'meeting') === meeting.id &&
      (asked.person === null
        ? valueOf(attendance, entity, 'organisation') === asked.organisation
        : valueOf(attendance, entity, 'person') === asked.person),
  );
  if (row !== undefined) return changeRecord(ticket, row, { answer: answer.said.choice });
  return addRecord(ticket, 'attendance', answer.entity, meeting.circle, {
    meeting: meeting.id,
    expected: true,
    answer: answer.said.choice,
    ...(asked.person === null ? {} : { person: asked.person }),
    ...(asked.organisation === null ? {} : { organisation: asked.organisation }),
  });
};

const position = (view: View, asked: Request, answer: Answering, ticket: Ticket): Command | undefined => {
  const wording = view.get(asked.subject);
  const { choice, standing } = answer.said;
  if (wording?.type !== 'wording' || asked.organisation === null || choice === undefined) return undefined;
  return processCommand(ticket, 'wording.take', wording.id, wording.circle, {
    organisation: asked.organisation,
    version: asked.version ?? 1,
    stance: choice,
    // Only what is said to be confirmed counts: an answer that does not say so is a personal view.
    standing: standing ?? 'personal',
    channel: answer.channel,
    ...(asked.person === null ? {} : { person: asked.person }),
    ...(answer.words === undefined ? {} : { reason: answer.words }),
  });
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
