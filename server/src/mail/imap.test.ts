import { createServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import hoodiecrow from 'hoodiecrow-imap';
import { afterEach, expect, it } from 'vitest';
import { selfSigned } from '../testing/certificate.ts';
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
const trusted = getCACertificates('default');
afterEach(() => {
  close?.();
  setDefaultCACertificates(trusted);
});

/** A server with a folder of mails, on a port of its own. */
const serve = async (subjects: readonly string[], more: object = {}): Promise<number> => {
  const port = await freePort();
  const folder = { messages: subjects.map((subject) => ({ raw: mailOf(subject) })) };
  const server = hoodiecrow({
    plugins: ['ID', 'UIDPLUS', 'LITERALPLUS', 'NAMESPACE', 'SASL-IR', 'ENABLE', 'UNSELECT', 'SPECIAL-USE'],
    storage: { INBOX: { messages: [] }, '': { folders: { Tablee: folder }, separator: '/' } },
    ...more,
  });
  await new Promise<void>((ready) => server.listen(port, ready));
  close = () => server.close();
  return port;
};

/** One look at a folder: the subjects that were there, each done with as its name says. */
const look = async (address: string): Promise<readonly string[]> => {
  const seen: string[] = [];
  await imapSource(address).each(async (raw) => {
    const subject = /^Subject: (.+)$/m.exec(Buffer.from(raw).toString())?.[1]?.trim() ?? '';
    seen.push(subject);
    if (subject === 'later') return 'later';
    return subject === 'large' ? 'left' : 'taken';
  });
  return seen;
};

it('fetches the mails of an IMAP folder, takes away those that were taken, and leaves those that are too large', async () => {
  const port = await serve(['one', 'large', 'later']);
  const address = `imap://testuser:testpass@127.0.0.1:${port}/Tablee`;
  expect(await look(address)).toEqual(['one', 'large', 'later']);
  expect(await look(address)).toEqual(['later']);
}, 20_000);

it('fetches over TLS from a server whose certificate is vouched for, and from no other', async () => {
  const credentials = selfSigned(Date.now());
  const port = await serve(['one'], { secureConnection: true, credentials });
  const address = `imaps://testuser:testpass@127.0.0.1:${port}/Tablee`;
  await expect(look(address)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  setDefaultCACertificates([...trusted, credentials.cert]);
  expect(await look(address)).toEqual(['one']);
  expect(await look(address)).toEqual([]);
}, 20_000);
