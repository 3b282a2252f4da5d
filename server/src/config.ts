import { resolve } from 'node:path';
import * as z from 'zod';

/** The most verbose line that is still written. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
/** One of the levels of the log. */
export type LogLevel = (typeof LOG_LEVELS)[number];

const port = z.coerce.number().int().min(0).max(65_535);
const webAddress = z.url({ protocol: /^https?$/ });

/** A maildir by its absolute path, or a folder of an IMAP server; without encryption only on this very machine. */
const MAIL_IN =
  /^(maildir:\/[^\s]+|imaps:\/\/[^\s@]+@[^\s@]+|imap:\/\/[^\s@]+@(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/[^\s]*)?)$/;

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  TABLEE_DATA: z.string().min(1).default('./data'),
  TABLEE_URL: webAddress.optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).optional(),
  MAIL_IN: z.string().regex(MAIL_IN).optional(),
  MAIL_ADDRESS: z
    .string()
    .regex(/^[^\s@*<>]*\*[^\s@*<>]*@[^\s@*<>]+$/)
    .optional(),
  TRUST_PROXY: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

const NAMES = Object.keys(environment.shape);

/** What each name expects, for the line that says how to mend it. */
const EXPECTED: { readonly [name: string]: string } = {
  HOST: 'an address to listen on, for example 127.0.0.1',
  PORT: 'a whole number from 0 to 65535, for example 3000',
  TABLEE_DATA: 'a folder, for example ./data',
  TABLEE_URL: 'the address that people open, for example https://tablee.example.org',
  BACKUP_DIR: 'a folder, for example /var/backups/tablee',
  SMTP_URL: 'a mail server, for example smtps://user:password@mail.example.org',
  MAIL_FROM: 'a sender, for example Tablée <tablee@example.org>',
  MAIL_IN:
    'a maildir or an IMAP folder, for example maildir:/var/mail/tablee or imaps://user:password@mail.example.org/INBOX',
  MAIL_ADDRESS: 'the address of incoming mail with a * where Tablée writes, for example tablee+*@example.org',
  TRUST_PROXY: 'the address of the proxy in front, for example 127.0.0.1',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
};

/** May hold a password: it is not repeated where others may read it. */
const HIDDEN: ReadonlySet<string> = new Set(['SMTP_URL', 'MAIL_IN']);

/** Named in the design and served by a later package: setting one must not be ignored silently. */
const NOT_YET = ['DATABASE_URL', 'FILES_URL'];

/** Everything that the environment decides, parsed once at start. */
export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  /** The address that people open, without a slash at the end. */
  readonly url: string;
  /** Absolute path of the folder for backups. */
  readonly backups: string;
  readonly smtp?: string;
  readonly mailFrom?: string;
  /** Where mail comes from: `maildir:/path` or `imaps://user:password@host/folder`. */
  readonly mailIn?: string;
  /** The address of incoming mail, with one `*`. */
  readonly mailAddress?: string;
  /** The address of the proxy whose `X-Forwarded-For` counts. */
  readonly trustProxy?: string;
  readonly logLevel: LogLevel;
}

/** The configuration, or the lines that say what to mend. */
export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly lines: readonly string[] };

type Environment = { readonly [name: string]: string | undefined };

const unknownNames = (env: Environment): string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith('TABLEE_') && !NAMES.includes(name))
    .map((name) => `${name} is not a setting. Known: ${NAMES.join(', ')}`);

const notYet = (env: Environment): string[] =>
  NOT_YET.filter((name) => env[name]).map((name) => `${name} is not served by this version; remove it.`);

/**
 * Reads the environment. An unknown `TABLEE_*` name, a bad value and a setting that this version does not
 * serve are each answered by one line that names the setting and shows a good value; nothing is guessed.
 */
export const parseConfig = (env: Environment): ParsedConfig => {
  const given = Object.fromEntries(NAMES.map((name) => [name, env[name] === '' ? undefined : env[name]]));
  const parsed = environment.safeParse(given);
  const wrong = parsed.success
    ? []
    : [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))].map(
        (name) =>
          `${name}${HIDDEN.has(name) ? '' : `=${env[name] ?? ''}`} is not valid: expected ${EXPECTED[name] ?? 'another value'}.`,
      );
  const lines = [...unknownNames(env), ...notYet(env), ...wrong];
  if (!parsed.success || lines.length > 0) return { ok: false, lines };
  const { HOST, PORT, TABLEE_DATA, TABLEE_URL, BACKUP_DIR, SMTP_URL, MAIL_FROM, TRUST_PROXY, LOG_LEVEL } =
    parsed.data;
  const { MAIL_IN: mailIn, MAIL_ADDRESS: mailAddress } = parsed.data;
  const data = resolve(TABLEE_DATA);
  return {
    ok: true,
    config: {
      host: HOST,
      port: PORT,
      data,
      url: (TABLEE_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/+$/, ''),
      backups: resolve(BACKUP_DIR ?? `${data}/backup`),
      ...(SMTP_URL === undefined ? {} : { smtp: SMTP_URL }),
      ...(MAIL_FROM === undefined ? {} : { mailFrom: MAIL_FROM }),
      ...(mailIn === undefined ? {} : { mailIn }),
      ...(mailAddress === undefined ? {} : { mailAddress }),
      ...(TRUST_PROXY === undefined ? {} : { trustProxy: TRUST_PROXY }),
      logLevel: LOG_LEVEL,
    },
  };
};
