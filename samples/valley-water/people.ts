import type { Story } from '../build/story.ts';
import { type Content, each, fr } from '../build/words.ts';

/** The first sentence, the secretariat, and the organisations of the map. All of them are invented. */
export const beginning = (s: Story): void => {
  s.at('2024-01-08T08:00');
  s.arrive(
    'esther',
    {
      name: 'Esther Mulando',
      designation: 'Coordinatrice du secrétariat',
      email: 'esther.mulando@eau-vallee.example',
      phone: '+000 55 01 01',
      language: 'fr',
    },
    { roles: ['secretariat', 'core'] },
  );
  s.add('esther', 'partnership', 'space', {
    name: fr('L’eau de la vallée', 'Valley Water'),
    summary: fr(
      'Dix-sept villages et une petite ville partagent une nappe qui baisse. Exemple inventé : aucune de ces organisations ni de ces personnes n’existe.',
      'Seventeen villages and a small town share groundwater that is sinking. Invented example: none of these organisations or people exists.',
    ),
    languages: each('fr', 'en', 'ny'),
    zone: 'Africa/Lusaka',
    place: { name: 'Vallée de la Mbira' },
    fiscalYearStart: 1,
    framework: '2026-11-draft-2',
    sample: true,
  });
  s.act('esther', 'journey.begin', 'space-journey', {});
  organisations(s);
  members(s);
  relations(s);
};

const ORGANISATIONS: readonly (readonly [key: string, content: Content])[] = [
  [
    'town',
    {
      name: 'Mairie de Kasanga',
      sector: 'state',
      stakes: each('decisionMaker', 'implementer'),
      ring: 'core',
      place: { name: 'Kasanga' },
      languages: each('fr', 'ny'),
      local: true,
      brings: fr('Le terrain des bornes, deux techniciens', 'The land for the standpipes, two technicians'),
    },
  ],
  [
    'regulator',
    {
      name: 'Régulateur de l’eau',
      sector: 'state',
      stakes: each('decisionMaker', 'knowledgeHolder'),
      ring: 'core',
      languages: each('fr', 'en'),
      brings: fr('Les relevés de la nappe, l’agrément des puits', 'Groundwater readings, permits for wells'),
    },
  ],
  [
    'ministry',
    {
      name: 'Ministère de l’Eau',
      sector: 'state',
      stakes: each('decisionMaker'),
      ring: 'partner',
    },
  ],
  [
    'clinic',
    {
      name: 'Centre de santé de Kasanga',
      sector: 'state',
      stakes: each('knowledgeHolder', 'implementer'),
      ring: 'partner',
      local: true,
      brings: fr('Le registre des consultations', 'The register of consultations'),
    },
  ],
  [
    'brewery',
    {
      name: 'Brasserie de la Mbira',
      sector: 'private',
      stakes: each('funder', 'affected'),
      ring: 'core',
      place: { name: 'Kasanga, zone sud' },
      brings: fr('Une pompe de secours et un hydrogéologue', 'A spare pump and a hydrogeologist'),
    },
  ],
  ['park', { name: 'Parc industriel', sector: 'private', stakes: each('affected'), ring: 'partner' }],
  [
    'bank',
    {
      name: 'Banque de développement de la vallée',
      sector: 'private',
      stakes: each('funder'),
      ring: 'partner',
    },
  ],
  [
    'federation',
    {
      name: 'Fédération des habitants',
      sector: 'civilSociety',
      stakes: each('rightsHolder', 'affected', 'knowledgeHolder'),
      ring: 'core',
      languages: each('ny', 'en', 'fr'),
      local: true,
      mandate: fr(
        'Élue par 41 comités, jusqu’en juin 2026. Elle consulte ses comités avant toute position confirmée.',
        'Elected by 41 committees, until June 2026. It consults them before confirming a position.',
      ),
      termEnd: '2026-06',
    },
  ],
  [
    'committees',
    {
      name: 'Comités de quartier',
      sector: 'civilSociety',
      stakes: each('targetGroup', 'affected'),
      ring: 'partner',
      local: true,
    },
  ],
  ['ngo', { name: 'Eau claire', sector: 'civilSociety', stakes: each('implementer'), ring: 'partner' }],
  [
    'university',
    {
      name: 'Université du Plateau',
      sector: 'science',
      stakes: each('knowledgeHolder'),
      ring: 'core',
    },
  ],
  [
    'survey',
    {
      name: 'Service géologique',
      sector: 'science',
      stakes: each('knowledgeHolder'),
      ring: 'partner',
    },
  ],
  [
    'police',
    {
      name: 'Police de l’environnement',
      sector: 'state',
      stakes: each('decisionMaker'),
      ring: 'concerned',
    },
  ],
  [
    'carriers',
    {
      name: 'Femmes porteuses d’eau',
      sector: 'civilSociety',
      stakes: each('rightsHolder', 'affected'),
      ring: 'concerned',
      missing: true,
      barrier: fr(
        'Elles puisent le matin, à l’heure des réunions.',
        'They fetch water in the morning, when meetings are held.',
      ),
      measure: fr(
        'Une séance d’écoute à 16 heures, au puits 4, avec garde d’enfants.',
        'A listening session at four in the afternoon, at well 4, with childcare.',
      ),
    },
  ],
  [
    'drillers',
    {
      name: 'Foreurs de puits',
      sector: 'private',
      stakes: each('implementer'),
      ring: 'concerned',
      missing: true,
      barrier: fr('Ils travaillent sur appel et ne se réunissent pas.', 'They work on call and never meet.'),
    },
  ],
];

