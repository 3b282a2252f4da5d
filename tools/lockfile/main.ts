/** Completes `package-lock.json` after a dependency changed: `node tools/lockfile/main.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { completed, type Lockfile, missingEntries } from './complete.ts';

const lock: Lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = missingEntries(lock);
if (missing.length > 0) writeFileSync('package-lock.json', `${JSON.stringify(completed(lock), null, 2)}\n`);
console.log(`${missing.length} entries for other platforms added to package-lock.json`);
