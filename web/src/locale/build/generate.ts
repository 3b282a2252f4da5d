import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { catalogueFaults, generatedTypes, readCatalogues, TYPES_FOLDER } from './catalogue.ts';

/** Writes the message types again where the PO files changed; returns the names of the files written. */
export function writeMessageTypes(isCurrent: (path: string, text: string) => boolean): string[] {
  const written: string[] = [];
  for (const [name, text] of generatedTypes(readCatalogues())) {
    const path = join(TYPES_FOLDER, name);
    if (isCurrent(path, text)) continue;
    writeFileSync(path, text);
    written.push(name);
  }
  return written;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = catalogueFaults(readCatalogues());
  for (const fault of faults) console.error(fault);
  const written = writeMessageTypes(() => false);
  console.log(`${written.length} files of message types written`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
