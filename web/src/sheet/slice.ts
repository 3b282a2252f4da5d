/** How long one slice of work may take, in milliseconds: well below what a hand notices. */
const SLICE_MS = 12;
/** How often what is done so far is shown, in slices. */
const SHOWN_EVERY = 20;

/**
 * Works through a list in slices, so that the page answers in between. `shown` is told now and then, and with `true`
 * at the end. The first slice runs at once: a short list is done before anything is drawn. Returns what stops the work.
 */
export const sliced = <T>(
  items: readonly T[],
  work: (item: T, index: number) => void,
  shown: (done: boolean) => void,
): (() => void) => {
  let at = 0;
  let slices = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    const until = performance.now() + SLICE_MS;
    for (; at < items.length && performance.now() < until; at += 1) {
      const item = items[at];
      if (item !== undefined) work(item, at);
    }
    slices += 1;
    if (at < items.length) timer = setTimeout(next);
    if (at >= items.length || slices % SHOWN_EVERY === 0) shown(at >= items.length);
  };
  next();
  return () => clearTimeout(timer);
};
