import { valueOf } from '@tablee/domain/kernel';
import { currentEnding } from '../ending/index.ts';
import { finding, score } from '../evaluation/index.ts';
import { essential, handoverState } from '../handover/index.ts';
import { lesson } from '../lesson/index.ts';
import { journeyOf } from '../partnership/index.ts';
import { processesIn, recordsIn } from '../reading/index.ts';
import type { Check, Conditions } from './condition.ts';
import {
  essentialsSentence,
  findingsSentence,
  handoverSentence,
  lessonsSentence,
  optionsSentence,
  wayOnSentence,
} from './later-word.ts';

const findings: Check = (view, lang) => {
  const held = recordsIn(view, 'finding');
  const without = held.filter((entity) => valueOf(finding, entity, 'response') === undefined).length;
  return {
    id: 'findings',
    phase: 4,
    met: held.length > 0 && without === 0,
    sentence: findingsSentence({ total: held.length, without }, lang),
    room: 'evaluation',
  };
};

const options: Check = (view, lang) => {
  const total = recordsIn(view, 'option').length;
  const scored = new Set(recordsIn(view, 'score').map((entity) => valueOf(score, entity, 'option'))).size;
  return {
    id: 'options',
    phase: 4,
    met: total >= 2 && scored >= 2,
    sentence: optionsSentence({ total, scored }, lang),
    room: 'options',
  };
};

const wayOn: Check = (view, lang) => {
  const journey = journeyOf(view);
  const concluded = currentEnding(view)?.state.concluded?.outcome;
  const went = journey?.cycles.at(-1)?.opened === 'continued' ? 'continued' : undefined;
  const settled = journey?.ended ? 'ended' : (concluded ?? went ?? '');
  return {
    id: 'wayOn',
    phase: 4,
    met: settled !== '',
    sentence: wayOnSentence({ settled }, lang),
    room: 'options',
  };
};

const essentials: Check = (view, lang) => {
  const held = recordsIn(view, 'essential');
  const open = held.filter((entity) => valueOf(essential, entity, 'state') !== 'secured').length;
  return {
    id: 'essentials',
    phase: 4,
    met: held.length > 0 && open === 0,
    sentence: essentialsSentence({ total: held.length, open }, lang),
    room: 'handover',
  };
};

const handover: Check = (view, lang) => {
  const held = processesIn(view, handoverState).filter(({ state }) => state.status !== 'withdrawn');
  const accepted = held.filter(({ state }) => state.status === 'accepted' || state.status === 'done').length;
  return {
    id: 'handover',
    phase: 4,
    met: held.length > 0 && accepted === held.length,
    sentence: handoverSentence({ total: held.length, accepted }, lang),
    room: 'handover',
  };
};

const lessons: Check = (view, lang) => {
  const held = recordsIn(view, 'lesson');
  const open = held.filter((entity) => {
    const forWhom = valueOf(lesson, entity, 'forWhom');
    return forWhom === 'partnerships' || forWhom === 'everyone';
  }).length;
  return {
    id: 'lessons',
    phase: 4,
    met: held.length > 0,
    sentence: lessonsSentence({ total: held.length, open }, lang),
    room: 'lessons',
  };
};

const CHECKS = [findings, options, wayOn, essentials, handover, lessons];

/** Phase 4, Further development: sustain, scale, hand over or close. */
export const evolution: Conditions = (view, lang) => CHECKS.map((check) => check(view, lang));
