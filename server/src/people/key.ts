import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The key for short secrets (codes) and forms, 32 bytes in a file of mode 0600, made at the first start.
 * @throws when the file holds something else: a new key would lock out everybody who enters by code.
 */
export const keyIn = (file: string): Buffer => {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  const key = readFileSync(file);
  if (key.length !== 32) throw new Error(`${file} is not a key; put back the one from the backup`);
  return key;
};
