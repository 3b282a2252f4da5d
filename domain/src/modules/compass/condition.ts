import type { Language, View } from '@tablee/domain/kernel';
import type { Phase, Place, Room } from '../partnership/index.ts';
import type { Sentence } from '../sentence/index.ts';

/** A condition before it is known whether it was set aside. */
export interface Finding {
  /** Stable: what `journey.setAside` names. */
  readonly id: string;
  readonly phase: Phase;
  readonly met: boolean;
  readonly sentence: Sentence;
  /** Where one would work on it. */
  readonly room: Room | Place;
}

/** A condition: advice, computed from what the reader may see; it blocks nothing. */
export interface Condition {
  readonly id: string;
  readonly phase: Phase;
  readonly state: 'met' | 'notYet' | 'setAside';
  readonly sentence: Sentence;
  readonly room: Room | Place;
  /** Why it was set aside, as it was written; absent otherwise or when erased. */
  readonly reason?: string;
}

/** Computes the conditions of one phase. */
export type Conditions = (view: View, lang: Language) => readonly Finding[];

/** Computes one of them. */
export type Check = (view: View, lang: Language) => Finding;
