import {
  type Entity,
  isPresent,
  type Moment,
  type Place,
  textIn,
  type View,
  valueOf,
} from '@tablee/domain/kernel';
import { formatDate, formatMoment, formatZone } from '@tablee/domain/text';
import { clause } from '../agreement/index.ts';
import {
  commitment,
  commitments,
  type HalfPageWords,
  halfPageWords,
  quarterPage,
} from '../commitment/index.ts';
import { document } from '../document/index.ts';
import { meeting } from '../meeting/index.ts';
import { type PollOption, pollState } from '../poll/index.ts';
import { periodName, recordIn, recordsIn } from '../reading/index.ts';
import { indicator } from '../result/index.ts';
import { versionIn, wordingState } from '../wording/index.ts';
import type { Request } from './state.ts';
import { type DoorWords, worded } from './word.ts';

/** What a request is about, as the person who is asked may read it. */
export interface Subject {
  /** One line: the title of a meeting, the name of an indicator. */
  readonly title: string;
  /** A text to read before answering: the words on which a position is asked. */
  readonly text?: { readonly text: string; readonly lang: string };
  /** When, where, how much: one line each. */
  readonly lines: readonly string[];
  /** The unit in which a figure is asked. */
  readonly unit?: string;
  /** The dates on offer, in their order in time. */
  readonly dates?: readonly PollOption[];
  /** What stands in a half page already. */
  readonly page?: HalfPageWords;
}

const NOTHING: DoorWords = {
  fr: 'Ce dont il est question n’est plus en vue.',
  en: 'What this is about is no longer in view.',
  de: 'Worum es geht, ist nicht mehr zu sehen.',
  es: 'Aquello de lo que se trata ya no está a la vista.',
};

const TITLE: { readonly [kind in 'problem' | 'vision' | 'workingAgreement']: DoorWords } = {
  problem: {
    fr: 'L’énoncé du problème',
    en: 'The statement of the problem',
    de: 'Die Beschreibung des Problems',
    es: 'El enunciado del problema',
  },
  vision: { fr: 'La vision', en: 'The vision', de: 'Die Vision', es: 'La visión' },
  workingAgreement: {
    fr: 'Notre manière de travailler',
    en: 'How we work',
    de: 'Wie wir zusammenarbeiten',
    es: 'Nuestra manera de trabajar',
  },
};

const VERSION: DoorWords = { fr: 'version', en: 'version', de: 'Version', es: 'versión' };
const AGREEMENT: DoorWords = {
  fr: 'Le projet d’accord',
  en: 'The draft agreement',
  de: 'Der Entwurf der Vereinbarung',
  es: 'El proyecto de acuerdo',
};
const DUE: DoorWords = { fr: 'Échéance :', en: 'Due', de: 'Fällig am', es: 'Plazo:' };

const when = (at: Moment, lang: string): string =>
  `${formatMoment(at.instant, at.zone, lang, { weekday: true })} (${formatZone(at.zone, lang)})`;

const ofMeeting = (entity: Entity, lang: string): Subject => {
  const at: Moment | undefined = valueOf(meeting, entity, 'moment');
  const place: Place | undefined = valueOf(meeting, entity, 'place');
  const purpose = textIn(entity, 'purpose', lang);
  return {
    title: textIn(entity, 'title', lang)?.text ?? worded(NOTHING, lang),
    ...(purpose === undefined ? {} : { text: purpose }),
    lines: [...(at === undefined ? [] : [when(at, lang)]), ...(place === undefined ? [] : [place.name])],
  };
};

const ofWording = (entity: Entity, version: number | null, lang: string): Subject => {
  const state = entity.kind === 'process' ? wordingState.read(entity.state) : undefined;
  const shown = state?.versions[(version ?? state.versions.length) - 1];
  const text = shown && versionIn(shown, lang);
  if (state === undefined || shown === undefined) return { title: worded(NOTHING, lang), lines: [] };
  return {
    title: `${worded(TITLE[state.kind], lang)}, ${worded(VERSION, lang)} ${shown.number}`,
    ...(text === undefined ? {} : { text }),
    lines: [],
  };
};

const ofIndicator = (entity: Entity, lang: string): Subject => {
  // As in the app: that of its target, else of its baseline, else the one that was written.
  const unit =
    (valueOf(indicator, entity, 'target') ?? valueOf(indicator, entity, 'baseline'))?.unit ??
    valueOf(indicator, entity, 'unit');
  const source = textIn(entity, 'source', lang);
  return {
    title: textIn(entity, 'name', lang)?.text ?? worded(NOTHING, lang),
    lines: source === undefined ? [] : [source.text],
    ...(unit === undefined ? {} : { unit }),
  };
};

const ofCommitment = (entity: Entity, lang: string): Subject => {
  const due = valueOf(commitment, entity, 'due');
  return {
    title: textIn(entity, 'what', lang)?.text ?? worded(NOTHING, lang),
    lines: due === undefined ? [] : [`${worded(DUE, lang)} ${formatDate(due, lang)}`],
  };
};

const ofClause = (entity: Entity, lang: string): Subject => {
  const text = textIn(entity, 'text', lang);
  return {
    title: valueOf(clause, entity, 'title') ?? worded(AGREEMENT, lang),
    ...(text === undefined ? {} : { text }),
    lines: [],
  };
};

