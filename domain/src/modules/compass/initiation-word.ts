import type { Language } from '@tablee/domain/kernel';
import type { Sector } from '../actor/index.ts';
import { FIT_VERDICT, type FitVerdict } from '../fit-check/index.ts';
import { capital, counted, listed, template } from '../sentence/index.ts';

const SECTOR_NAME: { readonly [sector in Sector]: { readonly [lang in Language]: string } } = {
  state: { fr: 'l’État', en: 'the state' },
  private: { fr: 'le secteur privé', en: 'the private sector' },
  civilSociety: { fr: 'la société civile', en: 'civil society' },
  science: { fr: 'la science', en: 'science' },
  other: { fr: 'les autres', en: 'others' },
};

/** Sectors in a row, with their article: « la société civile et la science ». */
export const sectorNames = (sectors: readonly Sector[], lang: Language): string =>
  listed(
    lang,
    sectors.map((sector) => SECTOR_NAME[sector][lang]),
  );

/** « 3 secteurs sur 4 ; la science manque. » */
export const sectorsSentence = template<{ there: number; missing: readonly Sector[] }>(
  'condition.sectors',
  ({ there, missing }) => {
    if (missing.length === 0) return { fr: 'Les quatre secteurs sont là.', en: 'All four sectors are here.' };
    if (there === 0)
      return {
        fr: 'Qui d’autre vit ce problème ? Aucun secteur n’est encore là.',
        en: 'Who else lives with this problem? No sector is here yet.',
      };
    const one = missing.length === 1;
    const [fr, en] = [sectorNames(missing, 'fr'), sectorNames(missing, 'en')];
    return {
      fr: `${counted('fr', there, 'secteur', 'secteurs')} sur 4 ; ${fr} ${one ? 'manque' : 'manquent'}.`,
      en: `${there} of 4 sectors; ${en} ${one ? 'is' : 'are'} missing.`,
    };
  },
);

/** Whether the problem is written. */
export const problemSentence = template<{ versions: number }>('condition.problem', ({ versions }) =>
  versions === 0
    ? { fr: 'Le problème n’est pas encore écrit.', en: 'The problem is not written down yet.' }
    : {
        fr: `Le problème est écrit, version ${versions}.`,
        en: `The problem is written down, version ${versions}.`,
      },
);

/** How many organisations have confirmed a text, and whether one of them objects. */
const agreedWords = ({
  confirmed,
  blocks,
  organisations,
}: {
  confirmed: number;
  blocks: number;
  organisations: number;
}) => {
  if (blocks > 0)
    return {
      fr: `${capital(counted('fr', blocks, 'organisation s’oppose', 'organisations s’opposent'))} à ces mots.`,
      en: `${counted('en', blocks, 'organisation objects', 'organisations object')} to these words.`,
    };
  if (confirmed === 0)
    return {
      fr: 'Aucune organisation n’a encore confirmé ces mots.',
      en: 'No organisation has confirmed these words yet.',
    };
  return {
    fr: `${counted('fr', confirmed, 'organisation', 'organisations')} sur ${organisations} ${confirmed < 2 ? 'a' : 'ont'} confirmé ces mots.`,
    en: `${confirmed} of ${organisations} organisations ${confirmed === 1 ? 'has' : 'have'} confirmed these words.`,
  };
};

/** Who stands behind the problem as it is written. */
export const problemSharedSentence = template('condition.problemShared', agreedWords);

/** Who stands behind the vision as it is written. */
export const visionSharedSentence = template('condition.visionShared', agreedWords);

/** Those who decide. */
export const decisionMakersSentence = template<{ count: number }>('condition.decisionMakers', ({ count }) =>
  count === 0
    ? { fr: 'Personne qui décide n’est encore là.', en: 'Nobody who decides is here yet.' }
    : {
        fr: `${counted('fr', count, 'acteur qui décide est là', 'acteurs qui décident sont là')}.`,
        en: `${counted('en', count, 'decision-maker is', 'decision-makers are')} here.`,
      },
);

/** Those who live with the problem. */
export const concernedSentence = template<{ count: number }>('condition.concerned', ({ count }) =>
  count === 0
    ? {
        fr: 'Aucun groupe cible, aucune personne touchée n’est encore à la table.',
        en: 'No target group and nobody affected is at the table yet.',
      }
    : {
        fr: `${counted('fr', count, 'groupe qui vit le problème est', 'groupes qui vivent le problème sont')} à la table.`,
        en: `${counted('en', count, 'group that lives with the problem is', 'groups that live with the problem are')} at the table.`,
      },
);

