import { type FileType, fileTypeOf, type Glance } from '@tablee/domain/file';

/** The type of a file by its content, as the domain tells it; `undefined` for a kind that is not taken in. */
export const typeOf = (glance: Glance): FileType | undefined =>
  fileTypeOf(glance, (bytes) => new TextDecoder().decode(bytes, { stream: true }));
