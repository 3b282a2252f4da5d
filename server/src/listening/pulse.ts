import { createHash } from 'node:crypto';
import { type Command, type Entities, processCommand, restrict, type Ticket } from '@tablee/domain/kernel';
import { type Pulse, pulseId, pulseOf } from '@tablee/domain/modules/pulse';
import { requestsAbout } from '@tablee/domain/modules/request';
import { keyedHash, newId } from '../people/secret.ts';
import { SYSTEM } from '../space/decide-batch.ts';
import { idFrom, instant } from '../space/runtime.ts';
import type { ListeningDeps } from './deps.ts';
import type { PulseKey, Slip } from './slip-box.ts';

/** What became of a slip; `already` when one of the same person was counted before. */
export type SlipTaken =
  | { readonly ok: true; readonly already: boolean }
  | { readonly ok: false; readonly code: 'NotAsked' | 'RequestClosed' };

interface Standing {
  readonly circle: string;
  readonly state: Pulse;
  readonly entities: Entities;
}

const standing = async (deps: ListeningDeps, key: PulseKey): Promise<Standing | undefined> => {
  const entities = (await deps.spaces.open(key.space))?.state.entities;
  const circle = entities?.get(pulseId(key.meeting))?.circle;
  if (entities === undefined || circle === undefined) return undefined;
  const state = pulseOf(restrict(entities, circle), key.meeting);
  return state && { circle, state, entities };
};

const ticketFor = ({ runtime }: ListeningDeps, { space }: PulseKey, id = newId()): Ticket => ({
  id,
  space,
  saidAt: instant(runtime.now()),
});

/**
 * Takes the slip of somebody who was asked, while the questions are open: first into the box, once per person, then,
 * in the ledger, that they took part. A stop between the two is mended by sending it again; it is never counted twice.
 */
export const takeSlip = async (
  deps: ListeningDeps,
  key: PulseKey,
  person: string,
  given: { readonly slip: Slip; readonly channel: 'link' | 'app' },
): Promise<SlipTaken> => {
  const found = await standing(deps, key);
  if (found === undefined) return { ok: false, code: 'NotAsked' };
  const { state, circle, entities } = found;
  const mine = requestsAbout(restrict(entities, circle), key.meeting).filter(
    ({ state: asked }) => asked.kind === 'pulse' && asked.person === person,
  );
  if (mine.length === 0) return { ok: false, code: 'NotAsked' };
  if (state.state !== 'open') return { ok: false, code: 'RequestClosed' };
  const hash = keyedHash(deps.people.key, `slip ${key.space} ${key.meeting} ${person}`);
  const isNew = await deps.store.slips.take(key, hash, given.slip);
  const commands = mine
    .filter(({ state: asked }) => asked.state === 'open')
    .map(
      ({ id, circle: of }): Command =>
        processCommand(
          ticketFor(deps, key),
          'request.answer',
          { entity: id, circle: of },
          { said: {}, channel: given.channel },
        ),
    );
  await deps.spaces.submit(key.space, SYSTEM, commands);
  return { ok: true, already: !isNew };
};

/**
 * Counts closed questions: totals into the ledger, which keeps of them what the floors allow, the requests that still
 * wait are closed with them, then the box is emptied. The same however often it is called.
 */
export const concludePulse = async (deps: ListeningDeps, key: PulseKey): Promise<void> => {
  const found = await standing(deps, key);
  if (found === undefined || found.state.state === 'open') return;
  if (found.state.state === 'closed') {
    const { useful, heard } = await deps.store.slips.totals(key);
    const name = createHash('sha256').update(`conclude ${key.space} ${key.meeting}`).digest();
    const command = processCommand(
      ticketFor(deps, key, idFrom(name.subarray(0, 20))),
      'pulse.conclude',
      { entity: pulseId(key.meeting), circle: found.circle },
      { useful: [...useful], heard: [...heard] },
    );
    const waiting = requestsAbout(restrict(found.entities, found.circle), key.meeting)
      .filter(({ state }) => state.kind === 'pulse' && state.state === 'open')
      .map(({ id, circle }) =>
        processCommand(ticketFor(deps, key), 'request.close', { entity: id, circle }, { for: 'noAnswer' }),
      );
    const [outcome] = await deps.spaces.submit(key.space, SYSTEM, [command, ...waiting]);
    const isThere =
      outcome?.outcome === 'accepted' || outcome?.code === 'PulseOver' || outcome?.code === 'IdReused';
    if (!isThere) throw new Error('the totals were not taken');
  }
  await deps.store.slips.forget(key);
};
