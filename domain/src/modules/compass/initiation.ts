import type { Language, View } from '@tablee/domain/kernel';
import { actorsAtTable, missingVoices, sectorsAtTable, withStake } from '../actor/index.ts';
import { initiativeState } from '../context/index.ts';
import { coreOrganisations, coreSectors } from '../core-group/index.ts';
import { currentFitCheck } from '../fit-check/index.ts';
import { listeningState } from '../listening/index.ts';
import { hasAny, recordsIn } from '../reading/index.ts';
import { countPositions, type WordingKind, wordingOf } from '../wording/index.ts';
import type { Conditions, Finding } from './condition.ts';
import {
  concernedSentence,
  contextSentence,
  coreSentence,
  decisionMakersSentence,
  fitSentence,
  listeningSentence,
  problemSentence,
  problemSharedSentence,
  sectorsSentence,
  voicesSentence,
  workingAgreementSentence,
} from './initiation-word.ts';

/** How many organisations stand behind the latest version of a text. */
export const standingBehind = (
  view: View,
  kind: WordingKind,
): {
  readonly versions: number;
  readonly confirmed: number;
  readonly blocks: number;
  readonly organisations: number;
} => {
  const held = wordingOf(view, kind);
  const counts = held && countPositions(held.state);
  const confirmed = (counts?.byStance.agree ?? 0) + (counts?.byStance.reservations ?? 0);
  return {
    versions: held?.state.versions.length ?? 0,
    confirmed,
    blocks: counts?.byStance.block ?? 0,
    organisations: Math.max(actorsAtTable(view).length, confirmed),
  };
};

/** Phase 1, Initiation: understand, listen, bring together. */
export const initiation: Conditions = (view, lang) => {
  const [written, ...agreed] = ofProblem(view, lang);
  // People before agreement: right after the first sentence, the next step is who else lives with the problem.
  return [...(written ? [written] : []), ...ofActors(view, lang), ...agreed, ...ofCore(view, lang)];
};

const ofProblem = (view: View, lang: Language): readonly Finding[] => {
  const { versions, ...behind } = standingBehind(view, 'problem');
  const { known, open } = initiativeState(view);
  return [
    {
      id: 'problem',
      phase: 1,
      met: versions > 0,
      sentence: problemSentence({ versions }, lang),
      room: 'problem',
    },
    {
      id: 'problemShared',
      phase: 1,
      met: behind.confirmed >= 2 && behind.blocks === 0,
      sentence: problemSharedSentence(behind, lang),
      room: 'problem',
    },
    {
      id: 'context',
      phase: 1,
      met: (known > 0 || hasAny(view, ['contextFact'])) && open === 0,
      // Counted when it is said: facts are many, and most pages only ask whether there are some.
      get sentence() {
        const facts = recordsIn(view, 'contextFact').length;
        return contextSentence({ facts, initiatives: known, open }, lang);
      },
      room: 'context',
    },
  ];
};

const ofActors = (view: View, lang: Language): readonly Finding[] => {
  const sectors = sectorsAtTable(view);
  const deciding = withStake(view, 'decisionMaker').length;
  const concerned = withStake(view, 'targetGroup', 'affected', 'rightsHolder').length;
  const voices = missingVoices(view, lang);
  const without = voices.filter((voice) => voice.measure === undefined).length;
  const { statements, groups } = listeningState(view);
  return [
    {
      id: 'sectors',
      phase: 1,
      met: sectors.enough,
      sentence: sectorsSentence({ there: sectors.there.length, missing: sectors.missing }, lang),
      room: 'stakeholders',
    },
    {
      id: 'decisionMakers',
      phase: 1,
      met: deciding > 0,
      sentence: decisionMakersSentence({ count: deciding }, lang),
      room: 'stakeholders',
    },
    {
      id: 'concerned',
      phase: 1,
      met: concerned > 0,
      sentence: concernedSentence({ count: concerned }, lang),
      room: 'stakeholders',
    },
    {
      id: 'voices',
      phase: 1,
      met: without === 0 && actorsAtTable(view).length > 0,
      sentence: voicesSentence({ missing: voices.length, without }, lang),
      room: 'stakeholders',
    },
    {
      id: 'listening',
      phase: 1,
      met: groups >= 2,
      sentence: listeningSentence({ statements, groups }, lang),
      room: 'listening',
    },
  ];
};

const ofCore = (view: View, lang: Language): readonly Finding[] => {
  const members = recordsIn(view, 'coreMember').length;
  const sectors = coreSectors(view).there.length;
  const agreement = wordingOf(view, 'workingAgreement')?.state.versions.length ?? 0;
  const fit = currentFitCheck(view)?.state;
  const answers = Object.keys(fit?.sheets ?? {}).length;
  return [
    {
      id: 'core',
      phase: 1,
      met: coreOrganisations(view).length >= 3 && sectors >= 3,
      sentence: coreSentence({ members, sectors }, lang),
      room: 'core',
    },
    {
      id: 'workingAgreement',
      phase: 1,
      met: agreement > 0,
      sentence: workingAgreementSentence({ versions: agreement }, lang),
      room: 'core',
    },
    {
      id: 'fit',
      phase: 1,
      met: fit !== undefined && fit.verdict !== null,
      sentence: fitSentence({ answers, verdict: fit?.verdict?.verdict ?? '' }, lang),
      room: 'fit',
    },
  ];
};
