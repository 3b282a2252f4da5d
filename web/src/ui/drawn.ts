/** A page that nobody looks at draws no frames: what waits for one begins after so many milliseconds all the same. */
const UNSEEN_MS = 200;

/** Resolves once what was just drawn stands on the screen: the frame that shows it is through, and the next has begun. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late);
        setTimeout(resolve);
      }),
    );
  });
