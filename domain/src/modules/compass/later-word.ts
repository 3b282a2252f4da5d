import { counted, template } from '../sentence/index.ts';

/** How far the vision is written. */
export const visionSentence = template<{ versions: number }>('condition.vision', ({ versions }) =>
  versions === 0
    ? { fr: 'La vision n’est pas encore écrite.', en: 'The vision is not written down yet.' }
    : {
        fr: `La vision est écrite, version ${versions}.`,
        en: `The vision is written down, version ${versions}.`,
      },
);

/** The results chain and what it takes for granted. */
export const chainSentence = template<{ results: number; assumptions: number }>(
  'condition.chain',
  ({ results, assumptions }) =>
    results === 0
      ? { fr: 'La chaîne de résultats est encore vide.', en: 'The results chain is still empty.' }
      : {
          fr: `${counted('fr', results, 'résultat', 'résultats')}, ${counted('fr', assumptions, 'hypothèse', 'hypothèses')}.`,
          en: `${counted('en', results, 'result', 'results')}, ${counted('en', assumptions, 'assumption', 'assumptions')}.`,
        },
);

/** Indicators, and those that cannot be read yet. */
export const indicatorsSentence = template<{ total: number; incomplete: number }>(
  'condition.indicators',
  ({ total, incomplete }) => {
    if (total === 0) return { fr: 'Aucun indicateur encore.', en: 'No indicator yet.' };
    const [fr, en] = [
      counted('fr', total, 'indicateur', 'indicateurs'),
      counted('en', total, 'indicator', 'indicators'),
    ];
    return incomplete === 0
      ? {
          fr: `${fr}, chacun avec sa valeur de référence et sa cible.`,
          en: `${en}, each with baseline and target.`,
        }
      : {
          fr: `${fr} ; ${incomplete} sans valeur de référence ou sans cible datée.`,
          en: `${en}; ${incomplete} without a baseline or a dated target.`,
        };
  },
);

/** The roadmap, and what nobody answers for. */
export const roadmapSentence = template<{ total: number; without: number }>(
  'condition.roadmap',
  ({ total, without }) => {
    if (total === 0) return { fr: 'La feuille de route est encore vide.', en: 'The roadmap is still empty.' };
    const [fr, en] = [
      counted('fr', total, 'activité', 'activités'),
      counted('en', total, 'activity', 'activities'),
    ];
    return without === 0
      ? { fr: `${fr} ; une organisation répond de chacune.`, en: `${en}; one organisation answers for each.` }
      : {
          fr: `${fr} ; personne ne répond de ${without}.`,
          en: `${en}; nobody answers for ${without} of them.`,
        };
  },
);

/** Who has announced a contribution. */
export const contributionsSentence = template<{ organisations: number; total: number }>(
  'condition.contributions',
  ({ organisations, total }) =>
    organisations === 0
      ? { fr: 'Aucune contribution n’est encore annoncée.', en: 'No contribution is announced yet.' }
      : {
          fr: `${counted('fr', organisations, 'organisation', 'organisations')} sur ${total} ${organisations < 2 ? 'annonce' : 'annoncent'} une contribution.`,
          en: `${organisations} of ${total} organisations ${organisations === 1 ? 'announces' : 'announce'} a contribution.`,
        },
);

/** Who decides, and by which rule. */
export const governanceSentence = template<{ bodies: number; without: number }>(
  'condition.governance',
  ({ bodies, without }) => {
    if (bodies === 0) return { fr: 'Aucune instance encore.', en: 'No governance body yet.' };
    const [fr, en] = [
      counted('fr', bodies, 'instance', 'instances'),
      counted('en', bodies, 'governance body', 'governance bodies'),
    ];
    return without === 0
      ? { fr: `${fr}, avec une règle de décision.`, en: `${en}, with a decision rule.` }
      : {
          fr: `${fr} ; ${without} sans règle de décision.`,
          en: `${en}; ${without} without a decision rule.`,
        };
  },
);

/** The agreement: drafted, adopted, signed. */
export const agreementSentence = template<{
  clauses: number;
  adopted: number;
  signed: number;
  signers: number;
}>('condition.agreement', ({ clauses, adopted, signed, signers }) => {
  if (adopted === 0)
    return clauses === 0
      ? { fr: 'Aucun accord n’est encore écrit.', en: 'No agreement is written down yet.' }
      : {
          fr: `L’accord est en projet : ${counted('fr', clauses, 'clause', 'clauses')}.`,
          en: `The agreement is a draft: ${counted('en', clauses, 'clause', 'clauses')}.`,
        };
  return {
    fr: `L’accord est adopté ; ${counted('fr', signed, 'signature', 'signatures')} sur ${signers}.`,
    en: `The agreement is adopted; ${signed} of ${signers} signatures.`,
  };
});

/** The public page. */
export const publicPageSentence = template<{ published: number }>('condition.publicPage', ({ published }) =>
  published === 0
    ? { fr: 'La page publique n’est pas encore sortie.', en: 'The public page is not out yet.' }
    : { fr: 'La page publique est en ligne.', en: 'The public page is online.' },
);

/** Roles that were handed over. */
export const handoverSentence = template<{ total: number; accepted: number }>(
  'condition.handover',
  ({ total, accepted }) =>
    total === 0
      ? { fr: 'Aucun rôle n’est encore proposé à quelqu’un.', en: 'No role has been offered to anybody yet.' }
      : {
          fr: `${counted('fr', accepted, 'passation acceptée', 'passations acceptées')} sur ${total}.`,
          en: `${accepted} of ${total} handovers accepted.`,
        },
);

