/** Waits between tries to fetch code, in milliseconds. */
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Fetches something until it is there, patiently: resolves once, never rejects. A second call shares the first. */
export const onceThere = <T>(fetch: () => Promise<T>): (() => Promise<T>) => {
  const persist = async (tries: number): Promise<T> => {
    try {
      return await fetch();
    } catch {
      await after(WAITS_MS[Math.min(tries, WAITS_MS.length - 1)] ?? 0);
      return persist(tries + 1);
    }
  };
  let coming: Promise<T> | undefined;
  return () => {
    coming ??= persist(0);
    return coming;
  };
};
