import { valueOf } from '@tablee/domain/kernel';
import { withoutAccountable } from '../activity/index.ts';
import { actorsAtTable } from '../actor/index.ts';
import { agreements } from '../agreement/index.ts';
import { body } from '../governance/index.ts';
import { recordsIn } from '../reading/index.ts';
import { contribution } from '../resource/index.ts';
import { indicator } from '../result/index.ts';
import type { Conditions } from './condition.ts';
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

/** Phase 2, Design: agree, share out, write down. */
export const design: Conditions = (view, lang) => {
  const { versions, ...behind } = standingBehind(view, 'vision');
  const results = recordsIn(view, 'result').length;
  const assumptions = recordsIn(view, 'assumption').length;
  const indicators = recordsIn(view, 'indicator');
  const incomplete = indicators.filter((entity) =>
    [
      valueOf(indicator, entity, 'baseline'),
      valueOf(indicator, entity, 'target'),
      valueOf(indicator, entity, 'targetDate'),
    ].includes(undefined),
  ).length;
  const activities = recordsIn(view, 'activity').length;
  const without = withoutAccountable(view).length;
  const bodies = recordsIn(view, 'body');
  const unruled = bodies.filter((entity) => valueOf(body, entity, 'rule') === undefined).length;
  const contributing = new Set(
    recordsIn(view, 'contribution').map((entity) => valueOf(contribution, entity, 'organisation')),
  ).size;
  const organisations = Math.max(actorsAtTable(view).length, contributing);
  return [
    {
      id: 'vision',
      phase: 2,
      met: versions > 0,
      sentence: visionSentence({ versions }, lang),
      room: 'vision',
    },
    {
      id: 'visionShared',
      phase: 2,
      met: behind.confirmed >= 2 && behind.blocks === 0,
      sentence: visionSharedSentence(behind, lang),
      room: 'vision',
    },
    {
      id: 'chain',
      phase: 2,
      met: results > 0 && assumptions > 0,
      sentence: chainSentence({ results, assumptions }, lang),
      room: 'results',
    },
    {
      id: 'indicators',
      phase: 2,
      met: indicators.length > 0 && incomplete === 0,
      sentence: indicatorsSentence({ total: indicators.length, incomplete }, lang),
      room: 'results',
    },
    {
      id: 'roadmap',
      phase: 2,
      met: activities > 0 && without === 0,
      sentence: roadmapSentence({ total: activities, without }, lang),
      room: 'roadmap',
    },
    {
      id: 'contributions',
      phase: 2,
      met: contributing > 0 && contributing === organisations,
      sentence: contributionsSentence({ organisations: contributing, total: organisations }, lang),
      room: 'resources',
    },
    {
      id: 'governance',
      phase: 2,
      met: bodies.length > 0 && unruled === 0,
      sentence: governanceSentence({ bodies: bodies.length, without: unruled }, lang),
      room: 'governance',
    },
    ...ofAgreement(view, lang),
  ];
};

/** The agreement that has come furthest counts; each annex or second text is on its own page. */
const ofAgreement: Conditions = (view, lang) => {
  const adopted = agreements(view).filter((line) => line.status === 'adopted' || line.status === 'inForce');
  const furthest = [...adopted].sort((a, b) => b.signatures.signed - a.signatures.signed)[0];
  const [signed, signers] = [furthest?.signatures.signed ?? 0, furthest?.signatures.of ?? 0];
  const clauses = recordsIn(view, 'clause').length;
  return [
    {
      id: 'agreement',
      phase: 2,
      met: adopted.length > 0 && signers > 0 && signed === signers,
      sentence: agreementSentence({ clauses, adopted: adopted.length, signed, signers }, lang),
      room: 'agreement',
    },
  ];
};
