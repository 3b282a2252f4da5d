import type { Rule } from '@tablee/domain/engines/decision';

/** The rule that stands when nothing else was agreed: consensus, where a block says why. */
export const CONSENSUS: Rule = {
  id: 'consensus',
  version: 1,
  validFrom: '1970-01-01',
  title: { fr: 'Consensus', en: 'Consensus' },
  steps: [{ kind: 'consensus', id: 'consensus', blockNeedsReason: true }],
};

/** Tacit agreement: adopted when nobody objects before the deadline, at least seven days later. */
export const SILENCE: Rule = {
  id: 'silence',
  version: 1,
  validFrom: '1970-01-01',
  title: { fr: 'Accord tacite', en: 'Silence procedure' },
  steps: [{ kind: 'silence', id: 'silence', minimumDays: 7, objectionNeedsReason: true }],
};

/** Consensus first; when it fails, two thirds of the votes cast, with half of all seats present. */
export const CONSENSUS_THEN_TWO_THIRDS: Rule = {
  id: 'consensus-then-two-thirds',
  version: 1,
  validFrom: '1970-01-01',
  title: { fr: 'Consensus, sinon deux tiers', en: 'Consensus, else two thirds' },
  quorum: { kind: 'quorum', scope: { over: 'whole' }, bound: { op: 'atLeast', share: '1/2' } },
  steps: [
    { kind: 'consensus', id: 'consensus', blockNeedsReason: true },
    {
      kind: 'vote',
      id: 'vote',
      adoptIf: {
        kind: 'majority',
        scope: { over: 'whole' },
        base: 'withoutAbstentions',
        bound: { op: 'atLeast', share: '2/3' },
      },
    },
  ],
};

/** More than half in each group, with half of each group present: no group is outvoted by the others. */
export const MAJORITY_PER_GROUP: Rule = {
  id: 'majority-per-group',
  version: 1,
  validFrom: '1970-01-01',
  title: { fr: 'Majorité dans chaque collège', en: 'Majority in each constituency' },
  quorum: { kind: 'quorum', scope: { over: 'eachGroup' }, bound: { op: 'atLeast', share: '1/2' } },
  steps: [
    {
      kind: 'vote',
      id: 'vote',
      adoptIf: {
        kind: 'majority',
        scope: { over: 'eachGroup' },
        base: 'withoutAbstentions',
        bound: { op: 'moreThan', share: '1/2' },
      },
    },
  ],
};

/** The rules offered ready-made, consensus first. */
export const RULE_PRESETS: readonly Rule[] = [
  CONSENSUS,
  SILENCE,
  CONSENSUS_THEN_TWO_THIRDS,
  MAJORITY_PER_GROUP,
];
