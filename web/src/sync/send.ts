import { PROTOCOL, PROTOCOL_HEADER } from '@tablee/domain/protocol';

/** How long a request may take before it counts as lost, in milliseconds: a 2G link is slow, not dead. */
const PATIENCE_MS = 45_000;

/** A file goes up as it is; everything else as JSON. */
const contentType = (body: unknown): Record<string, string> => {
  if (body === undefined) return {};
  return { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' };
};

/** One request to the server, as every part of the app sends it. Rejects as `fetch` does when no answer comes. */
export const send = (method: string, url: string, body?: unknown): Promise<Response> =>
  fetch(url, {
    method,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      [PROTOCOL_HEADER]: String(PROTOCOL),
      accept: 'application/json',
      'accept-language': document.documentElement.lang || 'fr',
      ...contentType(body),
    },
    ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
  });
