import { createHash } from 'node:crypto';
import {
  type Circle,
  type Entities,
  type Language,
  PARTNERS,
  restrict,
  type View,
  viewFor,
} from '@tablee/domain/kernel';
import { withMergers } from '@tablee/domain/modules/actor';
import { QUARTER } from '@tablee/domain/modules/due';
import { paperState } from '@tablee/domain/modules/paper';
import { recordIn, stateIn } from '@tablee/domain/modules/reading';
import type { Hono } from 'hono';
import { type AppDeps, type Call, type Env, gateOf } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import type { AuthorizedSpace } from '../space/gate.ts';
import { folded, personsIn } from '../space/reading.ts';
import { agreementSheet } from './agreement.ts';
import type { Asked } from './asked.ts';
import { type BriefingAsked, briefingSheet } from './letter/briefing.ts';
import { renderLetterPdf } from './letter/letter-pdf.ts';
import { type LetterAsked, type LetterSheet, letterSheet } from './letter/letter-sheet.ts';
import { calendarOf } from './meeting/calendar.ts';
import { invitationSheet } from './meeting/invitation.ts';
import { decisionsSheet, minutesSheet } from './meeting/minutes.ts';
import { runSheetToPrint } from './meeting/run-sheet.ts';
import { noteSheet } from './note/note-sheet.ts';
import { codeOfPage, keepPile, type PageCodes } from './page-code.ts';
import { editionOf } from './page-standing.ts';
import { paperPrint } from './paper/paper-sheet.ts';
import { renderPdf } from './pdf.ts';
import { type Picture, pictureIn } from './picture.ts';
import { quarterSheet } from './quarter.ts';
import type { Sheet } from './sheet.ts';
import { wordsIn } from './words.ts';
import { workingAgreementSheet } from './working-agreement.ts';

type Everything = Asked &
  BriefingAsked &
  LetterAsked & {
    readonly gate: AuthorizedSpace;
    /** What whoever has it made reads. */
    readonly register: View;
    /** The partnership without the words of people in safety. */
    readonly entities: Entities;
    /** The persons whose names were asked for so far, and stand in what is written. */
    readonly named: Set<string>;
  };

const KINDS: {
  readonly [kind: string]:
    | ((id: string, asked: Everything) => Sheet | undefined | Promise<Sheet | undefined>)
    | undefined;
} = {
  minutes: minutesSheet,
  decisions: decisionsSheet,
  agreement: agreementSheet,
  invitation: invitationSheet,
  'run-sheet': runSheetToPrint,
  briefing: briefingSheet,
  'working-agreement': workingAgreementSheet,
};

const FORMATS: {
  readonly [format: string]:
    | {
        readonly type: string;
        readonly render: (sheet: Sheet) => Promise<Buffer>;
        readonly letter: (sheet: LetterSheet) => Promise<Buffer>;
      }
    | undefined;
} = {
  pdf: { type: 'application/pdf', render: renderPdf, letter: renderLetterPdf },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    // A megabyte of code that a server which writes no document need not hold.
    render: async (sheet) => (await import('./docx.ts')).renderDocx(sheet),
    letter: async (sheet) => (await import('./letter/letter-docx.ts')).renderLetterDocx(sheet),
  },
};

const fileName = (title: string, format: string): string =>
  `${title.replace(/[\\/:*?"<>|\n]+/g, ' ').slice(0, 100)}.${format}`;

/** A logo is a few kilobytes; a photograph would make every letter heavy. */
const PICTURE_BYTES = 500 * 1_024;

const pictureOf = async (
  deps: AppDeps,
  gate: AuthorizedSpace,
  hash: string,
): Promise<Picture | undefined> => {
  const file = await deps.files.find(gate.space, hash, gate.circles);
  return file === undefined || file.size > PICTURE_BYTES ? undefined : pictureIn(await deps.files.read(hash));
};

const askedOf = async (deps: AppDeps, c: Call): Promise<Everything> => {
  const gate = await gateOf(deps, c);
  const wished = c.req.query('lang');
  const language: Language = wished === 'en' || wished === 'fr' ? wished : c.get('language');
  const space = await folded(deps.spaces, gate);
  const entities = space.shelter.entities(space.state.entities);
  const view = withMergers(viewFor(entities, gate.circles));
  const reader = { person: gate.actor.id, circles: gate.circles };
  const people = await deps.vault.people(gate.space, personsIn(deps.spaces, space.state, reader), reader);
  // On paper nobody is named who is in safety, not even by themselves.
  const cards = new Map(people.cards.flatMap((card) => (card.gone === undefined ? [[card.id, card]] : [])));
  const named = new Set<string>();
  const organisation = c.req.query('for');
  return {
    ...{ view, register: view, entities, language, gate, named },
    words: wordsIn(language),
    nameOf: (person) => {
      const name = cards.get(person)?.name;
      if (name !== undefined) named.add(person);
      return name;
    },
    positionOf: (person) => cards.get(person)?.designation,
    pictureOf: (hash) => pictureOf(deps, gate, hash),
    now: new Date(deps.runtime.now()).toISOString(),
    address: `${deps.url}/p/${gate.space}`,
    page: `${deps.url}/p/${gate.space}`,
    ...(organisation === undefined ? {} : { organisation }),
  };
};

