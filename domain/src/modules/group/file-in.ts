import { type FileRef, file, type PartRef, read } from '@tablee/domain/kernel';

// In a file of its own: the first page of the app reads groups, and does without the kinds of fields.
const FILE = file();

/** The file of a paper or a statement; `undefined` when there is none or it was erased. */
export const fileIn = (part: PartRef | null): FileRef | undefined => read(FILE, part?.value);
