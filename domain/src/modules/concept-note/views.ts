import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { formatDate } from '@tablee/domain/text';
import { partnershipOf, type Room } from '../partnership/index.ts';
import { recordsIn } from '../reading/index.ts';
import {
  askPart,
  concernedPart,
  contactPart,
  corePart,
  existsPart,
  problemPart,
  verdictPart,
  whyNow,
} from './compose.ts';
import { conceptNote, type NoteReaders } from './concept-note.ts';
import {
  NOTE_PARTS,
  type NoteAsked,
  type NotePart,
  type NotePartId,
  narrowerThan,
  type PartContent,
} from './part.ts';
import { noteWordsIn } from './part-words.ts';
import { stepsPart } from './steps.ts';

const ROOM: { readonly [part in NotePartId]: Room | undefined } = {
  problem: 'problem',
  why: 'context',
  concerned: 'stakeholders',
  exists: 'context',
  verdict: 'fit',
  core: 'core',
  steps: 'roadmap',
  ask: undefined,
  contact: undefined,
};

const contentOf = (id: NotePartId, note: RecordEntity | undefined, asked: NoteAsked): PartContent => {
  switch (id) {
    case 'problem':
      return problemPart(note, asked);
    case 'why':
      return whyNow(asked);
    case 'concerned':
      return concernedPart(note, asked);
    case 'exists':
      return existsPart(asked);
    case 'verdict':
      return verdictPart(asked);
    case 'core':
      return corePart(asked);
    case 'steps':
      return stepsPart(asked);
    case 'ask':
      return askPart(note, asked);
    case 'contact':
      return contactPart(note, asked);
  }
};

/** The notes, the latest last. */
export const conceptNotes = (view: View): readonly RecordEntity[] => recordsIn(view, 'conceptNote');

/** Who will read a note; partners unless it says otherwise. */
export const readersOf = (note: RecordEntity): NoteReaders =>
  valueOf(conceptNote, note, 'readers') ?? 'partners';

/** Every part of a note in its order: the chosen ones first, then the rest in the usual order. */
export const allParts = (note: RecordEntity, asked: NoteAsked): readonly NotePart[] => {
  const chosen = chosenIds(note) ?? [];
  const order = [...chosen, ...NOTE_PARTS.filter((id) => !chosen.includes(id))];
  return order.map((id) => {
    const { blocks, circles } = contentOf(id, note, asked);
    return {
      id,
      title: noteWordsIn(asked.language).titles[id],
      blocks,
      circles: [...new Set(circles.filter((circle) => circle !== undefined))],
      room: ROOM[id],
    };
  });
};

const chosenIds = (note: RecordEntity): readonly NotePartId[] | undefined => {
  const kept = valueOf(conceptNote, note, 'parts');
  return kept?.split(' ').flatMap((name) => NOTE_PARTS.find((id) => id === name) ?? []);
};

/**
 * The parts that stand in the note: those chosen, else all that its readers may read. One without words is left out,
 * whatever was chosen.
 */
export const chosenParts = (note: RecordEntity, asked: NoteAsked): readonly NotePart[] => {
  const chosen = chosenIds(note);
  return allParts(note, asked).filter((part) => {
    if (part.blocks.length === 0) return false;
    if (chosen !== undefined) return chosen.includes(part.id);
    // For people outside nothing would be left: what partners read is what a note is made from.
    const readers = readersOf(note);
    return narrowerThan(part, readers === 'outside' ? 'partners' : readers).length === 0;
  });
};

/** A note ready to be written. */
export interface ComposedNote {
  readonly title: string;
  /** « Note conceptuelle pour la direction, 22 novembre 2026 » */
  readonly kicker: string;
  readonly parts: readonly NotePart[];
}

/** The whole note from what is there now. */
export const composeNote = (note: RecordEntity, asked: NoteAsked): ComposedNote => {
  const words = noteWordsIn(asked.language);
  const audience = valueOf(conceptNote, note, 'audience')?.trim();
  const date = formatDate(asked.now.slice(0, 10), asked.language);
  const forWhom = audience ? `${asked.language === 'fr' ? ' pour ' : ' for '}${audience}` : '';
  return {
    title: partnershipOf(asked.view, asked.language)?.name ?? words.kind,
    kicker: `${words.kind}${forWhom}, ${date}`,
    parts: chosenParts(note, asked),
  };
};

/** What a full page holds, in words; what a heading and an item of a list take beside theirs. Measured on the PDF. */
const PAGE: { readonly [what in 'words' | 'heading' | 'item' | 'head']: number } = {
  words: 580,
  heading: 28,
  item: 5,
  head: 45,
};

const wordsOf = (text: string): number => text.split(/\s+/).filter((each) => each !== '').length;

/** About how many pages a note takes: at least one. */
export const pagesOf = ({ parts }: ComposedNote): number => {
  const inPart = ({ blocks }: NotePart): number =>
    blocks.reduce(
      (sum, block) =>
        sum +
        (block.kind === 'list'
          ? block.items.reduce((all, item) => all + wordsOf(item) + PAGE.item, 0)
          : wordsOf(block.text) + PAGE.item),
      PAGE.heading,
    );
  const total = parts.reduce((sum, part) => sum + inPart(part), PAGE.head);
  return Math.max(1, Math.ceil(total / PAGE.words));
};

/** The note as plain text, paragraph by paragraph: what a returned file is compared with. */
export const plainNote = ({ title, kicker, parts }: ComposedNote): string =>
  [
    title,
    kicker,
    ...parts.flatMap((part) => [
      part.title,
      ...part.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])),
    ]),
  ].join('\n');
