import type { Circle, Entities } from '@tablee/domain/kernel';
import { type Round, round, roundState } from '@tablee/domain/modules/listening';
import type { Spaces } from '../space/spaces.ts';
import type { RoundKey } from './row.ts';

/** A round as the ledger has it now. */
export interface FoundRound {
  readonly key: RoundKey;
  readonly circle: Circle;
  readonly state: Round;
  /** The space, to be read at once. */
  readonly entities: Entities;
}

/** The round of a key; `undefined` when there is none of that id. */
export const stateOf = async (spaces: Spaces, key: RoundKey): Promise<FoundRound | undefined> => {
  const folded = await spaces.open(key.space);
  const entities = folded && folded.shelter.entities(folded.state.entities);
  const entity = entities?.get(key.round);
  if (entities === undefined || entity?.kind !== 'process' || entity.type !== round.name) return undefined;
  return { key, circle: entity.circle, state: roundState.read(entity.state), entities };
};
