/** Places of a partnership, in the order of the rail; the last two appear once they make sense. */
export const PLACES = [
  'today',
  'people',
  'meetings',
  'documents',
  'commitments',
  'among-us',
  'decisions',
] as const;

/** A place that does not move. */
export type Place = (typeof PLACES)[number];

/** Rooms of each phase, in the order of the rail. Resources are planned in phase 2 and carried into phase 3. */
export const ROOMS = {
  1: ['problem', 'fit', 'context', 'stakeholders', 'listening', 'core'],
  2: ['vision', 'results', 'roadmap', 'governance', 'resources', 'agreement'],
  3: ['progress', 'monitoring', 'flags', 'reflection', 'resources', 'secretariat', 'reporting'],
  4: ['evaluation', 'options', 'handover', 'locally-led', 'lessons', 'ending'],
} as const;

/** Number of a phase. */
export type PhaseNumber = keyof typeof ROOMS;

/** A room of any phase. */
export type Room = (typeof ROOMS)[PhaseNumber][number];

/** Every phase in its order. */
export const PHASES: readonly PhaseNumber[] = [1, 2, 3, 4];

/** What an address inside a partnership names. `room` may also be a page such as `phase-2`, `sync`, `history`. */
export interface Address {
  readonly space: string;
  readonly room: string;
  readonly thing: string | undefined;
}

/** Writes `/p/{space}/{room}/{thing}`; `today` is the partnership's own address. */
export function addressOf(space: string, room = 'today', thing?: string): string {
  const base = `/p/${encodeURIComponent(space)}/${room}`;
  return thing === undefined ? base : `${base}/${encodeURIComponent(thing)}`;
}

/** Reads an address; `undefined` outside a partnership. A missing room is `today`. */
export function readAddress(path: string): Address | undefined {
  const [empty, p, space, room, thing] = path.split('/');
  if (empty !== '' || p !== 'p' || !space) return undefined;
  return {
    space: decodeURIComponent(space),
    room: room || 'today',
    thing: thing ? decodeURIComponent(thing) : undefined,
  };
}

/** The phase whose page a room is on first; `undefined` for places and other pages. */
export const phaseOf = (room: string): PhaseNumber | undefined =>
  PHASES.find((phase) => ROOMS[phase].some((each) => each === room));
