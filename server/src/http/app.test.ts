import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, type Bed, openBed } from './fixture.ts';
import { documentedRoutes } from './openapi.ts';

let bed: Bed;
let web = '';
beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'tablee-web-'));
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(web, 'assets', 'main-abc123.js'), `export const text = '${'x'.repeat(2_000)}';`);
  bed = await openBed({ web });
});
afterAll(async () => {
  await bed.dispose();
  rmSync(web, { recursive: true });
});

describe('app', () => {
  it('APP-1 says that it is well', async () => {
    expect(await (await bed.ask(undefined, '/healthz')).json()).toMatchObject({ status: 'ok' });
  });

  it('APP-2 gives the app for every address of the app, and keeps its named files for ever', async () => {
    for (const path of ['/', '/p/aaaaaaaaaaaaaaaaaaaa', '/p/aaaaaaaaaaaaaaaaaaaa/actors?x=1']) {
      const page = await bed.ask(undefined, path);
      expect(await page.text()).toMatch(/<title>app/);
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
    const script = await bed.ask(undefined, '/assets/main-abc123.js', {
      headers: { 'accept-encoding': 'br' },
    });
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(await script.arrayBuffer())).toString()).toMatch(/^export/);
    const again = await bed.ask(undefined, '/assets/main-abc123.js', {
      headers: { 'if-none-match': script.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await bed.ask(undefined, '/assets/../../package.json')).status).toBe(404);
    expect((await bed.ask(undefined, '/nowhere')).status).toBe(404);
  });

  it('APP-3 documents every route of a space and no route that is not there', () => {
    const routes = new Set(
      bed.app.routes
        .filter(({ method, path }) => method !== 'ALL' && /^\/api\/(spaces|import)/.test(path))
        .map(({ method, path }) => `${method} ${path.replace(/\{\[0-9a-f\]\{\d+\}\}/, '')}`),
    );
    const documented = documentedRoutes().filter((route) => !route.startsWith('HEAD '));
    expect([...routes].sort()).toEqual([...new Set(documented)].sort());
  });

  it('APP-4 describes commands, fields and policy from the declarations, as JSON and as a page without script', async () => {
    const document = await answerOf<{
      openapi: string;
      components: { schemas: Record<string, { properties?: object }> };
      'x-policy': object[];
    }>(bed.ask(undefined, '/api/openapi.json'));
    expect(document.openapi).toBe('3.1.0');
    expect(document.components.schemas['actor.slots']?.properties).toHaveProperty('name');
    expect(document.components.schemas['member.join']?.properties).toHaveProperty('roles');
    expect(document['x-policy'].length).toBeGreaterThan(100);
    const page = await (await bed.ask(undefined, '/api')).text();
    expect(page).not.toMatch(/<script|style=/);
    expect(page).toMatch(/id="NotFound"/);
  });

  it('APP-5 lets no route of the interface answer anything about a space without an account', async () => {
    for (const { method, path } of bed.app.routes) {
      if (method === 'ALL' || !path.startsWith('/api/spaces')) continue;
      const address = path
        .replace(':space', 'aaaaaaaaaaaaaaaaaaaa')
        .replace(/:file\{\[0-9a-f\]\{(\d+)\}\}/, (_all, length) => 'a'.repeat(Number(length)))
        .replace(/:\w+/g, 'x');
      const response = await bed.ask(undefined, address, { method });
      expect([method, path, response.status]).toEqual([method, path, 401]);
    }
  });
});
