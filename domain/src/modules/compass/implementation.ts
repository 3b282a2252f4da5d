import { valueOf } from '@tablee/domain/kernel';
import { activity } from '../activity/index.ts';
import { latestApproved } from '../figure/index.ts';
import { meetings, minutesOf } from '../meeting/index.ts';
import { isPublished } from '../publication/index.ts';
import { recordsIn } from '../reading/index.ts';
import { contribution } from '../resource/index.ts';
import type { Check, Conditions } from './condition.ts';
import {
  deliveredSentence,
  figuresSentence,
  minutesSentence,
  progressSentence,
  publicPageSentence,
} from './later-word.ts';

const progress: Check = (view, lang) => {
  const activities = recordsIn(view, 'activity');
  const started = activities.filter((entity) => {
    const state = valueOf(activity, entity, 'progress');
    return state === 'underWay' || state === 'done';
  }).length;
  return {
    id: 'progress',
    phase: 3,
    met: activities.length > 0 && started === activities.length,
    sentence: progressSentence({ total: activities.length, started }, lang),
    room: 'progress',
  };
};

const figures: Check = (view, lang) => {
  const indicators = recordsIn(view, 'indicator');
  const known = indicators.filter((entity) => latestApproved(view, entity.id) !== undefined).length;
  return {
    id: 'figures',
    phase: 3,
    met: indicators.length > 0 && known === indicators.length,
    sentence: figuresSentence({ indicators: indicators.length, known }, lang),
    room: 'monitoring',
  };
};

const delivered: Check = (view, lang) => {
  const contributions = recordsIn(view, 'contribution');
  const there = contributions.filter((entity) => {
    const state = valueOf(contribution, entity, 'state');
    return state === 'delivered' || state === 'acknowledged';
  }).length;
  return {
    id: 'delivered',
    phase: 3,
    met: contributions.length > 0 && there === contributions.length,
    sentence: deliveredSentence({ total: contributions.length, delivered: there }, lang),
    room: 'resources',
  };
};

const minutes: Check = (view, lang) => {
  const held = meetings(view, lang).filter((meeting) => meeting.state === 'held');
  const approved = held.filter((meeting) => minutesOf(view, meeting.id)?.state === 'approved').length;
  return {
    id: 'minutes',
    phase: 3,
    met: held.length > 0 && approved === held.length,
    sentence: minutesSentence({ held: held.length, approved }, lang),
    room: 'meetings',
  };
};

const publicPage: Check = (view, lang) => {
  const published = isPublished(view) ? 1 : 0;
  return {
    id: 'publicPage',
    phase: 3,
    met: published === 1,
    sentence: publicPageSentence({ published }, lang),
    room: 'reporting',
  };
};

const CHECKS = [progress, figures, delivered, minutes, publicPage];

/** Phase 3, Implementation: act, follow, learn, correct. */
export const implementation: Conditions = (view, lang) => CHECKS.map((check) => check(view, lang));
