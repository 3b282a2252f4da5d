import { createHash } from 'node:crypto';
import {
  type Command,
  type Entities,
  type JsonObject,
  PARTNERS,
  processCommand,
  restrict,
  type Ticket,
  textOf,
} from '@tablee/domain/kernel';
import { HALF_PAGE, HALF_PAGE_MOST } from '@tablee/domain/modules/commitment';
import {
  type Answering,
  confirming,
  effectOf,
  REQUEST_CHOICES,
  type Request,
  type RequestAnswer,
  type RequestKind,
  readDay,
} from '@tablee/domain/modules/request';
import {
  CONFIRMED_HOW,
  type ConfirmedHow,
  type FirmnessSaid,
  firmnessSaid,
  POSITION_STANDING,
  saidOf,
} from '@tablee/domain/modules/wording';
import type { CommandOutcome } from '@tablee/domain/protocol';
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
/** The same for with whom a position is cleared and by whom it was confirmed. */
export const MOST_LINE = 300;

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
  /** Beside a standing. */
  readonly firm?: FirmnessSaid;
  /** Of a half page. */
  readonly page?: NonNullable<Answering['page']>;
}

const has = (words: object, key: string | undefined): key is string =>
  key !== undefined && Object.hasOwn(words, key);

const isStanding = (key: string | undefined): key is keyof typeof POSITION_STANDING =>
  has(POSITION_STANDING, key);

const isHow = (key: string | undefined): key is ConfirmedHow => has(CONFIRMED_HOW, key);

const mostOf = (name: string): number => {
  if (name.startsWith('why-')) return MOST_REASON;
  if (HALF_PAGE.some((part) => part === name)) return HALF_PAGE_MOST;
  return name === 'form' ? 200 : MOST_WORDS;
};