/** All clauses of the draft, in their order: what somebody reads before commenting on the whole. */
const ofAgreement = (view: View, id: string, lang: string): Subject => {
  const own = recordsIn(view, 'clause').filter(
    (entity) => (valueOf(clause, entity, 'agreement') ?? id) === id,
  );
  const clauses = own.toSorted(
    (a, b) => (valueOf(clause, a, 'order') ?? 0) - (valueOf(clause, b, 'order') ?? 0),
  );
  const text = clauses
    .map((entity, index) => {
      const written = textIn(entity, 'text', lang)?.text ?? '';
      return `${index + 1}. ${valueOf(clause, entity, 'title') ?? ''}\n${written}`;
    })
    .join('\n\n');
  return { title: worded(AGREEMENT, lang), ...(text === '' ? {} : { text: { text, lang } }), lines: [] };
};

const QUARTER: DoorWords = {
  fr: 'Votre demi-page du trimestre',
  en: 'Your half page of the quarter',
  de: 'Ihre halbe Seite zum Quartal',
  es: 'Su media página del trimestre',
};
const THREE_BOXES: DoorWords = {
  fr: 'Trois cases, quelques lignes chacune ; une case peut rester vide.',
  en: 'Three boxes, a few lines each; a box may stay empty.',
  de: 'Drei Felder, je ein paar Zeilen; ein Feld darf leer bleiben.',
  es: 'Tres casillas, unas líneas cada una; una casilla puede quedar vacía.',
};
/** How late something is does not stand on a half page: any day will do. */
const FIRST_DAY = '1970-01-01';
/** How many promises a half page recalls. */
const MOST_RECALLED = 12;

/** The half page of a partner, with what it has promised to be recalled while writing. */
const ofQuarterPage = (view: View, entity: Entity, lang: string): Subject => {
  const quarter = valueOf(quarterPage, entity, 'quarter') ?? '';
  const organisation = valueOf(quarterPage, entity, 'organisation');
  const promised = commitments(view, FIRST_DAY, lang).filter(
    ({ owner, state }) => owner === organisation && owner !== undefined && state === 'open',
  );
  return {
    page: halfPageWords(entity, lang),
    title: `${worded(QUARTER, lang)}, ${periodName(quarter, lang === 'fr' ? 'fr' : 'en')}`,
    lines: [
      worded(THREE_BOXES, lang),
      ...promised
        .slice(0, MOST_RECALLED)
        .map(({ what, due }) => `– ${due === undefined ? what : `${what} (${formatDate(due, lang)})`}`),
    ],
  };
};

/** The most letters of a text that a page without script carries: it stays light on a slow line. */
const MOST_OF_TEXT = 8_000;

/** A version of a text: its words where they were brought along, else its title alone; the file is with whoever asks. */
const ofDocument = (entity: Entity, lang: string): Subject => {
  const whole = textIn(entity, 'text', lang);
  const text =
    whole === undefined || whole.text.length <= MOST_OF_TEXT
      ? whole
      : { ...whole, text: `${whole.text.slice(0, MOST_OF_TEXT)} […]` };
  const dated = valueOf(document, entity, 'dated');
  return {
    title: textIn(entity, 'title', lang)?.text ?? worded(NOTHING, lang),
    ...(text === undefined ? {} : { text }),
    lines: dated === undefined ? [] : [formatDate(dated, lang)],
  };
};

/** A meeting whose date is sought, with the dates on offer. */
const ofPoll = (view: View, entity: Entity, lang: string): Subject => {
  const state = entity.kind === 'process' ? pollState.read(entity.state) : undefined;
  const held = recordIn(view, 'meeting', state?.meeting);
  if (state === undefined || held === undefined) return { title: worded(NOTHING, lang), lines: [] };
  const { title, text } = ofMeeting(held, lang);
  const place: Place | undefined = valueOf(meeting, held, 'place');
  return {
    title,
    ...(text === undefined ? {} : { text }),
    lines: place === undefined ? [] : [place.name],
    dates: [...state.options].sort((a, b) => (a.instant < b.instant ? -1 : 1)),
  };
};

/** The subject of a request in a language; the same words whether it is gone or never was in view. */
export const subjectOf = (
  view: View,
  { subject, version }: Pick<Request, 'subject' | 'version'>,
  lang: string,
): Subject => {
  const entity = view.get(subject);
  if (entity === undefined || !isPresent(entity)) return { title: worded(NOTHING, lang), lines: [] };
  switch (entity.type) {
    case 'meeting':
      return ofMeeting(entity, lang);
    case 'poll':
      return ofPoll(view, entity, lang);
    case 'wording':
      return ofWording(entity, version, lang);
    case 'indicator':
      return ofIndicator(entity, lang);
    case 'commitment':
      return ofCommitment(entity, lang);
    case 'clause':
      return ofClause(entity, lang);
    case 'quarterPage':
      return ofQuarterPage(view, entity, lang);
    case 'document':
      return ofDocument(entity, lang);
    case 'agreement':
      return ofAgreement(view, subject, lang);
    default:
      return { title: worded(NOTHING, lang), lines: [] };
  }
};
