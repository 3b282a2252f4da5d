import { valueOf } from '@tablee/domain/kernel';
import { withoutAccountable } from '../activity/index.ts';
import { actorsAtTable } from '../actor/index.ts';
import { agreements } from '../agreement/index.ts';
import { body } from '../governance/index.ts';
import { recordsIn } from '../reading/index.ts';
import { contribution } from '../resource/index.ts';
import { indicator } from '../result/index.ts';
import type { Check, Conditions } from './condition.ts';
import { standingBehind } from './initiation.ts';
import { visionSharedSentence } from './initiation-word.ts';
import {
  agreementSentence,
  chainSentence,
  contributionsSentence,
  governanceSentence,
  indicatorsSentence,
  roadmapSentence,
  visionSentence,
} from './later-word.ts';

const vision: Check = (view, lang) => {
  const { versions } = standingBehind(view, 'vision');
  return {
    id: 'vision',
    phase: 2,
    met: versions > 0,
    sentence: visionSentence({ versions }, lang),
    room: 'vision',
  };
};

const visionShared: Check = (view, lang) => {
  const { versions: _versions, ...behind } = standingBehind(view, 'vision');
  return {
    id: 'visionShared',
    phase: 2,
    met: behind.confirmed >= 2 && behind.blocks === 0,
    sentence: visionSharedSentence(behind, lang),
    room: 'vision',
  };
};

const chain: Check = (view, lang) => {
  const results = recordsIn(view, 'result').length;
  const assumptions = recordsIn(view, 'assumption').length;
  return {
    id: 'chain',
    phase: 2,
    met: results > 0 && assumptions > 0,
    sentence: chainSentence({ results, assumptions }, lang),
    room: 'results',
  };
};

const indicators: Check = (view, lang) => {
  const held = recordsIn(view, 'indicator');
  const incomplete = held.filter((entity) =>
    [
      valueOf(indicator, entity, 'baseline'),
      valueOf(indicator, entity, 'target'),
      valueOf(indicator, entity, 'targetDate'),
    ].includes(undefined),
  ).length;
  return {
    id: 'indicators',
    phase: 2,
    met: held.length > 0 && incomplete === 0,
    sentence: indicatorsSentence({ total: held.length, incomplete }, lang),
    room: 'results',
  };
};

const roadmap: Check = (view, lang) => {
  const total = recordsIn(view, 'activity').length;
  const without = withoutAccountable(view).length;
  return {
    id: 'roadmap',
    phase: 2,
    met: total > 0 && without === 0,
    sentence: roadmapSentence({ total, without }, lang),
    room: 'roadmap',
  };
};

const contributions: Check = (view, lang) => {
  const organisations = new Set(
    recordsIn(view, 'contribution').map((entity) => valueOf(contribution, entity, 'organisation')),
  ).size;
  const total = Math.max(actorsAtTable(view).length, organisations);
  return {
    id: 'contributions',
    phase: 2,
    met: organisations > 0 && organisations === total,
    sentence: contributionsSentence({ organisations, total }, lang),
    room: 'resources',
  };
};

const governance: Check = (view, lang) => {
  const bodies = recordsIn(view, 'body');
  const without = bodies.filter((entity) => valueOf(body, entity, 'rule') === undefined).length;
  return {
    id: 'governance',
    phase: 2,
    met: bodies.length > 0 && without === 0,
    sentence: governanceSentence({ bodies: bodies.length, without }, lang),
    room: 'governance',
  };
};

/** The agreement that has come furthest counts; each annex or second text is on its own page. */
const agreement: Check = (view, lang) => {
  const adopted = agreements(view).filter((line) => line.status === 'adopted' || line.status === 'inForce');
  const furthest = [...adopted].sort((a, b) => b.signatures.signed - a.signatures.signed)[0];
  const [signed, signers] = [furthest?.signatures.signed ?? 0, furthest?.signatures.of ?? 0];
  const clauses = recordsIn(view, 'clause').length;
  return {
    id: 'agreement',
    phase: 2,
    met: adopted.length > 0 && signers > 0 && signed === signers,
    sentence: agreementSentence({ clauses, adopted: adopted.length, signed, signers }, lang),
    room: 'agreement',
  };
};

const CHECKS = [vision, visionShared, chain, indicators, roadmap, contributions, governance, agreement];

/** Phase 2, Design: agree, share out, write down. */
export const design: Conditions = (view, lang) => CHECKS.map((check) => check(view, lang));
