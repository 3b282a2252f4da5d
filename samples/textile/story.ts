import { isJsonObject, type JsonObject } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import { CONSENSUS } from '@tablee/domain/modules/governance';
import type { Archive } from '../../server/src/space/archive.ts';
import { Story } from '../build/story.ts';
import { each, en, fr } from '../build/words.ts';
import { figures, SOURCES } from './figure.ts';

/**
 * The Partnership for Sustainable Textiles (Bündnis für nachhaltige Textilien), from public sources alone: groups,
 * goals, indicators with their published values. No position, vote or conversation is put into anybody's mouth.
 */
export const textiles = (): Archive => {
  const story = new Story('textiles', partnership);
  story.at('2026-11-16T09:00');
  story.arrive(SOURCES, { name: 'Sources publiques / Public sources' }, { roles: ['secretariat', 'core'] });
  beginning(story);
  actors(story);
  goals(story);
  figures(story);
  course(story);
  findings(story);
  story.act('system', 'member.leave', SOURCES, {});
  return story.archive();
};

const beginning = (s: Story): void => {
  s.add(SOURCES, 'partnership', 'space', {
    name: fr('Partenariat pour des textiles durables', 'Partnership for Sustainable Textiles'),
    summary: fr(
      'Bündnis für nachhaltige Textilien, Allemagne, depuis octobre 2014. Reconstitué à partir de sources publiques, nommées à côté de chaque valeur ; le partenariat lui-même n’y a pas participé.',
      'Bündnis für nachhaltige Textilien, Germany, since October 2014. Put together from public sources, named beside each figure; the partnership itself took no part in it.',
    ),
    languages: each('de', 'en'),
    zone: 'Europe/Berlin',
    place: { name: 'Deutschland', country: 'DE' },
    framework: '2026-11-draft-2',
  });
  s.act(SOURCES, 'journey.begin', 'space-journey', {});
  s.act(SOURCES, 'wording.open', 'problem', {
    kind: 'problem',
    lang: 'fr',
    text: 'Des catastrophes mortelles dans des usines (Rana Plaza, 2013 : plus de 1 100 morts) et de mauvaises conditions sociales et écologiques dans les chaînes textiles du monde.',
  });
  s.act(SOURCES, 'wording.translate', 'problem', {
    version: 1,
    lang: 'en',
    text: 'Deadly disasters in factories (Rana Plaza, 2013: more than 1,100 dead) and poor social and ecological conditions in the textile chains of the world.',
  });
  s.act(SOURCES, 'journey.enter', 'space-journey', { phase: 3 });
};

const ACTORS = [
  {
    key: 'bmz',
    name: 'Ministère fédéral de la Coopération (BMZ)',
    sector: 'state',
    ring: 'core',
    stakes: ['decisionMaker', 'funder'],
  },
  {
    key: 'government',
    name: 'Gouvernement fédéral',
    sector: 'state',
    ring: 'core',
    stakes: ['decisionMaker'],
  },
  {
    key: 'business',
    name: 'Entreprises et fédérations',
    sector: 'private',
    ring: 'core',
    stakes: ['implementer', 'decisionMaker'],
  },
  {
    key: 'ngos',
    name: 'Organisations non gouvernementales',
    sector: 'civilSociety',
    ring: 'core',
    stakes: ['decisionMaker'],
  },
  { key: 'unions', name: 'Syndicats', sector: 'civilSociety', ring: 'core', stakes: ['decisionMaker'] },
  {
    key: 'standards',
    name: 'Organismes de normes non commerciaux',
    sector: 'other',
    ring: 'core',
    stakes: ['decisionMaker'],
  },
  { key: 'office', name: 'Secrétariat du partenariat', sector: 'other', ring: 'partner', stakes: [] },
];

const actors = (s: Story): void => {
  for (const { key, stakes, ...content } of ACTORS)
    s.add(SOURCES, 'actor', key, { ...content, stakes: each(...stakes) });
  s.act(SOURCES, 'rule.adopt', 'rule', { data: consensus() });
  s.add(SOURCES, 'body', 'committee', {
    name: 'Steuerungskreis (comité de pilotage)',
    mandate: fr(
      'Décide de la stratégie, des règles de coopération et de l’admission des membres. Douze sièges : entreprises 4 (si possible 2 du commerce et 2 de l’industrie), ONG 3 (si possible 1 écologique et 1 sociale), gouvernement fédéral 3 (dont au moins 1 BMZ), syndicats 1, organismes de normes non commerciaux 1. Élu par les membres tous les deux ans, le premier mandat ayant duré un an. En 2023, un élu a décliné et un siège s’est libéré par une insolvabilité : deux élections partielles, en août et en décembre. Sources : partnerschaften2030.de/buendnis-fuer-nachhaltige-textilien, textilbuendnis.com/gremien, textil-mode.de, csr-news 2015.',
      'Decides on strategy, rules of cooperation and admission of members. Twelve seats: business 4 (if possible 2 from trade and 2 from industry), NGOs 3 (if possible 1 ecological and 1 social), federal government 3 (at least 1 BMZ), trade unions 1, non-commercial standard setters 1. Elected by the members every two years; the first term was one year. In 2023 a winner declined and a seat fell vacant by insolvency: two by-elections, in August and December. Sources: partnerschaften2030.de/buendnis-fuer-nachhaltige-textilien, textilbuendnis.com/gremien, textil-mode.de, csr-news 2015.',
    ),
    meets: 'Au moins trois réunions en présence par an / at least three meetings in person a year',
    rule: s.id('rule'),
  });
};

