import { phaseName } from '@tablee/domain/framework';
import type { Actor, Language, Registry, View } from '@tablee/domain/kernel';
import { dayOf } from '@tablee/domain/text';
import { compass, conditions } from '../compass/index.ts';
import type { HeldNote } from '../conversation/index.ts';
import { partnershipOf } from '../partnership/index.ts';
import type { Sentence } from '../sentence/index.ts';
import { wordingOf } from '../wording/index.ts';
import { item, ofCommitments, ofOrganisation, ofRequests } from './asked.ts';
import { ofClearances } from './clearance.ts';
import type { Asking, Source, TodayItem } from './item.ts';
import { ofConflicts, ofFlags, ofFollowUps, ofHandovers, ofKeepers, ofMails, ofMeetings } from './kept.ts';
import { endedSentence, welcomeSentence, whereSentence } from './word.ts';

/** How many things are shown at most: what waits beyond them is counted, not listed. */
export const TODAY_ITEMS = 5;

/** The first page: where we are, what is next for me. What changed comes from history. */
export interface Today {
  readonly where: Sentence;
  /** At most {@link TODAY_ITEMS}, the nearest date first. */
  readonly next: readonly TodayItem[];
  /** How many more things wait for me. */
  readonly more: number;
}

/** What today is computed from. */
export interface TodayAsked {
  readonly me: Pick<Actor, 'id' | 'organisation' | 'roles'>;
  /** The instant, ISO 8601 UTC; the day is that of the partnership's zone. */
  readonly now: string;
  readonly lang: Language;
  /** The reader's own private notes, where the device holds them. */
  readonly notes?: readonly HeldNote[];
  /** The declarations; without them conflicts are not named. */
  readonly nouns: Registry | undefined;
}

/** In the order in which they count where no date decides: what was asked of me, then what I said, then what I keep. */
const SOURCES: readonly Source[] = [
  ofRequests,
  ofOrganisation,
  ofClearances,
  ofHandovers,
  ofCommitments,
  ofConflicts,
  ofFlags,
  ofFollowUps,
  ofMails,
  ofKeepers,
  ofMeetings,
];

/** The same thing asked twice (a request and the decision it is about) is shown once: as it was asked of the person. */
const once = (items: readonly TodayItem[]): readonly TodayItem[] => {
  const seen = new Set<string>();
  return items.filter((found) => {
    const key = `${found.kind} ${found.entity} ${found.sentence.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const byDate = (items: readonly TodayItem[]): readonly TodayItem[] =>
  items
    .map((found, index) => ({ found, index }))
    .sort((a, b) => {
      const [left, right] = [a.found.due ?? '9', b.found.due ?? '9'];
      return left === right ? a.index - b.index : left < right ? -1 : 1;
    })
    .map(({ found }) => found);

/** The advice for keepers when there is room: the first condition of the phase that is not in place. */
const advice = (asking: Asking): readonly TodayItem[] => {
  const { view, lang, me } = asking;
  if (!['secretariat', 'core', 'chair'].some((role) => [...me.roles].some((held) => held === role)))
    return [];
  const open = conditions(view, lang, compass(view, lang).phase).find(
    (condition) => condition.state === 'notYet',
  );
  return open === undefined
    ? []
    : [item(asking, 'advice', 'look', { entity: '', room: open.room, sentence: open.sentence })];
};

const whereOf = (view: View, lang: Language): Sentence => {
  const ring = compass(view, lang);
  if (ring.endedAt !== undefined) return endedSentence({ day: ring.endedAt.slice(0, 10) }, lang);
  const mark = ring.phases.find((phase) => phase.phase === ring.phase);
  const values = { settled: mark?.settled ?? 0, total: mark?.total ?? 0 };
  return whereSentence({ phase: phaseName(ring.phase, lang), cycle: ring.cycle, ...values }, lang);
};

/**
 * Today for one person: the one question of a new partnership, else where it is and at most five things that wait
 * for them, answers included. Pure: the same view, person and instant give the same page.
 */
export const today = (view: View, { me, now, lang, notes = [], nouns }: TodayAsked): Today => {
  const zone = partnershipOf(view, lang)?.zone ?? 'UTC';
  const today = dayOf(now, zone) ?? now.slice(0, 10);
  const asking: Asking = { view, me, now, lang, notes, today, nouns };
  if (wordingOf(view, 'problem') === undefined)
    return {
      where: welcomeSentence(lang),
      next: [
        item(asking, 'firstSentence', 'write', {
          entity: '',
          room: 'problem',
          sentence: welcomeSentence(lang),
        }),
      ],
      more: 0,
    };
  const waiting = once(byDate(SOURCES.flatMap((source) => source(asking))));
  const shown =
    waiting.length < TODAY_ITEMS ? [...waiting, ...advice(asking)] : waiting.slice(0, TODAY_ITEMS);
  return { where: whereOf(view, lang), next: shown, more: Math.max(0, waiting.length - TODAY_ITEMS) };
};
