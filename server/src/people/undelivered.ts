import { type Actor, canRead } from '@tablee/domain/kernel';
import type { InvitationTools } from './invitation.ts';
import type { LetterKind, OutgoingLetter } from './outgoing.ts';
import { type Refused, refused } from './refusal.ts';

/** A letter that did not reach its person, or not yet. */
export interface UndeliveredLine {
  readonly id: string;
  readonly kind: LetterKind;
  readonly person?: string;
  /** When it was written, ISO 8601 UTC. */
  readonly created: string;
  /** It waits for the mail server; it was given up; or nobody knows, because the server was stopped over it. */
  readonly state: 'waiting' | 'failed' | 'unsure';
}

/** Those who had it sent; of what the server wrote by itself, and of requests that they read, the secretariat. */
const mayKnow = async (
  { store, spaces }: InvitationTools,
  by: Actor,
  { kind, space = '', sender, carries }: OutgoingLetter,
): Promise<boolean> => {
  if (sender === by.id) return true;
  if (!by.roles.has('secretariat')) return false;
  if (kind !== 'request') return true;
  const link = (await store.links.of(space)).find(({ id }) => id === carries);
  const asked = link && (await spaces.read(space))?.get(link.request);
  return asked !== undefined && canRead(by, asked.circle);
};

/** The letters of a space that were tried in vain and that this person may know of, the latest first. */
export const undeliveredOf = async (
  tools: InvitationTools,
  space: string,
  by: Actor,
): Promise<{ readonly ok: true; readonly letters: readonly UndeliveredLine[] }> => {
  const letters: UndeliveredLine[] = [];
  for (const letter of await tools.store.outgoing.undelivered(space)) {
    if (!(await mayKnow(tools, by, letter))) continue;
    const { id, kind, person, created, state } = letter;
    letters.push({
      id,
      kind,
      ...(person === undefined ? {} : { person }),
      created: new Date(created).toISOString(),
      state: state === 'handing' ? 'waiting' : state,
    });
  }
  return { ok: true, letters };
};

/** Takes a letter that did not arrive off the list: somebody has passed it on in another way. */
export const dismissLetter = async (
  tools: InvitationTools,
  space: string,
  by: Actor,
  id: string,
): Promise<{ readonly ok: true } | Refused> => {
  const { letters } = await undeliveredOf(tools, space, by);
  const isTheirs = letters.some((letter) => letter.id === id && letter.state !== 'waiting');
  return isTheirs && (await tools.store.outgoing.dismiss(space, id)) ? { ok: true } : refused('NotFound');
};
