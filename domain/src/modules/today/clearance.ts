import { textOf } from '@tablee/domain/kernel';
import { homeOfWording } from '../compass/index.ts';
import { decisionState } from '../decision/index.ts';
import { daysBetween, processesIn } from '../reading/index.ts';
import { template } from '../sentence/index.ts';
import {
  CLEARANCE_GRACE_DAYS,
  currentVersion,
  type Firmness,
  type PositionStanding,
  versionIn,
  wordingState,
} from '../wording/index.ts';
import { item, shortened } from './asked.ts';
import type { Asking, Source, TodayItem } from './item.ts';

const clearanceSentence = template<{ title: string; day: string }>('today.clearance', ({ title }) => ({
  fr: `La validation interne de votre position devait être finie : « ${title} ». Elle ne compte pas encore.`,
  en: `The internal clearance of your position was due: “${title}”. It does not count yet.`,
}));

interface Cleared {
  readonly organisation: string;
  readonly standing: PositionStanding;
  readonly person?: string | null;
  readonly enteredBy: string;
  readonly firmness?: Firmness;
}

/** Whether it is for this person: for who gave it from the day on, for others of the organisation a week later. */
const isFor = (asking: Asking, held: Cleared): boolean => {
  const until = held.firmness?.until;
  if (held.standing !== 'inClearance' || until === undefined || until === null) return false;
  const late = daysBetween(until, asking.today);
  if (late < 0) return false;
  if ((held.person ?? held.enteredBy) === asking.me.id) return true;
  return held.organisation === asking.me.organisation && late >= CLEARANCE_GRACE_DAYS;
};

const due = (
  asking: Asking,
  held: Cleared,
  on: Pick<TodayItem, 'entity' | 'room'> & { readonly title: string },
): readonly TodayItem[] => {
  if (!isFor(asking, held)) return [];
  const day = held.firmness?.until ?? '';
  const sentence = clearanceSentence({ title: shortened(on.title), day }, asking.lang);
  return [
    item(asking, 'clearance', 'takePosition', { entity: on.entity, room: on.room, due: day, sentence }),
  ];
};

/** Positions whose internal clearance was to be over: a reminder for those who gave them, and for nobody outside. */
export const ofClearances: Source = (asking) => {
  const { view, lang } = asking;
  const onTexts = processesIn(view, wordingState).flatMap(({ id, state }) => {
    const version = currentVersion(state);
    const title = (version && versionIn(version, lang)?.text) ?? '';
    const on = { entity: id, room: homeOfWording(state.kind), title };
    return Object.values(state.positions).flatMap((held) => due(asking, held, on));
  });
  const onDecisions = processesIn(view, decisionState)
    .filter(({ state }) => state.closed === null && state.withdrawn === null)
    .flatMap(({ id, state }) => {
      const on = { entity: id, room: 'decisions' as const, title: textOf(state.question ?? undefined) ?? '' };
      return Object.values(state.positions).flatMap((held) => due(asking, held, on));
    });
  return [...onTexts, ...onDecisions];
};