const organisations = (s: Story): void => {
  for (const [key, content] of ORGANISATIONS) s.add('esther', 'actor', key, content);
};

type Card = Parameters<Story['arrive']>[1];
type Arrival = Parameters<Story['arrive']>[2];

/** Who came, with their card, their roles and their organisation. */
const MEMBERS: readonly (readonly [string, Card, Arrival['roles'], string?])[] = [
  ['jonas', { name: 'Jonas Phiri', designation: 'Secretariat officer', language: 'en' }, ['secretariat']],
  ['daniel', { name: 'Daniel Mbewe', designation: 'Maire', language: 'fr' }, ['leader'], 'town'],
  [
    'ruth',
    { name: 'Ruth Siame', designation: 'Adjointe à l’eau', language: 'fr' },
    ['focal', 'core'],
    'town',
  ],
  [
    'paul',
    { name: 'Paul Kasonde', designation: 'Directeur technique', language: 'fr' },
    ['leader', 'core'],
    'regulator',
  ],
  [
    'claire',
    { name: 'Claire Lungu', designation: 'Responsable eau et énergie', language: 'fr' },
    ['leader', 'core'],
    'brewery',
  ],
  [
    'agnes',
    { name: 'Agnès Tembo', designation: 'Présidente', language: 'fr' },
    ['leader', 'core', 'coordinator'],
    'federation',
  ],
  ['moses', { name: 'Moses Zulu', designation: 'Deputy', language: 'en' }, ['deputy'], 'federation'],
  [
    'peter',
    { name: 'Peter Sakala', designation: 'Lecturer in hydrology', language: 'en' },
    ['leader', 'core'],
    'university',
  ],
  [
    'thomas',
    { name: 'Ancien point focal', designation: 'Chargé de programme', language: 'fr' },
    ['focal'],
    'ngo',
  ],
  [
    'gift',
    { name: 'Gift Mwale', designation: 'Porte-parole des comités', language: 'fr' },
    ['leader'],
    'committees',
  ],
  [
    'monique',
    { name: 'Monique Chanda', designation: 'Infirmière-cheffe', language: 'fr' },
    ['focal'],
    'clinic',
  ],
  [
    'moyo',
    { name: 'Jean-Baptiste Moyo', designation: 'Conseiller du ministre', language: 'fr' },
    ['leader', 'chair'],
    'ministry',
  ],
  ['joyce', { name: 'Joyce Kunda', designation: 'Programme manager', language: 'en' }, ['focal'], 'bank'],
  ['victor', { name: 'Victor Nkole', designation: 'Directeur', language: 'fr' }, ['leader'], 'park'],
  ['aline', { name: 'Aline Kabwe', designation: 'Évaluatrice indépendante', language: 'fr' }, ['observer']],
];

const members = (s: Story): void => {
  s.at('2024-01-15T08:00');
  for (const [key, card, roles, organisation] of MEMBERS)
    s.arrive(key, card, organisation === undefined ? { roles } : { roles, organisation });
  s.know('banda', { name: 'Lusubilo Ngoma', designation: 'Chef du service', language: 'fr' });
  s.change('esther', 'town', { leader: s.id('daniel'), focal: s.id('ruth') });
  s.change('esther', 'federation', { leader: s.id('agnes'), deputy: s.id('moses') });
  s.change('esther', 'survey', { leader: s.id('banda') });
};

const relations = (s: Story): void => {
  const tie = (from: string, to: string, kind: string, strength: string): void =>
    s.add('esther', 'relation', `${from}-${to}`, { from: s.id(from), to: s.id(to), kind, strength });
  tie('federation', 'regulator', 'informs', 'close');
  tie('federation', 'committees', 'represents', 'close');
  tie('town', 'ministry', 'answersTo', 'regular');
  tie('regulator', 'brewery', 'worksWith', 'regular');
  tie('brewery', 'park', 'worksWith', 'loose');
  tie('brewery', 'ngo', 'funds', 'loose');
  tie('university', 'regulator', 'informs', 'regular');
  tie('committees', 'town', 'informs', 'regular');
};
