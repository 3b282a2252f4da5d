import type { COMMITMENT_STATE, HalfPagePart } from '../commitment/index.ts';
import type { ANSWER } from '../meeting/index.ts';
import type { POLL_ANSWER } from '../poll/index.ts';
import type { CHANNEL, STANCE } from '../wording/index.ts';
import type { RequestKind } from './state.ts';
import type { DoorWords } from './word.ts';

/** The words of a choice, by its key: what somebody says on a page without account or on paper, in the first person. */
export type ChoiceWords = { readonly [option: string]: DoorWords };

const COMING: { readonly [K in keyof typeof ANSWER]: DoorWords } = {
  coming: { fr: 'Je viens', en: 'I am coming', de: 'Ich komme', es: 'Voy' },
  notComing: { fr: 'Je ne viens pas', en: 'I am not coming', de: 'Ich komme nicht', es: 'No voy' },
  sendsDeputy: {
    fr: 'Quelqu’un vient à ma place',
    en: 'Somebody comes in my place',
    de: 'Meine Vertretung kommt',
    es: 'Viene mi suplente',
  },
};

const STANCES: { readonly [K in keyof typeof STANCE]: DoorWords } = {
  agree: { fr: 'Je suis d’accord', en: 'I agree', de: 'Ich stimme zu', es: 'Estoy de acuerdo' },
  reservations: {
    fr: 'D’accord avec réserve',
    en: 'I agree with reservations',
    de: 'Ich stimme mit Vorbehalt zu',
    es: 'De acuerdo con reservas',
  },
  standAside: {
    fr: 'Je me mets en retrait',
    en: 'I stand aside',
    de: 'Ich halte mich zurück',
    es: 'Me aparto',
  },
  block: { fr: 'Je m’oppose', en: 'I block', de: 'Ich bin dagegen', es: 'Me opongo' },
};

/** Where a promise stands. */
export const PROMISE_WORDS: { readonly [K in keyof typeof COMMITMENT_STATE]: DoorWords } = {
  open: { fr: 'En cours', en: 'Open', de: 'In Arbeit', es: 'En curso' },
  done: { fr: 'Tenu', en: 'Done', de: 'Erfüllt', es: 'Cumplido' },
  dropped: { fr: 'Abandonné', en: 'Dropped', de: 'Aufgegeben', es: 'Abandonado' },
};

/** What is said to one date. */
export const DATE_WORDS: { readonly [K in keyof typeof POLL_ANSWER]: DoorWords } = {
  yes: { fr: 'Oui', en: 'Yes', de: 'Ja', es: 'Sí' },
  ifNeeded: { fr: 'S’il le faut', en: 'If needed', de: 'Wenn nötig', es: 'Si hace falta' },
  no: { fr: 'Non', en: 'No', de: 'Nein', es: 'No' },
};

/** The choices that a kind of request offers. */
export const CHOICE_WORDS: { readonly [K in RequestKind]: ChoiceWords } = {
  confirmMeeting: COMING,
  position: STANCES,
  comment: {},
  commitment: PROMISE_WORDS,
  figure: {},
  quarterPage: {},
  poll: {},
  pulse: {},
};

/** By which way something came in. */
export const CHANNEL_WORDS: { readonly [K in keyof typeof CHANNEL]: DoorWords } = {
  app: { fr: 'dans Tablée', en: 'in Tablée', de: 'in Tablée', es: 'en Tablée' },
  link: {
    fr: 'par lien personnel',
    en: 'by personal link',
    de: 'über einen persönlichen Link',
    es: 'por enlace personal',
  },
  email: { fr: 'par e-mail', en: 'by e-mail', de: 'per E-Mail', es: 'por correo electrónico' },
  paper: { fr: 'sur papier', en: 'on paper', de: 'auf Papier', es: 'en papel' },
  phone: { fr: 'par téléphone', en: 'by phone', de: 'am Telefon', es: 'por teléfono' },
  meeting: { fr: 'en réunion', en: 'in a meeting', de: 'in einer Sitzung', es: 'en una reunión' },
};

/** What goes into each box of a half page. */
export const HALF_PAGE_LABEL: { readonly [Part in HalfPagePart]: DoorWords } = {
  done: { fr: 'Ce qui est fait', en: 'What is done', de: 'Was getan ist', es: 'Lo hecho' },
  late: {
    fr: 'Ce qui tarde, et pourquoi',
    en: 'What is late, and why',
    de: 'Was sich verzögert, und warum',
    es: 'Lo que se retrasa, y por qué',
  },
  need: {
    fr: 'Ce dont vous avez besoin',
    en: 'What you need',
    de: 'Was Sie brauchen',
    es: 'Lo que necesita',
  },
};

const WORD: DoorWords = {
  fr: 'Un mot (facultatif)',
  en: 'A word (optional)',
  de: 'Ein Wort dazu (freiwillig)',
  es: 'Unas palabras (opcional)',
};

/** What the free text of a kind of request is for. */
export const FREE_TEXT_WORDS: { readonly [K in RequestKind]: DoorWords } = {
  confirmMeeting: WORD,
  position: {
    fr: 'Pourquoi ? (nécessaire pour s’opposer : qu’est-ce qui lèverait votre opposition ?)',
    en: 'Why? (needed for a block: what would lift your objection?)',
    de: 'Warum? (nötig bei einem Nein: Was würde es aufheben?)',
    es: '¿Por qué? (necesario para oponerse: ¿qué levantaría su objeción?)',
  },
  comment: {
    fr: 'Votre commentaire',
    en: 'Your comment',
    de: 'Ihr Kommentar',
    es: 'Su comentario',
  },
  commitment: {
    fr: 'De quoi auriez-vous besoin pour tenir parole ? (facultatif)',
    en: 'What would you need to keep your word? (optional)',
    de: 'Was brauchen Sie, um Wort zu halten? (freiwillig)',
    es: '¿Qué necesita para cumplir su palabra? (opcional)',
  },
  quarterPage: WORD,
  poll: WORD,
  pulse: WORD,
  figure: {
    fr: 'D’où vient cette valeur ? (facultatif)',
    en: 'Where does this figure come from? (optional)',
    de: 'Woher stammt dieser Wert? (freiwillig)',
    es: '¿De dónde viene este valor? (opcional)',
  },
};
