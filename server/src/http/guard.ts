import { PROTOCOL, PROTOCOL_HEADER } from '@tablee/domain/protocol';
import type { Hono, Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { LedgerFault } from '../ledger/port.ts';
import { placeOf } from '../log.ts';
import { Busy, NewerSpace } from '../space/spaces.ts';
import { type AppDeps, accountOf, type Call, type Env } from './context.ts';
import { languageOf, type ProblemCode, problem, Refused } from './problem.ts';
import { Limiter, RATES } from './rate.ts';

/** The largest JSON body, in bytes. */
export const MAX_BODY = 1_000_000;

/** No inline script, nothing from elsewhere, nobody may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: readonly (readonly [string, string])[] = [
  ['content-security-policy', POLICY],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(self), geolocation=(), microphone=(self), payment=()'],
  ['x-frame-options', 'DENY'],
];

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const isChange = (method: string): boolean => !READING.has(method);

/** The address that counts: the caller's, or what the trusted proxy says of it. */
const addressOf = (deps: AppDeps, c: Call): string => {
  const remote = c.env?.incoming?.socket.remoteAddress ?? 'local';
  const plain = remote.replace(/^::ffff:/, '');
  if (deps.trustProxy === undefined || plain !== deps.trustProxy) return plain;
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? plain;
};

/** Changes come from our own pages: the browser says where a request comes from, and other sites cannot forge it. */
const isFromHere = (deps: AppDeps, c: Call): boolean => {
  const origin = c.req.header('origin');
  if (origin === undefined) return c.req.header('sec-fetch-site') === 'same-origin';
  if (origin === new URL(deps.url).origin) return true;
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return origin === `https://${host}` || origin === `http://${host}`;
};

const codeOf = (error: unknown): ProblemCode => {
  if (error instanceof Busy) return 'Busy';
  if (error instanceof NewerSpace) return 'NewerSpace';
  return error instanceof LedgerFault ? 'StoreFault' : 'ServerFault';
};

const answerError = (deps: AppDeps, c: Call, error: unknown): Response => {
  const base = { language: c.get('language') ?? 'en', correlationId: c.get('correlationId') ?? '' };
  if (error instanceof Refused) {
    const { detail, retryAfter } = error;
    return problem(error.code, {
      ...base,
      ...(detail === undefined ? {} : { detail }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    });
  }
  const code = codeOf(error);
  deps.log.error('request-failed', { correlationId: base.correlationId, code, at: placeOf(error) });
  return problem(code, { ...base, ...(code === 'ServerFault' ? {} : { retryAfter: 5 }) });
};

const limitRate = (limiter: Limiter, rate: { readonly perMinute: number }, key: string): void => {
  const wait = limiter.take(rate, key);
  if (wait > 0) throw new Refused('TooManyRequests', undefined, wait);
};

const tooLarge = (): never => {
  throw new Refused('TooLarge', `${MAX_BODY} bytes`);
};

/** For a body that does not say its length: it is counted while it comes. */
const counted = bodyLimit({ maxSize: MAX_BODY, onError: tooLarge });

/** A body of at most 1 MB. One that says its length is not looked at: that would make a web stream of the connection. */
const limitBody = (c: Call, next: Next): Promise<Response | void> => {
  const length = c.req.header('content-length');
  if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counted(c, next);
  return Number(length) > MAX_BODY ? tooLarge() : next();
};

/** The routes whose bodies have bounds of their own: files and whole spaces. */
const hasOwnLimit = (path: string): boolean =>
  /^\/api\/(import$|spaces\/[^/]+\/(personal\/[^/]+\/)?files)/.test(path);

/**
 * What every request passes before its route: a correlation id, one log line, security headers, rates, protocol,
 * origin, size; and what every error becomes after it.
 */
export const guard = (app: Hono<Env>, deps: AppDeps): void => {
  const limiter = new Limiter(() => deps.runtime.now());
  const rates = deps.rates ?? RATES;

  app.use(async (c, next) => {
    const started = performance.now();
    c.set('correlationId', deps.runtime.id());
    c.set('language', languageOf(c.req.header('accept-language')));
    c.set('address', addressOf(deps, c));
    // A route's own header wins: what it sends is merged over what the connection holds.
    for (const [name, value] of HEADERS) c.env?.outgoing?.setHeader(name, value);
    c.env?.outgoing?.setHeader('tablee-correlation', c.get('correlationId'));
    await next();
    // Without a connection below (`app.request()`), the response carries them itself.
    if (c.env?.outgoing === undefined) {
      for (const [name, value] of HEADERS) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
      c.res.headers.set('tablee-correlation', c.get('correlationId'));
    }
    deps.log.info('request', {
      correlationId: c.get('correlationId'),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  });

  app.use('/api/*', async (c, next) => {
    limitRate(limiter, rates.address, `address ${c.get('address')}`);
    const spoken = c.req.header(PROTOCOL_HEADER);
    if (spoken !== undefined && Number(spoken) !== PROTOCOL && Number(spoken) !== PROTOCOL - 1)
      throw new Refused('UpdateNeeded', `protocol ${PROTOCOL}`);
    if (isChange(c.req.method) && !isFromHere(deps, c)) throw new Refused('WrongOrigin');
    const account = await accountOf(deps, c);
    if (account !== undefined) {
      const kind = isChange(c.req.method) ? 'change' : 'read';
      limitRate(limiter, rates[kind], `${kind} ${account.id}`);
    }
    return !isChange(c.req.method) || hasOwnLimit(c.req.path) ? next() : limitBody(c, next);
  });

  app.onError((error, c) => answerError(deps, c, error));
  app.notFound((c) => answerError(deps, c, new Refused('NotFound')));
};