/** All decisions by consensus, as its sources say. */
const consensus = (): JsonObject => {
  const data: unknown = CONSENSUS;
  if (!isJsonObject(data)) throw new Error('a rule is plain data');
  return data;
};

const goals = (s: Story): void => {
  const goal = (key: string, statement: ReturnType<typeof fr>): void =>
    s.add(SOURCES, 'result', key, { statement, level: 'outcome' });
  goal(
    'cotton',
    fr(
      'Les membres utilisent du coton durable : 35 % d’ici 2020, 70 % d’ici 2025.',
      'Members use sustainable cotton: 35% by 2020, 70% by 2025.',
    ),
  );
  goal(
    'market',
    fr(
      'Les membres couvrent 75 % du marché : visé pour 2017, puis pour fin 2018.',
      'Members cover 75% of the market: aimed at for 2017, then for the end of 2018.',
    ),
  );
  goal(
    'growth',
    fr(
      'Le nombre de membres augmente nettement (sans chiffre fixé).',
      'The number of members rises significantly (no number was set).',
    ),
  );
  goal(
    'duties',
    fr(
      'Les membres fixent des mesures, les rendent publiques et les tiennent.',
      'Members set measures, publish them and keep them.',
    ),
  );
  goal(
    'people',
    fr(
      'Les gens des chaînes textiles vivent et travaillent mieux.',
      'People in textile chains live and work better.',
    ),
  );
};

/** What happened on the way, as published. */
const course = (s: Story): void => {
  const stage = (key: string, title: ReturnType<typeof fr>, start: string, end?: string): void =>
    s.add(SOURCES, 'activity', key, {
      title,
      start,
      progress: 'done',
      ...(end === undefined ? {} : { end }),
    });
  stage('plan2', fr('Plan d’action révisé (« 2.0 »)', 'Revised action plan (“2.0”)'), '2015-04');
  stage(
    'roadmaps',
    fr('Feuilles de route volontaires des membres', 'Voluntary roadmaps of the members'),
    '2017',
  );
  stage('publication', fr('Publication obligatoire', 'Mandatory publication'), '2018');
  stage('reports', fr('Rapports d’avancement', 'Progress reports'), '2019');
  stage(
    'reset',
    fr(
      'Quatre thèmes : salaires vitaux et achats ; circularité et climat ; genre ; plaintes et réparation',
      'Four focus topics: living wages and purchasing; circularity and climate; gender; grievance and remedy',
    ),
    '2022',
    '2023',
  );
  s.add(SOURCES, 'activity', 'india', {
    title: fr(
      'Initiative pour le coton biologique en Inde : dix organisations ; les entreprises paient plus des trois quarts, le BMZ le reste',
      'Organic cotton initiative in India: ten organisations; firms pay more than three quarters, BMZ the rest',
    ),
    end: '2025-08',
    progress: 'done',
  });
  const fact = (
    key: string,
    effect: string,
    title: ReturnType<typeof fr>,
    source: ReturnType<typeof fr>,
  ): void => s.add(SOURCES, 'contextFact', key, { title, effect, source });
  fact(
    'leavers',
    'hinders',
    fr(
      'Environ trois douzaines de membres sont partis ou ont été exclus quand les plans sont devenus contraignants.',
      'About three dozen members left or were expelled when plans became binding.',
    ),
    fr('zeit.de, tt.com', 'zeit.de, tt.com'),
  );
  fact(
    'churches',
    'hinders',
    fr(
      'Deux organismes d’Église ont quitté le partenariat en décembre 2021.',
      'Two church bodies left the partnership in December 2021.',
    ),
    fr('welt-sichten.org ; evangelisch.de', 'welt-sichten.org; evangelisch.de'),
  );
  fact(
    'campaign',
    'hinders',
    fr(
      'La Campagne pour des vêtements propres (Allemagne) est partie en mars 2022 : pas d’amélioration démontrable, des entreprises qui freinent, peu d’adhésions.',
      'Clean Clothes Campaign Germany left in March 2022: no provable improvement, firms braking, few joining.',
    ),
    fr('evangelisch.de, 16.03.2022', 'evangelisch.de, 16.03.2022'),
  );
};

const findings = (s: Story): void => {
  s.add(SOURCES, 'finding', 'found-market', {
    question: fr('La part de marché visée est-elle atteinte ?', 'Was the market share reached?'),
    text: en(
      'No: about 50% in 2019, against 75% aimed at for 2017 and later for the end of 2018.',
      'Non : environ 50 % en 2019, contre 75 % visés pour 2017, puis pour fin 2018.',
    ),
    evidence: fr(
      'fair-fashion.net ; domradio.de ; textilbuendnis.com',
      'fair-fashion.net; domradio.de; textilbuendnis.com',
    ),
    criterion: 'effectiveness',
    indicators: each(s.id('i-market')),
  });
  s.add(SOURCES, 'finding', 'found-cotton', {
    question: fr('Le coton durable suit-il son chemin ?', 'Is sustainable cotton on its way?'),
    text: fr(
      '65,1 % (revue 2021) contre 32,2 % (2018) ; la cible est de 70 % d’ici 2025.',
      '65.1% (review 2021) against 32.2% (2018); the target is 70% by 2025.',
    ),
    evidence: fr(
      'textilbuendnis.com, 12.09.2019 ; textilbuendnis.com/ocmr2022',
      'textilbuendnis.com, 12.09.2019; textilbuendnis.com/ocmr2022',
    ),
    criterion: 'effectiveness',
    indicators: each(s.id('i-cotton')),
  });
};
