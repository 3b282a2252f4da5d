import { isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import type { DetailedError } from 'tus-js-client';
import { Fault } from './api.ts';
import type { FileShelf, KeptFile } from './file-shelf.ts';

/** The server took the bytes and refused the file: the code of the refusal. */
export class UploadRefused extends Error {}

/** How long nothing may move before a line counts as lost, in milliseconds. */
const PATIENCE_MS = 60_000;
const CHUNK_BYTES = 1_048_576;
/** Refusals that another try can help, and those that end a session or ask for a newer app. */
const NOT_OF_THE_FILE: ReadonlySet<number> = new Set([401, 408, 409, 423, 426, 429, 460]);

const endpointOf = ({ space, place }: KeptFile): string =>
  'circle' in place ? path.files(space) : path.personalFiles(space, place.item);

/**
 * Sends a kept file in resumable pieces of 1 MB, going on where an earlier page stopped; the shelf is told how far it
 * is. Resolves once the server has it.
 * @throws {UploadRefused} when the server refuses the file; {Fault} when no answer came or the session ended.
 */
export const upload = async (shelf: FileShelf, row: KeptFile): Promise<void> => {
  const { Upload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    const lost = (): void => {
      void sending.abort();
      reject(new Fault(0, 'Unreachable', true));
    };
    let patience = setTimeout(lost, PATIENCE_MS);
    const end = (settle: () => void): void => {
      clearTimeout(patience);
      settle();
    };
    const sending = new Upload(row.bytes, {
      endpoint: endpointOf(row),
      uploadUrl: row.upload ?? null,
      chunkSize: CHUNK_BYTES,
      // Whoever sends the outbox tries again, at the pace of the outbox.
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { name: row.ref.name, ...row.place },
      onUploadUrlAvailable: () => {
        if (sending.url !== null) void shelf.note(row, { upload: sending.url });
      },
      onProgress: (sent, total) => {
        clearTimeout(patience);
        patience = setTimeout(lost, PATIENCE_MS);
        shelf.noteShare(row.key, total === 0 ? 1 : sent / total);
      },
      onError: (error) => end(() => reject(faultOf(error))),
      onSuccess: () => end(resolve),
    });
    sending.start();
  });
};

const faultOf = (error: Error | DetailedError): Error => {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  const status = answer?.getStatus() ?? 0;
  if (answer === null || status === 0) return new Fault(0, 'Unreachable', true);
  const code = codeIn(answer.getBody()) ?? `Http${status}`;
  if (status >= 500 || NOT_OF_THE_FILE.has(status))
    return new Fault(status, code, status !== 401 && status !== 426);
  return new UploadRefused(code);
};

/** The code of a refusal (RFC 9457). */
const codeIn = (body: string): string | undefined => {
  try {
    const problem: unknown = JSON.parse(body);
    return isObject(problem) && typeof problem['code'] === 'string' ? problem['code'] : undefined;
  } catch {
    return undefined;
  }
};