/** Indicators that have an approved figure. */
export const figuresSentence = template<{ indicators: number; known: number }>(
  'condition.figures',
  ({ indicators, known }) =>
    indicators === 0
      ? { fr: 'Aucun indicateur à renseigner encore.', en: 'No indicator to record yet.' }
      : {
          fr: `${counted('fr', known, 'indicateur', 'indicateurs')} sur ${indicators} ${known < 2 ? 'a' : 'ont'} une valeur validée.`,
          en: `${known} of ${indicators} indicators ${known === 1 ? 'has' : 'have'} an approved figure.`,
        },
);

/** How much of the roadmap has started. */
export const progressSentence = template<{ total: number; started: number }>(
  'condition.progress',
  ({ total, started }) =>
    total === 0
      ? { fr: 'La feuille de route est encore vide.', en: 'The roadmap is still empty.' }
      : {
          fr: `${counted('fr', started, 'activité', 'activités')} sur ${total} ${started < 2 ? 'a commencé' : 'ont commencé'}.`,
          en: `${started} of ${total} activities ${started === 1 ? 'has' : 'have'} started.`,
        },
);

/** What was delivered of what was announced. */
export const deliveredSentence = template<{ total: number; delivered: number }>(
  'condition.delivered',
  ({ total, delivered }) =>
    total === 0
      ? { fr: 'Aucune contribution n’est encore annoncée.', en: 'No contribution is announced yet.' }
      : {
          fr: `${counted('fr', delivered, 'contribution', 'contributions')} sur ${total} ${delivered < 2 ? 'est apportée' : 'sont apportées'}.`,
          en: `${delivered} of ${total} contributions ${delivered === 1 ? 'is' : 'are'} delivered.`,
        },
);

/** Meetings held, and those whose minutes are approved. */
export const minutesSentence = template<{ held: number; approved: number }>(
  'condition.minutes',
  ({ held, approved }) =>
    held === 0
      ? { fr: 'Aucune réunion tenue encore.', en: 'No meeting held yet.' }
      : {
          fr: `${counted('fr', held, 'réunion tenue', 'réunions tenues')} ; ${counted('fr', approved, 'compte rendu approuvé', 'comptes rendus approuvés')}.`,
          en: `${counted('en', held, 'meeting', 'meetings')} held; minutes approved for ${approved}.`,
        },
);

/** What the evaluation found, and what is still without an answer. */
export const findingsSentence = template<{ total: number; without: number }>(
  'condition.findings',
  ({ total, without }) => {
    if (total === 0) return { fr: 'Aucun constat encore.', en: 'No finding yet.' };
    const [fr, en] = [
      counted('fr', total, 'constat', 'constats'),
      counted('en', total, 'finding', 'findings'),
    ];
    return without === 0
      ? { fr: `${fr}, chacun avec une réponse.`, en: `${en}, each with a response.` }
      : { fr: `${fr} ; ${without} sans réponse.`, en: `${en}; ${without} without a response.` };
  },
);

/** Ways on, side by side. */
export const optionsSentence = template<{ total: number; scored: number }>(
  'condition.options',
  ({ total, scored }) =>
    total < 2
      ? {
          fr: total === 0 ? 'Aucune option encore.' : 'Une seule option : il n’y a rien à comparer.',
          en: total === 0 ? 'No option yet.' : 'Only one option: there is nothing to compare.',
        }
      : {
          fr: `${total} options, ${counted('fr', scored, 'appréciée', 'appréciées')} sur des critères.`,
          en: `${total} options, ${scored} judged on criteria.`,
        },
);

/** What has to go on, and whether it is secured. */
export const essentialsSentence = template<{ total: number; open: number }>(
  'condition.essentials',
  ({ total, open }) => {
    if (total === 0)
      return {
        fr: 'Ce qui doit continuer n’est pas encore nommé.',
        en: 'What has to go on is not named yet.',
      };
    return open === 0
      ? { fr: 'Tout ce qui doit continuer est assuré.', en: 'All that has to go on is secured.' }
      : {
          fr: `${total - open} sur ${total} de ce qui doit continuer ${total - open < 2 ? 'est assuré' : 'sont assurés'}.`,
          en: `${total - open} of ${total} things that have to go on ${total - open === 1 ? 'is' : 'are'} secured.`,
        };
  },
);

/** What one would tell the next ones. */
export const lessonsSentence = template<{ total: number; open: number }>(
  'condition.lessons',
  ({ total, open }) =>
    total === 0
      ? { fr: 'Aucun enseignement tiré encore.', en: 'No lesson learned yet.' }
      : {
          fr: `${counted('fr', total, 'enseignement tiré', 'enseignements tirés')}, dont ${open} pour d’autres que nous.`,
          en: `${counted('en', total, 'lesson learned', 'lessons learned')}, ${open} of them for others than us.`,
        },
);

/** Whether the way on is settled. */
export const wayOnSentence = template<{ settled: 'continued' | 'ended' | '' }>(
  'condition.wayOn',
  ({ settled }) => {
    if (settled === '')
      return { fr: 'La suite n’est pas encore décidée.', en: 'The way on is not decided yet.' };
    return settled === 'ended'
      ? { fr: 'Le partenariat est terminé.', en: 'The partnership has ended.' }
      : { fr: 'Le partenariat continue : c’est décidé.', en: 'The partnership goes on: that is decided.' };
  },
);
