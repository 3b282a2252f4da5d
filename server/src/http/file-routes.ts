import { createReadStream, mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MAX_FILE } from '@tablee/domain/file';
import type { Server as TusServer } from '@tus/server';
import type { Hono } from 'hono';
import type { KeptFile } from '../space/file-store.ts';
import type { AuthorizedSpace } from '../space/gate.ts';
import { MOST_OWN_BYTES } from '../space/personal-files.ts';
import { type AppDeps, type Call, type Env, gateOf } from './context.ts';
import { Refused } from './problem.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What the client said of its file: `key base64, key base64`. */
const metadataOf = (header: string | undefined): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const pair of (header ?? '').split(',')) {
    const [key, value] = pair.trim().split(' ');
    if (key !== undefined && value !== undefined)
      found.set(key, Buffer.from(value, 'base64').toString('utf8'));
  }
  return found;
};

/** The largest number of digits that a length may have. */
const LENGTH = /^\d{1,12}$/;

/** Whose upload it is and where it will live: a circle that the caller reads, or a note of the caller’s own. */
const claimsOf = async (deps: AppDeps, c: Call, gate: AuthorizedSpace): Promise<Record<string, string>> => {
  const given = metadataOf(c.req.header('upload-metadata'));
  const own = {
    space: gate.space,
    account: gate.account.id,
    name: (given.get('name') ?? 'file').slice(0, 300),
  };
  const item = c.req.param('item');
  if (item === undefined) {
    const circle = given.get('circle') ?? '';
    if (!gate.circles.has(circle)) throw new Refused('NotFound');
    return { ...own, circle };
  }
  const coming = c.req.header('upload-length') ?? '';
  const kept = await deps.personal.files.bytesOf({ ...own, person: gate.actor.id });
  if (!LENGTH.test(coming) || kept + Number(coming) > MOST_OWN_BYTES)
    throw new Refused('TooLarge', `${MOST_OWN_BYTES} bytes`);
  return { ...own, item, person: gate.actor.id };
};

/** The request with the metadata that count here, set by the server. */
const claimed = async (deps: AppDeps, c: Call, gate: AuthorizedSpace): Promise<Request> => {
  const claims = await claimsOf(deps, c, gate);
  const headers = new Headers(c.req.raw.headers);
  headers.set(
    'upload-metadata',
    Object.entries(claims)
      .map(([key, value]) => `${key} ${base64(value)}`)
      .join(','),
  );
  return new Request(c.req.raw, { headers });
};

/** Takes a whole upload to where it belongs. */
const takeIn = (
  deps: AppDeps,
  path: string,
  claims: Readonly<Record<string, string | null>>,
): Promise<KeptFile | undefined> => {
  const { space, account, person, circle, item, name } = claims;
  if (!item) return deps.files.take(path, { space: space ?? '', circle: circle ?? '', name: name ?? '' });
  const note = { account: account ?? '', space: space ?? '', person: person ?? '', item };
  return deps.personal.files.take(path, note, name ?? '');
};

/** As tus reads a refusal of its hooks. */
class Unaccepted extends Error {
  readonly status_code = 415;
  readonly body = 'UnknownFileType';
}

/** The receiver of uploads; loaded with the first one, as most servers idle most of the time. */
const receiverOf = async (deps: AppDeps, folder: string): Promise<TusServer> => {
  const [{ FileStore: UploadStore }, { Server }] = await Promise.all([
    import('@tus/file-store'),
    import('@tus/server'),
  ]);
  const datastore = new UploadStore({ directory: folder });
  return new Server({
    path: '/api/spaces',
    datastore,
    maxSize: MAX_FILE,
    allowedOrigins: () => false,
    generateUrl: (request, { id }) => `${new URL(request.url).pathname.replace(/\/$/, '')}/${id}`,
    onUploadFinish: async (_request, upload) => {
      const kept = await takeIn(deps, join(folder, upload.id), upload.metadata ?? {});
      await rm(join(folder, `${upload.id}.json`), { force: true });
      if (kept === undefined) throw new Unaccepted();
      return {
        headers: {
          'tablee-file-hash': kept.hash,
          'tablee-file-type': kept.type,
          'tablee-file-size': String(kept.size),
        },
      };
    },
  });
};

