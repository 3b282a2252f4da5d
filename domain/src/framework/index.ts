/** The method: four phases, six fields, 17 success factors with their questions, as versioned content. */
import outline from './data/outline.json' with { type: 'json' };

/** The version that this release carries; a partnership pins the one it works with. */
export const FRAMEWORK_VERSION = '2026-11-draft-2';

/** A draft is open to comment and may change; it is said wherever the framework is shown. */
export const FRAMEWORK_STANDING: 'draft' | 'inForce' = 'draft';

/** The languages in which the framework is written. */
export const FRAMEWORK_LANGUAGES = ['fr', 'en', 'de', 'es'] as const;
/** A language of the framework. */
export type FrameworkLanguage = (typeof FRAMEWORK_LANGUAGES)[number];

/** A phase, as the ring needs it: loaded with the first screen. */
export interface PhaseCard {
  /** 1 to 4. */
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly subtitle: string;
  readonly aim: string;
}

/** A task or an output of a phase. */
export interface NamedItem {
  readonly id: string;
  readonly name: string;
}

/** A phase with what is done in it and what comes out of it. */
export interface FrameworkPhase extends PhaseCard {
  /** Other names under which people look for it. */
  readonly aliases: readonly string[];
  readonly tasks: readonly NamedItem[];
  readonly outputs: readonly NamedItem[];
}

/** What fields and factors have in common. */
interface Named extends NamedItem {
  readonly shortName: string;
  /** True when the name is that of the published method in this language; else it is our translation. */
  readonly official: boolean;
  /** The phases (1 to 4) in which it matters most. */
  readonly keyPhases: readonly number[];
  /** `source` when a publication says so, `inferred` when we do. */
  readonly keyPhasesBasis: string;
}

/** One of the six groups of factors. */
export interface FrameworkField extends Named {}

/** One of the 17 things that make partnerships succeed. */
export interface FrameworkFactor extends Named {
  /** The id of its field. */
  readonly field: string;
  readonly meaning: string;
  /** Questions to talk about, in order. */
  readonly questions: readonly string[];
  /** The one sentence that people rate in the self-assessment. */
  readonly statement: string;
  /** Five descriptions, from the lowest to the highest level. */
  readonly levels: readonly string[];
  /** The language of `levels`: English where they are not written in the framework's own language yet. */
  readonly levelsLang: string;
}

/** The whole framework in one language. */
export interface Framework {
  readonly version: string;
  readonly lang: string;
  /** What comes from the published method and what is our own wording. */
  readonly note: string;
  readonly fields: readonly FrameworkField[];
  readonly factors: readonly FrameworkFactor[];
  readonly phases: readonly FrameworkPhase[];
}

/** The framework's language nearest to a language code: itself, its main language, else English. */
export const frameworkLanguage = (lang: string): FrameworkLanguage =>
  FRAMEWORK_LANGUAGES.find((known) => known === lang.split('-')[0]) ?? 'en';

/** The four phases with name, subtitle and aim: at hand at once, 4 kB for all languages. */
export const phases = (lang: string): readonly PhaseCard[] => {
  const known = frameworkLanguage(lang);
  return outline.phases.map((phase) => ({
    id: phase.id,
    key: phase.key,
    name: phase.name[known],
    subtitle: phase.subtitle[known],
    aim: phase.aim[known],
  }));
};

/** The name of a phase (1 to 4); empty for another number. */
export const phaseName = (phase: number, lang: string): string =>
  phases(lang).find((card) => card.id === phase)?.name ?? '';

/** Loads the whole framework in one language (about 35 kB): pages that show factors wait for it. */
export const loadFramework = async (lang: string): Promise<Framework> => {
  switch (frameworkLanguage(lang)) {
    case 'fr':
      return (await import('./data/fr.json', { with: { type: 'json' } })).default;
    case 'de':
      return (await import('./data/de.json', { with: { type: 'json' } })).default;
    case 'es':
      return (await import('./data/es.json', { with: { type: 'json' } })).default;
    case 'en':
      return (await import('./data/en.json', { with: { type: 'json' } })).default;
  }
};

/** The factors, all or those of one field, in the framework's order. */
export const factors = (framework: Framework, field?: string): readonly FrameworkFactor[] =>
  field === undefined ? framework.factors : framework.factors.filter((factor) => factor.field === field);

/** The factors that matter most in a phase (1 to 4). */
export const factorsOfPhase = (framework: Framework, phase: number): readonly FrameworkFactor[] =>
  framework.factors.filter((factor) => factor.keyPhases.includes(phase));

/** The questions of a factor, in order; none for an unknown one. */
export const questions = (framework: Framework, factor: string): readonly string[] =>
  framework.factors.find((candidate) => candidate.id === factor)?.questions ?? [];
