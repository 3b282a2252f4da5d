import {
  addRecord,
  type Command,
  changeRecord,
  type Entities,
  type JsonObject,
  PARTNERS,
  processCommand,
  restrict,
  textOf,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { figure } from '@tablee/domain/modules/figure';
import { attendance } from '@tablee/domain/modules/meeting';
import { periodOf, processesIn, recordsIn } from '@tablee/domain/modules/reading';
import { REQUEST_CHOICES, type Request, type RequestAnswer } from '@tablee/domain/modules/request';
import { indicator } from '@tablee/domain/modules/result';
import { POSITION_STANDING, STANCE } from '@tablee/domain/modules/wording';
import { readDecimal } from '@tablee/domain/text';
import { lineOf } from '../people/form.ts';
import { type InvitationTools, organisationName, titleOfSpace } from '../people/invitation.ts';
import { LINK, requestIn, zoneOf } from '../people/link.ts';
import type { PersonalLink } from '../people/port.ts';
import { type Refused, refused } from '../people/refusal.ts';
import { hashOf, newId } from '../people/secret.ts';
import { type Subject, subjectOf } from './subject.ts';

/** What the door of a personal link shows. */
export interface RequestDoor {
  readonly ok: true;
  readonly link: PersonalLink;
  readonly request: Request;
  readonly partnership: string;
  readonly asker: string;
  /** The name of the person who is asked. */
  readonly name: string;
  readonly organisation?: string;
  readonly subject: Subject;
  /** The question in the asker's words. */
  readonly question?: string;
  readonly zone: string;
  /** True while an answer is taken. */
  readonly isOpen: boolean;
  /** What was recorded in their name, and the reason that they gave. */
  readonly recorded?: { readonly said: RequestAnswer; readonly words?: string; readonly confirmed: boolean };
}

/** A form of the door, as it came. */
export interface AnswerForm {
  readonly [field: string]: string | undefined;
}

/** Opens the door of a token: revoked, expired and guessed links each say so. */
export const openDoor = async (tools: InvitationTools, token: string): Promise<RequestDoor | Refused> => {
  const link = await tools.store.links.byHash(hashOf(token));
  if (link === undefined) return refused('LinkUnknown');
  if (link.revoked) return refused('LinkRevoked');
  const now = tools.clock();
  if (now > link.closes + LINK.readable) return refused('LinkExpired');
  const entities = await tools.spaces.read(link.space);
  const request = entities && requestIn(entities, link.request);
  const card = await tools.store.cards.byId(link.space, link.person);
  if (entities === undefined || request === undefined || card === undefined || card.erased !== undefined)
    return refused('LinkExpired');
  return read(tools, entities, { link, request, name: card.name ?? '' });
};

const read = async (
  tools: InvitationTools,
  entities: Entities,
  { link, request, name }: Pick<RequestDoor, 'link' | 'request' | 'name'>,
): Promise<RequestDoor> => {
  const lang = link.language;
  const view = restrict(entities, entities.get(link.request)?.circle ?? PARTNERS);
  const organisation = organisationName(entities, request.organisation ?? undefined, lang);
  const question = textOf(request.question ?? undefined);
  const words = textOf(request.answer?.words ?? undefined);
  return {
    ok: true,
    link,
    request,
    partnership: titleOfSpace(entities, link.space, lang),
    asker:
      (await tools.vault.nameOf(link.space, link.asker)) ??
      (lang === 'fr' ? 'Le secrétariat' : 'The secretariat'),
    name,
    ...(organisation === undefined ? {} : { organisation }),
    subject: subjectOf(view, request, lang),
    ...(question === undefined ? {} : { question }),
    zone: zoneOf(entities, link.space),
    isOpen: request.state !== 'closed' && tools.clock() <= link.closes,
    ...(request.answer === null
      ? {}
      : {
          recorded: {
            said: request.answer.said,
            ...(words === undefined ? {} : { words }),
            confirmed: request.answer.confirmed,
          },
        }),
  };
};

type Answered = { readonly ok: true; readonly said: JsonObject; readonly words?: string };

const has = (words: object, key: string | undefined): key is string =>
  key !== undefined && Object.hasOwn(words, key);

/** Reads a form by what was asked; the codes name what is missing. */
export const readAnswer = (door: RequestDoor, form: AnswerForm): Answered | Refused => {
  const { kind } = door.request;
  const words = lineOf(form['words'], 5_000);
  const more = words === undefined ? {} : { words };
  if (kind === 'figure') {
    const value = readDecimal(form['value'] ?? '', door.link.language);
    if (!('decimal' in value)) return refused('Invalid');
    const day = form['day'];
    const isDay = day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day);
    const unit = door.subject.unit ?? lineOf(form['unit'], 60) ?? '';
    return { ok: true, said: { value: value.decimal, unit, ...(isDay ? { day } : {}) }, ...more };
  }
  const choice = form['choice'];
  if (choice === undefined || !REQUEST_CHOICES[kind].includes(choice)) return refused('Invalid');
  if (kind !== 'position') return { ok: true, said: { choice }, ...more };
  if (choice === 'block' && words === undefined) return refused('Invalid');
  const standing = has(POSITION_STANDING, form['standing']) ? form['standing'] : 'personal';
  return { ok: true, said: { choice, standing }, ...more };
};

