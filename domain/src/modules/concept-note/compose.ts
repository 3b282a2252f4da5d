import { type RecordEntity, textIn, textOf, valueOf } from '@tablee/domain/kernel';
import { formatDate } from '@tablee/domain/text';
import { actorName, missingVoices, STAKE, withStake } from '../actor/index.ts';
import { contextFact, initiative } from '../context/index.ts';
import { coreSeats } from '../core-group/index.ts';
import { currentFitCheck, fitVerdict, toldVerdict } from '../fit-check/index.ts';
import { letterheadOf } from '../letter/index.ts';
import { partnershipOf } from '../partnership/index.ts';
import { recordsIn } from '../reading/index.ts';
import { listed } from '../sentence/index.ts';
import {
  countsFormally,
  currentVersion,
  positionsOn,
  type Stance,
  versionIn,
  wordingOf,
} from '../wording/index.ts';
import { conceptNote } from './concept-note.ts';
import type { NoteAsked, NoteBlock, PartContent } from './part.ts';
import { noteWordsIn } from './part-words.ts';
import { shownBy, touchedBy } from './shown.ts';

const NOTHING: PartContent = { blocks: [], circles: [] };

const sentence = (text: string): string => (/[.!?…»”]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** What a record says in the note's language, as a sentence; empty when it says nothing. */
const said = (entity: RecordEntity, field: string, { language }: NoteAsked): string => {
  const text = textIn(entity, field, language)?.text.trim();
  return text ? sentence(text) : '';
};

const paragraph = (...sentences: readonly string[]): NoteBlock => ({
  kind: 'paragraph',
  text: sentences.filter((each) => each !== '').join(' '),
});

/** A fact with what shows it and where we know it from, as in « … (Journal officiel, 2022). » */
const factText = (entity: RecordEntity, asked: NoteAsked): string => {
  const source = textIn(entity, 'source', asked.language)?.text.trim();
  const text = [said(entity, 'title', asked), said(entity, 'evidence', asked)].filter(Boolean).join(' ');
  return source ? `${text.replace(/\.$/, '')} (${source}).` : text;
};

/** What helps and what hinders now, each with its source. */
export const whyNow = (asked: NoteAsked): PartContent => {
  const words = noteWordsIn(asked.language);
  const facts = recordsIn(asked.view, 'contextFact');
  const side = (effect: 'helps' | 'hinders'): readonly RecordEntity[] =>
    facts.filter((entity) => valueOf(contextFact, entity, 'effect') === effect);
  const blocks = (['helps', 'hinders'] as const).flatMap((effect) => {
    const texts = side(effect).map((entity) => factText(entity, asked));
    return texts.length === 0 ? [] : [paragraph(words[effect], ...texts)];
  });
  return { blocks, circles: facts.map((entity) => entity.circle) };
};

/** The problem: the words of its latest version, where it is, who stands behind them; then what shows it. */
export const problemPart = (note: RecordEntity | undefined, asked: NoteAsked): PartContent => {
  const words = statementOf(asked);
  const shown = shownBy(note, asked);
  return { blocks: [...words.blocks, ...shown.blocks], circles: [...words.circles, ...shown.circles] };
};

const statementOf = ({ view, language }: NoteAsked): PartContent => {
  const words = noteWordsIn(language);
  const found = wordingOf(view, 'problem');
  const version = found && currentVersion(found.state);
  const text = version && versionIn(version, language);
  if (found === undefined || text === undefined) return NOTHING;
  const place = partnershipOf(view, language)?.place;
  const names = (stance: Stance): readonly string[] =>
    positionsOn(found.state)
      .here.filter((position) => position.stance === stance && countsFormally(position))
      .flatMap((position) => actorName(view, position.organisation) ?? [])
      .sort();
  const agreed = names('agree');
  const reserved = names('reservations');
  const around = paragraph(
    place === undefined ? '' : words.place(place),
    agreed.length === 0 ? '' : words.agreed(listed(language, agreed), agreed.length),
    reserved.length === 0 ? '' : words.reserved(listed(language, reserved), reserved.length),
  );
  return {
    blocks: [
      { kind: 'quote', text: text.text, lang: text.lang },
      ...(around.kind === 'paragraph' && around.text !== '' ? [around] : []),
    ],
    circles: [view.get(found.id)?.circle],
  };
};

/** Whom it touches; who decides, who pays, who knows; and which voices are missing. */
export const concernedPart = (note: RecordEntity | undefined, asked: NoteAsked): PartContent => {
  const { view, language } = asked;
  const touched = touchedBy(note, asked);
  const words = noteWordsIn(language);
  const stakes = Object.keys(STAKE).filter((key): key is keyof typeof STAKE => Object.hasOwn(STAKE, key));
  const known = recordsIn(view, 'actor');
  const lines = stakes.flatMap((stake) => {
    const names = withStake(view, stake).flatMap(({ id }) => actorName(view, id) ?? []);
    return names.length === 0 ? [] : [words.stakes[stake](listed(language, names))];
  });
  const missing = missingVoices(view, language).map(({ name }) => name);
  const blocks: readonly NoteBlock[] = [
    ...touched.blocks,
    ...(lines.length === 0 ? [] : [{ kind: 'list' as const, items: lines }]),
    ...(missing.length === 0 ? [] : [paragraph(words.missing(listed(language, missing), missing.length))]),
  ];
  return { blocks, circles: [...touched.circles, ...known.map((entity) => entity.circle)] };
};

const initiativeText = (entity: RecordEntity, asked: NoteAsked): string => {
  const words = noteWordsIn(asked.language);
  const end = valueOf(initiative, entity, 'end');
  const verdict = valueOf(initiative, entity, 'verdict');
  const source = textIn(entity, 'source', asked.language)?.text.trim();
  const around = [
    valueOf(initiative, entity, 'area')?.name,
    end === undefined ? undefined : words.until(formatDate(end, asked.language)),
    source,
  ].filter((each) => each !== undefined && each !== '');
  const name = valueOf(initiative, entity, 'name') ?? '';
  const head = around.length === 0 ? name : `${name} (${around.join(', ')})`;
  const aims = said(entity, 'aims', asked);
  const stance = verdict === undefined ? '' : words.stance[verdict];
  const colon = asked.language === 'fr' ? ' : ' : ': ';
  return [aims === '' ? sentence(head) : `${head}${colon}${aims}`, stance].filter(Boolean).join(' ');
};

/** Who works on it already, and what we make of it. */
export const existsPart = (asked: NoteAsked): PartContent => {
  const all = recordsIn(asked.view, 'initiative');
  if (all.length === 0) return NOTHING;
  return {
    blocks: [{ kind: 'list', items: all.map((entity) => initiativeText(entity, asked)) }],
    circles: all.map((entity) => entity.circle),
  };
};

/** The verdict: as partners were told it, else the core group's own, which the page then points out as narrower. */
export const verdictPart = (asked: NoteAsked): PartContent => {
  const { view, language } = asked;
  const words = noteWordsIn(language);
  const told = toldVerdict(view);
  const check = currentFitCheck(view);
  const own = check?.state.verdict ?? null;
  const verdict = valueOf(fitVerdict, told, 'verdict') ?? own?.verdict;
  if (verdict === undefined) return NOTHING;
  const joined = valueOf(fitVerdict, told, 'initiative') ?? own?.initiative ?? undefined;
  const name = recordsIn(view, 'initiative').find(({ id }) => id === joined);
  const kept = told === undefined ? textOf(own?.reason) : textIn(told, 'reason', language)?.text;
  return {
    blocks: [
      paragraph(words.asked, words.verdict[verdict](valueOf(initiative, name, 'name'))),
      ...(kept === undefined ? [] : [paragraph(sentence(kept))]),
    ],
    circles: [told?.circle ?? (check && view.get(check.id)?.circle)],
  };
};

/** The organisations that carry the start, with what each may say. No person is named. */
export const corePart = ({ view, language, now }: NoteAsked): PartContent => {
  const seats = coreSeats(view, now.slice(0, 10), language).filter(
    (seat) => !seat.over && seat.organisationName !== undefined,
  );
  if (seats.length === 0) return NOTHING;
  const colon = language === 'fr' ? ' : ' : ': ';
  const items = seats.map((seat) => {
    const name = seat.organisationName ?? '';
    if (!seat.mandate) return `${name}.`;
    return sentence(`${name}${colon}${seat.mandate.charAt(0).toLowerCase()}${seat.mandate.slice(1)}`);
  });
  const organisations = new Set(seats.map((seat) => seat.organisation)).size;
  return {
    blocks: [paragraph(noteWordsIn(language).carried(organisations)), { kind: 'list', items }],
    circles: seats.map((seat) => view.get(seat.id)?.circle),
  };
};

/** What is asked of the readers, as it was written on the note. */
export const askPart = (note: RecordEntity | undefined, { language }: NoteAsked): PartContent => {
  const asked = textIn(note, 'ask', language);
  if (asked === undefined || note === undefined) return NOTHING;
  const blocks = asked.text
    .split(/\n{2,}/)
    .map((text): NoteBlock => ({ kind: 'paragraph', text, lang: asked.lang }));
  return { blocks, circles: [note.circle] };
};

/** Whom to talk to: the person chosen, and how the partnership is reached. */
export const contactPart = (note: RecordEntity | undefined, asked: NoteAsked): PartContent => {
  const { view, language } = asked;
  const person = valueOf(conceptNote, note, 'contact');
  const name = person === undefined ? undefined : asked.nameOf(person);
  const position = person === undefined ? undefined : asked.positionOf(person);
  const head = letterheadOf(view, language);
  const who = [name, name === undefined ? undefined : position]
    .filter((each) => each !== undefined)
    .join(', ');
  const lines = [who, head?.name, head?.address, head?.contact].flatMap((each) =>
    each === undefined || each.trim() === '' ? [] : [each.trim().replace(/\n+/g, ', ')],
  );
  if (lines.length === 0) return NOTHING;
  return {
    blocks: lines.map((text) => ({ kind: 'paragraph', text })),
    circles: [note?.circle, head?.entity.circle],
  };
};
