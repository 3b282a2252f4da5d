import {
  addRecord,
  type Command,
  changeRecord,
  type FileRef,
  type JsonObject,
  processCommand,
  type RecordEntity,
  type Ticket,
  textOf,
  undoRecord,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import type { HalfPageWords } from '../commitment/index.ts';
import { attendance } from '../meeting/index.ts';
import { pollState, voterOf } from '../poll/index.ts';
import { processesIn, processIn, recordIn, recordsIn } from '../reading/index.ts';
import {
  effectOf,
  type Request,
  type RequestAnswer,
  type RequestKind,
  requestState,
} from '../request/index.ts';
import { type FirmnessSaid, firmnessSaid } from '../wording/index.ts';
import type { FoundSheet } from './sheet.ts';
import { asksOf, type PaperAnswer, type PaperAsk } from './state.ts';

/** One answer as it was typed from a sheet. */
export type TypedAnswer = PaperAnswer & FirmnessSaid & HalfPageWords & { readonly words?: string };

/** A sheet as it was typed. */
export interface SheetEntry {
  readonly answers: readonly TypedAnswer[];
  /** Of a blank sheet: for whom it speaks, and the name on it. */
  readonly organisation?: string | undefined;
  readonly name?: string | undefined;
  readonly scan?: FileRef | undefined;
}

/** What an act on this device has at hand. */
export interface EntryTools {
  ticket(): Ticket;
  newId(): string;
}

interface For {
  readonly person: string | null;
  readonly organisation: string | null;
}

const isAsk = (
  ask: PaperAsk | undefined,
): ask is PaperAsk & { readonly kind: RequestKind; readonly subject: string } =>
  ask !== undefined && ask.kind !== 'question' && ask.kind !== 'attendance' && ask.subject !== null;

/** The request that a sheet answers: one that is there, or the one that the sheet itself is. */
const requestFor = (
  view: View,
  ask: PaperAsk & { readonly kind: RequestKind; readonly subject: string },
  who: For,
  found: FoundSheet,
): { readonly id?: string; readonly state: Request } => {
  const held = processesIn(view, requestState).find(
    ({ state }) =>
      state.state !== 'closed' &&
      state.kind === ask.kind &&
      state.subject === ask.subject &&
      state.version === ask.version &&
      state.person === who.person &&
      state.organisation === who.organisation,
  );
  if (held !== undefined) return { id: held.id, state: held.state };
  const { at, printedBy: askedBy } = found.run.state;
  const { kind, subject, version } = ask;
  const none = { deadline: null, question: null, answer: null, closedFor: null, state: 'open' as const };
  return { state: { kind, subject, version, ...who, askedBy, at, ...none } };
};

const openPayload = ({ kind, subject, version, person, organisation }: Request): JsonObject => ({
  kind,
  subject,
  ...(version === null ? {} : { version }),
  ...(person === null ? {} : { person }),
  ...(organisation === null ? {} : { organisation }),
});

/** What is said as facts of the request: the question's number, the words and what makes it firm go beside it. */
const saidIn = ({ choice, standing, value, unit, day, dates }: TypedAnswer): RequestAnswer => ({
  ...(choice === undefined ? {} : { choice }),
  ...(standing === undefined ? {} : { standing }),
  ...(value === undefined ? {} : { value }),
  ...(unit === undefined ? {} : { unit }),
  ...(day === undefined ? {} : { day }),
  ...(dates === undefined ? {} : { dates }),
});

/** A sheet that was found, and the name that stands on it for somebody whom the partnership does not know. */
interface NamedSheet {
  readonly found: FoundSheet;
  readonly name: string | undefined;
  readonly tools: EntryTools;
}

/** What a sheet ticks that names nobody the partnership knows: one voter, by the code of the sheet. */
const namedVote = (
  view: View,
  ask: PaperAsk,
  answer: TypedAnswer,
  { found, name, tools }: NamedSheet,
): readonly Command[] => {
  const held = processIn(view, pollState, ask.subject ?? undefined);
  if (held === undefined || answer.dates === undefined) return [];
  const words = answer.words === undefined ? {} : { words: answer.words.slice(0, 1_000) };
  const payload = { sheet: found.code, said: [...answer.dates], channel: 'paper', ...words };
  return [
    processCommand(
      tools.ticket(),
      'poll.answer',
      { entity: held.id, circle: held.circle },
      name === undefined ? payload : { ...payload, name },
    ),
  ];
};

/** A line of the attendance sheet for somebody whom only their paper names; a correction changes the line that is there. */
const namedAttendance = (
  view: View,
  ask: PaperAsk,
  answer: TypedAnswer,
  { found, name, tools }: NamedSheet,
): readonly Command[] => {
  const meeting = ask.subject === null ? undefined : recordIn(view, 'meeting', ask.subject);
  if (
    ask.kind !== 'confirmMeeting' ||
    meeting === undefined ||
    name === undefined ||
    answer.choice === undefined
  )
    return [];
  const known = textOf(found.entered?.name ?? undefined);
  const row = recordsIn(view, 'attendance').find(
    (entity) =>
      known !== undefined &&
      valueOf(attendance, entity, 'meeting') === meeting.id &&
      valueOf(attendance, entity, 'personName') === known,
  );
  if (row !== undefined)
    return [changeRecord(tools.ticket(), row, { personName: name, answer: answer.choice })];
  const slots = { meeting: meeting.id, personName: name, expected: true, answer: answer.choice };
  return [addRecord(tools.ticket(), 'attendance', { entity: tools.newId(), circle: meeting.circle }, slots)];
};

const answered = (
  view: View,
  {
    found,
    entry,
    tools,
  }: { readonly found: FoundSheet; readonly entry: SheetEntry; readonly tools: EntryTools },
  answer: TypedAnswer,
): readonly Command[] => {
  const ask = asksOf(found.run.state, found.number)?.[answer.ask];
  if (!isAsk(ask)) return [];
  const organisation = found.sheet.organisation ?? entry.organisation ?? null;
  const who = { person: found.sheet.person, organisation };
  if (who.person === null && organisation === null)
    return (ask.kind === 'poll' ? namedVote : namedAttendance)(view, ask, answer, {
      found,
      name: entry.name,
      tools,
    });
  const { id, state } = requestFor(view, ask, who, found);
  const entity = id ?? tools.newId();
  const { circle } = found.run;
  const words = answer.words === undefined ? {} : { words: answer.words };
  const open =
    id === undefined
      ? [processCommand(tools.ticket(), 'request.open', { entity, circle }, openPayload(state))]
      : [];
  const firm = firmnessSaid(answer);
  const said = saidIn(answer);
  const payload = { said, channel: 'paper', ...words, ...firm };
  const answering = {
    said,
    firm,
    page: answer,
    channel: 'paper' as const,
    lang: found.run.state.lang,
    entity: tools.newId(),
    ...words,
  };
  const effect = effectOf(view, state, answering, tools.ticket());
  return [
    ...open,
    processCommand(tools.ticket(), 'request.answer', { entity, circle }, payload),
    ...(effect === undefined ? [] : [effect]),
  ];
};

/**
 * The commands by which a sheet is typed in: the sheet itself, then each answer as one to a request, on behalf of whom
 * the sheet names; it waits for their confirmation. A sheet that was typed in before is corrected, never doubled.
 */
export const enterSheet = (
  view: View,
  found: FoundSheet,
  entry: SheetEntry,
  tools: EntryTools,
): readonly Command[] => {
  const { run, number, entered } = found;
  const payload: JsonObject = {
    number,
    answers: entry.answers.map((answer) => ({ ...answer })),
    ...(entry.organisation === undefined ? {} : { organisation: entry.organisation }),
    ...(entry.name === undefined ? {} : { name: entry.name }),
    ...(entry.scan === undefined ? {} : { scan: { ...entry.scan } }),
    ...(entered === undefined ? {} : { correct: true }),
  };
  const target = { entity: run.id, circle: run.circle };
  return [
    processCommand(tools.ticket(), 'paper.enter', target, payload),
    ...entry.answers.flatMap((answer) => answered(view, { found, entry, tools }, answer)),
  ];
};

/** A command that was issued, with the record as it stood before. */
export interface Done {
  readonly command: Command;
  readonly before: RecordEntity | undefined;
}

/** Only while a poll is open does it give an answer back. */
const answeredPoll = (view: View, id: string): boolean =>
  processIn(view, pollState, id)?.state.state === 'open';

const voterIn = (payload: JsonObject): string => {
  const text = (name: string): string | undefined => {
    const value = payload[name];
    return typeof value === 'string' ? value : undefined;
  };
  return voterOf({ person: text('person'), organisation: text('organisation'), sheet: text('sheet') }) ?? '';
};

const inverse = (view: View, { command, before }: Done, ticket: () => Ticket): Command | undefined => {
  const { entity, circle, payload } = command;
  const to = { entity, circle };
  const process = (type: string, more: JsonObject): Command => processCommand(ticket(), type, to, more);
  switch (command.type) {
    case 'paper.enter':
      return process('paper.takeBack', { number: payload['number'] ?? 0 });
    case 'request.answer':
      return process('request.takeBack', {});
    case 'request.open':
      return process('request.close', { for: 'withdrawn' });
    case 'poll.answer':
      return answeredPoll(view, entity) ? process('poll.takeBack', { voter: voterIn(payload) }) : undefined;
    case 'wording.take':
      return process('wording.withdraw', { organisation: payload['organisation'] ?? '' });
    default: {
      const after = view.get(entity);
      return after?.kind === 'record' ? undoRecord(ticket(), before, after, command) : undefined;
    }
  }
};

/**
 * The commands that take the last sheet back, in reverse. A figure stays in its box, where every value is kept, and so
 * does what was said to a poll that has ended: they are counted in `left`, to be corrected there.
 */
export const takeSheetBack = (
  view: View,
  done: readonly Done[],
  ticket: () => Ticket,
): { readonly commands: readonly Command[]; readonly left: number } => {
  const commands = done.toReversed().flatMap((each) => inverse(view, each, ticket) ?? []);
  return { commands, left: done.length - commands.length };
};
