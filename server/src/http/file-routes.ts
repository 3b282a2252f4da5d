import { createReadStream, mkdirSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { MAX_FILE } from '@tablee/domain/file';
import type { Server as TusServer } from '@tus/server';
import type { Hono } from 'hono';
import type { AuthorizedSpace } from '../space/gate.ts';
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

/** The request with the metadata that count here: whose upload it is and where it will live, set by the server. */
const claimed = (c: Call, gate: AuthorizedSpace): Request => {
  const given = metadataOf(c.req.header('upload-metadata'));
  const circle = given.get('circle') ?? '';
  if (!gate.circles.has(circle)) throw new Refused('NotFound');
  const name = (given.get('name') ?? 'file').slice(0, 300);
  const claims = { space: gate.space, account: gate.account.id, circle, name };
  const headers = new Headers(c.req.raw.headers);
  headers.set(
    'upload-metadata',
    Object.entries(claims)
      .map(([key, value]) => `${key} ${base64(value)}`)
      .join(','),
  );
  return new Request(c.req.raw, { headers });
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
      const { space = '', circle = '', name = '' } = upload.metadata ?? {};
      const kept = await deps.files.take(join(folder, upload.id), {
        space: space ?? '',
        circle: circle ?? '',
        name: name ?? '',
      });
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

const send = async (deps: AppDeps, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const hash = c.req.param('file') ?? '';
  const found = await deps.files.find(gate.space, hash, gate.circles);
  if (found === undefined) throw new Refused('NotFound');
  const headers = {
    'content-type': found.type,
    'content-length': String(found.size),
    'content-disposition': dispositionOf(c.req.query('name') ?? hash.slice(0, 12)),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${hash}"`,
  };
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, { etag: headers.etag });
  // Node's web stream and the one of the DOM types are the same object.
  const stream = Readable.toWeb(createReadStream(deps.files.path(hash))) as ReadableStream<Uint8Array>;
  return c.body(stream, 200, headers);
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
 * Files of a space: resumable uploads (tus: `POST …/files`, then `HEAD` and `PATCH …/files/{upload}`) into the
 * circle named in `Upload-Metadata`, and `GET …/files/{hash}` as an attachment for readers of that circle.
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
    const { space, account, circle } = upload?.metadata ?? {};
    if (space !== gate.space || account !== gate.account.id || !gate.circles.has(circle ?? ''))
      throw new Refused('NotFound');
    return answered(await tus.handleWeb(c.req.raw));
  };
  app.post('/api/spaces/:space/files', async (c) => {
    const gate = await gateOf(deps, c);
    return answered(await (await receiver()).handleWeb(claimed(c, gate)));
  });
  app.on(['PATCH', 'DELETE'], '/api/spaces/:space/files/:file{[0-9a-f]{32}}', own);
  app.get('/api/spaces/:space/files/:file{[0-9a-f]{64}}', (c) => send(deps, c));
  app.get('/api/spaces/:space/files/:file{[0-9a-f]{32}}', async (c) => {
    // Hono answers HEAD by the GET route; nothing of an unfinished upload is given out.
    if (c.req.method !== 'HEAD') {
      await gateOf(deps, c);
      throw new Refused('NotFound');
    }
    return own(c);
  });
};

/** The refusals of tus in our own words; its other answers as they are. */
const answered = (response: Response): Response => {
  if (response.status === 413) throw new Refused('TooLarge', `${MAX_FILE} bytes`);
  if (response.status === 415) throw new Refused('UnknownFileType');
  if (response.status >= 500) throw new Refused('StoreFault', undefined, 5);
  // tus answers with headers that are still to be added to by the guard.
  return new Response(response.body, { status: response.status, headers: response.headers });
};
