import { createHash } from 'node:crypto';
import {
  type Command,
  type Entities,
  type JsonObject,
  processCommand,
  restrict,
  type Ticket,
  textOf,
  type View,
} from '@tablee/domain/kernel';
import {
  type Answering,
  confirming,
  effectOf,
  REQUEST_CHOICES,
  type Request,
  type RequestAnswer,
  readDay,
} from '@tablee/domain/modules/request';
import { POSITION_STANDING } from '@tablee/domain/modules/wording';
import { readDecimal } from '@tablee/domain/text';
import { lineOf, overlong, proseOf } from '../people/form.ts';
import type { InvitationTools } from '../people/invitation.ts';
import { requestIn } from '../people/link.ts';
import { type Refused, refused } from '../people/refusal.ts';
import { newId } from '../people/secret.ts';
import { idFrom } from '../space/runtime.ts';
import { readDates } from './poll-form.ts';
import type { RequestDoor } from './request-door.ts';

/** How many characters the longest text of a door may have. */
export const MOST_WORDS = 5_000;
/** The same for the reason of a new date. */
export const MOST_REASON = 1_000;

/** A form of the door, as it came. */
export interface AnswerForm {
  readonly [field: string]: string | undefined;
}

/** What was taken; `already` when the same answer had come before. */
export interface Received {
  readonly ok: true;
  readonly already?: boolean;
}

/** An answer about one thing. */
interface Read {
  readonly subject: string;
  readonly said: RequestAnswer;
  readonly words?: string;
}

const has = (words: object, key: string | undefined): key is string =>
  key !== undefined && Object.hasOwn(words, key);

const isStanding = (key: string | undefined): key is keyof typeof POSITION_STANDING =>
  has(POSITION_STANDING, key);

const tooLong = (form: AnswerForm): Refused | undefined => {
  for (const [name, value] of Object.entries(form)) {
    const long = overlong(value, name.startsWith('why-') ? MOST_REASON : name === 'form' ? 200 : MOST_WORDS);
    if (long !== undefined) return long;
  }
  return undefined;
};

type ReadAll = { readonly ok: true; readonly answers: readonly Read[] } | Refused;

/** Reads a form by what was asked; the codes name what is missing. */
export const readAnswer = (door: RequestDoor, form: AnswerForm): ReadAll => {
  const long = tooLong(form);
  if (long !== undefined) return long;
  const { kind, subject } = door.request;
  if (kind === 'commitment') return readPromises(door, form);
  const words = proseOf(form['words']);
  const more = words === undefined ? {} : { words };
  const one = (said: RequestAnswer): ReadAll => ({ ok: true, answers: [{ subject, said, ...more }] });
  if (kind === 'figure') return readFigure(door, form, one);
  if (kind === 'poll') {
    const dates = readDates(door, form);
    return dates.length === 0 ? refused('Invalid') : one({ dates });
  }
  const standing = isStanding(form['standing']) ? form['standing'] : 'personal';
  if (kind === 'comment') return words === undefined ? refused('WordsMissing') : one({ standing });
  const choice = form['choice'];
  if (choice === undefined || !REQUEST_CHOICES[kind].includes(choice)) return refused('Invalid');
  if (kind !== 'position') return one({ choice });
  return choice === 'block' && words === undefined ? refused('Invalid') : one({ choice, standing });
};

const readFigure = (door: RequestDoor, form: AnswerForm, one: (said: RequestAnswer) => ReadAll): ReadAll => {
  const value = readDecimal(form['value'] ?? '', door.link.language === 'fr' ? 'fr' : 'en');
  if (!('decimal' in value)) return refused('Invalid');
  const day = readDay(form['day']);
  const unit = door.subject.unit ?? lineOf(form['unit'], 60) ?? '';
  return one({ value: value.decimal, unit, ...(day === undefined ? {} : { day }) });
};

/** Every promise that the form changes, and the one that was asked about whether it changed or not. */
const readPromises = (door: RequestDoor, form: AnswerForm): ReadAll => {
  const answers: Read[] = [];
  const needs = proseOf(form['words']);
  for (const owed of door.promised) {
    const choice = form[`state-${owed.id}`] ?? owed.state;
    if (!REQUEST_CHOICES.commitment.includes(choice)) return refused('Invalid');
    const typed = form[`due-${owed.id}`]?.trim() ?? '';
    const day = readDay(typed);
    if (typed !== '' && day === undefined) return refused('Invalid');
    const moved = day !== undefined && day !== owed.due;
    const why = proseOf(form[`why-${owed.id}`]);
    if (moved && why === undefined) return refused('ReasonMissing');
    const isSubject = owed.id === door.request.subject;
    if (choice === owed.state && !moved && !isSubject) continue;
    const words = [why, isSubject ? needs : undefined].filter((part) => part !== undefined).join('\n\n');
    const said = { choice, ...(moved ? { day } : {}) };
    answers.push({ subject: owed.id, said, ...(words === '' ? {} : { words }) });
  }
  const isThere = answers.some(({ subject }) => subject === door.request.subject);
  const state = form['choice'];
  if (isThere) return { ok: true, answers };
  // The one that was asked about is no longer a promise of theirs: the answer is kept with the request.
  if (state === undefined || !REQUEST_CHOICES.commitment.includes(state)) return refused('Invalid');
  const own = { subject: door.request.subject, said: { choice: state } };
  return { ok: true, answers: [...answers, { ...own, ...(needs === undefined ? {} : { words: needs }) }] };
};

