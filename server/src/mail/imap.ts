import { MAX_MAIL } from './read-mail.ts';
import type { MailSource } from './source.ts';

const EVERY = 60_000;

/** How an IMAP folder is reached. */
interface Reach {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string;
  readonly pass: string;
  readonly folder: string;
}

/** Reads `imaps://user:password@host/folder`; without a folder it is `INBOX`. */
const reachOf = (address: string): Reach => {
  const url = new URL(address);
  const secure = url.protocol === 'imaps:';
  const folder = decodeURIComponent(url.pathname.replace(/^\//, ''));
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 993 : 143) : Number(url.port),
    secure,
    user: decodeURIComponent(url.username),
    pass: decodeURIComponent(url.password),
    folder: folder === '' ? 'INBOX' : folder,
  };
};

/**
 * A folder of an IMAP server, looked at once a minute over a connection that ends with each look. What was taken is
 * deleted there; what is too large is flagged and stays. The folder must be Tablée's own.
 */
export const imapSource = (address: string): MailSource => ({
  every: EVERY,
  async each(take) {
    const { host, port, secure, user, pass, folder } = reachOf(address);
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow({
      host,
      port,
      secure,
      auth: { user, pass },
      logger: false,
      disableAutoIdle: true,
    });
    // A connection that breaks also rejects what waits for it: one report of it is enough.
    client.on('error', () => undefined);
    await client.connect();
    try {
      const lock = await client.getMailboxLock(folder);
      try {
        const found = await client.search({ flagged: false, deleted: false }, { uid: true });
        for (const uid of Array.isArray(found) ? found : []) {
          const at = { uid: true };
          const mail = await client.fetchOne(String(uid), { source: { maxLength: MAX_MAIL + 1 } }, at);
          if (mail === false || mail?.source === undefined) continue;
          const taken = await take(mail.source);
          if (taken === 'taken') await client.messageDelete(String(uid), at);
          if (taken === 'left') await client.messageFlagsAdd(String(uid), ['\\Flagged'], at);
        }
      } finally {
        lock.release();
      }
    } finally {
      await client.logout().catch(() => client.close());
    }
  },
  watch: () => () => undefined,
});
