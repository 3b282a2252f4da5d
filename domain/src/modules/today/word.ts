import { counted, phrase, template } from '../sentence/index.ts';

/** Where we are: phase and cycle, and how many conditions are settled. */
export const whereSentence = template<{ phase: string; cycle: number; settled: number; total: number }>(
  'today.where',
  ({ phase, cycle, settled, total }) => {
    const [fr, en] = cycle > 1 ? [`Cycle ${cycle}, ${phase}`, `Cycle ${cycle}, ${phase}`] : [phase, phase];
    if (settled === 1)
      return { fr: `${fr} : le premier pas est fait.`, en: `${en}: the first step is taken.` };
    return {
      fr: `${fr} : ${counted('fr', settled, 'condition réunie', 'conditions réunies')} sur ${total}.`,
      en: `${en}: ${settled} of ${total} conditions in place.`,
    };
  },
);

/** The very first sentence, while nothing is written. */
export const welcomeSentence = phrase('today.welcome', {
  fr: 'Bienvenue. Quel problème vous réunit ?',
  en: 'Welcome. What problem brings you together?',
});

/** The partnership has ended; `day` is an ISO date. */
export const endedSentence = template<{ day: string }>('today.ended', () => ({
  fr: 'Ce partenariat est terminé. Tout reste lisible.',
  en: 'This partnership has ended. Everything stays readable.',
}));

/** A name at the end of a sentence: one that ends with a full stop of its own takes no second one. */
const closed = (name: string): string => (name.endsWith('.') ? name : `${name}.`);

