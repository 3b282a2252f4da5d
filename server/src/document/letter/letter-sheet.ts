import { type Language, textOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { type Letter, letterNumber, letterState, PAGE_BREAK } from '@tablee/domain/modules/letter';
import { partnershipOf } from '@tablee/domain/modules/partnership';
import { processIn } from '@tablee/domain/modules/reading';
import { formatDate } from '@tablee/domain/text';
import { type LetterheadAsked, letterheadFor, linesOf } from '../letterhead.ts';
import type { Letterhead } from '../sheet.ts';
import { type LetterWords, letterWordsIn } from './letter-words.ts';

/** A paragraph, or the points of a list. */
export interface LetterPart {
  readonly kind: 'paragraph' | 'list';
  readonly lines: readonly string[];
}

/** An annex on pages of its own. */
export interface LetterAnnex {
  readonly title: string;
  readonly parts: readonly LetterPart[];
}

/** A letter before it is written: the same for DOCX and PDF. */
export interface LetterSheet {
  readonly title: string;
  readonly partnership: string;
  readonly language: Language;
  readonly head: Letterhead;
  readonly number: string;
  readonly date: string;
  /** « Projet » while the text is not fixed. */
  readonly standing: string;
  readonly recipient: readonly string[];
  readonly subjectLabel: string;
  readonly salutation: string;
  readonly body: readonly LetterPart[];
  readonly closing: string;
  readonly signature: readonly string[];
  readonly annexes: readonly LetterAnnex[];
  /** Foot of every page, below that of the letterhead: where the current state of the letter is. */
  readonly foot: string;
}

/** What a letter is made from, beside what a letterhead is: the functions of persons. */
export interface LetterAsked extends LetterheadAsked {
  readonly positionOf: (person: string) => string | undefined;
}

const isPoint = (line: string): boolean => /^[–-] /.test(line);

/** A paragraph may open a list: « Points à traiter : » and its lines. */
const partsOf = (text: string): readonly LetterPart[] =>
  text.split(/\n{2,}/).flatMap((paragraph): readonly LetterPart[] => {
    const lines = linesOf(paragraph);
    const said = lines.filter((line) => !isPoint(line));
    const points = lines.filter(isPoint).map((line) => line.slice(2));
    return [
      ...(said.length === 0 ? [] : [{ kind: 'paragraph' as const, lines: said }]),
      ...(points.length === 0 ? [] : [{ kind: 'list' as const, lines: points }]),
    ];
  });

const annexOf = (text: string): LetterAnnex => {
  const [title = '', ...rest] = text.trim().split('\n');
  return { title: title.trim(), parts: partsOf(rest.join('\n')) };
};

/** The text of a letter in its parts; what follows a page break is an annex. */
export const letterBody = (text: string): Pick<LetterSheet, 'body' | 'annexes'> => {
  const [body = '', ...annexes] = text.split(new RegExp(`^${PAGE_BREAK}$`, 'm'));
  return { body: partsOf(body), annexes: annexes.map(annexOf) };
};

const recipientOf = (state: Letter, asked: LetterAsked, words: LetterWords): readonly string[] => {
  const name = state.person === null ? undefined : asked.nameOf(state.person);
  const position = state.person === null ? undefined : asked.positionOf(state.person);
  return [
    name === undefined ? undefined : words.person(state.civility, name),
    position,
    actorName(asked.view, state.organisation ?? undefined),
    ...linesOf(textOf(state.texts.recipient ?? undefined)),
  ].filter((line) => line !== undefined);
};

/** A letter that leaves, on the letterhead, in its own language; `undefined` when absent or not for this reader. */
export const letterSheet = async (id: string, asked: LetterAsked): Promise<LetterSheet | undefined> => {
  const state = processIn(asked.view, letterState, id)?.state;
  if (state === undefined || state.direction === 'in') return undefined;
  const language: Language = state.lang === 'en' ? 'en' : 'fr';
  const words = letterWordsIn(language);
  const said = (name: keyof Letter['texts']): string => textOf(state.texts[name] ?? undefined) ?? '';
  const { head, card } = await letterheadFor(asked, language);
  const number = letterNumber(state.number, card?.numberPattern);
  const day = state.dated ?? state.fixed?.at.slice(0, 10);
  const signer = state.signer === null ? undefined : asked.nameOf(state.signer);
  return {
    title: said('subject'),
    partnership: partnershipOf(asked.view, language)?.name ?? '',
    language,
    head,
    number: number === undefined ? words.numberLater : words.number(number),
    date: words.date(card?.place, day === undefined ? words.dateLater : formatDate(day, language)),
    standing: state.fixed === null ? words.draft : '',
    recipient: recipientOf(state, asked, words),
    subjectLabel: words.subject,
    salutation: said('salutation'),
    ...letterBody(said('body')),
    closing: said('closing'),
    signature: [...linesOf(said('signature')), ...(signer === undefined ? [] : [signer])],
    foot: words.foot(asked.page),
  };
};
