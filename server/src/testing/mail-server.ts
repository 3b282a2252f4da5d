import { SMTPServer } from 'smtp-server';

/** A real mail server on a loopback port that the system chooses; it keeps what it gets. */
export const mailServer = async () => {
  const mails: string[] = [];
  const tried: string[] = [];
  const unknown = new Set<string>();
  const heard = new Set<() => void>();
  let refusals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(unknown.has(address) ? Object.assign(new Error('nobody here'), { responseCode: 550 }) : null);
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        tried.push(Buffer.concat(chunks).toString('utf8'));
        if (refusals > 0) {
          refusals -= 1;
          done(new Error('try again'));
          return;
        }
        mails.push(Buffer.concat(chunks).toString('utf8'));
        done();
        for (const wake of heard) wake();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** Everything that was brought, also what was refused. */
    tried,
    /** Says of an address that there is nobody. */
    unknown: (address: string) => void unknown.add(address),
    refuse: (times: number) => {
      refusals = times;
    },
    next: (count: number) =>
      new Promise<void>((done) => {
        const check = (): void => {
          if (mails.length >= count) done();
        };
        heard.add(check);
        check();
      }),
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
};

/** The text of a mail, its transfer encoding undone. */
export const plain = (mail: string): string => {
  const [, part = ''] = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(mail) ?? [];
  if (/base64/.test(mail.slice(0, mail.indexOf(part)))) return Buffer.from(part, 'base64').toString('utf8');
  const bytes = part
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
};
