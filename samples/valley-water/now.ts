import type { Story } from '../build/story.ts';
import { each, en, fr } from '../build/words.ts';
import { answerFund, closeFund, putFund } from './fund.ts';
import { secretariatTasks, visitToArrange } from './partner.ts';
import { figure } from './work.ts';

const euros = (amount: number): { minor: number; currency: string } => ({
  minor: amount * 100,
  currency: 'EUR',
});

/** The last weeks before the tour: what waits, what was refused, what two people wrote at the same time. */
export const recently = (s: Story): void => {
  decemberValues(s);
  putFund(s);
  latestValues(s);
  answerFund(s);
  correctedValue(s);
  closeFund(s);
  promises(s);
  flags(s);
  nextMeeting(s);
  visitToArrange(s);
  secretariatTasks(s);
  twoVersions(s);
};

const decemberValues = (s: Story): void => {
  s.at('2026-02-12T09:00');
  figure(s, 'ruth', 'f-access-2025', {
    indicator: 'i-access',
    organisation: 'town',
    period: '2025',
    value: '61',
    unit: '%',
    source: 'Enquête de décembre, 600 ménages',
  });
  s.act('esther', 'figure.approve', 'f-access-2025', {});
  figure(s, 'helene', 'f-soap-2025', {
    indicator: 'i-soap',
    organisation: 'ngo',
    period: '2025-H2',
    value: '38',
    unit: '%',
    source: 'Visites de décembre',
  });
  s.act('esther', 'figure.return', 'f-soap-2025', {
    reason:
      'L’échantillon compte douze foyers d’un seul quartier. Pourriez-vous ajouter les visites de janvier ?',
  });
};

const latestValues = (s: Story): void => {
  s.at('2026-03-04T09:00');
  figure(s, 'ruth', 'f-taps-2025', {
    indicator: 'i-taps',
    organisation: 'town',
    period: '2025',
    value: '452',
    unit: 'ménages',
    source: 'Fichier des abonnés au 31 décembre',
  });
  figure(s, 'paul', 'f-flow-2025b', {
    indicator: 'i-flow',
    organisation: 'regulator',
    period: '2025-H2',
    value: '3.3',
    unit: 'm3/h',
    source: 'Essai de pompage du 12 décembre',
  });
  figure(s, 'monique', 'f-cases-2026-02', {
    indicator: 'i-cases',
    organisation: 'clinic',
    period: '2026-02',
    value: '47',
    unit: 'cas',
    source: 'Registre du centre de santé',
  });
};

const correctedValue = (s: Story): void => {
  s.at('2026-03-11T15:00');
  s.act('monique', 'figure.revise', 'f-cases-2026-02', {
    value: '42',
    unit: 'cas',
    source: 'Registre du centre de santé, recompté',
    reason: 'Cinq cas venaient du district voisin.',
    channel: 'app',
  });
};

const promises = (s: Story): void => {
  s.at('2026-03-13T11:00');
  s.add('esther', 'commitment', 'p-answer', {
    what: fr(
      'Répondre à la Fédération sur une quatrième borne, au quartier Nord',
      'Answer the Federation about a fourth standpipe in the Northern quarter',
    ),
    owner: s.id('town'),
    person: s.id('ruth'),
    to: s.id('federation'),
    due: '2026-02-15',
    state: 'open',
    kind: 'answer',
  });
  s.add('esther', 'commitment', 'p-data', {
    what: en('Send the rainfall series of 2025', 'Envoyer les relevés de pluie de 2025'),
    owner: s.id('survey'),
    to: s.id('university'),
    due: '2026-12-15',
    state: 'open',
    kind: 'figure',
  });
  s.add('esther', 'document', 'clause42-proposal', {
    title: fr(
      'Clause 5, Entretien des bornes : texte proposé par la mairie',
      'Clause 5, Upkeep of standpipes: text proposed by the town',
    ),
    kind: 'note',
    dated: '2026-03-16',
    about: s.id('clause42'),
    receivedBy: each(s.id('federation'), s.id('brewery'), s.id('committees')),
  });
  const proposal = s.id('clause42-proposal');
  s.act('esther', 'edition.open', 'clause42-line', { document: proposal });
  s.act('esther', 'edition.ask', 'clause42-line', { document: proposal, until: '2026-03-28' });
  s.at('2026-03-16T10:00');
  s.add('claire', 'contribution', 'c-2026', {
    organisation: s.id('brewery'),
    kind: 'money',
    description: fr('Contribution de 2026', 'Contribution for 2026'),
    amount: euros(40_000),
    until: '2026-12-31',
    state: 'announced',
    announced: '2026-03-16',
  });
  s.add('claire', 'contribution', 'c-2026-days', {
    organisation: s.id('brewery'),
    kind: 'time',
    description: fr('12 jours d’une hydrogéologue', '12 days of a hydrogeologist'),
    quantity: { value: '12', unit: 'jours' },
    valued: euros(4_800),
    until: '2026-12-31',
    state: 'announced',
    announced: '2026-03-16',
  });
};

