import { own, textOf, type View } from '@tablee/domain/kernel';
import { decisionState } from '../decision/index.ts';
import { hasGroup } from '../group/index.ts';
import { journeyOf, type Phase, type Place, ROOM_CARD, ROOMS, type Room } from '../partnership/index.ts';
import { positionedTexts } from '../position/index.ts';
import { hasAny, processesIn } from '../reading/index.ts';
import { type WordingKind, wordingOf } from '../wording/index.ts';

/** The nouns whose first item opens a room; the rooms that wordings open are looked at apart. */
const OPENED_BY: { readonly [room in Room]: readonly string[] } = {
  problem: [],
  fit: ['fitCheck', 'conceptNote'],
  context: ['contextFact', 'initiative'],
  stakeholders: ['actor', 'relation'],
  listening: ['perspective'],
  core: ['coreMember'],
  vision: [],
  results: ['result', 'assumption', 'indicator', 'milestone'],
  roadmap: ['activity'],
  governance: ['body', 'seat', 'rule'],
  resources: ['contribution', 'budgetLine'],
  agreement: ['clause', 'agreement'],
  progress: [],
  monitoring: ['figure'],
  flags: ['flag'],
  reflection: ['reflection'],
  secretariat: ['task'],
  reporting: ['news', 'publicPage'],
  evaluation: ['finding'],
  options: ['option', 'criterion', 'score'],
  handover: ['handover', 'essential'],
  local: [],
  lessons: ['lesson'],
  ending: ['ending'],
};

const HOME: { readonly [noun: string]: Place } = {
  partnership: 'today',
  journey: 'today',
  member: 'people',
  circle: 'people',
  conversation: 'people',
  mandate: 'people',
  officeChange: 'people',
  letter: 'documents',
  letterhead: 'documents',
  meeting: 'meetings',
  agendaItem: 'meetings',
  attendance: 'meetings',
  minuteLine: 'meetings',
  minutes: 'meetings',
  invitation: 'meetings',
  meetingPhoto: 'meetings',
  meetingCost: 'meetings',
  poll: 'meetings',
  pulse: 'meetings',
  document: 'documents',
  edition: 'documents',
  mail: 'documents',
  commitment: 'commitments',
  request: 'commitments',
  decision: 'decisions',
  group: 'among-us',
  statement: 'among-us',
};

/** The page on which a thing of this noun has its home; `today` for a noun without a page of its own. */
export const homeOf = (noun: string): Room | Place => {
  const place = own(HOME, noun);
  return place ?? ROOMS.find((room) => OPENED_BY[room].includes(noun)) ?? 'today';
};

/** The page of a shared text. */
export const homeOfWording = (kind: WordingKind): Room =>
  kind === 'workingAgreement' ? 'core' : kind === 'vision' ? 'vision' : 'problem';

/** The page of whatever a position is taken on. */
export const homeOfHeld = (kind: WordingKind | 'document' | 'decision'): Room | Place =>
  kind === 'document' || kind === 'decision' ? homeOf(kind) : homeOfWording(kind);

/** Rooms of phase 3 that look at what phase 2 planned: they open with it once the partnership has entered phase 3. */
const CARRIED_OUT: { readonly [room: string]: readonly string[] } = {
  progress: ['activity'],
  monitoring: ['indicator'],
  flags: ['indicator', 'assumption', 'activity'],
};

/** A room as the rail and the phase's page show it. */
export interface RoomState {
  readonly room: Room;
  readonly phase: Phase;
  /** A later phase that lists it again. */
  readonly carried: Phase | undefined;
  /** The name in the reader's language. */
  readonly name: string;
  /** True once it holds its first item: it is in the rail from then on. */
  readonly begun: boolean;
  /** The cycle in which a return reopened it last, if one did. */
  readonly reopenedIn: number | undefined;
  /** True when the last return said that it still stands. */
  readonly stands: boolean;
}

const KIND_OF: { readonly [room: string]: 'problem' | 'vision' | 'workingAgreement' } = {
  problem: 'problem',
  vision: 'vision',
  core: 'workingAgreement',
};

const hasBegun = (view: View, room: Room): boolean => {
  const kind = KIND_OF[room];
  if (hasAny(view, OPENED_BY[room]) || (kind !== undefined && wordingOf(view, kind) !== undefined))
    return true;
  const planned = own(CARRIED_OUT, room);
  const carried = journeyOf(view)?.cycles.some((cycle) => cycle.entered.some((phase) => phase >= 3)) ?? false;
  return carried && planned !== undefined && hasAny(view, planned);
};

/** All rooms with their state, in the order of the rail. A reader sees as begun what they can see something of. */
export const rooms = (view: View, lang: 'fr' | 'en'): readonly RoomState[] => {
  const cycles = journeyOf(view)?.cycles ?? [];
  const last = cycles.at(-1);
  return ROOMS.map((room) => {
    const card = ROOM_CARD[room];
    return {
      room,
      phase: card.phase,
      carried: card.carried,
      name: card.words[lang],
      begun: hasBegun(view, room),
      reopenedIn: cycles.findLast((cycle) => cycle.reopened.includes(room))?.number,
      stands: last?.standing.includes(room) ?? false,
    };
  });
};

/** True once the two places that come late make sense: deciding with the first body, group rooms with the first group or clearance. */
export const latePlaces = (view: View): { readonly decisions: boolean; readonly amongUs: boolean } => ({
  decisions: hasAny(view, ['body', 'decision']),
  amongUs:
    hasGroup(view) ||
    hasAny(view, ['group', 'statement']) ||
    [...positionedTexts(view), ...processesIn(view, decisionState)].some(({ state }) =>
      Object.values(state.positions).some((position) => position.standing === 'inClearance'),
    ),
});

/** A cycle as the ring draws it. */
export interface CycleMark {
  readonly number: number;
  readonly opened: 'began' | 'returned' | 'continued';
  readonly phase: Phase;
  readonly from: Phase | undefined;
  /** ISO instant of the opening. */
  readonly at: string;
  /** Why, as it was written; `undefined` for the first cycle and for an erased text. */
  readonly reason: string | undefined;
  readonly reopened: readonly Room[];
  readonly standing: readonly Room[];
}

/** The cycles of the partnership, the first one first; none before it began. */
export const cycles = (view: View): readonly CycleMark[] =>
  (journeyOf(view)?.cycles ?? []).map((cycle) => ({
    number: cycle.number,
    opened: cycle.opened,
    phase: cycle.phase,
    from: cycle.from ?? undefined,
    at: cycle.at,
    reason: textOf(cycle.reason ?? undefined),
    reopened: ROOMS.filter((room) => cycle.reopened.includes(room)),
    standing: ROOMS.filter((room) => cycle.standing.includes(room)),
  }));
