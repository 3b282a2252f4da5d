import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Person } from './person.ts';

/** Where the focus stands, as a person who uses the keyboard meets it. */
export interface Focus {
  /** The name of the element: `button`, `a`, `input`, `h1`, `body`. */
  readonly tag: string;
  /** Its accessible name in short: label, text or name. */
  readonly name: string;
  readonly type: string;
  /** True when an outline, a ring or another designed mark is drawn around it or its label. */
  readonly marked: boolean;
  readonly checked: boolean;
  /** What the group of answers around it asks; empty outside of one. */
  readonly group: string;
  /** When the document was opened: the same as long as no page is loaded anew. */
  readonly opened: number;
}

/**
 * Reads the focus. A mark is an outline of some width and colour, or a shadow, on the element or on the label that
 * holds it; an element that takes no space needs one around it.
 */
export const focusOf = async ({ page }: Person): Promise<Focus> => {
  const found: Focus = await page.evaluate(`(() => {
    const at = document.activeElement ?? document.body;
    const drawn = (element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
      const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !/, 0\\)$|transparent/.test(outlineColor);
      return outlined || boxShadow !== 'none';
    };
    const label = at.labels?.[0];
    const legend = at.type === 'radio' || at.type === 'checkbox' ? label : undefined;
    const { width, height } = at.getBoundingClientRect();
    const words = at.getAttribute('aria-label') ?? label?.innerText ?? at.innerText ?? '';
    return {
      tag: at.localName,
      name: words.trim().replaceAll(/\\s+/g, ' '),
      type: at.type ?? '',
      marked: (width > 0 && height > 0 && drawn(at)) || drawn(legend) || drawn(at.closest('label')),
      checked: at.checked === true,
      group: (at.closest('fieldset')?.querySelector('legend')?.innerText ?? '').trim().replaceAll(/\\s+/g, ' '),
      opened: performance.timeOrigin,
    };
  })()`);
  return found;
};

/** What a person who uses the keyboard never meets: nothing has the focus, or nothing shows where it is. */
const complaintOf = ({ tag, name, marked }: Focus, page: Page): string | undefined => {
  if (tag === 'body') return `nothing has the focus at ${page.url()}`;
  // A title that a movement led to is where reading begins; it takes no key.
  return marked || /^h[12]$/.test(tag)
    ? undefined
    : `no mark shows the focus on ${tag} « ${name} » at ${page.url()}`;
};

const matches = (words: string | RegExp, name: string): boolean =>
  typeof words === 'string' ? name === words : words.test(name);

/** The documents in which somebody has moved by keyboard: from then on something always has the focus. */
const entered = new WeakMap<Page, number>();

/** Waits until something has the focus again after an act; a page that was just loaded may begin without. */
const rested = async (person: Person): Promise<Focus> => {
  let focus = await focusOf(person);
  if (entered.get(person.page) === focus.opened)
    await expect
      .poll(
        async () => {
          focus = await focusOf(person);
          return focus.tag;
        },
        { message: `the act before has lost the focus at ${person.page.url()}` },
      )
      .not.toBe('body');
  entered.set(person.page, focus.opened);
  return focus;
};

/** The most steps from one end of a page to the other. */
const FAR = 120;

/**
 * Goes on by Tab until the focus stands where `isThere` says; every step on the way shows where it is.
 * @throws when a step loses or hides the focus, or nothing there is reached.
 */
const walk = async (
  person: Person,
  isThere: (focus: Focus) => boolean | Promise<boolean>,
  sought: string | RegExp,
): Promise<Focus> => {
  const met: string[] = [];
  for (let step = 0; step < FAR; step += 1) {
    await person.page.keyboard.press('Tab');
    const focus = await focusOf(person);
    const complaint = complaintOf(focus, person.page);
    // After the last element the browser takes the focus to its own bars, then begins anew.
    const isRound = focus.tag === 'body' && met.length > 0 && !met.includes('body');
    if (complaint !== undefined && !isRound) throw new Error(`${complaint}, after ${met.join(' > ')}`);
    if (await isThere(focus)) return focus;
    met.push(focus.tag === 'body' ? 'body' : focus.name);
  }
  throw new Error(`${String(sought)} is not reached by Tab: ${met.join(' > ')}`);
};

/** Goes by Tab to the element of this name. @throws when it is not reached, or the focus is lost or hidden. */
export const tabTo = async (person: Person, words: string | RegExp): Promise<Focus> => {
  await rested(person);
  return walk(person, ({ name }) => matches(words, name), words);
};

/** Goes to a link or button by Tab and presses Enter. */
export const enter = async (person: Person, words: string | RegExp): Promise<void> => {
  await tabTo(person, words);
  await person.page.keyboard.press('Enter');
};

/** Follows a link by Tab and Enter into another room; its title has the focus. */
export const go = async (person: Person, link: string | RegExp, path: RegExp): Promise<void> => {
  await enter(person, link);
  await arrived(person, path);
};

/** Ticks a box: by Tab to it, then Space. */
export const check = async (person: Person, words: string | RegExp): Promise<void> => {
  await tabTo(person, words);
  await person.page.keyboard.press('Space');
};

/** Goes to a field by Tab, unless it has the focus, and types into it; in a list, to its option that begins so. */
export const type = async (person: Person, label: string | RegExp, words: string): Promise<void> => {
  const { name } = await rested(person);
  if (!matches(label, name)) await tabTo(person, label);
  await person.page.keyboard.type(words);
};

const seen = async (person: Person): Promise<Focus> => {
  const focus = await focusOf(person);
  const complaint = complaintOf(focus, person.page);
  if (complaint !== undefined) throw new Error(complaint);
  return focus;
};

/** Goes through the answers of the group that has the focus; false when none is called so. */
const pickHere = async (person: Person, words: string | RegExp, first: Focus): Promise<boolean> => {
  if (matches(words, first.name)) {
    await person.page.keyboard.press('Space');
    return true;
  }
  const names = new Set<string>();
  for (let { name } = first; !names.has(name); ) {
    names.add(name);
    await person.page.keyboard.press('ArrowDown');
    const next = await seen(person);
    if (matches(words, next.name)) return next.checked;
    ({ name } = next);
  }
  return false;
};

/**
 * Takes one of several answers: by Tab to its group, unless the focus stands there already, then with the arrows.
 * `group` is what the group asks, where others on the way have the same answers.
 * @throws when it is not among them, or a step loses or hides the focus.
 */
export const pick = async (person: Person, words: string | RegExp, group = /(?:)/): Promise<void> => {
  const isThere = async (focus: Focus): Promise<boolean> =>
    focus.type === 'radio' && group.test(focus.group) && (await pickHere(person, words, focus));
  if (!(await isThere(await rested(person)))) await walk(person, isThere, words);
};

/** Waits until a movement inside the app has brought the focus to the title of the page it led to. */
export const arrived = async (person: Person, path: RegExp): Promise<void> => {
  await person.page.waitForURL(path);
  await expect.poll(() => focusOf(person)).toMatchObject({ tag: 'h1' });
};

/** Waits until a field of this label has the focus: what a form does that was opened on purpose. */
export const inField = async (person: Person, label: RegExp): Promise<void> => {
  await expect
    .poll(() => focusOf(person))
    .toMatchObject({ name: expect.stringMatching(label), marked: true });
};