/** What waits, by kind. `day` in the values is an ISO date for whoever shows it beside the sentence. */
export const waitingSentence = {
  confirmMeeting: template<{ title: string; day: string }>('today.confirmMeeting', ({ title }) => ({
    fr: `On vous attend à « ${title} » : venez-vous ?`,
    en: `You are expected at “${title}”: are you coming?`,
  })),
  positionAsked: template<{ title: string; day: string }>('today.positionAsked', ({ title }) => ({
    fr: `On vous demande votre position : « ${title} »`,
    en: `You are asked for your position: “${title}”`,
  })),
  commentAsked: template<{ title: string; day: string }>('today.commentAsked', ({ title }) => ({
    fr: `On vous demande ce que vous pensez de ce texte : « ${title} »`,
    en: `You are asked what you think of this text: “${title}”`,
  })),
  figureAsked: template<{ title: string; period: string }>('today.figureAsked', ({ title, period }) => ({
    fr: `Une valeur est attendue de vous : ${title}${period === '' ? '' : `, ${period}`}.`,
    en: `A figure is expected from you: ${title}${period === '' ? '' : `, ${period}`}.`,
  })),
  commitmentAsked: template<{ title: string; day: string }>('today.commitmentAsked', ({ title }) => ({
    fr: `On vous demande où vous en êtes : « ${title} »`,
    en: `You are asked where this stands: “${title}”`,
  })),
  pollAsked: template<{ title: string; day: string }>('today.pollAsked', ({ title }) => ({
    fr: `On cherche une date pour « ${title} » : lesquelles vous conviennent ?`,
    en: `A date is sought for “${title}”: which ones suit you?`,
  })),
  pulseAsked: template<{ title: string; day: string }>('today.pulseAsked', ({ title }) => ({
    fr: `Deux questions sur « ${title} », sans votre nom.`,
    en: `Two questions about “${title}”, without your name.`,
  })),
  mail: template<{ count: number; answers: number }>('today.mail', ({ count, answers }) => ({
    fr: `${counted('fr', count, 'e-mail attend d’être trié', 'e-mails attendent d’être triés')}${answers === 0 ? '' : `, dont ${counted('fr', answers, 'réponse', 'réponses')}`}.`,
    en: `${counted('en', count, 'e-mail waits to be sorted', 'e-mails wait to be sorted')}${answers === 0 ? '' : `, ${counted('en', answers, 'answer', 'answers')} among them`}.`,
  })),
  confirmAnswer: template<{ title: string }>('today.confirmAnswer', ({ title }) => ({
    fr: `Une réponse a été notée en votre nom : « ${title} ». Est-ce bien cela ?`,
    en: `An answer was recorded in your name: “${title}”. Is that right?`,
  })),
  confirmPosition: template<{ title: string }>('today.confirmPosition', ({ title }) => ({
    fr: `Une position a été notée au nom de votre organisation : « ${title} ». Est-ce bien cela ?`,
    en: `A position was recorded for your organisation: “${title}”. Is that right?`,
  })),
  confirmFigure: template<{ title: string; period: string }>('today.confirmFigure', ({ title, period }) => ({
    fr: `Une valeur a été saisie au nom de votre organisation : ${title}, ${period}. Est-ce bien cela ?`,
    en: `A figure was entered for your organisation: ${title}, ${period}. Is that right?`,
  })),
  decision: template<{ title: string; day: string }>('today.decision', ({ title }) => ({
    fr: `Votre organisation n’a pas encore pris position : « ${title} »`,
    en: `Your organisation has not taken a position yet: “${title}”`,
  })),
  sign: template<{ title: string; version: number }>('today.sign', ({ title, version }) => ({
    fr: `« ${title} », version ${version}, attend la signature de votre organisation.`,
    en: `“${title}”, version ${version}, awaits the signature of your organisation.`,
  })),
  wording: template<{ kind: string; title: string; version: number; earlier: number }>(
    'today.wording',
    ({ kind, title, version, earlier }) => {
      const [fr, en] = WORDING_NAME[kind] ?? [`« ${title} »`, `“${title}”`];
      return earlier === 0
        ? {
            fr: `Votre organisation ne s’est pas encore prononcée sur ${fr}, version ${version}.`,
            en: `Your organisation has not taken a position on ${en} yet, version ${version}.`,
          }
        : {
            fr: `Votre position sur ${fr} porte sur la version ${earlier} ; la version ${version} l’a remplacée.`,
            en: `Your position on ${en} is on version ${earlier}; version ${version} has replaced it.`,
          };
    },
  ),
  overdue: template<{ title: string; days: number; day: string }>('today.overdue', ({ title, days }) => ({
    fr: `« ${title} » : la date est passée depuis ${counted('fr', days, 'jour', 'jours')}.`,
    en: `“${title}”: ${counted('en', days, 'day', 'days')} past the date.`,
  })),
  commitment: template<{ title: string; day: string }>('today.commitment', ({ title }) => ({
    fr: `Vous avez dit que vous le feriez : « ${title} »`,
    en: `You said you would: “${title}”`,
  })),
  meeting: template<{ title: string; day: string }>('today.meeting', ({ title }) => ({
    fr: `Prochaine réunion : « ${title} »`,
    en: `Next meeting: “${title}”`,
  })),
  conflict: template<{ noun: string; title: string; versions: number }>(
    'today.conflict',
    ({ noun, title, versions }) => ({
      fr: `${versions} versions à départager (${noun}) : « ${title} ». Toutes sont conservées.`,
      en: `${versions} versions to choose from (${noun}): “${title}”. All are kept.`,
    }),
  ),
  figuresToApprove: template<{ count: number }>('today.figuresToApprove', ({ count }) => ({
    fr: `${counted('fr', count, 'valeur attend', 'valeurs attendent')} d’être validée${count < 2 ? '' : 's'}.`,
    en: `${counted('en', count, 'figure awaits', 'figures await')} approval.`,
  })),
  corrections: template<{ title: string; count: number }>('today.corrections', ({ title, count }) => ({
    fr: `${counted('fr', count, 'correction demandée', 'corrections demandées')} au compte rendu de « ${title} »`,
    en: `${counted('en', count, 'correction', 'corrections')} asked for in the minutes of “${title}”`,
  })),
  minutes: template<{ title: string }>('today.minutes', ({ title }) => ({
    fr: `Le compte rendu de « ${title} » n’est pas encore approuvé.`,
    en: `The minutes of “${title}” are not approved yet.`,
  })),
  decisionOver: template<{ title: string }>('today.decisionOver', ({ title }) => ({
    fr: `L’heure est passée ; le résultat peut être constaté : « ${title} »`,
    en: `The time is over; the result can be stated: “${title}”`,
  })),
  handover: template<{ title: string; day: string }>('today.handover', ({ title }) => ({
    fr: `On vous propose de reprendre : « ${title} »`,
    en: `You are asked to take over: “${title}”`,
  })),
  followUp: template<{ name: string; day: string }>('today.followUp', ({ name }) => ({
    fr: `Vous vouliez reprendre contact avec ${closed(name)}`,
    en: `You wanted to get back to ${closed(name)}`,
  })),
  followUpShared: template<{ name: string; day: string }>('today.followUpShared', ({ name }) => ({
    fr: `Il était convenu de reprendre contact avec ${closed(name)}`,
    en: `It was agreed to get back to ${closed(name)}`,
  })),
} as const;

const WORDING_NAME: { readonly [kind: string]: readonly [string, string] } = {
  problem: ['l’énoncé du problème', 'the problem statement'],
  vision: ['la vision', 'the vision'],
  workingAgreement: ['la façon de travailler du noyau', 'how the core group works'],
};

/** The verb on the button of an item, by kind. */
export const ACTION = {
  write: { fr: 'Écrire la première phrase', en: 'Write the first sentence' },
  answer: { fr: 'Répondre', en: 'Answer' },
  confirm: { fr: 'Vérifier', en: 'Check' },
  takePosition: { fr: 'Donner la position', en: 'Give the position' },
  sign: { fr: 'Lire et signer', en: 'Read and sign' },
  record: { fr: 'Saisir la valeur', en: 'Record the figure' },
  report: { fr: 'Dire où nous en sommes', en: 'Say where we are' },
  open: { fr: 'Ouvrir', en: 'Open' },
  prepare: { fr: 'Préparer', en: 'Prepare' },
  choose: { fr: 'Choisir', en: 'Choose' },
  approve: { fr: 'Valider', en: 'Approve' },
  call: { fr: 'Reprendre contact', en: 'Get back in touch' },
  talk: { fr: 'En parler d’abord', en: 'Talk about it first' },
  sort: { fr: 'Trier', en: 'Sort' },
  look: { fr: 'Y aller', en: 'Go there' },
} as const;
/** What one does with an item. */
export type Action = keyof typeof ACTION;
