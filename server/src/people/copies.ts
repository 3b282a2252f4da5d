import { type Actor, SECRETARIAT } from '@tablee/domain/kernel';
import type { Produced } from '../http/identity.ts';
import type { Copy } from '../space/erasure.ts';
import type { Card, PeopleStore } from './port.ts';
import type { Clock, SpaceDesk } from './space-desk.ts';

/** A document that was produced, as it is listed: which one, when and by whom. */
export type ProducedLine = Pick<Produced, 'kind' | 'entity' | 'ending' | 'by' | 'digest'> & {
  /** ISO 8601 UTC. */
  readonly at: string;
};

/**
 * What of a person stands outside and cannot be called back, as far as whoever asks may know: shown before somebody is
 * put in safety, and again afterwards.
 */
export interface Copies {
  readonly ok: true;
  /** Of the vault. */
  readonly version: number;
  /** Processes that froze or sent out something about the person. */
  readonly copies: readonly Copy[];
  /** Texts in which the name is written: to be looked at one by one. */
  readonly mentions: readonly Copy[];
  /** Documents produced that name the person, and files of the whole partnership (`export`). */
  readonly produced: readonly ProducedLine[];
  /** Messages that bear the name: personal links and invitations to the person, and those that the person sent. */
  readonly messages: { readonly to: number; readonly from: number };
  /** Signed-in devices of the space's members that were not here for a week: they keep their copy until they are. */
  readonly silent: number;
}

/** A device that was not here for so long may stay away; milliseconds. */
const SILENT_AFTER = 7 * 86_400_000;

/** What copying is looked up in. */
export interface CopyTools {
  readonly store: PeopleStore;
  readonly spaces: SpaceDesk;
  readonly clock: Clock;
}

/** Everything outside that names the person of a card, as `by` may know of it. */
export const copiesOf = async (tools: CopyTools, by: Actor, card: Card): Promise<Copies> => {
  const { space, id, name } = card;
  const traces = await tools.spaces.traces(space, by, { id, name });
  const produced = (await tools.store.produced.naming(space, id)).filter((line) =>
    by.circles.has(line.circle),
  );
  return {
    ok: true,
    version: await tools.store.cards.version(space),
    copies: traces?.copies ?? [],
    mentions: traces?.mentions ?? [],
    produced: produced.map(({ kind, entity, ending, by: maker, digest, at }) => ({
      kind,
      entity,
      ending,
      by: maker,
      digest,
      at: new Date(at).toISOString(),
    })),
    messages: await messagesOf(tools, by, card),
    silent: await silentDevices(tools, space),
  };
};

/** Counted for those who may know of links and invitations: the secretariat and the person. */
const messagesOf = async (
  { store }: CopyTools,
  by: Actor,
  { space, id }: Card,
): Promise<Copies['messages']> => {
  const all = [
    ...(await store.links.of(space)).map(({ person, asker }) => ({ person, from: asker })),
    ...(await store.invitations.of(space)).map(({ person, inviter }) => ({ person, from: inviter })),
  ].filter(({ from }) => by.circles.has(SECRETARIAT) || by.id === id || by.id === from);
  return {
    to: all.filter(({ person }) => person === id).length,
    from: all.filter(({ from }) => from === id).length,
  };
};

const silentDevices = async ({ store, clock }: CopyTools, space: string): Promise<number> => {
  let silent = 0;
  for (const { account } of await store.cards.of(space)) {
    const devices = account === undefined ? [] : await store.sessions.of(account);
    silent += devices.filter(({ used }) => used < clock() - SILENT_AFTER).length;
  }
  return silent;
};
