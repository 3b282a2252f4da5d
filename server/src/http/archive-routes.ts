import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PARTNERS } from '@tablee/domain/kernel';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ARCHIVE_LIMITS, type Archive, openArchive, packArchive } from '../space/archive.ts';
import { SYSTEM } from '../space/decide-batch.ts';
import { exportFor } from '../space/export.ts';
import { joinAsKeeper } from '../space/found.ts';
import { copyArchive, type Imported, importArchive } from '../space/import.ts';
import { folded, personsIn } from '../space/reading.ts';
import { type AppDeps, type Call, type Env, gateOf, signedIn } from './context.ts';
import type { Account } from './identity.ts';
import { Refused } from './problem.ts';

/** The invented partnerships that come with the program. */
const SAMPLES = join(import.meta.dirname, '../../../samples');

const sendExport = async (deps: AppDeps, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const { state } = await folded(deps.spaces, gate);
  const persons = personsIn(deps.spaces, state, gate.actor);
  const people = await deps.vault.people(gate.space, persons, {
    person: gate.actor.id,
    circles: gate.circles,
  });
  // What leaves with the file names nobody who is in safety, not even whoever takes it out.
  const cards = people.cards.map((card) =>
    card.gone === 'withdrawn' ? { id: card.id, gone: card.gone } : card,
  );
  const bytes = packArchive(await exportFor(deps, gate, { ...people, cards }));
  await deps.vault.keepProduced({
    ...{ space: gate.space, kind: 'export', entity: gate.space, ending: 'tablee', circle: PARTNERS },
    digest: createHash('sha256').update(bytes).digest('hex'),
    by: gate.actor.id,
    at: deps.runtime.now(),
    persons: cards.filter(({ gone }) => gone === undefined).map(({ id }) => id),
  });
  return c.body(bytes, 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${gate.space}.tablee"`,
    'cache-control': 'no-store',
  });
};

/** The bytes that are to be imported: the body, or one of the samples by name. */
const bytesOf = async (c: Call): Promise<Uint8Array> => {
  const sample = c.req.query('sample');
  if (sample === undefined) return new Uint8Array(await c.req.arrayBuffer());
  if (!/^[a-z][a-z-]{0,40}$/.test(sample)) throw new Refused('NotFound');
  return readFile(join(SAMPLES, `${sample}.tablee`)).catch(() => {
    throw new Refused('NotFound');
  });
};

const verified = async (deps: AppDeps, c: Call): Promise<Archive> => {
  const opened = openArchive(await bytesOf(c), deps.runtime, (bytes) =>
    createHash('sha256').update(bytes).digest('hex'),
  );
  if (opened.ok) return opened.archive;
  if (opened.code === 'ArchiveFault') throw new Refused('ArchiveFault', `seq ${opened.seq}`);
  throw new Refused(opened.code, opened.code === 'TooLarge' ? `${ARCHIVE_LIMITS.packed} bytes` : undefined);
};

const done = (imported: Imported): Extract<Imported, { ok: true }> => {
  if (imported.ok) return imported;
  if (imported.code === 'Incomplete') throw new Refused('InvalidRequest', 'withheld events cannot be copied');
  throw new Refused(imported.code === 'Unknown' ? 'NewerSpace' : imported.code);
};

/** Continuing a space that is here is for its own secretariat. */
const mayContinue = async (deps: AppDeps, account: Account, space: string): Promise<void> => {
  const person = await deps.identity.person(account, space);
  const roles = person && (await deps.spaces.ledger.roles(space, person));
  if (!roles?.includes('secretariat')) throw new Refused('SpaceExists');
};

const takeIn = async (deps: AppDeps, c: Call): Promise<Response> => {
  const account = await signedIn(deps, c);
  const archive = await verified(deps, c);
  const asCopy = c.req.query('as') === 'copy' || c.req.query('sample') !== undefined;
  const space = asCopy ? deps.runtime.id() : archive.manifest.space;
  const isHere = (await deps.spaces.ledger.head(space)) !== undefined;
  if (isHere) await mayContinue(deps, account, space);
  const imported = done(
    asCopy ? await copyArchive(deps, archive, space) : await importArchive(deps, archive),
  );
  if (!isHere) {
    await deps.vault.adopt(space, archive.people);
    const person = await deps.identity.enroll(account, space);
    await deps.spaces.submit(space, SYSTEM, [joinAsKeeper(deps.runtime, space, person)]);
  }
  return c.json({ space, added: imported.added, isNew: imported.isNew }, imported.isNew ? 201 : 200);
};

/**
 * `GET …/export`: the space as one portable file. `POST /api/import`: such a file, verified first, as a new space,
 * as what its own space continues with, or (`?as=copy`, `?sample={name}`) as a copy under a new id.
 */
export const archiveRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  const limit = bodyLimit({
    maxSize: ARCHIVE_LIMITS.packed,
    onError: () => {
      throw new Refused('TooLarge', `${ARCHIVE_LIMITS.packed} bytes`);
    },
  });
  app.get('/api/spaces/:space/export', (c) => sendExport(deps, c));
  app.post('/api/import', limit, (c) => takeIn(deps, c));
};
