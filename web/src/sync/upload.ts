import type { FileRef } from '@tablee/domain/kernel';
import { isObject } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import { request } from './api.ts';

/** The server took the bytes and refused the file, or the file is too large: the reason in the reader's language. */
export class UploadRefused extends Error {}

const CHUNK_BYTES = 1_048_576;

const isFileRef = (value: unknown): value is FileRef =>
  isObject(value) &&
  typeof value['hash'] === 'string' &&
  typeof value['size'] === 'number' &&
  typeof value['name'] === 'string' &&
  typeof value['type'] === 'string';

/** The address of one upload, whose last segment names it. */
const uploadId = (url: string): string => url.split('/').at(-1) ?? '';

/**
 * Sends a file to the readers of a circle in resumable pieces of 1 MB; `told` gets the share sent, 0 to 1.
 * @throws {UploadRefused} when the server refuses the file, {@link Fault} when the network is gone for good.
 */
export const upload = async (
  space: string,
  circle: string,
  file: File,
  told: (share: number) => void,
): Promise<FileRef> => {
  const { Upload } = await import('tus-js-client');
  const url = await new Promise<string>((resolve, reject) => {
    const sending = new Upload(file, {
      endpoint: path.files(space),
      chunkSize: CHUNK_BYTES,
      retryDelays: [0, 1_000, 3_000, 10_000, 30_000],
      metadata: { filename: file.name, filetype: file.type, circle },
      onProgress: (sent, total) => told(total === 0 ? 1 : sent / total),
      onError: (error) =>
        reject(
          'originalResponse' in error
            ? new UploadRefused(error.originalResponse?.getBody() || error.message)
            : error,
        ),
      onSuccess: () => resolve(sending.url ?? ''),
    });
    sending.start();
  });
  const answer = await request('GET', `${path.files(space)}/uploads/${uploadId(url)}`);
  if (!isFileRef(answer)) throw new UploadRefused('Malformed');
  return answer;
};
