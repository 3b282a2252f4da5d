import {
  elementsOf,
  type Language,
  type RecordEntity,
  type View,
  valueOf,
  type Words,
} from '@tablee/domain/kernel';
import { recordsIn } from '../reading/index.ts';
import { capital, counted, folded, listed, type Sentence, template } from '../sentence/index.ts';
import { actor } from './actor.ts';
import type { Sector } from './choice.ts';
import { actorsAtTable, missingVoices, sectorsAtTable, withStake } from './views.ts';

/** What a list of stakeholders is looked at for, in the order in which it is told. */
export const COVERAGE = [
  'sectors',
  'decisionMaker',
  'targetGroup',
  'rightsHolder',
  'place',
  'language',
  'voices',
] as const;
/** One of these looks. */
export type CoverageCheck = (typeof COVERAGE)[number];

/** One look at who is there: whether it is covered, in a sentence, and whom it is about. */
export interface CoverageLine {
  readonly check: CoverageCheck;
  readonly met: boolean;
  readonly sentence: Sentence;
}

const names = (entities: readonly RecordEntity[]): readonly string[] =>
  entities.map((entity) => valueOf(actor, entity, 'name') ?? '').filter((name) => name !== '');

/** At most four names, then how many more. */
const some = (lang: Language, all: readonly string[]): string =>
  all.length <= 4
    ? listed(lang, all)
    : listed(lang, [
        ...all.slice(0, 3),
        lang === 'fr' ? `${all.length - 3} autres` : `${all.length - 3} others`,
      ]);

/** A sector as somebody who is missing. */
const MISSING: { readonly [sector in Sector]: Words } = {
  state: { fr: 'l’État', en: 'the State' },
  private: { fr: 'le secteur privé', en: 'the private sector' },
  civilSociety: { fr: 'la société civile', en: 'civil society' },
  science: { fr: 'la science', en: 'science' },
  other: { fr: 'd’autres', en: 'others' },
};

const sectors = template<{ there: number; missing: readonly Sector[] }>(
  'coverage.sectors',
  ({ there, missing }) => {
    const word = (lang: Language): string =>
      listed(
        lang,
        missing.map((sector) => MISSING[sector][lang]),
      );
    if (missing.length === 0)
      return { fr: 'Les quatre secteurs sont à la table.', en: 'All four sectors are at the table.' };
    const enough = there >= 3;
    return {
      fr: `${counted('fr', there, 'secteur', 'secteurs')} sur 4 à la table ; il manque : ${word('fr')}. ${enough ? 'Trois suffisent.' : 'Il en faut trois.'}`,
      en: `${there} of 4 sectors at the table; missing: ${word('en')}. ${enough ? 'Three are enough.' : 'It takes three.'}`,
    };
  },
);

interface StakeWords {
  readonly none: Words;
  readonly here: (names: Words) => {
    readonly fr: string;
    readonly en: string;
  };
}

const STAKES: { readonly [check in 'decisionMaker' | 'targetGroup' | 'rightsHolder']: StakeWords } = {
  decisionMaker: {
    none: {
      fr: 'Personne qui décide n’est à la table. Qui signe, qui tranche, qui peut dire non ?',
      en: 'Nobody who decides is at the table. Who signs, who settles it, who can say no?',
    },
    here: (held) => ({
      fr: `Qui décide est à la table : ${held.fr}.`,
      en: `Those who decide are at the table: ${held.en}.`,
    }),
  },
  targetGroup: {
    none: {
      fr: 'Ceux pour qui l’on travaille ne sont pas à la table. Qui vit le problème chaque jour ?',
      en: 'Those for whom the work is done are not at the table. Who lives with the problem every day?',
    },
    here: (held) => ({
      fr: `Ceux qui vivent le problème sont à la table : ${held.fr}.`,
      en: `Those who live with the problem are at the table: ${held.en}.`,
    }),
  },
  rightsHolder: {
    none: {
      fr: 'Aucun titulaire de droits n’est nommé. Les droits de qui sont en jeu : eau, terre, sécurité, travail ?',
      en: 'No rights holder is named. Whose rights are at stake: water, land, safety, work?',
    },
    here: (held) => ({
      fr: `Des titulaires de droits sont à la table : ${held.fr}.`,
      en: `Rights holders are at the table: ${held.en}.`,
    }),
  },
};

const stake = template<{ check: keyof typeof STAKES; fr: string; en: string; n: number }>(
  'coverage.stake',
  ({ check, fr, en, n }) => (n === 0 ? STAKES[check].none : STAKES[check].here({ fr, en })),
);

const places = template<{ empty: readonly string[]; known: number; without: number }>(
  'coverage.place',
  ({ empty, known, without }) => {
    if (known === 0) return { fr: 'Aucun lieu n’est encore dit.', en: 'No place is given yet.' };
    if (empty.length > 0)
      return {
        fr: `Personne à la table ne vient de : ${listed('fr', empty)}.`,
        en: `Nobody at the table comes from: ${listed('en', empty)}.`,
      };
    const [fr, en] = [counted('fr', known, 'lieu', 'lieux'), counted('en', known, 'place', 'places')];
    return without === 0
      ? {
          fr: `${capital(fr)} à la table, et chacun a le sien.`,
          en: `${capital(en)} at the table, and everybody has one.`,
        }
      : {
          fr: `${capital(fr)} à la table ; ${counted('fr', without, 'acteur n’en a', 'acteurs n’en ont')} pas encore.`,
          en: `${capital(en)} at the table; ${counted('en', without, 'stakeholder has', 'stakeholders have')} none yet.`,
        };
  },
);

