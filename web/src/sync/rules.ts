import { evolve, guess, heard } from '@tablee/domain/kernel';
import { partnership } from '@tablee/domain/modules';
import type { Rules } from './space-store.ts';

/** How a partnership's events are folded and its commands guessed: all declarations with their deciders. */
export const rules: Rules = {
  nouns: partnership,
  guess,
  receive: (state, events, { waiting, answers }) => {
    const waits = new Set(waiting.filter((row) => row.answer === undefined).map(({ key }) => key));
    for (const event of events) {
      evolve(partnership, state, event);
      const { commandId } = event;
      if (waits.has(commandId)) answers.set(commandId, heard(answers.get(commandId), event));
    }
  },
};
