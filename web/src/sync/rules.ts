import { evolve, guess, heard } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { Rules } from './space-store.ts';

/** How a partnership's events are folded and its commands guessed: all declarations with their deciders. */
export const rules: Rules = { nouns: partnership, evolve, guess, heard };
