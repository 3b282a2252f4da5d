import { type JsonObject, KEEPERS, type Language, type Role, type View } from '@tablee/domain/kernel';
import { addDays, byStamp, firstDay, processesIn, type Running, recordsIn } from '../reading/index.ts';
import type { Sentence } from '../sentence/index.ts';
import { type FlagEntry, type FlagKind, type FlagOffer, flagState } from './state.ts';
import { sightings } from './watch.ts';
import * as wording from './wording.ts';

/** Days in which a flag about a partner is told to that partner alone. */
export const FLAG_GRACE_DAYS = 14;

/** Who hears of a flag: the partner it is about first and alone, the keepers of the thread after the grace. */
export type Audience =
  | { readonly first: 'everybody' }
  | { readonly first: 'partner'; readonly partner: string; readonly keepersFrom: string };

/** A sign that the world leaves the plan. Computed from what is recorded; it explains itself. */
export interface Flag {
  /** Kind and what it is about; stable from day to day. */
  readonly id: string;
  readonly kind: FlagKind;
  readonly about: string;
  readonly since: string;
  readonly evidence: JsonObject;
  readonly sentence: Sentence;
  readonly audience: Audience;
  /** Ways on, talking first; ending is never one of them. */
  readonly offers: readonly FlagOffer[];
  /** What was done about it, oldest first. */
  readonly entries: readonly Running<FlagEntry>[];
  /** The last answer of the partner it is about. */
  readonly answer: FlagEntry | undefined;
  /** The meeting in which it is to be talked about. */
  readonly onAgenda: string | undefined;
  /** The last day of being muted; absent while it is not. */
  readonly mutedUntil: string | undefined;
}

/** Who looks: a member with roles and, for partners, an organisation. */
export interface Looker {
  readonly organisation?: string | undefined;
  readonly roles: Iterable<Role | 'system'>;
}

const OFFERS: { readonly [kind in FlagKind]: readonly FlagOffer[] } = {
  'indicator-off-path': ['talk', 'adjust', 'adapt', 'return', 'mute'],
  'activity-without-effect': ['talk', 'adjust', 'adapt', 'return', 'mute'],
  'assumption-broken': ['talk', 'adjust', 'adapt', 'return', 'mute'],
  'assumption-overdue': ['talk', 'adjust', 'adapt', 'return', 'mute'],
  'funding-ending': ['talk', 'adjust', 'adapt', 'return', 'mute'],
  'seat-vacant': ['talk', 'adjust', 'mute'],
  'commitment-overdue': ['talk', 'adjust', 'mute'],
  'contribution-late': ['talk', 'adjust', 'mute'],
  'figure-missing': ['talk', 'adjust', 'mute'],
};

/** All flags of a day, whoever may hear of them: for tests and for what the system sends; screens use {@link flagsFor}. */
export const allFlags = (view: View, today: string, lang: Language): readonly Flag[] => {
  const held = processesIn(view, flagState);
  return sightings({ view, today, lang }).map((seen): Flag => {
    const id = `${seen.kind}-${seen.about}`;
    const entries = held
      .filter((one) => one.state.flag === id && !one.state.lifted)
      .sort((a, b) => byStamp(a.state.stamp, b.state.stamp));
    const states = entries.map((one) => one.state);
    const muted = states.filter((one) => one.act === 'muted' && one.until !== null && one.until >= today);
    return {
      id,
      kind: seen.kind,
      about: seen.about,
      since: seen.since === undefined ? today : firstDay(seen.since),
      evidence: seen.evidence,
      sentence: seen.sentence,
      audience:
        seen.partner === undefined
          ? { first: 'everybody' }
          : {
              first: 'partner',
              partner: seen.partner,
              keepersFrom: seen.since === undefined ? today : addDays(firstDay(seen.since), FLAG_GRACE_DAYS),
            },
      offers: OFFERS[seen.kind],
      entries,
      answer: states.filter((one) => one.act === 'answered').at(-1),
      onAgenda: states.filter((one) => one.act === 'talk').at(-1)?.meeting ?? undefined,
      mutedUntil: muted
        .map((one) => one.until ?? '')
        .sort()
        .at(-1),
    };
  });
};

/** True when somebody may hear of a flag on a day. */
export const mayHear = (seen: Flag, who: Looker, today: string): boolean => {
  const { audience } = seen;
  if (audience.first === 'everybody') return true;
  if (who.organisation === audience.partner) return true;
  const keeps = [...who.roles].some((role) => KEEPERS.some((keeper) => keeper === role));
  return keeps && today >= audience.keepersFrom;
};

/** The flags of one reader, those about their own organisation first; muted ones apart. */
export interface FlagList {
  readonly open: readonly Flag[];
  readonly muted: readonly Flag[];
  /** The sentence of an empty page: what is watched. */
  readonly watching: Sentence;
}

/** The flags that a reader may hear of on a day. A flag about a partner goes to that partner first; nobody is ranked. */
export const flagsFor = (view: View, who: Looker, today: string, lang: Language): FlagList => {
  const heard = allFlags(view, today, lang).filter((seen) => mayHear(seen, who, today));
  const isMine = (seen: Flag): boolean =>
    seen.audience.first === 'partner' && seen.audience.partner === who.organisation;
  const sorted = [...heard.filter(isMine), ...heard.filter((seen) => !isMine(seen))];
  const counts = {
    assumptions: recordsIn(view, 'assumption').length,
    indicators: recordsIn(view, 'indicator').length,
  };
  return {
    open: sorted.filter((seen) => seen.mutedUntil === undefined),
    muted: sorted.filter((seen) => seen.mutedUntil !== undefined),
    watching: wording.watching(counts, lang),
  };
};
