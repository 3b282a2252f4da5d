import { type Language, valueOf } from '@tablee/domain/kernel';
import { composeNote, conceptNote, type NoteBlock } from '@tablee/domain/modules/concept-note';
import { recordIn } from '@tablee/domain/modules/reading';
import { typography } from '@tablee/domain/text';
import type { BriefingAsked } from '../letter/briefing.ts';

/** A part of a note as it is printed. */
export interface PrintedPart {
  readonly title: string;
  readonly blocks: readonly NoteBlock[];
}

/** A concept note ready to be written as PDF or as Word: every text with the spaces of its language. */
export interface NoteSheet {
  readonly language: Language;
  readonly title: string;
  readonly kicker: string;
  readonly parts: readonly PrintedPart[];
  /** Where the code of these pages leads: the foot of every page. */
  readonly foot: string;
  readonly fileName: string;
}

/** What a note is made from, beside what all documents are. */
export interface NoteSheetAsked extends BriefingAsked {
  readonly positionOf: (person: string) => string | undefined;
}

const FOOT = {
  fr: (address: string) => `L’état actuel de cette note : ${address}`,
  en: (address: string) => `The current state of this note: ${address}`,
} as const;

/** The concept note of this id in its own language; `undefined` when the reader sees no such note. */
export const noteSheet = (id: string, asked: NoteSheetAsked): NoteSheet | undefined => {
  const entity = recordIn(asked.view, 'conceptNote', id);
  if (entity === undefined) return undefined;
  const language = valueOf(conceptNote, entity, 'lang') ?? asked.language;
  const note = composeNote(entity, { ...asked, language });
  const dress = (text: string, lang: string = language): string => typography(text, lang);
  const block = (each: NoteBlock): NoteBlock =>
    each.kind === 'list'
      ? { ...each, items: each.items.map((item) => dress(item)) }
      : { ...each, text: dress(each.text, each.lang) };
  return {
    language,
    title: dress(note.title),
    kicker: dress(note.kicker),
    parts: note.parts.map((part) => ({ title: dress(part.title), blocks: part.blocks.map(block) })),
    foot: dress(FOOT[language](asked.page)),
    fileName: `${note.title}, ${note.kicker}`,
  };
};
