import type { Language } from '@tablee/domain/kernel';
import * as z from 'zod/mini';

const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('field'), label: z.string(), lines: z.int(), example: z.string() }),
  z.object({
    kind: z.literal('choice'),
    label: z.string(),
    options: z.array(z.string()),
    example: z.array(z.int()),
  }),
  z.object({
    kind: z.literal('table'),
    head: z.array(z.string()),
    rows: z.int(),
    example: z.array(z.array(z.string())),
  }),
]);
const template = z.object({ title: z.string(), line: z.string(), parts: z.array(part), fills: z.string() });
const all = z.object({
  'conversation-sheet': template,
  'working-agreement': template,
  'concept-note': template,
  'map-sheet': template,
});

/** A piece of a template: what is printed as it is, or what is left to fill in, with what the valley wrote there. */
export type TemplatePart = z.infer<typeof part>;

/** A template that is a document: its parts, and which fields the product fills. */
export type Template = z.infer<typeof template>;

/** The templates that are documents; the letters and the list of stakeholders are made from their own modules. */
export type DocumentTemplateId = keyof z.infer<typeof all>;

/** The templates in one language. @throws when the content that this release carries is damaged. */
export const loadTemplates = async (
  lang: Language,
): Promise<{ readonly [id in DocumentTemplateId]: Template }> =>
  all.parse(
    lang === 'fr'
      ? (await import('./data/template.fr.json', { with: { type: 'json' } })).default
      : (await import('./data/template.en.json', { with: { type: 'json' } })).default,
  );
