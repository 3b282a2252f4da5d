import { valueOf } from '@tablee/domain/kernel';
import { currentEnding } from '../ending/index.ts';
import { finding, score } from '../evaluation/index.ts';
import { essential, handoverState } from '../handover/index.ts';
import { lesson } from '../lesson/index.ts';
import { journeyOf } from '../partnership/index.ts';
import { processesIn, recordsIn } from '../reading/index.ts';
import type { Conditions } from './condition.ts';
import {
  essentialsSentence,
  findingsSentence,
  handoverSentence,
  lessonsSentence,
  optionsSentence,
  wayOnSentence,
} from './later-word.ts';

/** Phase 4, Further development: sustain, scale, hand over or close. */
export const evolution: Conditions = (view, lang) => {
  const findings = recordsIn(view, 'finding');
  const unanswered = findings.filter((entity) => valueOf(finding, entity, 'response') === undefined).length;
  const options = recordsIn(view, 'option').length;
  const scored = new Set(recordsIn(view, 'score').map((entity) => valueOf(score, entity, 'option'))).size;
  const essentials = recordsIn(view, 'essential');
  const open = essentials.filter((entity) => valueOf(essential, entity, 'state') !== 'secured').length;
  const lessons = recordsIn(view, 'lesson');
  const shared = lessons.filter((entity) => {
    const forWhom = valueOf(lesson, entity, 'forWhom');
    return forWhom === 'partnerships' || forWhom === 'everyone';
  }).length;
  const handed = processesIn(view, handoverState).filter(({ state }) => state.status !== 'withdrawn');
  const accepted = handed.filter(
    ({ state }) => state.status === 'accepted' || state.status === 'done',
  ).length;
  const journey = journeyOf(view);
  const concluded = currentEnding(view)?.state.concluded?.outcome;
  const went = journey?.cycles.at(-1)?.opened === 'continued' ? 'continued' : undefined;
  const settled = journey?.ended ? 'ended' : (concluded ?? went ?? '');
  return [
    {
      id: 'findings',
      phase: 4,
      met: findings.length > 0 && unanswered === 0,
      sentence: findingsSentence({ total: findings.length, without: unanswered }, lang),
      room: 'evaluation',
    },
    {
      id: 'options',
      phase: 4,
      met: options >= 2 && scored >= 2,
      sentence: optionsSentence({ total: options, scored }, lang),
      room: 'options',
    },
    {
      id: 'wayOn',
      phase: 4,
      met: settled !== '',
      sentence: wayOnSentence({ settled }, lang),
      room: 'options',
    },
    {
      id: 'essentials',
      phase: 4,
      met: essentials.length > 0 && open === 0,
      sentence: essentialsSentence({ total: essentials.length, open }, lang),
      room: 'handover',
    },
    {
      id: 'handover',
      phase: 4,
      met: handed.length > 0 && accepted === handed.length,
      sentence: handoverSentence({ total: handed.length, accepted }, lang),
      room: 'handover',
    },
    {
      id: 'lessons',
      phase: 4,
      met: lessons.length > 0,
      sentence: lessonsSentence({ total: lessons.length, open: shared }, lang),
      room: 'lessons',
    },
  ];
};
