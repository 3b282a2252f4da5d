/** So much at once, refilled evenly over a minute. */
export interface Rate {
  readonly perMinute: number;
}

/** The rates of the routes: strict per account, generous per address, which a health centre shares. */
export const RATES = {
  /** Requests that change something, per account. */
  change: { perMinute: 240 },
  /** Requests that read, per account. */
  read: { perMinute: 1_200 },
  /** Everything, per network address. */
  address: { perMinute: 6_000 },
} as const satisfies { readonly [name: string]: Rate };

/** The names of the rates. */
export type Rates = { readonly [K in keyof typeof RATES]: Rate };

interface Bucket {
  left: number;
  at: number;
}

const KEYS = 50_000;

/** Counts requests in memory: a restart forgives. */
export class Limiter {
  readonly #buckets = new Map<string, Bucket>();
  readonly #now: () => number;

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** 0 when the request is within its rate (and counted); else the seconds to wait. */
  take(rate: Rate, key: string): number {
    const now = this.#now();
    const perMillisecond = rate.perMinute / 60_000;
    const bucket = this.#buckets.get(key) ?? { left: rate.perMinute, at: now };
    bucket.left = Math.min(rate.perMinute, bucket.left + Math.max(0, now - bucket.at) * perMillisecond);
    bucket.at = now;
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > KEYS)
      for (const oldest of this.#buckets.keys()) if (this.#buckets.delete(oldest)) break;
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / perMillisecond / 1_000);
    bucket.left -= 1;
    return 0;
  }
}