/**
 * Records the answer of the second press: in the request, and where it belongs (attendance, position, figure).
 * `once` makes a double press one answer.
 */
export const answerDoor = async (
  tools: InvitationTools,
  door: RequestDoor,
  form: AnswerForm,
): Promise<{ readonly ok: true } | Refused> => {
  if (!door.isOpen) return refused('RequestClosed');
  const read = readAnswer(door, form);
  if (!read.ok) return read;
  const { link } = door;
  const payload: JsonObject = {
    said: read.said,
    channel: 'link',
    ...(read.words === undefined ? {} : { words: read.words }),
  };
  const entities = await tools.spaces.read(link.space);
  const circle = entities?.get(link.request)?.circle;
  if (entities === undefined || circle === undefined) return refused('LinkExpired');
  const once = /^[a-z2-7]{20}$/.test(form['once'] ?? '') ? (form['once'] ?? newId()) : newId();
  const ticket = (id: string) => ({ id, space: link.space, saidAt: new Date(tools.clock()).toISOString() });
  const answer = (id: string): Command =>
    processCommand(ticket(id), 'request.answer', { entity: link.request, circle }, payload);
  let outcome = await tools.spaces.issue(answer(once), 'system');
  // Back in the browser and sent again with another answer: that is a change, not a retry.
  if (outcome.outcome === 'refused' && outcome.code === 'IdReused')
    outcome = await tools.spaces.issue(answer(newId()), 'system');
  if (outcome.outcome === 'refused')
    return refused(outcome.code === 'RequestClosed' ? 'RequestClosed' : 'Invalid');
  if (outcome.already !== true) {
    const effect = effectOf(restrict(entities, circle), door, read, ticket(newId()));
    if (effect !== undefined) await tools.spaces.issue(effect, 'system');
  }
  return { ok: true };
};

type Ticket = Pick<Command, 'id' | 'space' | 'saidAt'>;

/** The command that carries an answer to where it belongs; none for what is only read in the request. */
const effectOf = (view: View, door: RequestDoor, answer: Answered, ticket: Ticket): Command | undefined => {
  switch (door.request.kind) {
    case 'confirmMeeting':
      return attendanceOf(view, door, answer, ticket);
    case 'position':
      return positionOf(view, door, answer, ticket);
    case 'figure':
      return figureOf(view, door, answer, ticket);
    case 'commitment':
      return undefined;
  }
};

const attendanceOf = (
  view: View,
  { link, request }: RequestDoor,
  { said }: Answered,
  ticket: Ticket,
): Command | undefined => {
  const meeting = view.get(request.subject);
  if (meeting?.type !== 'meeting' || said['choice'] === undefined) return undefined;
  const held = recordsIn(view, 'attendance').find(
    (record) =>
      valueOf(attendance, record, 'meeting') === request.subject &&
      valueOf(attendance, record, 'person') === link.person,
  );
  const answer = { answer: said['choice'] };
  if (held !== undefined) return changeRecord(ticket, held, answer);
  const organisation = request.organisation === null ? {} : { organisation: request.organisation };
  const slots = { meeting: request.subject, person: link.person, expected: true, ...organisation, ...answer };
  return addRecord(ticket, 'attendance', { entity: newId(), circle: meeting.circle }, slots);
};

const positionOf = (
  view: View,
  { link, request }: RequestDoor,
  { said, words }: Answered,
  ticket: Ticket,
): Command | undefined => {
  const subject = view.get(request.subject);
  if (subject?.type !== 'wording' || request.organisation === null || request.version === null)
    return undefined;
  const { choice, standing } = said;
  if (typeof choice !== 'string' || !has(STANCE, choice) || standing === undefined) return undefined;
  return processCommand(
    ticket,
    'wording.take',
    { entity: request.subject, circle: subject.circle },
    {
      organisation: request.organisation,
      version: request.version,
      stance: choice,
      standing,
      channel: 'link',
      person: link.person,
      ...(words === undefined ? {} : { reason: words }),
    },
  );
};

const figureOf = (
  view: View,
  { request }: RequestDoor,
  { said, words }: Answered,
  ticket: Ticket,
): Command | undefined => {
  const subject = view.get(request.subject);
  const { value, unit, day } = said;
  if (subject?.type !== 'indicator' || request.organisation === null || value === undefined) return undefined;
  const period = periodOf(
    valueOf(indicator, subject, 'rhythm') ?? 'year',
    typeof day === 'string' ? day : ticket.saidAt.slice(0, 10),
  );
  const given = {
    value,
    unit: unit ?? '',
    channel: 'link',
    ...(words === undefined ? {} : { source: words.slice(0, 2_000) }),
  };
  const held = processesIn(view, figure).find(
    ({ state }) =>
      state.indicator === request.subject &&
      state.organisation === request.organisation &&
      state.period === period,
  );
  if (held !== undefined)
    return processCommand(ticket, 'figure.revise', { entity: held.id, circle: subject.circle }, given);
  const payload = { indicator: request.subject, organisation: request.organisation, period, ...given };
  return processCommand(ticket, 'figure.record', { entity: newId(), circle: subject.circle }, payload);
};
