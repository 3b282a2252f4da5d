import type { Language } from '@tablee/domain/kernel';
import type { Stake } from '../actor/index.ts';
import type { VERDICT } from '../context/index.ts';
import type { FitVerdict } from '../fit-check/index.ts';
import type { NotePartId } from './part.ts';

/** The sentences of a concept note in one language: what stands around what people wrote. */
export interface NoteWords {
  readonly kind: string;
  readonly titles: { readonly [part in NotePartId]: string };
  readonly helps: string;
  readonly hinders: string;
  readonly place: (place: string) => string;
  readonly agreed: (names: string, count: number) => string;
  readonly reserved: (names: string, count: number) => string;
  readonly stakes: { readonly [stake in Stake]: (names: string) => string };
  readonly shown: (count: number, all: number) => string;
  readonly touched: (count: number, all: number) => string;
  readonly missing: (names: string, count: number) => string;
  readonly until: (date: string) => string;
  readonly stance: { readonly [verdict in keyof typeof VERDICT]: string };
  readonly asked: string;
  readonly verdict: { readonly [verdict in FitVerdict]: (initiative: string | undefined) => string };
  readonly carried: (count: number) => string;
  readonly meeting: (title: string, place: string | undefined) => string;
  readonly by: (what: string, who: string | undefined) => string;
}

const AMOUNT: { readonly [lang in Language]: readonly string[] } = {
  fr: ['Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf'],
  en: ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'],
};

/** A number that opens a sentence: in letters from two to nine. */
const amount = (lang: Language, count: number): string => AMOUNT[lang][count - 2] ?? String(count);

const fr: NoteWords = {
  kind: 'Note conceptuelle',
  titles: {
    why: 'Pourquoi maintenant',
    problem: 'Le problème',
    concerned: 'Qui est concerné',
    exists: 'Ce qui existe déjà',
    verdict: 'Pourquoi un partenariat',
    core: 'Qui porte le démarrage',
    steps: 'Les premiers pas',
    ask: 'Ce que nous demandons',
    contact: 'À qui parler',
  },
  helps: 'Le moment s’y prête.',
  hinders: 'Il faut aussi compter avec ceci.',
  place: (place) => `Cela se passe ici : ${place}.`,
  agreed: (names, count) =>
    count === 1
      ? `Une organisation se reconnaît dans ces mots et l’a confirmé : ${names}.`
      : `${amount('fr', count)} organisations se reconnaissent dans ces mots et l’ont confirmé : ${names}.`,
  reserved: (names, count) => `Avec ${count === 1 ? 'une réserve' : 'des réserves'} : ${names}.`,
  stakes: {
    rightsHolder: (names) => `Leurs droits sont en jeu : ${names}.`,
    affected: (names) => `Vivent le problème : ${names}.`,
    targetGroup: (names) => `Verront leur vie changer si cela réussit : ${names}.`,
    decisionMaker: (names) => `Décident : ${names}.`,
    funder: (names) => `Financent : ${names}.`,
    implementer: (names) => `Agissent sur le terrain : ${names}.`,
    knowledgeHolder: (names) => `Savent et mesurent : ${names}.`,
  },
  shown: (count, all) =>
    count === all ? 'Ce qui le montre :' : `Ce qui le montre, ${count} pièces sur ${all} :`,
  touched: (count, all) =>
    count === all ? 'Les personnes touchées :' : `Les personnes touchées, ${count} groupes sur ${all} :`,
  missing: (names, count) =>
    count === 1
      ? `Une voix manque encore à la table, et nous le savons : ${names}.`
      : `Des voix manquent encore à la table, et nous le savons : ${names}.`,
  until: (date) => `jusqu’à ${date}`,
  stance: {
    align: 'Nous voulons nous accorder avec elle.',
    join: 'Nous voulons la rejoindre.',
    complement: 'Nous voulons la compléter.',
  },
  asked:
    'Avant de fonder quoi que ce soit, les personnes du noyau se sont demandé si un partenariat était la bonne réponse.',
  verdict: {
    start: () => 'Leur conclusion : oui, lançons-le.',
    join: (initiative) =>
      initiative === undefined
        ? 'Leur conclusion : mieux vaut rejoindre une initiative qui existe.'
        : `Leur conclusion : mieux vaut rejoindre ce qui existe, ${initiative}.`,
    otherForm: () => 'Leur conclusion : coopérer, mais sous une autre forme, plus légère.',
    notNow: () => 'Leur conclusion : pas maintenant.',
  },
  carried: (count) =>
    count === 1
      ? 'Une organisation porte le démarrage, avec ce mandat.'
      : `${amount('fr', count)} organisations portent le démarrage, chacune avec son mandat.`,
  meeting: (title, place) => (place === undefined ? title : `${title}, à ${place}`),
  by: (what, who) => (who === undefined ? what : `${what} (${who})`),
};