/** Voices that are missing, and those for which something is done. */
export const voicesSentence = template<{ missing: number; without: number }>(
  'condition.voices',
  ({ missing, without }) => {
    if (missing === 0) return { fr: 'Aucune voix absente n’est notée.', en: 'No missing voice is noted.' };
    const [fr, en] = [
      counted('fr', missing, 'voix absente', 'voix absentes'),
      counted('en', missing, 'missing voice', 'missing voices'),
    ];
    return without === 0
      ? {
          fr: `${fr} ; pour chacune, nous faisons quelque chose.`,
          en: `${en}; we do something about each of them.`,
        }
      : {
          fr: `${fr} ; pour ${without}, rien n’est encore prévu.`,
          en: `${en}; for ${without}, nothing is planned yet.`,
        };
  },
);

/** Who has been heard. */
export const listeningSentence = template<{ statements: number; groups: number }>(
  'condition.listening',
  ({ statements, groups }) =>
    statements === 0
      ? { fr: 'Personne n’a encore été écouté.', en: 'Nobody has been listened to yet.' }
      : {
          fr: `${counted('fr', statements, 'point de vue', 'points de vue')}, ${counted('fr', groups, 'groupe', 'groupes')}.`,
          en: `${counted('en', statements, 'perspective', 'perspectives')}, ${counted('en', groups, 'group', 'groups')}.`,
        },
);

/** What is known of the context and of existing initiatives. */
export const contextSentence = template<{ facts: number; initiatives: number; open: number }>(
  'condition.context',
  ({ facts, initiatives, open }) => {
    if (facts + initiatives === 0)
      return { fr: 'Rien n’est encore noté du contexte.', en: 'Nothing is noted of the context yet.' };
    const fr = `${counted('fr', facts, 'fait', 'faits')}, ${counted('fr', initiatives, 'initiative', 'initiatives')}`;
    const en = `${counted('en', facts, 'fact', 'facts')}, ${counted('en', initiatives, 'initiative', 'initiatives')}`;
    return open === 0
      ? { fr: `${fr}.`, en: `${en}.` }
      : { fr: `${fr} ; ${open} sans avis de notre part.`, en: `${en}; ${open} without a view of ours.` };
  },
);

/** The core group and the sectors it covers. */
export const coreSentence = template<{ members: number; sectors: number }>(
  'condition.core',
  ({ members, sectors }) =>
    members === 0
      ? { fr: 'Le noyau n’a encore personne.', en: 'The core group has nobody yet.' }
      : {
          fr: `Le noyau : ${counted('fr', members, 'membre', 'membres')}, ${counted('fr', sectors, 'secteur', 'secteurs')} sur 4.`,
          en: `The core group: ${counted('en', members, 'member', 'members')}, ${sectors} of 4 sectors.`,
        },
);

/** The core group's way of working. */
export const workingAgreementSentence = template<{ versions: number }>(
  'condition.workingAgreement',
  ({ versions }) =>
    versions === 0
      ? {
          fr: 'Le noyau n’a pas encore écrit sa façon de travailler.',
          en: 'The core group has not written down how it works.',
        }
      : {
          fr: 'La façon de travailler du noyau est écrite.',
          en: 'How the core group works is written down.',
        },
);

/** What came of the fit check. */
export const fitSentence = template<{ answers: number; verdict: FitVerdict | '' }>(
  'condition.fit',
  ({ answers, verdict }) => {
    if (verdict !== '')
      return {
        fr: `Conclusion : ${lower(FIT_VERDICT[verdict].fr)}.`,
        en: `Conclusion: ${lower(FIT_VERDICT[verdict].en)}.`,
      };
    return answers === 0
      ? {
          fr: 'Personne n’a encore dit s’il faut un partenariat.',
          en: 'Nobody has said yet whether a partnership is needed.',
        }
      : {
          fr: `${counted('fr', answers, 'point de vue', 'points de vue')} ; pas encore de conclusion.`,
          en: `${counted('en', answers, 'view', 'views')}; no conclusion yet.`,
        };
  },
);

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
