import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/** The key of the server never seals by itself: another use of it must not be one of this. */
const ownKey = (key: Buffer): Buffer => createHash('sha256').update('sealed letters').update(key).digest();

/** Seals a text with AES-256-GCM: whoever has the file without the key beside it reads nothing of it. */
export const seal = (key: Buffer, text: string): Uint8Array => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', ownKey(key), nonce);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

/** The text of {@link seal}; `undefined` where it was sealed with another key or was changed. */
export const unseal = (key: Buffer, sealed: Uint8Array): string | undefined => {
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv('aes-256-gcm', ownKey(key), bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
};