const languages = template<{ unheard: readonly string[]; known: number }>(
  'coverage.language',
  ({ unheard, known }) => {
    if (known === 0)
      return {
        fr: 'Aucune langue n’est encore dite : en laquelle chacun dit-il ce qu’il pense ?',
        en: 'No language is given yet: in which one does each say what they think?',
      };
    if (known === 1)
      return {
        fr: 'Les langues d’un seul acteur sont dites : et celles des autres ?',
        en: 'The languages of one stakeholder alone are given: what about the others?',
      };
    return unheard.length === 0
      ? {
          fr: 'Chacun est compris dans au moins une de ses langues.',
          en: 'Everybody is understood in at least one of their languages.',
        }
      : {
          fr: `Personne d’autre à la table ne parle la langue de : ${listed('fr', unheard)}. Prévoir une interprète.`,
          en: `Nobody else at the table speaks the language of: ${listed('en', unheard)}. Plan for an interpreter.`,
        };
  },
);

const voices = template<{ n: number; barrier: readonly string[]; measure: readonly string[] }>(
  'coverage.voices',
  ({ n, barrier, measure }) => {
    if (n === 0)
      return {
        fr: 'Aucune voix absente n’est notée. Qui vit le problème sans être ici ?',
        en: 'No missing voice is noted. Who lives with the problem and is not here?',
      };
    if (barrier.length > 0)
      return {
        fr: `${capital(counted('fr', n, 'voix manque', 'voix manquent'))} ; ce qui les empêche de venir reste à dire pour : ${some('fr', barrier)}.`,
        en: `${capital(counted('en', n, 'voice is', 'voices are'))} missing; what keeps them away is still to be said for: ${some('en', barrier)}.`,
      };
    if (measure.length > 0)
      return {
        fr: `${capital(counted('fr', n, 'voix manque', 'voix manquent'))} ; rien n’est encore prévu pour : ${some('fr', measure)}.`,
        en: `${capital(counted('en', n, 'voice is', 'voices are'))} missing; nothing is planned yet for: ${some('en', measure)}.`,
      };
    return {
      fr: `${capital(counted('fr', n, 'voix manque', 'voix manquent'))}, chacune avec sa raison et ce que nous faisons.`,
      en: `${capital(counted('en', n, 'voice is', 'voices are'))} missing, each with its reason and what we do about it.`,
    };
  },
);

/** What is still missing among those at the table, and among the missing voices: one line per look, always all of them. */
export const coverage = (view: View, lang: Language): readonly CoverageLine[] => {
  const sector = sectorsAtTable(view);
  return [
    {
      check: 'sectors',
      met: sector.enough,
      sentence: sectors({ there: sector.there.length, missing: sector.missing }, lang),
    },
    stakeLine('decisionMaker', withStake(view, 'decisionMaker'), lang),
    stakeLine('targetGroup', withStake(view, 'targetGroup', 'affected'), lang),
    stakeLine('rightsHolder', withStake(view, 'rightsHolder'), lang),
    placeLine(view, lang),
    languageLine(view, lang),
    voiceLine(view, lang),
  ];
};

const stakeLine = (
  check: keyof typeof STAKES,
  held: readonly RecordEntity[],
  lang: Language,
): CoverageLine => {
  const all = names(held);
  return {
    check,
    met: held.length > 0,
    sentence: stake({ check, fr: some('fr', all), en: some('en', all), n: held.length }, lang),
  };
};

const placeOf = (entity: RecordEntity): string | undefined => valueOf(actor, entity, 'place')?.name;

/** Places of missing voices, and of those touched by the problem, from which nobody is at the table. */
const placeLine = (view: View, lang: Language): CoverageLine => {
  const there = actorsAtTable(view);
  const covered = new Set(there.flatMap((entity) => folded(placeOf(entity) ?? '') || []));
  const away = recordsIn(view, 'actor').filter((entity) => valueOf(actor, entity, 'missing') === true);
  const empty = [
    ...new Map(away.flatMap((entity) => placeOf(entity) ?? []).map((name) => [folded(name), name])),
  ]
    .filter(([key]) => !covered.has(key))
    .map(([, name]) => name);
  const without = there.filter((entity) => placeOf(entity) === undefined).length;
  const known = covered.size;
  return {
    check: 'place',
    met: known > 0 && empty.length === 0,
    sentence: places({ empty, known: known + (known === 0 ? empty.length : 0), without }, lang),
  };
};

/** Actors none of whose languages anybody else at the table speaks. */
const languageLine = (view: View, lang: Language): CoverageLine => {
  const there = actorsAtTable(view);
  const speaking = recordsIn(view, 'actor')
    .map((entity) => ({ entity, tags: elementsOf(entity, 'languages') }))
    .filter(({ tags }) => tags.length > 0);
  const spoken = new Map<string, Set<string>>();
  for (const { entity, tags } of speaking)
    if (there.includes(entity))
      for (const tag of tags) spoken.set(tag, (spoken.get(tag) ?? new Set()).add(entity.id));
  const unheard = speaking.filter(({ entity, tags }) =>
    tags.every((tag) => [...(spoken.get(tag) ?? [])].every((id) => id === entity.id)),
  );
  const others = speaking.length > 1 ? unheard.map(({ entity }) => entity) : [];
  return {
    check: 'language',
    met: speaking.length > 1 && others.length === 0,
    sentence: languages({ unheard: names(others), known: speaking.length }, lang),
  };
};

const voiceLine = (view: View, lang: Language): CoverageLine => {
  const all = missingVoices(view, lang);
  const barrier = all.filter((voice) => voice.barrier === undefined).map((voice) => voice.name);
  const measure = all.filter((voice) => voice.measure === undefined).map((voice) => voice.name);
  return {
    check: 'voices',
    met: all.length > 0 && barrier.length + measure.length === 0,
    sentence: voices({ n: all.length, barrier, measure }, lang),
  };
};
