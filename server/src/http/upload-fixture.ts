import type { Listening } from './listen-fixture.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What a test sends by tus to a server that listens. */
export interface Uploader {
  /** A request as somebody, as the client of tus asks. */
  ask(who: string, path: string, init?: RequestInit): Promise<Response>;
  /** Begins an upload of `size` bytes at `path`; claims to be somebody else’s, which must not help. */
  begin(who: string, path: string, size: number, given: Readonly<Record<string, string>>): Promise<Response>;
  /** A piece of an upload, from `offset` on. */
  send(who: string, location: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response>;
}

/** Speaks tus to a server. */
export const uploaderOn = (server: () => Listening): Uploader => {
  const ask = (who: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', who);
    headers.set('origin', server().url);
    headers.set('tus-resumable', '1.0.0');
    return fetch(`${server().url}${path}`, { ...init, headers });
  };
  return {
    ask,
    begin: (who, path, size, given) =>
      ask(who, path, {
        method: 'POST',
        headers: {
          'upload-length': String(size),
          'upload-metadata': Object.entries({ ...given, space: 'forged', account: 'forged' })
            .map(([key, value]) => `${key} ${base64(value)}`)
            .join(','),
        },
      }),
    send: (who, location, offset, bytes) =>
      ask(who, location, {
        method: 'PATCH',
        body: bytes,
        headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      }),
  };
};
