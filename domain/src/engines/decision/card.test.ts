import { describe, expect, it } from 'vitest';
import { ruleCard } from './card.ts';
import type { Rule } from './rule.ts';
import { bound, majority, ruleOf, vote } from './testing.ts';

const FULL: Rule = ruleOf(
  [
    { kind: 'silence', id: 's', minimumDays: 14 },
    { kind: 'consensus', id: 'c', maxStandAside: bound('>1/3'), blockNeedsReason: true },
    vote(
      {
        kind: 'all',
        of: [
          majority('eachGroup', '>1/2'),
          {
            kind: 'any',
            of: [majority('whole', '>=2/3', { across: 'equalGroups' }), majority('whole', '>=13')],
          },
        ],
      },
      { tie: 'castingVote', ballots: 'own' },
    ),
  ],
  {
    validUntil: '2027-12-31',
    admissibility: { noticeDays: { min: 21, max: 60 }, proposers: 1, seconders: 2, groupsNamed: 3 },
    advice: [{ from: 'tab', title: { fr: 'Conseil technique', en: 'Technical board' }, needed: 'asked' }],
    proxies: { allowed: true, maxPerHolder: 3, maxPerHolderByCategory: { organisation: 5 }, sameGroup: true },
    deputies: false,
    vacantSeats: 'counted',
    recusedCountForQuorum: true,
    caps: [{ category: 'individual', within: 'subgroup', share: '1/10' }],
    power: { groups: 'equal', subgroups: 'equal' },
    quorum: {
      kind: 'quorum',
      scope: { over: 'eachGroup', groups: ['a', 'b'] },
      measure: 'power',
      bound: bound('>1/2'),
    },
    binding: false,
  },
);

const GROUPS = [
  { id: 'a', title: { fr: 'Villages', en: 'Villages' } },
  { id: 'b', title: { fr: 'Entreprises', en: 'Firms' } },
];

describe('rule card', () => {
  it('DEC-27 says in English everything that can change the verdict', () => {
    const card = ruleCard(FULL, GROUPS);
    expect(card.title.en).toBe('Rule, version 1, in force from 2000-01-01 to 2027-12-31');
    expect(card.lines.map((line) => line.en)).toEqual([
      'Admissible if: notice of 21 to 60 days; proposed by 1; seconded by 2; at least 3 constituencies among these names.',
      'Advice to be asked for first: Technical board.',
      'Quorum: presence or representation of more than half of the voting power, in each constituency (Villages and Firms).',
      '1. Silence procedure, open for at least 14 days: adopted at the deadline if nobody objects.',
      '2. Failing that, consensus: adopted if somebody agrees and nobody blocks; no consensus if more than one third of the positions stand aside; abstaining is standing aside; a block gives its reason.',
      '3. Failing that, vote: adopted if more than half of the votes cast, abstentions left out, are in favour in each constituency AND (at least two thirds of the votes cast, abstentions left out, are in favour overall, each constituency weighing the same OR at least 13 votes are in favour overall). At a tie, the chair has the casting vote. This step takes ballots of its own.',
      'Cap: the category “individual” weighs no more than 1/10, 10.0%, of its sub-group.',
      'Voting power: between constituencies in equal parts, between sub-groups in equal parts.',
      'Written proxies are allowed: at most 3 per holder, at most 5 of the category “organisation” and within the same constituency.',
      'No deputies.',
      'A recusal removes the vote; presence counts for the quorum.',
      'Vacant seats count among all seats.',
      'Only confirmed positions count.',
      'The result is an opinion and does not bind.',
    ]);
  });
  it('DEC-27 says the same in French', () => {
    expect(ruleCard(FULL, GROUPS).lines.map((line) => line.fr)).toEqual([
      'Recevable si : préavis de 21 à 60 jours ; proposé par 1 ; appuyé par 2 ; au moins 3 collèges parmi ces noms.',
      'Avis à demander d’abord : Conseil technique.',
      'Quorum : présence ou représentation de plus de la moitié du pouvoir de vote, dans chaque collège (Villages et Entreprises).',
      '1. Accord tacite, ouvert au moins 14 jours : adopté à l’échéance si personne ne s’oppose.',
      '2. À défaut, consensus : adopté si quelqu’un est d’accord et si personne ne s’oppose ; pas de consensus si les retraits font plus d’un tiers des positions ; s’abstenir vaut se mettre en retrait ; une opposition donne son motif.',
      '3. À défaut, vote : adopté si plus de la moitié des voix exprimées, hors abstentions, sont pour dans chaque collège ET (au moins deux tiers des voix exprimées, hors abstentions, sont pour dans l’ensemble, chaque collège pesant autant que les autres OU au moins 13 voix sont pour dans l’ensemble). À égalité, la voix de la présidence compte double. On vote de nouveau pour cette étape.',
      'Plafond : la catégorie « individual » ne pèse pas plus de 1/10, soit 10,0 %, de son sous-groupe.',
      'Pouvoir de vote : entre collèges à parts égales, entre sous-groupes à parts égales.',
      'Procurations écrites admises : 3 par personne au plus, 5 au plus de la catégorie « organisation » et dans le même collège.',
      'Pas de suppléance.',
      'Un déport retire la voix ; la présence compte pour le quorum.',
      'Les sièges vacants comptent dans l’ensemble des sièges.',
      'Seules les positions confirmées comptent.',
      'Le résultat est un avis, qui n’engage pas.',
    ]);
  });
  it('DEC-27 states the defaults as well', () => {
    const lines = ruleCard(ruleOf([{ kind: 'consensus', id: 'c', abstention: 'block', maxBlocks: 1 }])).lines;
    expect(lines.map((line) => line.en)).toEqual([
      'No quorum.',
      'Consensus: adopted if somebody agrees and at most 1 block; abstaining blocks.',
      'No proxies.',
      'A deputy votes in the member’s place: one vote.',
      'A recusal removes the vote and the presence from the count.',
      'Vacant seats do not count.',
      'Only confirmed positions count.',
    ]);
  });
});