/** An id that a second press of the same form makes again. */
const derivedId = (once: string, of: string): string =>
  idFrom(createHash('sha256').update(`${once} ${of}`).digest().subarray(0, 20));

interface Press {
  readonly tools: InvitationTools;
  readonly door: RequestDoor;
  readonly once: string;
}

const ticketOf = ({ tools, door }: Press, id: string): Ticket => ({
  id,
  space: door.link.space,
  saidAt: new Date(tools.clock()).toISOString(),
});

const isSame = (held: Request | undefined, read: Read): boolean =>
  held?.answer?.channel === 'link' &&
  JSON.stringify(Object.entries(held.answer.said).sort()) ===
    JSON.stringify(Object.entries(read.said).sort()) &&
  textOf(held.answer.words ?? undefined) === read.words;

/**
 * Records the answer of the second press: in the request, and where it belongs (attendance, position, figure,
 * commitment). The same form sent again after a lost connection changes nothing and says so.
 */
export const answerDoor = async (
  tools: InvitationTools,
  door: RequestDoor,
  form: AnswerForm,
): Promise<Received | Refused> => {
  if (!door.isOpen) return refused('RequestClosed');
  const read = readAnswer(door, form);
  if (!read.ok) return read;
  const given = form['once'] ?? '';
  const press = { tools, door, once: /^[a-z2-7]{20}$/.test(given) ? given : newId() };
  const outcomes: Received[] = [];
  for (const each of read.answers) {
    const outcome = await answerOne(press, each);
    if (!outcome.ok) return outcome;
    outcomes.push(outcome);
  }
  return { ok: true, already: outcomes.every(({ already }) => already === true) };
};

/** Where an answer goes: the request of the door, or one of its own that is opened with it. */
const targetOf = (
  { door, once }: Press,
  entities: Entities,
  read: Read,
): { readonly entity: string; readonly open?: JsonObject } => {
  const { request, id, isAsked, link } = door;
  if (isAsked && read.subject === request.subject) return { entity: id };
  const entity = derivedId(once, `request ${read.subject}`);
  const { kind, version, organisation } = request;
  const asked = { kind, subject: read.subject, person: link.person };
  const open = {
    ...asked,
    ...(version === null || kind === 'commitment' ? {} : { version }),
    ...(organisation === null ? {} : { organisation }),
  };
  return entities.get(entity) === undefined ? { entity, open } : { entity };
};

const answerOne = async (press: Press, read: Read): Promise<Received | Refused> => {
  const { tools, door, once } = press;
  const { link } = door;
  const entities = await tools.spaces.read(link.space);
  const circle = entities?.get(link.request)?.circle;
  if (entities === undefined || circle === undefined) return refused('LinkExpired');
  const { entity, open } = targetOf(press, entities, read);
  if (open !== undefined)
    await tools.spaces.issue(
      processCommand(ticketOf(press, newId()), 'request.open', { entity, circle }, open),
      'system',
    );
  // Sent again after a lost connection, or by going back: the same answer is one answer.
  if (isSame(requestIn(entities, entity), read)) return { ok: true, already: true };
  const { said, words } = read;
  const payload = { said, channel: 'link', ...(words === undefined ? {} : { words }) };
  const answer = (id: string): Command =>
    processCommand(ticketOf(press, id), 'request.answer', { entity, circle }, payload);
  let outcome = await tools.spaces.issue(answer(derivedId(once, read.subject)), 'system');
  if (outcome.outcome === 'refused' && outcome.code === 'IdReused') {
    // The same form came twice: at the same moment with the same answer, or after a change of mind with another one.
    const now = await tools.spaces.read(link.space);
    if (now !== undefined && isSame(requestIn(now, entity), read)) return { ok: true, already: true };
    outcome = await tools.spaces.issue(answer(newId()), 'system');
  }
  if (outcome.outcome === 'refused')
    return refused(outcome.code === 'RequestClosed' ? 'RequestClosed' : 'Invalid');
  await carryOver(press, restrict(entities, circle), read);
  return { ok: true };
};

const carryOver = async (press: Press, view: View, read: Read): Promise<void> => {
  const { tools, door } = press;
  const asked: Request = { ...door.request, subject: read.subject };
  const answer: Answering = {
    ...read,
    channel: 'link',
    lang: door.link.language,
    entity: newId(),
    person: door.me.id,
  };
  const effect = effectOf(view, asked, answer, ticketOf(press, newId()));
  if (effect !== undefined) await tools.spaces.issue(effect, 'system');
};

/** The person says, at the door of their link, that what was written down for them is right. */
export const confirmDoor = async (
  tools: InvitationTools,
  door: RequestDoor,
  id: string,
): Promise<Received | Refused> => {
  const { link, me } = door;
  const entities = await tools.spaces.read(link.space);
  const circle = entities?.get(link.request)?.circle;
  if (entities === undefined || circle === undefined) return refused('LinkExpired');
  const held = id === door.own?.id ? door.own : door.beside.find((each) => each.id === id);
  if (held === undefined) return refused('NotFound');
  const press = { tools, door, once: newId() };
  for (const command of confirming(restrict(entities, circle), held, me, () => ticketOf(press, newId())))
    await tools.spaces.issue(command, 'system');
  return { ok: true };
};
