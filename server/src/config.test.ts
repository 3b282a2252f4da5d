import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';

describe('configuration', () => {
  it('CFG-1 listens on loopback, port 3000, and keeps its data beside the program when nothing is set', () => {
    const parsed = parseConfig({ PATH: '/bin' });
    expect(parsed).toMatchObject({
      ok: true,
      config: {
        host: '127.0.0.1',
        port: 3000,
        data: resolve('./data'),
        url: 'http://127.0.0.1:3000',
        logLevel: 'info',
      },
    });
  });

  it('CFG-2 names an unknown setting and the known ones', () => {
    const parsed = parseConfig({ TABLEE_DATE: './data' });
    expect(parsed.ok ? '' : parsed.lines.join()).toMatch(/TABLEE_DATE is not a setting.*TABLEE_DATA/);
  });

  it('CFG-3 says what each bad value should look like, all at once', () => {
    const parsed = parseConfig({ PORT: 'many', LOG_LEVEL: 'loud', TABLEE_URL: 'ftp://x' });
    const lines = parsed.ok ? [] : parsed.lines;
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).toMatch(/PORT=many is not valid: expected a whole number/);
  });

  it('CFG-4 refuses a setting that this version does not serve instead of ignoring it', () => {
    const parsed = parseConfig({ DATABASE_URL: 'postgres://db' });
    expect(parsed.ok ? '' : parsed.lines.join()).toMatch(/DATABASE_URL is not served/);
  });

  it('CFG-5 takes an empty setting for one that is not set', () => {
    expect(parseConfig({ PORT: '' })).toMatchObject({ ok: true, config: { port: 3000 } });
  });

  it('takes a maildir or an encrypted IMAP folder for incoming mail, and does not repeat its password', () => {
    const good = [
      'maildir:/var/mail/tablee',
      'imaps://me:secret@mail.test/INBOX',
      'imap://me:x@127.0.0.1:143/',
    ];
    for (const MAIL_IN of good) expect(parseConfig({ MAIL_IN })).toMatchObject({ ok: true });
    const parsed = parseConfig({
      MAIL_IN: 'imap://me:secret@mail.test/INBOX',
      MAIL_ADDRESS: 'tablee@mail.test',
    });
    const lines = parsed.ok ? '' : parsed.lines.join('\n');
    expect(lines).toMatch(/MAIL_IN is not valid: expected a maildir/);
    expect(lines).toMatch(/MAIL_ADDRESS=tablee@mail.test is not valid/);
    expect(lines).not.toContain('secret');
  });
});
