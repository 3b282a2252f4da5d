import { homeOfHeld } from '../compass/index.ts';
import { type HeldPosition, positionsHeld } from '../position/index.ts';
import { daysBetween } from '../reading/index.ts';
import { template } from '../sentence/index.ts';
import { CLEARANCE_GRACE_DAYS } from '../wording/index.ts';
import { item, shortened } from './asked.ts';
import type { Asking, Source } from './item.ts';

const clearanceSentence = template<{ title: string; day: string }>('today.clearance', ({ title }) => ({
  fr: `La validation interne de votre position devait être finie : « ${title} ». Elle ne compte pas encore.`,
  en: `The internal clearance of your position was due: “${title}”. It does not count yet.`,
}));

/** Whether it is for this person: for who gave it from the day on, for others of the organisation a week later. */
const isFor = ({ today, me }: Asking, held: HeldPosition['held']): boolean => {
  const until = held.firmness?.until;
  if (held.standing !== 'inClearance' || until === undefined || until === null) return false;
  const late = daysBetween(until, today);
  if (late < 0) return false;
  if ((held.person ?? held.enteredBy) === me.id) return true;
  return held.organisation === me.organisation && late >= CLEARANCE_GRACE_DAYS;
};

/** Positions whose internal clearance was to be over: a reminder for those who gave them, and for nobody outside. */
export const ofClearances: Source = (asking) =>
  positionsHeld(asking.view, asking)
    .filter(({ status, held }) => status === 'open' && isFor(asking, held))
    .map(({ subject, kind, title = '', held }) => {
      const day = held.firmness?.until ?? '';
      const sentence = clearanceSentence({ title: shortened(title), day }, asking.lang);
      const on = { entity: subject, room: homeOfHeld(kind), due: day, sentence };
      return item(asking, 'clearance', 'takePosition', on);
    });
