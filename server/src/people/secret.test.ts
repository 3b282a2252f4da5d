import { describe, expect, it } from 'vitest';
import { ALLOWANCES, limiter } from './limit.ts';
import { hasherOf, newCode, newId, newToken, readCode } from './secret.ts';
import { deviceOf } from './session.ts';

describe('secrets', () => {
  it('are ids of 20 letters, tokens of 128 and 256 bits, codes of five letters and four digits', () => {
    expect(newId()).toMatch(/^[a-z2-7]{20}$/);
    expect([newToken(128).length, newToken(256).length]).toEqual([22, 43]);
    for (let times = 0; times < 200; times += 1) expect(newCode()).toMatch(/^[A-HJKMNP-Z]{5}-\d{4}$/);
  });

  it('are read as people type them', () => {
    for (const typed of ['puits-4821', ' PUITS 4821', 'p u i t s 4 8 2 1'])
      expect(readCode(typed)).toBe('PUITS4821');
    for (const typed of ['', 'PUITS', 'PUITS-48210', '4821-PUITS']) expect(readCode(typed)).toBeUndefined();
  });

  it('are hashed with a salt of their own and compared whatever the writing of their accents', async () => {
    const hasher = hasherOf(8);
    const [one, two] = [await hasher.hash('été comme hiver'), await hasher.hash('été comme hiver')];
    expect(one).not.toBe(two);
    expect(await hasher.matches('été comme hiver'.normalize('NFD'), one)).toBe(true);
    expect(await hasher.matches('ete comme hiver', one)).toBe(false);
    expect(await hasher.matches('été comme hiver', undefined)).toBe(false);
  });
});

describe('the limiter', () => {
  it('allows a burst, then says how long to wait, then fills up again evenly', () => {
    const limit = limiter();
    const { burst, perSeconds } = ALLOWANCES.message;
    for (let times = 0; times < burst; times += 1) expect(limit.take('message', 'a', 0)).toBe(0);
    expect(limit.take('message', 'a', 0)).toBe(perSeconds / burst);
    expect(limit.take('message', 'b', 0)).toBe(0);
    expect(limit.take('message', 'a', (perSeconds / burst) * 1_000)).toBe(0);
    expect(limit.take('message', 'a', (perSeconds / burst) * 1_000)).toBeGreaterThan(0);
  });
});

it('names a device by browser and system alone', () => {
  const phone =
    'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36';
  expect(deviceOf(phone)).toBe('Samsung Internet, Android');
  expect(deviceOf('curl/8')).toBe('');
});
