import type { Language } from '@tablee/domain/kernel';

/** The fixed words of a briefing for somebody who takes office. */
export interface BriefingWords {
  readonly title: (organisation: string) => string;
  readonly kicker: (date: string) => string;
  readonly together: string;
  readonly partners: (count: number) => string;
  readonly stays: string;
  readonly staysNone: string;
  readonly signed: (title: string, date: string) => string;
  readonly text: { readonly [kind in 'problem' | 'vision' | 'workingAgreement']: string };
  readonly open: string;
  readonly openNone: string;
  readonly vote: (question: string, date: string) => string;
  readonly suspended: (date: string) => string;
  readonly waits: string;
  readonly waitsNone: string;
  readonly waitsCaption: string;
  readonly seat: (body: string) => string;
  readonly next: string;
  readonly nextNone: string;
  readonly nextFree: string;
  readonly meeting: (title: string, when: string, place: string | undefined) => string;
  readonly who: string;
  readonly whoCaption: string;
  readonly speaks: string;
  readonly nobody: string;
  readonly role: { readonly [role in 'leader' | 'focal' | 'deputy']: string };
}

const fr: BriefingWords = {
  title: (organisation) => `Note pour la prise de fonctions : ${organisation}`,
  kicker: (date) => `État au ${date}. À lire en cinq minutes.`,
  together: 'Ce qui nous réunit',
  partners: (count) => `${count} organisations autour de la table.`,
  stays: 'Ce que votre institution a confirmé, et qui reste le sien',
  staysNone: 'Aucune position confirmée ni signature à ce jour.',
  signed: (title, date) => `Signé le ${date} : ${title}`,
  text: {
    problem: 'Le problème, tel que les partenaires l’ont écrit',
    vision: 'La vision commune',
    workingAgreement: 'La manière de travailler ensemble',
  },
  open: 'Ce qui est ouvert',
  openNone: 'Aucune décision n’est en cours.',
  vote: (question, date) => `${question} (réponse jusqu’au ${date})`,
  suspended: (date) =>
    `Les délais qui vous concernent sont suspendus jusqu’au ${date}. Personne n’attend de vous une réponse avant.`,
  waits: 'Ce qui vous attend',
  waitsNone: 'Aucun engagement en cours.',
  waitsCaption: 'Engagements en cours de votre institution',
  seat: (body) => `Un siège : ${body}`,
  next: 'Ce qui vient',
  nextNone: 'Aucune réunion n’est fixée.',
  nextFree: 'Le secrétariat vient vous voir au jour qui vous convient.',
  meeting: (title, when, place) => [`${title}, ${when}`, place].filter(Boolean).join(', '),
  who: 'Qui est autour de la table',
  whoCaption: 'Organisations et personnes qui parlent pour elles aujourd’hui',
  speaks: 'Qui parle',
  nobody: 'à désigner',
  role: { leader: 'direction', focal: 'point focal', deputy: 'suppléance' },
};

const en: BriefingWords = {
  title: (organisation) => `Briefing on taking office: ${organisation}`,
  kicker: (date) => `As of ${date}. To be read in five minutes.`,
  together: 'What brings us together',
  partners: (count) => `${count} organisations around the table.`,
  stays: 'What your institution has confirmed, and what remains its own',
  staysNone: 'No confirmed position and no signature so far.',
  signed: (title, date) => `Signed on ${date}: ${title}`,
  text: {
    problem: 'The problem, as the partners wrote it',
    vision: 'The shared vision',
    workingAgreement: 'How we work together',
  },
  open: 'What is open',
  openNone: 'No decision is under way.',
  vote: (question, date) => `${question} (answers until ${date})`,
  suspended: (date) =>
    `Deadlines that concern you are suspended until ${date}. Nobody expects an answer from you before then.`,
  waits: 'What awaits you',
  waitsNone: 'No commitment is open.',
  waitsCaption: 'Open commitments of your institution',
  seat: (body) => `A seat: ${body}`,
  next: 'What comes next',
  nextNone: 'No meeting has been set.',
  nextFree: 'The secretariat will come to see you on a day that suits you.',
  meeting: (title, when, place) => [`${title}, ${when}`, place].filter(Boolean).join(', '),
  who: 'Who is around the table',
  whoCaption: 'Organisations and the people who speak for them today',
  speaks: 'Who speaks',
  nobody: 'to be designated',
  role: { leader: 'leader', focal: 'focal point', deputy: 'deputy' },
};

/** The words of a briefing in one language. */
export const briefingWordsIn = (language: Language): BriefingWords => (language === 'fr' ? fr : en);