/**
 * The same for what is handed to all readers of `circle`: whoever has it made may read more, and nothing of that gets
 * onto the page.
 */
const forReadersOf = (circle: Circle, asked: Everything): Everything => ({
  ...asked,
  view: withMergers(restrict(asked.entities, circle)),
});

/** A document that is ready, with what it was made from. */
interface Made {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string;
  readonly ending: string;
  readonly kind: string;
  readonly entity: string;
}

/** Hands a document out, after it was written down that it exists and whom it names. */
const handOut = async (
  deps: AppDeps,
  c: Call,
  { gate, view, named }: Everything,
  { bytes, type, name, ending, kind, entity }: Made,
): Promise<Response> => {
  await deps.vault.keepProduced({
    space: gate.space,
    digest: createHash('sha256').update(bytes).digest('hex'),
    by: gate.actor.id,
    kind,
    entity,
    ending,
    circle: view.get(entity)?.circle ?? PARTNERS,
    at: deps.runtime.now(),
    persons: [...named].sort(),
  });
  return c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="document.${ending}"; filename*=UTF-8''${encodeURIComponent(fileName(name, ending))}`,
    'cache-control': 'private, no-store',
  });
};

/** What the parts of this file stand on. */
interface Desk {
  readonly deps: AppDeps;
  readonly codes: PageCodes;
}

const spaceOf = (c: Call): string => c.req.param('space') ?? '';

/** The same, with the code of the page that is made from one thing in its state of today. */
const withCode = async (
  { deps, codes }: Desk,
  c: Call,
  asked: Everything,
  { kind, entity }: { readonly kind: string; readonly entity: string },
): Promise<Everything> => {
  const edition = editionOf(asked.view, kind, entity, asked.now.slice(0, 10));
  const page = { space: spaceOf(c), kind, entity, edition, made: deps.runtime.now() };
  return { ...asked, page: `${deps.url}/c/${await codeOfPage(codes, page)}` };
};

const write = async (desk: Desk, c: Call): Promise<Response> => {
  const bare = await askedOf(desk.deps, c);
  const [id = '', ending = ''] = (c.req.param('file') ?? '').split('.');
  const kind = c.req.param('kind') ?? '';
  const format = FORMATS[ending];
  if (format === undefined) throw new Refused('NotFound');
  // A code leads somewhere only where there is something to lead to.
  const isKnown = kind === 'letter' || Object.hasOwn(KINDS, kind);
  const subject = bare.view.get(id);
  if (!isKnown || subject === undefined) throw new Refused('NotFound');
  const asked = forReadersOf(subject.circle, await withCode(desk, c, bare, { kind, entity: id }));
  const sheet = kind === 'letter' ? await letterSheet(id, asked) : await KINDS[kind]?.(id, asked);
  if (sheet === undefined) throw new Refused('NotFound');
  const bytes = new Uint8Array(await ('recipient' in sheet ? format.letter(sheet) : format.render(sheet)));
  return handOut(desk.deps, c, asked, {
    ...{ bytes, type: format.type, name: sheet.title, ending },
    ...{ kind, entity: id },
  });
};

const calendar = async ({ deps }: Desk, c: Call): Promise<Response> => {
  const bare = await askedOf(deps, c);
  const [id = '', ending] = (c.req.param('file') ?? '').split('.');
  const asked = forReadersOf(bare.view.get(id)?.circle ?? PARTNERS, bare);
  const made = await calendarOf(id, asked, asked.now);
  if (made === undefined || ending !== 'ics') throw new Refused('NotFound');
  const type = `text/calendar; charset=utf-8; method=${made.method}`;
  const bytes = new TextEncoder().encode(made.text);
  return handOut(deps, c, asked, { bytes, type, name: made.name, ending, kind: 'calendar', entity: id });
};

/** A concept note, in its own language. */
const note = async (desk: Desk, c: Call): Promise<Response> => {
  const bare = await askedOf(desk.deps, c);
  const [id = '', ending = ''] = (c.req.param('file') ?? '').split('.');
  if (recordIn(bare.view, 'conceptNote', id) === undefined) throw new Refused('NotFound');
  const asked = await withCode(desk, c, bare, { kind: 'concept-note', entity: id });
  const sheet = noteSheet(id, asked);
  const type = FORMATS[ending]?.type;
  if (sheet === undefined || type === undefined) throw new Refused('NotFound');
  const render =
    ending === 'pdf'
      ? (await import('./note/note-pdf.ts')).renderNotePdf
      : (await import('./note/note-docx.ts')).renderNoteDocx;
  const bytes = new Uint8Array(await render(sheet));
  const kind = 'concept-note';
  return handOut(desk.deps, c, asked, { bytes, type, name: sheet.fileName, ending, kind, entity: id });
};

/** Sheets of paper with their codes, in the language in which they were prepared. */
const paper = async ({ deps, codes }: Desk, c: Call): Promise<Response> => {
  const bare = await askedOf(deps, c);
  const [id = '', ending = ''] = (c.req.param('file') ?? '').split('.');
  const asked = forReadersOf(bare.view.get(id)?.circle ?? PARTNERS, bare);
  const print = paperPrint(id, asked);
  const type = FORMATS[ending]?.type;
  const prefix = stateIn(asked.view, paperState, id)?.prefix;
  if (print === undefined || prefix === undefined || type === undefined) throw new Refused('NotFound');
  const page = { space: spaceOf(c), kind: 'paper', entity: id, edition: prefix, made: deps.runtime.now() };
  await keepPile(codes, prefix, page);
  const render =
    ending === 'pdf'
      ? (await import('./paper/paper-pdf.ts')).renderPaperPdf
      : (await import('./paper/paper-docx.ts')).renderPaperDocx;
  const bytes = new Uint8Array(await render(print));
  return handOut(deps, c, asked, { bytes, type, name: print.title, ending, kind: 'paper', entity: id });
};

/** The half pages of a quarter, for the board: `…/documents/quarter/2026-Q1.docx`. */
const quarter = async (desk: Desk, c: Call): Promise<Response> => {
  const bare = await askedOf(desk.deps, c);
  const [id = '', ending = ''] = (c.req.param('file') ?? '').split('.');
  const format = FORMATS[ending];
  if (format === undefined || !QUARTER.test(id)) throw new Refused('NotFound');
  // It is made from the whole space: its page leads there, and tells the day on which it was made.
  const coded = await withCode(desk, c, bare, { kind: 'halfpages', entity: spaceOf(c) });
  const asked = forReadersOf(PARTNERS, coded);
  const sheet = quarterSheet(id, asked);
  if (sheet === undefined) throw new Refused('NotFound');
  const bytes = new Uint8Array(await format.render(sheet));
  const made = { bytes, type: format.type, name: sheet.title, ending };
  return handOut(desk.deps, c, asked, { ...made, kind: 'quarter', entity: id });
};

/** The code of a version that somebody brought as a file: to be put in the foot of its pages. */
const code = async (desk: Desk, c: Call): Promise<Response> => {
  const asked = await askedOf(desk.deps, c);
  const entity = c.req.param('id') ?? '';
  if (recordIn(asked.view, 'document', entity) === undefined) throw new Refused('NotFound');
  const { page } = await withCode(desk, c, asked, { kind: 'document', entity });
  return c.json({ url: page, foot: asked.words.foot(page) }, 200, { 'cache-control': 'private, no-store' });
};

/**
 * Documents made from what the caller may see: `GET …/documents/{kind}/{id}.{pdf|docx}?lang=fr|en&for={organisation}`,
 * calendars as `.ics`; every page carries a code. `GET …/documents/code/{id}` gives the code of a file that was brought.
 */
export const documentRoutes =
  (codes: PageCodes) =>
  (app: Hono<Env>, deps: AppDeps): void => {
    const desk = { deps, codes };
    app.get('/api/spaces/:space/documents/calendar/:file', (c) => calendar(desk, c));
    app.get('/api/spaces/:space/documents/paper/:file', (c) => paper(desk, c));
    app.get('/api/spaces/:space/documents/concept-note/:file', (c) => note(desk, c));
    app.get('/api/spaces/:space/documents/quarter/:file', (c) => quarter(desk, c));
    app.get('/api/spaces/:space/documents/code/:id', (c) => code(desk, c));
    app.get('/api/spaces/:space/documents/:kind/:file', (c) => write(desk, c));
  };
