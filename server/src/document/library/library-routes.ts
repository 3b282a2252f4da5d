import { FORMATS, TEMPLATES } from '@tablee/domain/guidance';
import type { Language } from '@tablee/domain/kernel';
import type { Hono } from 'hono';
import { type AppDeps, type Call, type Env, signedIn } from '../../http/context.ts';
import { Refused } from '../../http/problem.ts';

interface Wish {
  readonly language: Language;
  readonly filled: boolean;
  readonly ending: 'pdf' | 'docx';
}

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

// The renderers are loaded with the first file: a server that prints nothing does not carry them.
const format = async (id: (typeof FORMATS)[number], { language, ending }: Wish): Promise<Buffer> => {
  const { formatSheet } = await import('./library-sheet.ts');
  const sheet = await formatSheet(id, language);
  return ending === 'pdf'
    ? (await import('./library-pdf.ts')).renderFormatPdf(sheet)
    : (await import('./library-docx.ts')).renderFormatDocx(sheet);
};

const letter = async (tone: 'state' | 'plain', { language, filled, ending }: Wish): Promise<Buffer> => {
  const { letterTemplateSheet } = await import('../letter/letter-template.ts');
  const sheet = letterTemplateSheet(tone, language, filled);
  return ending === 'pdf'
    ? (await import('../letter/letter-pdf.ts')).renderLetterPdf(sheet)
    : (await import('../letter/letter-docx.ts')).renderLetterDocx(sheet);
};

const template = async (id: (typeof TEMPLATES)[number], wish: Wish): Promise<Buffer | undefined> => {
  if (id === 'invitation-state') return letter('state', wish);
  if (id === 'invitation-plain') return letter('plain', wish);
  // The list of stakeholders is a spreadsheet, which the device writes by itself.
  if (id === 'actor-list') return undefined;
  const { templateSheet } = await import('./library-sheet.ts');
  const sheet = await templateSheet(id, wish.language, wish.filled);
  const pdf = await import('./library-pdf.ts');
  if (id === 'map-sheet') return wish.ending === 'pdf' ? pdf.renderMapSheetPdf(sheet) : undefined;
  return wish.ending === 'pdf'
    ? pdf.renderTemplatePdf(sheet)
    : (await import('./library-docx.ts')).renderTemplateDocx(sheet);
};

const make = (kind: string, name: string, wish: Wish): Promise<Buffer | undefined> => {
  const formatId = FORMATS.find((id) => id === name);
  if (kind === 'format' && formatId !== undefined) return format(formatId, wish);
  const templateId = TEMPLATES.find((id) => id === name);
  if (kind === 'template' && templateId !== undefined) return template(templateId, wish);
  return Promise.resolve(undefined);
};

const hand = async (deps: AppDeps, c: Call): Promise<Response> => {
  await signedIn(deps, c);
  const [name = '', ending] = (c.req.param('file') ?? '').split('.');
  const wished = c.req.query('lang');
  const language: Language = wished === 'en' || wished === 'fr' ? wished : c.get('language');
  if (ending !== 'pdf' && ending !== 'docx') throw new Refused('NotFound');
  const filled = c.req.query('filled') === 'yes';
  const made = await make(c.req.param('kind') ?? '', name, { language, filled, ending });
  if (made === undefined) throw new Refused('NotFound');
  return c.body(new Uint8Array(made), 200, {
    'content-type': TYPES[ending],
    'content-disposition': `attachment; filename="${name}-${language}.${ending}"`,
    // The content changes with a release alone.
    'cache-control': 'private, max-age=86400',
  });
};

/** Workshop formats and templates: `GET /api/library/{format|template}/{id}.{pdf|docx}?lang=fr|en&filled=yes`, for every account. */
export const libraryRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  app.get('/api/library/:kind/:file', (c) => hand(deps, c));
};