/** A name that is safe in a header, with its full form beside it for browsers that know RFC 5987. */
const dispositionOf = (name: string): string => {
  const plain = name.replace(/[^\w .-]/g, '_').slice(0, 100) || 'file';
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.slice(0, 200))}`;
};

/** The file of the address, with its place on the disk: of a circle that the caller reads, or of a note of their own. */
const fileAt = async (
  deps: AppDeps,
  c: Call,
  hash: string,
): Promise<(KeptFile & { readonly path: string }) | undefined> => {
  const gate = await gateOf(deps, c);
  const item = c.req.param('item');
  const { space, account, actor } = gate;
  if (item !== undefined)
    return deps.personal.files.find({ account: account.id, space, person: actor.id, item }, hash);
  const found = await deps.files.find(space, hash, gate.circles);
  return found && { ...found, path: deps.files.path(hash) };
};

/** The one piece that a player asks for; `undefined` for the whole, and for what is no such piece (RFC 9110: then all). */
const pieceOf = (
  asked: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | undefined => {
  const [, from = '', to = ''] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(asked ?? '') ?? [];
  const [start, end] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  return from === '' || start > end ? undefined : { start, end };
};

const send = async (deps: AppDeps, c: Call): Promise<Response> => {
  const hash = c.req.param('file') ?? '';
  const found = await fileAt(deps, c, hash);
  if (found === undefined) throw new Refused('NotFound');
  const headers = {
    'content-type': found.type,
    'content-length': String(found.size),
    'content-disposition': dispositionOf(c.req.query('name') ?? hash.slice(0, 12)),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${hash}"`,
  };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, { etag: headers.etag });
  const piece = pieceOf(c.req.header('range'), found.size);
  // Node's web stream and the one of the DOM types are the same object.
  const stream = Readable.toWeb(createReadStream(found.path, piece)) as ReadableStream<Uint8Array>;
  if (piece === undefined) return c.body(stream, 200, headers);
  return c.body(stream, 206, {
    ...headers,
    'content-length': String(piece.end - piece.start + 1),
    'content-range': `bytes ${piece.start}-${piece.end}/${found.size}`,
  });
};

/** An upload that nobody came back to for a day is removed. */
const STALE = 86_400_000;

/** Removes what was begun and never finished; answers how many files went. */
export const sweepUploads = async (folder: string, now: number): Promise<number> => {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || now - found.mtimeMs < STALE) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
};

/**
 * Files: resumable uploads (tus: `POST …/files`, then `HEAD` and `PATCH …/files/{upload}`) and `GET …/files/{hash}` as an
 * attachment. Below a space they go into the circle named in `Upload-Metadata`, for its readers; below an item of
 * `…/personal` to the note of the caller, for the caller alone.
 */
export const fileRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  const folder = deps.files.uploads;
  mkdirSync(folder, { recursive: true });
  let made: Promise<TusServer> | undefined;
  const receiver = (): Promise<TusServer> => (made ??= receiverOf(deps, folder));

  const own = async (c: Call): Promise<Response> => {
    const gate = await gateOf(deps, c);
    const tus = await receiver();
    const upload = await tus.datastore.getUpload(c.req.param('file') ?? '').catch(() => undefined);
    const { space, account, circle, item } = upload?.metadata ?? {};
    const isTheirs = space === gate.space && account === gate.account.id && item === c.req.param('item');
    if (!isTheirs || (item === undefined && !gate.circles.has(circle ?? ''))) throw new Refused('NotFound');
    return answered(await tus.handleWeb(c.req.raw));
  };
  for (const place of ['/api/spaces/:space/files', '/api/spaces/:space/personal/:item/files']) {
    app.post(place, async (c) => {
      const gate = await gateOf(deps, c);
      return answered(await (await receiver()).handleWeb(await claimed(deps, c, gate)));
    });
    app.on(['PATCH', 'DELETE'], `${place}/:file{[0-9a-f]{32}}`, own);
    app.get(`${place}/:file{[0-9a-f]{64}}`, (c) => send(deps, c));
    app.get(`${place}/:file{[0-9a-f]{32}}`, async (c) => {
      // Hono answers HEAD by the GET route; nothing of an unfinished upload is given out.
      if (c.req.method !== 'HEAD') {
        await gateOf(deps, c);
        throw new Refused('NotFound');
      }
      return own(c);
    });
  }
};

/** The refusals of tus in our own words; its other answers as they are. */
const answered = (response: Response): Response => {
  if (response.status === 413) throw new Refused('TooLarge', `${MAX_FILE} bytes`);
  if (response.status === 415) throw new Refused('UnknownFileType');
  if (response.status >= 500) throw new Refused('StoreFault', undefined, 5);
  // tus answers with headers that are still to be added to by the guard.
  return new Response(response.body, { status: response.status, headers: response.headers });
};
