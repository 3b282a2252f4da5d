import { isWithin, type Language, type View } from '@tablee/domain/kernel';
import type { Room } from '../partnership/index.ts';
import { NOTE_CIRCLE, type NoteReaders } from './concept-note.ts';

/** The parts of a concept note in their usual order: the problem first, whom to call last. */
export const NOTE_PARTS = [
  'problem',
  'why',
  'concerned',
  'exists',
  'verdict',
  'core',
  'steps',
  'ask',
  'contact',
] as const;
/** A part of a concept note. */
export type NotePartId = (typeof NOTE_PARTS)[number];

/** A piece of a part: a paragraph, what partners wrote together, or a list. `lang` where it is not the note's. */
export type NoteBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly text: string; readonly lang?: string }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** A part with its words. Without blocks there is nothing to say yet: it stands in no note. */
export interface NotePart {
  readonly id: NotePartId;
  readonly title: string;
  readonly blocks: readonly NoteBlock[];
  /** The circles of what it was made from, each once. */
  readonly circles: readonly string[];
  /** The page on which its words are written; absent for what is asked on the note itself. */
  readonly room: Room | undefined;
}

/** What the parts are made from: what the reader sees, the note's language, the hour, and names that may be seen. */
export interface NoteAsked {
  readonly view: View;
  readonly language: Language;
  /** UTC instant. */
  readonly now: string;
  readonly nameOf: (person: string) => string | undefined;
  readonly positionOf: (person: string) => string | undefined;
}

/** What a part came to, before it is given its title. */
export interface PartContent {
  readonly blocks: readonly NoteBlock[];
  readonly circles: readonly (string | undefined)[];
}

/** The circles of a part that some of the note's readers do not read; none when all may read it. */
export const narrowerThan = (part: NotePart, readers: NoteReaders): readonly string[] =>
  part.circles.filter((circle) => !isWithin(NOTE_CIRCLE[readers], circle));
