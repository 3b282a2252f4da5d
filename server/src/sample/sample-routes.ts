import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memberOf } from '@tablee/domain/kernel';
import type { Hono } from 'hono';
import { type AppDeps, type Call, type Env, signedIn } from '../http/context.ts';
import type { Account } from '../http/identity.ts';
import { Refused } from '../http/problem.ts';
import { type Archive, openArchive } from '../space/archive.ts';
import { SYSTEM } from '../space/decide-batch.ts';
import { joinAsKeeper } from '../space/found.ts';
import { copyArchive } from '../space/import.ts';
import { idFrom } from '../space/runtime.ts';

/** The partnerships that come with the program, by the name of their file in `samples/`. */
export const SAMPLES = ['valley-water', 'textiles'] as const;
/** The name of a sample. */
export type SampleName = (typeof SAMPLES)[number];

const FOLDER = join(import.meta.dirname, '../../../samples');

const isSample = (name: string | undefined): name is SampleName => SAMPLES.some((known) => known === name);

/**
 * The id of an account's copy of a sample: always the same, so that a second press opens the first copy. It cannot
 * be guessed without the account's own id.
 */
export const copyId = (account: Account, sample: SampleName): string =>
  idFrom(hash('sha256', `${account.id}/sample/${sample}`, 'buffer'));

const archiveOf = async (deps: AppDeps, sample: SampleName): Promise<Archive> => {
  const bytes = await readFile(join(FOLDER, `${sample}.tablee`));
  const read = openArchive(bytes, deps.runtime, (content) => hash('sha256', content));
  if (!read.ok) throw new Error(`the sample ${sample} does not verify: ${read.code}`);
  return read.archive;
};

/** The account's standing in its copy: never there, gone, or a member. */
const standingOf = async (
  deps: AppDeps,
  account: Account,
  space: string,
): Promise<'new' | 'gone' | 'member'> => {
  const person = await deps.identity.person(account, space);
  const folded = person === undefined ? undefined : await deps.spaces.open(space);
  const held = person === undefined ? undefined : folded && memberOf(folded.state.entities, person);
  if (held === undefined) return 'new';
  return held.active ? 'member' : 'gone';
};

/** Makes the copy where there is none and lets its owner in, which comes last: until then every step is done again. */
const copyFor = async (deps: AppDeps, account: Account, sample: SampleName): Promise<string> => {
  const space = copyId(account, sample);
  const standing = await standingOf(deps, account, space);
  if (standing === 'member') return space;
  const archive = await archiveOf(deps, sample);
  if ((await deps.spaces.ledger.head(space)) === undefined) {
    const copied = await copyArchive(deps, archive, space);
    if (!copied.ok) throw new Error(`the sample ${sample} cannot be copied: ${copied.code}`);
  }
  await deps.vault.adopt(space, archive.people);
  const joining = joinAsKeeper(deps.runtime, space, await deps.identity.enroll(account, space));
  const command = standing === 'new' ? joining : { ...joining, type: 'member.rejoin' };
  const [outcome] = await deps.spaces.submit(space, SYSTEM, [command]);
  if (outcome?.outcome === 'refused')
    throw new Error(`the owner of a sample was not let in: ${outcome.code}`);
  return space;
};

/**
 * `POST /api/samples/{name}`: the sample as a space of the caller, who is secretariat and core member in it; answers
 * `{ space }`. Pressed again, also while the first press still runs, it opens the same one.
 */
export const sampleRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  const running = new Map<string, Promise<string>>();
  const visit = async (c: Call): Promise<Response> => {
    const account = await signedIn(deps, c);
    const sample = c.req.param('name');
    if (!isSample(sample)) throw new Refused('NotFound');
    const key = copyId(account, sample);
    const copy = running.get(key) ?? copyFor(deps, account, sample).finally(() => running.delete(key));
    running.set(key, copy);
    return c.json({ space: await copy });
  };
  app.post('/api/samples/:name', visit);
};
