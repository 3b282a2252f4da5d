import { writeFileSync } from 'node:fs';
import { type Archive, packArchive } from '../../server/src/space/archive.ts';

/** Writes an archive to `path` and says in one line what is in it. */
export const writeSample = (archive: Archive, path: string): void => {
  const bytes = packArchive(archive);
  writeFileSync(path, bytes);
  const { seq } = archive.manifest.head;
  process.stdout.write(
    `${path}: ${seq} events, ${archive.people.cards.length} people, ${bytes.byteLength} bytes\n`,
  );
};
