import { type FileRef, isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';

/** The server took the bytes and refused the file, or the file is too large: the reason in the reader's language. */
export class UploadRefused extends Error {}

const CHUNK_BYTES = 1_048_576;

/**
 * Sends a file to the readers of a circle in resumable pieces of 1 MB; `told` gets the share sent, 0 to 1.
 * @throws {UploadRefused} when the server refuses the file; the tus client's error when the network is gone for good.
 */
export const upload = async (
  space: string,
  circle: string,
  file: File,
  told: (share: number) => void,
): Promise<FileRef> => {
  const { Upload } = await import('tus-js-client');
  return new Promise((resolve, reject) => {
    let kept: FileRef | undefined;
    const sending = new Upload(file, {
      endpoint: path.files(space),
      chunkSize: CHUNK_BYTES,
      retryDelays: [0, 1_000, 3_000, 10_000, 30_000],
      metadata: { name: file.name, circle },
      onProgress: (sent, total) => told(total === 0 ? 1 : sent / total),
      onAfterResponse: (_request, response) => {
        const hash = response.getHeader('tablee-file-hash');
        const type = response.getHeader('tablee-file-type');
        if (hash && type) kept = { hash, type, name: file.name, size: file.size };
      },
      onError: (error) => {
        const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined;
        reject(body === undefined ? error : new UploadRefused(titleIn(body)));
      },
      onSuccess: () => (kept === undefined ? reject(new UploadRefused('Malformed')) : resolve(kept)),
    });
    sending.start();
  });
};

/** The sentence of a refusal (RFC 9457), else the answer as it came. */
const titleIn = (body: string): string => {
  try {
    const problem: unknown = JSON.parse(body);
    return isObject(problem) && typeof problem['title'] === 'string' ? problem['title'] : body;
  } catch {
    return body;
  }
};
