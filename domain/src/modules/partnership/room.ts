import type { Words } from '@tablee/domain/kernel';

/** The four phases by number: 1 Initiation, 2 Design, 3 Implementation, 4 Further development. */
export type Phase = 1 | 2 | 3 | 4;

/** The pages of the four phases, in the order of the rail. */
export const ROOMS = [
  'problem',
  'fit',
  'context',
  'stakeholders',
  'listening',
  'core',
  'vision',
  'results',
  'roadmap',
  'governance',
  'resources',
  'agreement',
  'progress',
  'monitoring',
  'flags',
  'reflection',
  'secretariat',
  'reporting',
  'evaluation',
  'options',
  'handover',
  'local',
  'lessons',
  'ending',
] as const;
/** A page of a phase. */
export type Room = (typeof ROOMS)[number];

/** The places that never move, then the two that come once they make sense. */
export const PLACES = [
  'today',
  'people',
  'meetings',
  'documents',
  'commitments',
  'among-us',
  'decisions',
] as const;
/** A place: it serves every phase. */
export type Place = (typeof PLACES)[number];

/** True for the name of a room. */
export const isRoom = (name: string): name is Room => ROOMS.some((room) => room === name);

/** What a room is called, its phase, and the phase that lists it again because its work goes on. */
export interface RoomCard {
  readonly phase: Phase;
  readonly carried?: Phase;
  readonly words: Words;
}

/** The rooms with their words. */
export const ROOM_CARD: { readonly [room in Room]: RoomCard } = {
  problem: { phase: 1, words: { fr: 'Problème', en: 'Problem' } },
  fit: { phase: 1, words: { fr: 'Faut-il un partenariat ?', en: 'Do we need a partnership?' } },
  context: { phase: 1, words: { fr: 'Contexte', en: 'Context' } },
  stakeholders: { phase: 1, words: { fr: 'Acteurs', en: 'Stakeholders' } },
  listening: { phase: 1, words: { fr: 'Écoute', en: 'Listening' } },
  core: { phase: 1, words: { fr: 'Noyau', en: 'Core group' } },
  vision: { phase: 2, words: { fr: 'Vision', en: 'Vision' } },
  results: { phase: 2, words: { fr: 'Résultats', en: 'Results' } },
  roadmap: { phase: 2, words: { fr: 'Feuille de route', en: 'Roadmap' } },
  governance: { phase: 2, words: { fr: 'Gouvernance', en: 'Governance' } },
  resources: { phase: 2, carried: 3, words: { fr: 'Ressources', en: 'Resources' } },
  agreement: { phase: 2, words: { fr: 'Accord', en: 'Agreement' } },
  progress: { phase: 3, words: { fr: 'Avancement', en: 'Progress' } },
  monitoring: { phase: 3, words: { fr: 'Données de suivi', en: 'Monitoring data' } },
  flags: { phase: 3, words: { fr: 'Vigilance', en: 'Flags' } },
  reflection: { phase: 3, words: { fr: 'Réflexion', en: 'Reflection' } },
  secretariat: { phase: 3, words: { fr: 'Secrétariat', en: 'Secretariat' } },
  reporting: { phase: 3, words: { fr: 'Rendre compte', en: 'Reporting' } },
  evaluation: { phase: 4, words: { fr: 'Évaluation', en: 'Evaluation' } },
  options: { phase: 4, words: { fr: 'Options', en: 'Options' } },
  handover: { phase: 4, words: { fr: 'Passation', en: 'Handover' } },
  local: { phase: 4, words: { fr: 'Conduite locale', en: 'Locally led' } },
  lessons: { phase: 4, words: { fr: 'Enseignements tirés', en: 'Lessons learned' } },
  ending: { phase: 4, words: { fr: 'Bien finir', en: 'Ending well' } },
};
