import { createServer } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { afterEach, expect, it } from 'vitest';
import { imapSource } from './imap.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

const mailOf = (subject: string): string =>
  ['From: blessing@ministere.test', 'To: tablee@vallee.test', `Subject: ${subject}`, '', 'Oui'].join('\r\n');

let close: (() => void) | undefined;
afterEach(() => close?.());

it('fetches the mails of an IMAP folder, takes away those that were taken, and leaves those that are too large', async () => {
  const port = await freePort();
  const folder = { messages: ['one', 'large', 'later'].map((subject) => ({ raw: mailOf(subject) })) };
  const server = hoodiecrow({
    plugins: ['ID', 'UIDPLUS', 'LITERALPLUS', 'NAMESPACE', 'SASL-IR', 'ENABLE', 'UNSELECT', 'SPECIAL-USE'],
    storage: { INBOX: { messages: [] }, '': { folders: { Tablee: folder }, separator: '/' } },
  });
  await new Promise<void>((ready) => server.listen(port, ready));
  close = () => server.close();
  const source = imapSource(`imap://testuser:testpass@127.0.0.1:${port}/Tablee`);
  const look = async (): Promise<readonly string[]> => {
    const seen: string[] = [];
    await source.each(async (raw) => {
      const subject = /^Subject: (.+)$/m.exec(Buffer.from(raw).toString())?.[1]?.trim() ?? '';
      seen.push(subject);
      if (subject === 'later') return 'later';
      return subject === 'large' ? 'left' : 'taken';
    });
    return seen;
  };
  expect(await look()).toEqual(['one', 'large', 'later']);
  expect(await look()).toEqual(['later']);
}, 20_000);
