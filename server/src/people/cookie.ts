import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SESSION } from './session.ts';

/** Over HTTPS the name itself forbids that another site or path sets it. */
export const sessionCookieName = (url: string): string =>
  url.startsWith('https:') ? '__Host-tablee' : 'tablee';

/** The session's token in a request's `Cookie` header. */
export const tokenIn = (header: string | null | undefined, url: string): string | undefined => {
  const name = sessionCookieName(url);
  for (const pair of (header ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=') || undefined;
  }
  return undefined;
};

const shape = (url: string) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: url.startsWith('https:') }) as const;

/** Gives the browser its session; one that leaves no trace ends with the browser. */
export const giveSession = (c: Context, url: string, token: string, noTrace: boolean): void => {
  const life = noTrace ? {} : { maxAge: SESSION.longest / 1_000 };
  setCookie(c, sessionCookieName(url), token, { ...shape(url), ...life });
};

/** Takes the session away from the browser. */
export const dropSession = (c: Context, url: string): void => {
  deleteCookie(c, sessionCookieName(url), shape(url));
};

/** A cookie of the pages without script: it proves that a form came from a page that this browser opened. */
export const doorCookie = (c: Context, url: string): string | undefined => getCookie(c, doorName(url));

/** Gives the browser the value against which its forms are checked; it ends with the browser. */
export const giveDoorCookie = (c: Context, url: string, value: string): void =>
  setCookie(c, doorName(url), value, shape(url));

const doorName = (url: string): string => (url.startsWith('https:') ? '__Host-tablee-door' : 'tablee-door');
