import { isWithin, type Quantity, type RecordEntity, textIn, valueOf } from '@tablee/domain/kernel';
import { formatDate, formatQuantity } from '@tablee/domain/text';
import { affectedGroup, evidence } from '../problem-tree/index.ts';
import { recordsIn } from '../reading/index.ts';
import { conceptNote, NOTE_CIRCLE } from './concept-note.ts';
import type { NoteAsked, PartContent } from './part.ts';
import { noteWordsIn } from './part-words.ts';

/** How many of each a note shows: it has two to four pages. */
const MOST = 5;

/** What the readers of the note may read: a piece from a narrower circle is left out, not the part with it. */
const readable = (
  note: RecordEntity | undefined,
  entities: readonly RecordEntity[],
): readonly RecordEntity[] => {
  const readers = valueOf(conceptNote, note, 'readers') === 'core' ? 'core' : 'partners';
  return entities.filter(({ circle }) => isWithin(NOTE_CIRCLE[readers], circle));
};

/** What has a source stands before what has none, the latest first. */
const bestFirst = (
  entities: readonly RecordEntity[],
  read: (entity: RecordEntity) => { readonly source: string | undefined; readonly date: string | undefined },
): readonly RecordEntity[] =>
  entities.toSorted((a, b) => {
    const [left, right] = [read(a), read(b)];
    const sourced = Number(right.source !== undefined) - Number(left.source !== undefined);
    return sourced || ((left.date ?? '') < (right.date ?? '') ? 1 : -1);
  });

interface Line {
  readonly text: string;
  readonly amount: Quantity | undefined;
  /** Who says so, of when, where: in brackets at the end. */
  readonly from: readonly (string | undefined)[];
  /** A sentence more, after the brackets. */
  readonly more?: string | undefined;
}

const bare = (text: string): string => text.trim().replace(/\.$/, '');

/** « Le niveau de la nappe baisse (université, décembre 2023). » */
const lineOf = ({ text, amount, from, more }: Line, { language }: NoteAsked): string => {
  const colon = language === 'fr' ? ' : ' : ': ';
  const number = amount === undefined ? '' : formatQuantity(Number(amount.value), amount.unit, language);
  const around = from.filter((each) => each !== undefined && each.trim() !== '').join(', ');
  const head = number === '' ? bare(text) : `${bare(text)}${colon}${number}`;
  const sentence = `${head}${around === '' ? '' : ` (${around})`}.`;
  return more?.trim() ? `${sentence} ${bare(more)}.` : sentence;
};

const NOTHING: PartContent = { blocks: [], circles: [] };

const listOf = (intro: string, entities: readonly RecordEntity[], items: readonly string[]): PartContent =>
  entities.length === 0
    ? NOTHING
    : {
        blocks: [
          { kind: 'paragraph', text: intro },
          { kind: 'list', items },
        ],
        circles: entities.map(({ circle }) => circle),
      };

const dayOf = (iso: string | undefined, { language }: NoteAsked): string | undefined =>
  iso === undefined ? undefined : formatDate(iso, language);

/** What shows the problem: each piece with its figure, its source and its date. */
export const shownBy = (note: RecordEntity | undefined, asked: NoteAsked): PartContent => {
  const { view, language } = asked;
  const read = (entity: RecordEntity) => ({
    source: valueOf(evidence, entity, 'source'),
    date: valueOf(evidence, entity, 'date'),
  });
  const all = readable(note, recordsIn(view, 'evidence')).filter((entity) =>
    textIn(entity, 'shows', language)?.text.trim(),
  );
  const chosen = bestFirst(all, read).slice(0, MOST);
  const items = chosen.map((entity) => {
    const { source, date } = read(entity);
    const from = [source, dayOf(date, asked), valueOf(evidence, entity, 'place')?.name];
    const amount = valueOf(evidence, entity, 'amount');
    return lineOf({ text: textIn(entity, 'shows', language)?.text ?? '', amount, from }, asked);
  });
  return listOf(noteWordsIn(language).shown(chosen.length, all.length), chosen, items);
};

/** Whom it touches: groups of people, never a name, how many and how they live with it. */
export const touchedBy = (note: RecordEntity | undefined, asked: NoteAsked): PartContent => {
  const { view, language } = asked;
  const read = (entity: RecordEntity) => ({
    source: valueOf(affectedGroup, entity, 'source'),
    date: valueOf(affectedGroup, entity, 'date'),
  });
  const all = readable(note, recordsIn(view, 'affectedGroup')).filter((entity) =>
    textIn(entity, 'who', language)?.text.trim(),
  );
  const chosen = bestFirst(all, read).slice(0, MOST);
  const items = chosen.map((entity) => {
    const { source, date } = read(entity);
    const place = valueOf(affectedGroup, entity, 'place')?.name;
    const amount = valueOf(affectedGroup, entity, 'number');
    const who = textIn(entity, 'who', language)?.text ?? '';
    const more = textIn(entity, 'how', language)?.text;
    return lineOf({ text: who, amount, from: [source, dayOf(date, asked), place], more }, asked);
  });
  return listOf(noteWordsIn(language).touched(chosen.length, all.length), chosen, items);
};
