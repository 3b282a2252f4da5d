import { type Language, viewFor } from '@tablee/domain/kernel';
import type { Hono } from 'hono';
import { type AppDeps, type Call, type Env, gateOf } from '../http/context.ts';
import { Refused } from '../http/problem.ts';
import { folded, personsIn } from '../space/reading.ts';
import { agreementSheet } from './agreement.ts';
import { type Asked, attendanceSheetToSign, decisionsSheet, minutesSheet } from './minutes.ts';
import { renderPdf } from './pdf.ts';
import type { Sheet } from './sheet.ts';
import { wordsIn } from './words.ts';

const KINDS: { readonly [kind: string]: ((id: string, asked: Asked) => Sheet | undefined) | undefined } = {
  minutes: minutesSheet,
  decisions: decisionsSheet,
  attendance: attendanceSheetToSign,
  agreement: agreementSheet,
};

const FORMATS: {
  readonly [format: string]:
    | { readonly type: string; readonly render: (sheet: Sheet) => Promise<Buffer> }
    | undefined;
} = {
  pdf: { type: 'application/pdf', render: renderPdf },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    // A megabyte of code that a server which writes no document need not hold.
    render: async (sheet) => (await import('./docx.ts')).renderDocx(sheet),
  },
};

const fileName = (sheet: Sheet, format: string): string =>
  `${sheet.title.replace(/[\\/:*?"<>|\n]+/g, ' ').slice(0, 100)}.${format}`;

const write = async (deps: AppDeps, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const [id = '', ending = ''] = (c.req.param('file') ?? '').split('.');
  const make = KINDS[c.req.param('kind') ?? ''];
  const format = FORMATS[ending];
  if (make === undefined || format === undefined) throw new Refused('NotFound');
  const wished = c.req.query('lang');
  const language: Language = wished === 'en' || wished === 'fr' ? wished : c.get('language');
  const space = await folded(deps.spaces, gate);
  const view = viewFor(space.state.entities, gate.circles);
  const reader = { person: gate.actor.id, circles: gate.circles };
  const people = await deps.vault.people(gate.space, personsIn(deps.spaces, space.state, reader), reader);
  const names = new Map(people.cards.map((card) => [card.id, card.name]));
  const sheet = make(id, {
    view,
    language,
    words: wordsIn(language),
    nameOf: (person) => names.get(person),
    address: `${deps.url}/p/${gate.space}`,
  });
  if (sheet === undefined) throw new Refused('NotFound');
  const bytes = await format.render(sheet);
  const name = fileName(sheet, ending);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': format.type,
    'content-disposition': `attachment; filename="document.${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
  });
};

/** Documents made from what the caller may see: `GET …/documents/{kind}/{id}.{pdf|docx}?lang=fr|en`. */
export const documentRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  app.get('/api/spaces/:space/documents/:kind/:file', (c) => write(deps, c));
};
