import { LOG_LEVELS, type LogLevel } from './config.ts';

/**
 * What a line may say beside time, level and event: nothing personal by construction. There is no member for
 * a payload, a name, an address, a token or a query string, and no free text.
 */
export interface LogFields {
  readonly correlationId?: string;
  /** The pattern of the route (`/api/spaces/:space/commands`), never the address that was called. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly ms?: number;
  /** A stable code: of a refusal, a problem, a failure of the system. */
  readonly code?: string;
  readonly count?: number;
  /** Where a defect was thrown: file and line of our own code, never its message. */
  readonly at?: string;
}

/** Writes one line. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** JSON lines from `level` on; `write` gets each with its line end, `now` stamps it (ISO 8601 UTC). */
export const createLog = (level: LogLevel, write: (line: string) => void, now: () => string): Log => {
  const from = LOG_LEVELS.indexOf(level);
  const at =
    (name: LogLevel) =>
    (event: string, fields: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(name) < from) return;
      write(`${JSON.stringify({ time: now(), level: name, event, ...fields })}\n`);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};

/** Lines on their way out. */
export interface Gathered {
  add(line: string): void;
  /** Writes what waits, now: for the end of the process. */
  flush(): void;
}

/**
 * Gathers the lines of one turn of the event loop and writes them in one piece, in their order: a call to the system
 * per line would cost a busy server more than the answer that the line is about.
 */
export const gathered = (write: (text: string) => void): Gathered => {
  let waiting = '';
  const flush = (): void => {
    const text = waiting;
    waiting = '';
    if (text !== '') write(text);
  };
  return {
    add: (line) => {
      if (waiting === '') setImmediate(flush);
      waiting += line;
    },
    flush,
  };
};

/** Writes nothing: for tests and commands. */
export const SILENT: Log = createLog(
  'silent',
  () => undefined,
  () => '',
);

/** Where a thrown value comes from, without its message (which may hold what somebody wrote). */
export const placeOf = (thrown: unknown): string => {
  const frame =
    thrown instanceof Error
      ? (thrown.stack ?? '').split('\n').find((line) => line.includes('/src/'))
      : undefined;
  return frame?.replace(/^.*\/(?=(?:server|domain)\/src\/)/, '').replace(/\)$/, '') ?? 'unknown';
};
