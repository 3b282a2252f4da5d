import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Hono } from 'hono';
import type { AppDeps, Call, Env } from './context.ts';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};
/** Already compressed: brotli would only cost. */
const DENSE = new Set(['.png', '.webp', '.woff2', '.ico']);

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly raw: Uint8Array<ArrayBuffer>;
  /** Made when first asked for, so that a start does not wait for it. */
  brotli(): Uint8Array<ArrayBuffer> | undefined;
  /** Its name carries a hash of its content: it may be kept for ever. */
  readonly immutable: boolean;
}

const assetOf = (path: string, name: string): Asset => {
  const raw = new Uint8Array(readFileSync(path));
  const extension = extname(name);
  let packed: Uint8Array<ArrayBuffer> | undefined;
  const pack = (): Uint8Array<ArrayBuffer> => {
    if (existsSync(`${path}.br`)) return new Uint8Array(readFileSync(`${path}.br`));
    return new Uint8Array(brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  };
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: createHash('sha256').update(raw).digest('hex').slice(0, 32),
    raw,
    brotli: () => {
      if (DENSE.has(extension) || raw.byteLength < 500) return undefined;
      packed ??= pack();
      return packed;
    },
    immutable: name.startsWith('/assets/'),
  };
};

const assetsIn = (folder: string): ReadonlyMap<string, Asset> => {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.br')) continue;
    const path = join(entry.parentPath, entry.name);
    const name = `/${relative(folder, path).split(sep).join('/')}`;
    assets.set(name, assetOf(path, name));
  }
  return assets;
};

const sendAsset = (c: Call, asset: Asset): Response => {
  const packed = /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? asset.brotli() : undefined;
  const headers = {
    'content-type': asset.type,
    'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: `"${asset.etag}"`,
    vary: 'accept-encoding',
  };
  if ((c.req.header('if-none-match') ?? '').includes(asset.etag)) return c.body(null, 304, headers);
  return c.body(
    packed ?? asset.raw,
    200,
    packed === undefined ? headers : { ...headers, 'content-encoding': 'br' },
  );
};

/**
 * The built app: its files by their names, its page for every address of the app (`/`, `/note`, `/p/…`). Files are read
 * once, at start. Without a build, those addresses are not found and everything else works.
 */
export const webRoutes = (app: Hono<Env>, deps: AppDeps): void => {
  if (deps.web === undefined || !existsSync(join(deps.web, 'index.html'))) return;
  const assets = assetsIn(deps.web);
  const page = assets.get('/index.html');
  if (page === undefined) return;
  for (const [name, asset] of assets) app.get(name, (c) => sendAsset(c, asset));
  // What another app shares is taken by the service worker; without it, it never leaves the phone.
  app.post('/note', (c) => c.redirect('/note?lost', 303));
  for (const address of ['/', '/note', '/p', '/p/*']) app.get(address, (c) => sendAsset(c, page));
};
