import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { expect } from 'vitest';
import type { Environment } from './server.ts';

/** A mail server that keeps what it gets, and a mailbox that somebody else fills. */
export interface PostBox {
  /** What the server under test is told of both. */
  readonly environment: Environment;
  /** Waits for a letter that left and in which the pattern is found; its text, unfolded. */
  letter(pattern: RegExp): Promise<string>;
  /** How many letters left so far. */
  count(): number;
  /** Puts a mail into the mailbox, line by line, under a name of its own. */
  arrives(name: string, lines: readonly string[]): void;
  close(): Promise<void>;
}

const unfolded = (raw: string): string => raw.replace(/=\r\n/g, '').replaceAll('=3D', '=');

/** Opens both on this machine. The caller closes them. */
export const openPostBox = async (): Promise<PostBox> => {
  const box = mkdtempSync(join(tmpdir(), 'tablee-box-'));
  mkdirSync(join(box, 'new'));
  const sent: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        sent.push(unfolded(Buffer.concat(chunks).toString('utf8')));
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
  const address = smtp.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    environment: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: 'tablee@vallee.test',
      MAIL_IN: `maildir:${box}`,
    },
    letter: async (pattern) => {
      await expect.poll(() => sent.some((each) => pattern.test(each))).toBe(true);
      return sent.find((each) => pattern.test(each)) ?? '';
    },
    count: () => sent.length,
    arrives: (name, lines) => writeFileSync(join(box, 'new', name), lines.join('\r\n')),
    close: async () => {
      await new Promise<void>((done) => smtp.close(() => done()));
      rmSync(box, { recursive: true, force: true });
    },
  };
};

/** Where a reply to a letter goes. @throws when the letter says nothing of it. */
export const replyTo = (letter: string): string => {
  const to = /^Reply-To:\s*(\S+)/im.exec(letter)?.[1];
  if (to === undefined) throw new Error(`no address to reply to in: ${letter}`);
  return to;
};

/** A reply as a mail program writes it, by its sender and its words. */
export const replyOf = (from: string, to: string, words: readonly string[]): readonly string[] => [
  ...[`From: ${from}`, `To: ${to}`, 'Subject: Re: autre chose'],
  ...[`Message-ID: <${crypto.randomUUID()}@ministere.test>`, 'Content-Type: text/plain; charset=utf-8', ''],
  ...words,
];