const tooLong = (form: AnswerForm): Refused | undefined => {
  for (const [name, value] of Object.entries(form)) {
    const long = overlong(value, mostOf(name));
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
  if (kind === 'quarterPage') return readHalfPage(subject, form);
  const words = proseOf(form['words']);
  const more = { ...(words === undefined ? {} : { words }), ...firmOf(kind, form) };
  const one = (said: RequestAnswer): ReadAll => ({ ok: true, answers: [{ subject, said, ...more }] });
  if (kind === 'figure') return readFigure(door, form, one);
  if (kind === 'poll') {
    const dates = readDates(door, form);
    return dates.length === 0 ? refused('ChoiceMissing') : one({ dates });
  }
  const standing = isStanding(form['standing']) ? form['standing'] : 'personal';
  if (kind === 'comment') return words === undefined ? refused('WordsMissing') : one({ standing });
  const choice = form['choice'];
  if (choice === undefined || !REQUEST_CHOICES[kind].includes(choice)) return refused('ChoiceMissing');
  if (kind !== 'position') return one({ choice });
  if (choice === 'block' && words === undefined) return refused('ObjectionUnexplained');
  return one({ choice, standing });
};

/** What belongs to the standing that was ticked: the boxes of another one are left unread. */
const firmOf = (kind: RequestKind, form: AnswerForm): { readonly firm?: FirmnessSaid } => {
  if (kind !== 'position' && kind !== 'comment') return {};
  const how = form['confirmedHow'];
  const confirmedHow = isHow(how) ? how : undefined;
  if (form['standing'] === 'inClearance')
    return {
      firm: firmnessSaid({
        clearWith: lineOf(form['clearWith'], MOST_LINE),
        clearUntil: readDay(form['clearUntil']),
      }),
    };
  if (form['standing'] !== 'confirmed') return {};
  return {
    firm: firmnessSaid({
      confirmedBy: lineOf(form['confirmedBy'], MOST_LINE),
      confirmedHow,
      confirmedOn: readDay(form['confirmedOn']),
    }),
  };
};

/** The form came with what stood in the page: a box that was emptied is emptied there. */
const readHalfPage = (subject: string, form: AnswerForm): ReadAll => {
  const page = Object.fromEntries(HALF_PAGE.map((part) => [part, proseOf(form[part]) ?? null] as const));
  if (Object.values(page).every((text) => text === null)) return refused('WordsMissing');
  return { ok: true, answers: [{ subject, said: {}, page }] };
};

const readFigure = (door: RequestDoor, form: AnswerForm, one: (said: RequestAnswer) => ReadAll): ReadAll => {
  const value = readDecimal(form['value'] ?? '', door.link.language === 'fr' ? 'fr' : 'en');
  if (!('decimal' in value)) return refused('FigureUnreadable');
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
  textOf(held.answer.words ?? undefined) === read.words &&
  JSON.stringify(saidOf(held.answer.firmness)) === JSON.stringify(read.firm ?? {});

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

const circleOf = ({ door }: Press, entities: Entities): string =>
  entities.get(door.link.request)?.circle ?? PARTNERS;

/** What follows from an answer in what it is about; nothing where that says so already. */
const effectIn = (press: Press, entities: Entities, read: Read, once: string): Command | undefined => {
  const { door } = press;
  const answering: Answering = {
    ...read,
    channel: 'link',
    lang: door.link.language,
    entity: derivedId(once, `effect ${read.subject}`),
    person: door.me.id,
  };
  const asked: Request = { ...door.request, subject: read.subject };
  const ticket = ticketOf(press, derivedId(once, `carry ${read.subject}`));
  return effectOf(restrict(entities, circleOf(press, entities)), asked, answering, ticket);
};

/**
 * One answer as it goes into the ledger: the request where nobody had asked, the answer, and what follows from it.
 * They travel in one append, so that a stop leaves all of it or nothing; their ids come from the form, so that the
 * same form sent again is the same commands.
 */
const commandsOf = (press: Press, entities: Entities, read: Read, once: string): readonly Command[] => {
  const circle = circleOf(press, entities);
  const { entity, open } = targetOf(press, entities, read);
  const { said, words } = read;
  const ticket = (of: string): Ticket => ticketOf(press, derivedId(once, of));
  const payload = { said, channel: 'link', ...(words === undefined ? {} : { words }), ...read.firm };
  const effect = effectIn(press, entities, read, once);
  return [
    ...(open === undefined
      ? []
      : [processCommand(ticket(`open ${read.subject}`), 'request.open', { entity, circle }, open)]),
    processCommand(ticket(read.subject), 'request.answer', { entity, circle }, payload),
    ...(effect === undefined ? [] : [effect]),
  ];
};

const answerOne = async (press: Press, read: Read): Promise<Received | Refused> => {
  const { tools, door } = press;
  const now = (): Promise<Entities | undefined> => tools.spaces.read(door.link.space);
  const isThere = (entities: Entities): boolean =>
    isSame(requestIn(entities, targetOf(press, entities, read).entity), read) &&
    // The words of a half page stand in its record alone.
    (read.page === undefined || effectIn(press, entities, read, press.once) === undefined);
  const send = async (entities: Entities, once: string): Promise<CommandOutcome | undefined> => {
    const commands = commandsOf(press, entities, read, once);
    const outcomes = await tools.spaces.issueAll(commands, 'system');
    return outcomes[commands.findIndex(({ type }) => type === 'request.answer')];
  };
  const entities = await now();
  if (entities?.get(door.link.request) === undefined) return refused('LinkExpired');
  // Sent again after a lost connection, or by going back: the same answer is one answer.
  if (isThere(entities)) return { ok: true, already: true };
  let outcome = await send(entities, press.once);
  if (outcome?.outcome === 'refused' && outcome.code === 'IdReused') {
    // The same form came twice: at the same moment with the same answer, or after a change of mind with another one.
    const later = await now();
    if (later === undefined || isThere(later)) return { ok: true, already: true };
    outcome = await send(later, newId());
  }
  if (outcome?.outcome === 'refused')
    return refused(outcome.code === 'RequestClosed' ? 'RequestClosed' : 'Invalid');
  return { ok: true };
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
  const commands = confirming(restrict(entities, circle), held, me, () => ticketOf(press, newId()));
  await tools.spaces.issueAll(commands, 'system');
  return { ok: true };
};
