import type { Language } from '@tablee/domain/kernel';

/** The fixed words of invitations and run-sheets. */
export interface MeetingWords {
  readonly invitationTo: (title: string) => string;
  readonly newDate: string;
  readonly calledOff: string;
  readonly opening: (partnership: string) => string;
  readonly openingOff: (partnership: string) => string;
  readonly openingChanged: (partnership: string) => string;
  readonly facts: string;
  readonly when: string;
  readonly where: string;
  readonly how: string;
  readonly link: string;
  readonly length: (minutes: number) => string;
  readonly agenda: string;
  readonly agendaCaption: string;
  readonly agendaLater: string;
  readonly time: string;
  readonly item: string;
  readonly purpose: string;
  readonly practical: string;
  readonly costs: string;
  readonly answerBy: (day: string) => string;
  readonly slip: (code: string) => string;
  readonly slipCaption: (day: string | undefined) => string;
  readonly slipHead: readonly [string, string];
  readonly slipRows: readonly [string, string, string];
  readonly slipName: string;
  readonly runSheetOf: (title: string) => string;
  readonly ruleHeading: string;
  readonly aroundTable: string;
  readonly aroundCaption: (expected: number, coming: number) => string;
  readonly group: string;
  readonly said: string;
  readonly noGroup: string;
  readonly noAnswer: string;
  readonly minutes: string;
  readonly closing: string;
  readonly readAloud: string;
}

const fr: MeetingWords = {
  invitationTo: (title) => `Invitation : ${title}`,
  newDate: 'Date ou lieu changé',
  calledOff: 'Réunion annulée',
  opening: (partnership) => `« ${partnership} » vous invite à la réunion que voici.`,
  openingOff: (partnership) =>
    `« ${partnership} » vous fait savoir que cette réunion n’aura pas lieu. Rien à faire de votre part.`,
  openingChanged: (partnership) =>
    `« ${partnership} » vous avait déjà invités ; la date ou le lieu a changé. Ce qui suit remplace l’invitation précédente.`,
  facts: 'Quand, où',
  when: 'Quand',
  where: 'Où',
  how: 'Durée',
  link: 'À distance',
  length: (minutes) =>
    minutes >= 60
      ? `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60}`}`
      : `${minutes} minutes`,
  agenda: 'Ordre du jour',
  agendaCaption: 'Les points dans leur ordre, avec l’heure prévue',
  agendaLater: 'L’ordre du jour suivra.',
  time: 'Heure',
  item: 'Point',
  purpose: 'Pour',
  practical: 'Informations pratiques',
  costs: 'Frais',
  answerBy: (day) => `Réponse attendue avant le ${day}.`,
  slip: (code) => `Talon-réponse ${code}`,
  slipCaption: (day) =>
    `À renvoyer${day === undefined ? '' : ` avant le ${day}`}, sur papier, en photo ou par téléphone en donnant le code. Une croix suffit.`,
  slipHead: ['Réponse', 'Croix'],
  slipRows: ['Je viens', 'Je ne viens pas', 'J’envoie quelqu’un à ma place'],
  slipName: 'Nom de la personne qui vient',
  runSheetOf: (title) => `Conducteur : ${title}`,
  ruleHeading: 'Comment on décide',
  aroundTable: 'Autour de la table',
  aroundCaption: (expected, coming) => `${expected} attendus, ${coming} annoncés`,
  group: 'Groupe',
  said: 'Réponse',
  noGroup: 'sans groupe',
  noAnswer: 'sans réponse',
  minutes: 'Minutes',
  closing: 'Avant de se quitter',
  readAloud:
    'Lire à voix haute chaque décision et chaque action, avec qui s’en charge et pour quand. Demander : est-ce bien cela ?',
};

const en: MeetingWords = {
  invitationTo: (title) => `Invitation: ${title}`,
  newDate: 'Date or place changed',
  calledOff: 'Meeting called off',
  opening: (partnership) => `“${partnership}” invites you to the meeting below.`,
  openingOff: (partnership) =>
    `“${partnership}” lets you know that this meeting will not take place. There is nothing you need to do.`,
  openingChanged: (partnership) =>
    `“${partnership}” had invited you already; the date or the place has changed. What follows replaces the earlier invitation.`,
  facts: 'When, where',
  when: 'When',
  where: 'Where',
  how: 'Length',
  link: 'Remotely',
  length: (minutes) =>
    minutes >= 60
      ? `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
      : `${minutes} minutes`,
  agenda: 'Agenda',
  agendaCaption: 'The items in their order, with the time planned',
  agendaLater: 'The agenda will follow.',
  time: 'Time',
  item: 'Item',
  purpose: 'To',
  practical: 'Practical notes',
  costs: 'Costs',
  answerBy: (day) => `Please answer by ${day}.`,
  slip: (code) => `Reply slip ${code}`,
  slipCaption: (day) =>
    `Please return it${day === undefined ? '' : ` by ${day}`} on paper, as a photo, or by telephone with the code. A cross is enough.`,
  slipHead: ['Answer', 'Cross'],
  slipRows: ['I am coming', 'I am not coming', 'I send somebody in my place'],
  slipName: 'Name of the person who comes',
  runSheetOf: (title) => `Run-sheet: ${title}`,
  ruleHeading: 'How we decide',
  aroundTable: 'Around the table',
  aroundCaption: (expected, coming) => `${expected} expected, ${coming} announced`,
  group: 'Group',
  said: 'Answer',
  noGroup: 'no group',
  noAnswer: 'no answer yet',
  minutes: 'Minutes',
  closing: 'Before people leave',
  readAloud:
    'Read every decision and every action aloud, with who takes it on and by when. Ask: is that right?',
};

/** The words of invitations and run-sheets in one language. */
export const meetingWordsIn = (language: Language): MeetingWords => (language === 'fr' ? fr : en);
