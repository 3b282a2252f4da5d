import { digestOf, isVisible, type Link, type StoredEvent, snapshotOf } from '@tablee/domain/kernel';
import type { People } from '@tablee/domain/protocol';
import { isWhole } from '../ledger/port.ts';
import { ARCHIVE_FORMAT, type Archive, attachmentsOf } from './archive.ts';
import type { FileStore } from './file-store.ts';
import type { AuthorizedSpace } from './gate.ts';
import { folded } from './reading.ts';
import { instant, type Runtime } from './runtime.ts';
import type { Spaces } from './spaces.ts';

/** How many events are read at once. */
const PAGE = 5_000;

/** The space as its reader may carry it away: what they see whole, the rest as digests, attachments included. */
export const exportFor = async (
  {
    spaces,
    files,
    runtime,
  }: { readonly spaces: Spaces; readonly files: FileStore; readonly runtime: Runtime },
  gate: AuthorizedSpace,
  people: People,
): Promise<Archive> => {
  const space = await folded(spaces, gate);
  const { head, visibility } = space;
  // A file leaves the house: what is in safety stays behind, its owner's own export included.
  const shown = { ...space.state, entities: space.shelter.entities(space.state.entities) };
  const snapshot = snapshotOf(shown, gate.space, gate.actor);
  const withheld = (event: StoredEvent): Link => ({ seq: event.seq, digest: digestOf(runtime.hash, event) });
  const leaving = (event: StoredEvent): Link =>
    space.shelter.events(space.state.entities, [event])[0] ?? withheld(event);
  const links: Link[] = [];
  while (links.length < head.seq) {
    const page = await spaces.ledger.read(gate.space, { after: links.length, limit: PAGE });
    if (page.length === 0) break;
    for (const event of page) {
      if (event.seq > head.seq) break;
      if (!isWhole(event)) links.push({ seq: event.seq, digest: event.digest });
      else if (isVisible(visibility, gate.actor, event)) links.push(leaving(event));
      else links.push(withheld(event));
    }
  }
  const attached = new Map<string, Uint8Array>();
  for (const hash of attachmentsOf(snapshot.entities)) {
    const found = await files.find(gate.space, hash, gate.circles);
    if (found !== undefined) attached.set(hash, await files.read(hash));
  }
  const manifest = {
    format: ARCHIVE_FORMAT,
    space: gate.space,
    head: { seq: head.seq, hash: head.hash },
    asOf: instant(runtime.now()),
  };
  return { manifest, links, snapshot, people, files: attached };
};
