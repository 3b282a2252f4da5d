/** The concept note: two to four pages for somebody who decides, from what is there. */
export * from './concept-note.ts';
export {
  NOTE_PARTS,
  type NoteAsked,
  type NoteBlock,
  type NotePart,
  type NotePartId,
  narrowerThan,
} from './part.ts';
export * from './views.ts';
