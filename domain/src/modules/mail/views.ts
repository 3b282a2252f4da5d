import { type Command, processCommand, type Ticket, type View } from '@tablee/domain/kernel';
import { pollState } from '../poll/index.ts';
import { processesIn, processIn, type Running } from '../reading/index.ts';
import { effectOf, type Request, type RequestAnswer, requestState, subjectOf } from '../request/index.ts';
import type { FirmnessSaid } from '../wording/index.ts';
import type { Asked } from './read-reply.ts';
import { type Mail, mailState } from './state.ts';

const latestFirst = (a: Running<Mail>, b: Running<Mail>): number => (a.state.at < b.state.at ? 1 : -1);

/** The e-mails that wait for somebody to sort them, answers first, then the latest first. */
export const mailsToSort = (view: View): readonly Running<Mail>[] =>
  processesIn(view, mailState)
    .filter(({ state }) => state.state === 'waiting')
    .sort(
      (a, b) => Number(b.state.kind === 'answer') - Number(a.state.kind === 'answer') || latestFirst(a, b),
    );

/** Those that are settled, the latest first. */
export const mailsSettled = (view: View): readonly Running<Mail>[] =>
  processesIn(view, mailState)
    .filter(({ state }) => state.state !== 'waiting')
    .sort(latestFirst);

/** The e-mails to somebody that came back and that nobody has looked at, the latest first. */
export const bouncesOf = (view: View, person: string): readonly Running<Mail>[] =>
  mailsToSort(view).filter(({ state }) => state.kind === 'bounce' && state.person === person);

/** What a reply to a request is read against. */
export const askedOf = (view: View, asked: Request, lang: 'fr' | 'en'): Asked => {
  const poll = asked.kind === 'poll' ? processIn(view, pollState, asked.subject) : undefined;
  const inOrder = [...(poll?.state.options ?? [])].sort((a, b) => (a.instant < b.instant ? -1 : 1));
  return {
    kind: asked.kind,
    isVote: view.get(asked.subject)?.type === 'decision',
    dates: inOrder.map(({ number }) => number),
    unit: subjectOf(view, asked, lang).unit ?? '',
    lang,
  };
};

/** An answer that somebody writes down from an e-mail. */
export interface Noting {
  /** The e-mail. */
  readonly mail: Running<Mail>;
  readonly request: string;
  readonly said: RequestAnswer;
  readonly words?: string | undefined;
  /** Beside the standing: with whom and until when it is cleared, or by whom, how and when it was confirmed. */
  readonly firm?: FirmnessSaid | undefined;
  /** The language of the words. */
  readonly lang: string;
  /** A fresh id, for an answer that becomes a new entity. */
  readonly entity: string;
}

/**
 * The commands by which somebody records an e-mail as the answer of the person who was asked: the answer, what follows
 * from it, and that the e-mail is sorted. The answer waits for that person's confirmation, as everything entered for
 * somebody does. Empty when the request is not in view or is closed.
 */
export const notingAnswer = (view: View, noting: Noting, ticket: () => Ticket): readonly Command[] => {
  const held = processIn(view, requestState, noting.request);
  if (held === undefined || held.state.state === 'closed') return [];
  const { said, words, firm = {}, lang, entity, mail } = noting;
  const payload = { said, channel: 'email', ...(words === undefined ? {} : { words }), ...firm };
  const answering = {
    said,
    channel: 'email',
    lang,
    entity,
    firm,
    ...(words === undefined ? {} : { words }),
  } as const;
  const effect = effectOf(view, held.state, answering, ticket());
  return [
    processCommand(ticket(), 'request.answer', { entity: held.id, circle: held.circle }, payload),
    ...(effect === undefined ? [] : [effect]),
    processCommand(
      ticket(),
      'mail.sort',
      { entity: mail.id, circle: mail.circle },
      { as: 'answer', to: held.id },
    ),
  ];
};
