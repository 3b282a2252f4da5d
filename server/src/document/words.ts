import type { Language } from '@tablee/domain/kernel';

/** The fixed words of documents. What partners wrote is never here. */
export interface DocumentWords {
  readonly untitled: string;
  readonly until: string;
  readonly actions: string;
  readonly actionsCaption: string;
  readonly what: string;
  readonly who: string;
  readonly when: string;
  readonly noOwner: string;
  readonly noDate: string;
  readonly decisions: string;
  readonly noDecisions: string;
  readonly present: string;
  readonly name: string;
  readonly organisation: string;
  readonly otherLines: string;
  readonly kinds: { readonly [kind in 'decision' | 'action' | 'note']: string };
  readonly standing: { readonly [state in 'draft' | 'inCorrection' | 'approved']: string };
  readonly agreementStatus: { readonly [state in 'draft' | 'frozen' | 'adopted' | 'inForce']: string };
  readonly signatures: string;
  readonly methods: { readonly [method in 'simple' | 'paper']: string };
  readonly version: (number: number, date: string) => string;
  readonly fingerprint: (hash: string) => string;
  readonly signed: (date: string, method: string) => string;
  readonly minutesOf: (title: string) => string;
  readonly decisionsOf: (title: string) => string;
  readonly presentCount: (present: number, expected: number) => string;
  readonly foot: (address: string) => string;
}

const fr: DocumentWords = {
  untitled: 'Réunion',
  until: 'd’ici au',
  actions: 'Qui fait quoi',
  actionsCaption: 'Actions convenues, avec une personne ou une organisation qui en répond et une date',
  what: 'Quoi',
  who: 'Qui',
  when: 'Pour quand',
  noOwner: 'à convenir',
  noDate: 'date à fixer',
  decisions: 'Décisions',
  noDecisions: 'Aucune décision n’a été notée.',
  present: 'Présences',
  name: 'Nom',
  organisation: 'Organisation',
  otherLines: 'Hors de l’ordre du jour',
  kinds: { decision: 'Décision', action: 'Action', note: 'Note' },
  standing: {
    draft: 'Projet, pas encore approuvé',
    inCorrection: 'En période de correction',
    approved: 'Approuvé',
  },
  agreementStatus: {
    draft: 'Projet',
    frozen: 'Texte arrêté, pas encore adopté',
    adopted: 'Adopté',
    inForce: 'En vigueur',
  },
  signatures: 'Signatures',
  methods: { simple: 'signature électronique simple', paper: 'sur papier' },
  version: (number, date) => `Version ${number}, arrêtée le ${date}`,
  fingerprint: (hash) => `Empreinte du texte : ${hash}`,
  signed: (date, method) => `Signé le ${date}, ${method}`,
  minutesOf: (title) => `Compte rendu : ${title}`,
  decisionsOf: (title) => `Relevé de décisions : ${title}`,
  presentCount: (present, expected) => `${present} présences${expected > 0 ? `, ${expected} attendues` : ''}`,
  foot: (address) => `L’état actuel de ce document : ${address}`,
};

const en: DocumentWords = {
  untitled: 'Meeting',
  until: 'by',
  actions: 'Who does what',
  actionsCaption: 'Actions agreed, with a person or an organisation answering for each and a date',
  what: 'What',
  who: 'Who',
  when: 'By when',
  noOwner: 'to be agreed',
  noDate: 'date to be set',
  decisions: 'Decisions',
  noDecisions: 'No decision was noted.',
  present: 'Present',
  name: 'Name',
  organisation: 'Organisation',
  otherLines: 'Outside the agenda',
  kinds: { decision: 'Decision', action: 'Action', note: 'Note' },
  standing: { draft: 'Draft, not yet approved', inCorrection: 'Open for corrections', approved: 'Approved' },
  agreementStatus: {
    draft: 'Draft',
    frozen: 'Text fixed, not yet adopted',
    adopted: 'Adopted',
    inForce: 'In force',
  },
  signatures: 'Signatures',
  methods: { simple: 'simple electronic signature', paper: 'on paper' },
  version: (number, date) => `Version ${number}, fixed on ${date}`,
  fingerprint: (hash) => `Fingerprint of the text: ${hash}`,
  signed: (date, method) => `Signed on ${date}, ${method}`,
  minutesOf: (title) => `Minutes: ${title}`,
  decisionsOf: (title) => `List of decisions: ${title}`,
  presentCount: (present, expected) => `${present} present${expected > 0 ? `, ${expected} expected` : ''}`,
  foot: (address) => `The current state of this document: ${address}`,
};

/** The words of documents in one language. */
export const wordsIn = (language: Language): DocumentWords => (language === 'fr' ? fr : en);
