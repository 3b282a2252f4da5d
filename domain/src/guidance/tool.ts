import type { Language } from '@tablee/domain/kernel';

/** The tools of phase 1 that have guidance beside them. */
export const TOOLS = [
  'problem',
  'fit',
  'context',
  'stakeholders',
  'map',
  'listening',
  'core',
  'meetings',
  'letters',
  'conversation',
] as const;
/** A tool of phase 1. */
export type Tool = (typeof TOOLS)[number];

/** What a tool is for, in two sentences, and how the invented valley used it. */
export interface ToolWords {
  readonly purpose: string;
  readonly example: string;
}

/** What goes with a tool: the factors whose questions matter there, and what can be printed. */
export interface ToolLinks {
  /** Ids of factors of the framework. */
  readonly factors: readonly string[];
  readonly formats: readonly FormatId[];
  readonly templates: readonly TemplateId[];
}

/** The workshop formats of phase 1, each one printed page. */
export const FORMATS = [
  'listening-conversation',
  'group-meetings',
  'actor-mapping',
  'problem-tree',
  'community-listening',
  'core-half-day',
] as const;
/** A workshop format. */
export type FormatId = (typeof FORMATS)[number];

/** The templates of phase 1, to change before they are used. */
export const TEMPLATES = [
  'invitation-state',
  'invitation-plain',
  'conversation-sheet',
  'actor-list',
  'map-sheet',
  'working-agreement',
  'concept-note',
] as const;
/** A template. */
export type TemplateId = (typeof TEMPLATES)[number];

/** What goes with each tool. */
export const TOOL_LINKS: { readonly [tool in Tool]: ToolLinks } = {
  problem: { factors: ['common-language'], formats: ['problem-tree'], templates: [] },
  fit: { factors: ['context-fit'], formats: ['core-half-day'], templates: ['concept-note'] },
  context: { factors: ['context-fit', 'meta-governance'], formats: [], templates: [] },
  stakeholders: { factors: ['relevant-actors'], formats: ['actor-mapping'], templates: ['actor-list'] },
  map: {
    factors: ['relevant-actors', 'high-level-support'],
    formats: ['actor-mapping'],
    templates: ['map-sheet'],
  },
  listening: {
    factors: ['relevant-actors', 'respectful-relations'],
    formats: ['community-listening', 'listening-conversation'],
    templates: ['conversation-sheet'],
  },
  core: { factors: ['shared-responsibility'], formats: ['core-half-day'], templates: ['working-agreement'] },
  meetings: { factors: ['respectful-relations'], formats: ['group-meetings'], templates: [] },
  letters: {
    factors: ['high-level-support'],
    formats: [],
    templates: ['invitation-state', 'invitation-plain'],
  },
  conversation: {
    factors: ['respectful-relations'],
    formats: ['listening-conversation'],
    templates: ['conversation-sheet'],
  },
};

/** The words of all tools in one language; loaded when the first panel opens. */
export const loadTools = async (lang: Language): Promise<{ readonly [tool in Tool]: ToolWords }> =>
  lang === 'fr'
    ? (await import('./data/tool.fr.json', { with: { type: 'json' } })).default
    : (await import('./data/tool.en.json', { with: { type: 'json' } })).default;