const flags = (s: Story): void => {
  s.at('2026-03-16T14:00');
  s.act('esther', 'flag.mute', 'flag-muted', {
    flag: `indicator-off-path-${s.id('i-cases')}`,
    until: '2026-06-30',
    reason: 'Même cause que le point précédent : on en parle une fois, pas deux.',
  });
  s.act('ruth', 'flag.answer', 'flag-answered', {
    flag: `commitment-overdue-${s.id('p-answer')}`,
    organisation: s.id('town'),
    answer: 'coming',
    on: '2026-04-10',
    words: 'Le conseil vote le terrain le 7 avril.',
  });
  s.change('paul', 'contract', {
    progress: 'underWay',
    rating: 'atRisk',
    ratingDate: '2026-03-16',
    ratingReason: fr(
      'Le parc industriel attend l’élection d’août avant de s’engager.',
      'The industrial park waits for the August election before committing.',
    ),
  });
  s.change('monique', 'train', {
    rating: 'onTrack',
    ratingDate: '2026-03-16',
    ratingReason: fr('21 relais formés sur 34.', '21 of 34 volunteers trained.'),
  });
  // The French text moved on; nobody has looked at the English one since.
  s.change('gift', 'pay', {
    statement: fr('Les familles acceptent de payer 40 centimes par bidon, et rien en mars'),
    checked: '2026-03',
  });
  s.change('esther', 'rain', { checked: '2025-11' });
};

const nextMeeting = (s: Story): void => {
  s.at('2026-03-16T16:00');
  s.add('esther', 'meeting', 'm3', {
    title: fr('Comité de pilotage d’avril', 'Steering committee in April'),
    purpose: fr(
      'Comprendre pourquoi les cas ne baissent pas, et préparer la suite.',
      'Understand why cases do not fall, and prepare what comes next.',
    ),
    moment: { instant: '2026-04-14T07:00:00.000Z', zone: 'Africa/Lusaka' },
    minutesLong: 120,
    place: { name: 'Mairie de Kasanga' },
    state: 'planned',
    host: s.id('town'),
  });
  s.add('esther', 'agendaItem', 'm3-item1', {
    meeting: s.id('m3'),
    order: 1,
    title: fr(
      'Trois bornes marchent depuis six mois, les cas de diarrhée ne baissent pas',
      'Three standpipes have run for six months, cases of diarrhoea do not fall',
    ),
    wanted: 'discuss',
    minutes: 45,
    from: s.id('i-cases'),
  });
  s.act('esther', 'flag.talk', 'flag-talk', {
    flag: `activity-without-effect-${s.id('i-cases')}`,
    meeting: s.id('m3'),
    agendaItem: s.id('m3-item1'),
    words: 'Inviter les relais du quartier Nord.',
  });
};

/** Ruth was on the road: she wrote on what she had seen in the morning, after Esther had changed it. */
const twoVersions = (s: Story): void => {
  s.at('2026-03-17T06:00');
  const seen = s.record('committee');
  s.write('esther', seen, {
    mandate: fr(
      'Le comité suit la feuille de route, valide les valeurs et propose les changements de plan. Il prépare les modifications de l’accord ; les signataires les adoptent.',
    ),
  });
  s.write('ruth', seen, {
    mandate: fr(
      'Le comité suit la feuille de route, valide les valeurs et décide des changements de plan jusqu’à 5 000 €. Il ne modifie pas l’accord.',
    ),
  });
};
