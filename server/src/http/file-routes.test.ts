import { createHash } from 'node:crypto';
import type { Problem } from '@tablee/domain/protocol';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, type Bed, foundSpace, letIn, openBed } from './fixture.ts';
import { type Listening, listenOn } from './listen-fixture.ts';
import { uploaderOn } from './upload-fixture.ts';

let bed: Bed;
let server: Listening;
let space = '';
beforeEach(async () => {
  bed = await openBed();
  server = await listenOn(bed);
  space = await foundSpace(bed, 'ann');
  await letIn(bed, space, 'bob', { roles: ['focal'] });
});
afterEach(async () => {
  await server.close();
  await bed.dispose();
});

const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000, 'a')]);
const { ask, begin: beginAt, send } = uploaderOn(() => server);
const begin = (who: string, circle: string, size: number, name = 'plan.pdf'): Promise<Response> =>
  beginAt(who, `/api/spaces/${space}/files`, size, { circle, name });
const upload = async (
  who: string,
  circle: string,
  bytes: Uint8Array<ArrayBuffer>,
  name?: string,
): Promise<Response> => {
  const begun = await begin(who, circle, bytes.byteLength, name);
  expect(begun.status).toBe(201);
  return send(who, begun.headers.get('location') ?? '', 0, bytes);
};

describe('files', () => {
  it('FILE-1 takes a file in pieces, goes on where it stopped, and gives it back whole to readers of its circle', async () => {
    const begun = await begin('ann', 'core', PDF.byteLength);
    const location = begun.headers.get('location') ?? '';
    expect(location).toMatch(new RegExp(`^/api/spaces/${space}/files/[0-9a-f]{32}$`));
    expect((await send('ann', location, 0, new Uint8Array(PDF.subarray(0, 1_000)))).status).toBe(204);
    const where = await ask('ann', location, { method: 'HEAD' });
    expect(where.headers.get('upload-offset')).toBe('1000');
    expect((await send('ann', location, 5, new Uint8Array(PDF.subarray(5)))).status).toBe(409);
    const done = await send('ann', location, 1_000, new Uint8Array(PDF.subarray(1_000)));
    const hash = createHash('sha256').update(PDF).digest('hex');
    expect(done.headers.get('tablee-file-hash')).toBe(hash);
    expect(done.headers.get('tablee-file-type')).toBe('application/pdf');
    const got = await ask('ann', `/api/spaces/${space}/files/${hash}?name=Plan%20d%E2%80%99eau.pdf`);
    expect(Buffer.from(await got.arrayBuffer()).equals(PDF)).toBe(true);
    expect(got.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Plan d_eau.pdf"; filename\*=UTF-8''Plan%20d%E2%80%99eau.pdf$/,
    );
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await ask('bob', `/api/spaces/${space}/files/${hash}`)).status).toBe(404);
    await upload('ann', 'partners', new Uint8Array(PDF));
    expect((await ask('bob', `/api/spaces/${space}/files/${hash}`)).status).toBe(200);
  });

  it('FILE-2 lets nobody else go on with an upload, nor bring a file into a circle that they do not read', async () => {
    const location = (await begin('ann', 'core', PDF.byteLength)).headers.get('location') ?? '';
    expect((await send('bob', location, 0, new Uint8Array(PDF))).status).toBe(404);
    expect((await ask('bob', location, { method: 'HEAD' })).status).toBe(404);
    expect((await begin('bob', 'core', 10)).status).toBe(404);
  });

  it('FILE-3 recognises the type by content and refuses what only calls itself something', async () => {
    const docx = zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') });
    const macro = zipSync({
      '[Content_Types].xml': strToU8('<x/>'),
      'word/document.xml': strToU8('<x/>'),
      'word/vbaProject.bin': strToU8('x'),
    });
    const accepted: [Uint8Array, string, string][] = [
      [docx, 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [Buffer.from('a;b\n1;2\n'), 'a.csv', 'text/csv'],
      [Buffer.from('Procès-verbal'), 'a.txt', 'text/plain'],
      [Buffer.from('89504e470d0a1a0a00', 'hex'), 'a.png', 'image/png'],
    ];
    for (const [bytes, name, type] of accepted)
      expect((await upload('ann', 'core', new Uint8Array(bytes), name)).headers.get('tablee-file-type')).toBe(
        type,
      );
    for (const bytes of [
      macro,
      Buffer.from('<!doctype html><script>'),
      Buffer.from('MZ\u0000\u0001'),
      Buffer.from('<svg xmlns="x">'),
    ]) {
      const refused = await upload('ann', 'core', new Uint8Array(bytes), 'harmless.pdf');
      expect(refused.status).toBe(415);
      expect((await answerOf<Problem>(refused)).code).toBe('UnknownFileType');
    }
  });

  it('FILE-5 gives one piece to a player that asks for it, and the whole for anything else', async () => {
    await upload('ann', 'core', new Uint8Array(PDF));
    const at = `/api/spaces/${space}/files/${createHash('sha256').update(PDF).digest('hex')}`;
    const piece = async (range: string): Promise<readonly [number, string | null, number]> => {
      const answer = await ask('ann', at, { headers: { range } });
      const { byteLength } = await answer.arrayBuffer();
      return [answer.status, answer.headers.get('content-range'), byteLength];
    };
    expect(await piece('bytes=0-1')).toEqual([206, `bytes 0-1/${PDF.byteLength}`, 2]);
    expect(await piece('bytes=3000-')).toEqual([206, `bytes 3000-3008/${PDF.byteLength}`, 9]);
    for (const odd of ['bytes=9000-', 'bytes=-5', 'bytes=0-1,4-5', 'lines=1-2'])
      expect(await piece(odd)).toEqual([200, null, PDF.byteLength]);
  });

  it('FILE-4 refuses what is larger than 100 MB before it is sent', async () => {
    const refused = await begin('ann', 'core', 100_000_001);
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: 'TooLarge', detail: '100000000 bytes' });
  });
});
