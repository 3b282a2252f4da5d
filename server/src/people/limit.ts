/** How much is allowed: `burst` at once, then one more every `perSeconds / burst`. */
export interface Allowance {
  readonly burst: number;
  readonly perSeconds: number;
}

/** Strict for what is guessed about one account or token, generous for an address, which a health centre shares. */
export const ALLOWANCES = {
  /** Passwords of one account. */
  password: { burst: 10, perSeconds: 900 },
  /** Messages with a link or a code to one address. */
  message: { burst: 5, perSeconds: 3_600 },
  /** Requests about one token of a link. */
  token: { burst: 30, perSeconds: 300 },
  /** Whatever is tried at a door from one network address. */
  address: { burst: 300, perSeconds: 900 },
  /** Codes and tokens tried from one network address, right or wrong: the bound on guessing. */
  guess: { burst: 120, perSeconds: 900 },
  /** Whatever is asked of listening rounds from one network address: a school fills in a round in a quarter of an hour. */
  listening: { burst: 6_000, perSeconds: 900 },
  /** People who begin a listening round from one network address. */
  newcomer: { burst: 400, perSeconds: 3_600 },
  /** Forms of one person in a listening round. */
  listener: { burst: 300, perSeconds: 600 },
  /** Statements and voice notes that one person adds to a listening round. */
  spoken: { burst: 10, perSeconds: 3_600 },
  /** Mails that come in for one partnership; the rest of a flood waits in the mailbox. */
  mail: { burst: 200, perSeconds: 3_600 },
  /** Invitations of one person. */
  invitation: { burst: 100, perSeconds: 3_600 },
} as const satisfies { readonly [name: string]: Allowance };

/** The names of the allowances. */
export type AllowanceName = keyof typeof ALLOWANCES;

/** Counters in memory: a restart forgives, which is why wrong PINs are counted in the store instead. */
export interface Limiter {
  /** 0 when the act is allowed (and counted); else the seconds to wait. */
  take(name: AllowanceName, key: string, now: number): number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** How many keys are remembered; the oldest are dropped first. */
const KEYS = 50_000;

/** A limiter of token buckets. */
export const limiter = (): Limiter => {
  const buckets = new Map<string, Bucket>();
  return {
    take(name, key, now) {
      const { burst, perSeconds } = ALLOWANCES[name];
      const id = `${name} ${key}`;
      const held = buckets.get(id) ?? { left: burst, at: now };
      const perMillisecond = burst / (perSeconds * 1_000);
      const left = Math.min(burst, held.left + Math.max(0, now - held.at) * perMillisecond);
      buckets.delete(id);
      if (buckets.size >= KEYS) for (const oldest of buckets.keys()) if (buckets.delete(oldest)) break;
      buckets.set(id, { left: left < 1 ? left : left - 1, at: now });
      return left < 1 ? Math.ceil((1 - left) / perMillisecond / 1_000) : 0;
    },
  };
};
