import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupsIn } from '../backup/backup.ts';
import type { Report } from './space-routes.ts';

const versionOf = (packageFile: string): string => {
  const found: unknown = JSON.parse(readFileSync(packageFile, 'utf8'));
  const version =
    typeof found === 'object' && found !== null && 'version' in found ? found.version : undefined;
  return typeof version === 'string' ? version : 'unknown';
};

/** What the steward's page says of the program itself: its version, and as of when the last backup is (absent: none). */
export const reportOf = (backups: string): Report => {
  const version = versionOf(join(import.meta.dirname, '../../package.json'));
  return async () => {
    const last = (await backupsIn(backups)).at(-1);
    return { version, ...(last === undefined ? {} : { backup: last.asOf }) };
  };
};
