import { type PartRef, textOf, type View } from '@tablee/domain/kernel';
import { byStamp, processesIn, type Running } from '../reading/index.ts';
import { POSITION_STANDING, type PositionStanding } from './standing.ts';
import {
  type Position,
  type Positions,
  STANCE,
  type Stance,
  type Wording,
  type WordingKind,
  type WordingVersion,
  wordingState,
} from './state.ts';

/** The shared text of a kind: the one that was opened first; `undefined` while there is none. */
export const wordingOf = (view: View, kind: WordingKind): Running<Wording> | undefined =>
  processesIn(view, wordingState)
    .filter((held) => held.state.kind === kind && held.state.versions.length > 0)
    .sort((a, b) => byStamp(firstStamp(a.state), firstStamp(b.state)) || (a.id < b.id ? -1 : 1))[0];

const firstStamp = (state: Wording): number | string => state.versions[0]?.stamp ?? 0;

/** The version that is talked about: the latest. */
export const currentVersion = (state: Wording): WordingVersion | undefined => state.versions.at(-1);

/** A version of a text as one reader gets it. */
export interface ReadVersion {
  readonly text: string;
  readonly lang: string;
  /** True when it was not written in this language first. */
  readonly translated: boolean;
}

const held = (texts: { readonly [lang: string]: PartRef }, lang: string): PartRef | undefined =>
  Object.hasOwn(texts, lang) ? texts[lang] : undefined;

/** A version in the wished language, else in the one it was written in; `undefined` when that text was erased. */
export const versionIn = (version: WordingVersion, lang: string): ReadVersion | undefined => {
  const wished = textOf(held(version.texts, lang));
  if (wished !== undefined) return { text: wished, lang, translated: lang !== version.lang };
  const source = textOf(held(version.texts, version.lang));
  return source === undefined ? undefined : { text: source, lang: version.lang, translated: false };
};

/** The current text of a kind in the wished language. */
export const currentText = (view: View, kind: WordingKind, lang: string): ReadVersion | undefined => {
  const found = wordingOf(view, kind);
  const version = found && currentVersion(found.state);
  return version && versionIn(version, lang);
};

/** Positions on a version, and those that stay on an earlier one and say so. */
export interface PositionsOn {
  readonly here: readonly Position[];
  readonly earlier: readonly Position[];
}

/** Whatever has versions and positions on them. */
export interface Positioned {
  readonly positions: Positions;
  readonly versions: readonly unknown[];
}

/** The positions bound to a version (the latest when not named), by organisation. */
export const positionsOn = (state: Positioned, version = state.versions.length): PositionsOn => {
  const all = Object.values(state.positions).sort((a, b) => (a.organisation < b.organisation ? -1 : 1));
  return {
    here: all.filter((position) => position.version === version),
    earlier: all.filter((position) => position.version < version),
  };
};

/** True when a position counts: confirmed for the organisation, and known to be its own. */
export const countsFormally = (position: Position): boolean =>
  position.standing === 'confirmed' && position.acknowledged;

/** How positions on a version add up. */
export interface PositionCount {
  readonly byStanding: { readonly [standing in PositionStanding]: number };
  /** Only positions that count formally. */
  readonly byStance: { readonly [stance in Stance]: number };
  /** How many count formally. */
  readonly formal: number;
  /** Confirmed by what was entered for them, and not yet by the organisation itself. */
  readonly toAcknowledge: number;
  /** Positions on earlier versions: to be asked again. */
  readonly earlier: number;
}

const zeroes = <K extends string>(keys: readonly K[]): Map<K, number> => new Map(keys.map((key) => [key, 0]));
const tick = <K>(counts: Map<K, number>, key: K): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Counts the positions on a version (the latest when not named): only confirmed ones count formally. */
export const countPositions = (state: Positioned, version = state.versions.length): PositionCount => {
  const { here, earlier } = positionsOn(state, version);
  const standings = zeroes(['personal', 'inClearance', 'adReferendum', 'confirmed'] as const);
  const stances = zeroes(['agree', 'reservations', 'standAside', 'block'] as const);
  for (const position of here) {
    tick(standings, position.standing);
    if (countsFormally(position)) tick(stances, position.stance);
  }
  const standing = (key: PositionStanding): number => standings.get(key) ?? 0;
  const stance = (key: Stance): number => stances.get(key) ?? 0;
  return {
    byStanding: {
      personal: standing('personal'),
      inClearance: standing('inClearance'),
      adReferendum: standing('adReferendum'),
      confirmed: standing('confirmed'),
    },
    byStance: {
      agree: stance('agree'),
      reservations: stance('reservations'),
      standAside: stance('standAside'),
      block: stance('block'),
    },
    formal: here.filter(countsFormally).length,
    toAcknowledge: here.filter((position) => !position.acknowledged).length,
    earlier: earlier.length,
  };
};

/** The version before the given one whose text its author had in front of them: for a comparison. */
export const versionBefore = (state: Wording, version: WordingVersion): WordingVersion | undefined =>
  state.versions.find((candidate) => candidate.number === version.after);

/** True when the version was written without having seen the one before it. */
export const isUnseen = (version: WordingVersion): boolean => version.after < version.number - 1;

/** The words of a stance and of a standing, for sentences. */
export const positionWords = (
  position: Pick<Position, 'stance' | 'standing'>,
  lang: 'fr' | 'en',
): readonly [string, string] => [STANCE[position.stance][lang], POSITION_STANDING[position.standing][lang]];
