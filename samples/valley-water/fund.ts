import type { Story } from '../build/story.ts';

/** More than half in each sector, and two thirds of all voices: one of the two fails, and the result says which. */
const TWO_THIRDS = {
  id: 'sectors-and-two-thirds',
  version: 1,
  validFrom: '2025-06-02',
  title: {
    fr: 'Chaque secteur, et deux tiers de l’ensemble',
    en: 'Every sector, and two thirds of the whole',
  },
  quorum: { kind: 'quorum', scope: { over: 'eachGroup' }, bound: { op: 'moreThan', share: '1/2' } },
  steps: [
    {
      kind: 'vote',
      id: 'vote',
      adoptIf: {
        kind: 'all',
        of: [
          {
            kind: 'majority',
            scope: { over: 'eachGroup' },
            base: 'withoutAbstentions',
            bound: { op: 'moreThan', share: '1/2' },
          },
          {
            kind: 'majority',
            scope: { over: 'whole' },
            base: 'allSeats',
            bound: { op: 'atLeast', share: '2/3' },
          },
        ],
      },
    },
  ],
};

/** Who said what on the common fund; the reasons are given where there are any. */
const VOICES: readonly (readonly [
  organisation: string,
  sector: string,
  who: string,
  stance: string,
  reason?: string,
])[] = [
  ['town', 'state', 'daniel', 'yes'],
  ['regulator', 'state', 'paul', 'yes'],
  ['ministry', 'state', 'moyo', 'abstain'],
  [
    'clinic',
    'state',
    'monique',
    'no',
    'Le fonds paierait les pompes, pas le chlore : je crains qu’on oublie la qualité.',
  ],
  ['brewery', 'private', 'claire', 'yes'],
  ['bank', 'private', 'joyce', 'yes'],
  ['park', 'private', 'victor', 'no', 'Nous payons déjà une redevance ; il faudrait la déduire.'],
  ['federation', 'civilSociety', 'agnes', 'yes'],
  ['ngo', 'civilSociety', 'helene', 'yes'],
  [
    'committees',
    'civilSociety',
    'gift',
    'no',
    'Sans nous à la signature du compte, les recettes quittent le quartier.',
  ],
  ['university', 'science', 'peter', 'yes'],
];

/** The town puts the question, with the rule shown first. */
export const putFund = (s: Story): void => {
  s.at('2026-02-20T09:00');
  s.act('esther', 'rule.adopt', 'rule-sectors', { data: TWO_THIRDS });
  s.act('ruth', 'decision.open', 'd-fund', {
    question: 'Confier l’entretien des bornes à un fonds commun ?',
    background:
      'Le fonds reçoit les recettes des bornes et paie les réparations. Coût : 6 000 € par an. Consultés : les 41 comités, la brasserie, le centre de santé. Avis minoritaire des comités de quartier, joint.',
    rule: s.id('rule-sectors'),
    organisations: [
      ...VOICES.map(([organisation, sector]) => ({ organisation: s.id(organisation), sector })),
      { organisation: s.id('survey'), sector: 'science' },
    ],
    proposers: [s.id('town')],
    deadline: { instant: '2026-03-12T16:00:00.000Z', zone: 'Africa/Lusaka' },
  });
};

/** Each organisation answers in its own name. */
export const answerFund = (s: Story): void => {
  s.at('2026-03-09T09:00');
  for (const [organisation, , who, stance, reason] of VOICES)
    s.act(who, 'decision.take', 'd-fund', {
      organisation: s.id(organisation),
      stance,
      standing: 'confirmed',
      channel: 'app',
      person: s.id(who),
      ...(reason === undefined ? {} : { reason }),
    });
  s.act('jonas', 'decision.take', 'd-fund', {
    organisation: s.id('survey'),
    stance: 'abstain',
    standing: 'confirmed',
    channel: 'meeting',
    person: s.id('banda'),
  });
};

/** Every sector says yes, the whole does not reach two thirds; what follows is said the next day. */
export const closeFund = (s: Story): void => {
  s.at('2026-03-12T16:00');
  s.act('system', 'decision.close', 'd-fund', {});
  s.at('2026-03-13T09:00');
  s.act('ruth', 'decision.followUp', 'd-fund', {
    text: 'La mairie retravaille le projet avec les comités de quartier : deux signatures sur le compte. Nouvelle proposition en juin.',
    commitments: [],
    reviewOn: '2026-06-30',
  });
};
