import { KERNEL_FORMAT } from '@tablee/domain/kernel';
import { lineOf, MODEL, modelOf } from './model.ts';
import type { Spaces } from './spaces.ts';

/**
 * Writes the read models of spaces again whose models are of an earlier version (after a migration, an import, a
 * restore); answers how many. One append per space, without events.
 */
export const remodel = async (spaces: Spaces): Promise<number> => {
  let written = 0;
  for (const { space, model } of await spaces.ledger.spaces()) {
    if (model === MODEL) continue;
    await remodelOne(spaces, space);
    written += 1;
  }
  return written;
};

/** Writes the read models of one space from what is folded. */
export const remodelOne = async (spaces: Spaces, space: string): Promise<void> => {
  const folded = await spaces.open(space);
  if (folded === undefined) return;
  const { entities } = folded.state;
  const line = lineOf(entities, space);
  await spaces.ledger.append({
    space,
    expected: folded.head.seq,
    events: [],
    struck: [],
    log: [],
    models: [...entities.values()].map(({ id }) => modelOf(spaces.nouns, entities, id)),
    ...(line === undefined ? {} : { line }),
    model: MODEL,
    format: KERNEL_FORMAT,
  });
};