const en: NoteWords = {
  kind: 'Concept note',
  titles: {
    why: 'Why now',
    problem: 'The problem',
    concerned: 'Who is concerned',
    exists: 'What exists already',
    verdict: 'Why a partnership',
    core: 'Who carries the start',
    steps: 'First steps',
    ask: 'What we ask',
    contact: 'Whom to talk to',
  },
  helps: 'The moment is right.',
  hinders: 'There is also this to reckon with.',
  place: (place) => `This is about ${place}.`,
  agreed: (names, count) =>
    count === 1
      ? `One organisation stands behind these words and has confirmed it: ${names}.`
      : `${amount('en', count)} organisations stand behind these words and have confirmed it: ${names}.`,
  reserved: (names, count) => `With ${count === 1 ? 'a reservation' : 'reservations'}: ${names}.`,
  stakes: {
    rightsHolder: (names) => `Their rights are at stake: ${names}.`,
    affected: (names) => `They live with the problem: ${names}.`,
    targetGroup: (names) => `Their lives should change if this succeeds: ${names}.`,
    decisionMaker: (names) => `They decide: ${names}.`,
    funder: (names) => `They fund: ${names}.`,
    implementer: (names) => `They act on the ground: ${names}.`,
    knowledgeHolder: (names) => `They know and measure: ${names}.`,
  },
  shown: (count, all) => (count === all ? 'What shows it:' : `What shows it, ${count} pieces out of ${all}:`),
  touched: (count, all) =>
    count === all ? 'The people it touches:' : `The people it touches, ${count} groups out of ${all}:`,
  missing: (names, count) =>
    count === 1
      ? `One voice is still missing from the table, and we know it: ${names}.`
      : `Voices are still missing from the table, and we know it: ${names}.`,
  until: (date) => `until ${date}`,
  stance: {
    align: 'We want to work in line with it.',
    join: 'We want to join it.',
    complement: 'We want to add what it leaves open.',
  },
  asked: 'Before founding anything, the core group asked itself whether a partnership was the right answer.',
  verdict: {
    start: () => 'Its conclusion: yes, let us start.',
    join: (initiative) =>
      initiative === undefined
        ? 'Its conclusion: better to join an initiative that exists.'
        : `Its conclusion: better to join what exists, ${initiative}.`,
    otherForm: () => 'Its conclusion: cooperate, but in another, lighter form.',
    notNow: () => 'Its conclusion: not now.',
  },
  carried: (count) =>
    count === 1
      ? 'One organisation carries the start, with this mandate.'
      : `${amount('en', count)} organisations carry the start, each with its mandate.`,
  meeting: (title, place) => (place === undefined ? title : `${title}, in ${place}`),
  by: (what, who) => (who === undefined ? what : `${what} (${who})`),
};

/** The sentences of a concept note in a language. */
export const noteWordsIn = (lang: Language): NoteWords => (lang === 'fr' ? fr : en);
