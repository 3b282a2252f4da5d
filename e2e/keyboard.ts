import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PATIENCE, type Person } from './person.ts';

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
    };
  })()`);
  return found;
};

/** What a person who uses the keyboard never meets: nothing has the focus, or nothing shows where it is. */
const complaintOf = ({ tag, name, marked }: Focus, page: Page): string | undefined => {
  if (tag === 'body') return `nothing has the focus at ${page.url()}`;
  return marked ? undefined : `no mark shows the focus on ${tag} « ${name} » at ${page.url()}`;
};

const matches = (words: string | RegExp, name: string): boolean =>
  typeof words === 'string' ? name === words : words.test(name);

/** The most steps from one end of a page to the other. */
const FAR = 120;

/**
 * Goes by Tab until the focus stands on the element of this name; every step on the way shows where it is.
 * @throws when a step loses or hides the focus, or the element is never reached.
 */
export const tabTo = async (person: Person, words: string | RegExp): Promise<Focus> => {
  const met: string[] = [];
  for (let step = 0; step < FAR; step += 1) {
    await person.page.keyboard.press('Tab');
    const focus = await focusOf(person);
    const complaint = complaintOf(focus, person.page);
    // After the last element the browser takes the focus to its own bars, then begins anew.
    const isRound = focus.tag === 'body' && met.length > 0 && !met.includes('body');
    if (complaint !== undefined && !isRound) throw new Error(`${complaint}, after ${met.join(' > ')}`);
    if (matches(words, focus.name)) return focus;
    met.push(focus.tag === 'body' ? 'body' : focus.name);
  }
  throw new Error(`${String(words)} is not reached by Tab: ${met.join(' > ')}`);
};

/** Goes to a link or button by Tab and presses Enter. */
export const enter = async (person: Person, words: string | RegExp): Promise<void> => {
  await tabTo(person, words);
  await person.page.keyboard.press('Enter');
};

/** Goes to a field by Tab and types into it; empty words only go there. */
export const type = async (person: Person, label: string | RegExp, words: string): Promise<void> => {
  await tabTo(person, label);
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
 * @throws when it is not among them, or a step loses or hides the focus.
 */
export const pick = async (person: Person, words: string | RegExp): Promise<void> => {
  let focus = await focusOf(person);
  for (let step = 0; step < FAR; step += 1) {
    if (focus.type === 'radio' && (await pickHere(person, words, focus))) return;
    await person.page.keyboard.press('Tab');
    focus = await seen(person);
  }
  throw new Error(`${String(words)} is not reached by Tab and arrows`);
};

/** Waits until a movement inside the app has brought the focus to the title of the page it led to. */
export const arrived = async (person: Person, path: RegExp): Promise<void> => {
  await person.page.waitForURL(path);
  await expect.poll(() => focusOf(person), { timeout: PATIENCE }).toMatchObject({ tag: 'h1' });
};

/** Waits until a field of this label has the focus: what a form does that was opened on purpose. */
export const inField = async (person: Person, label: RegExp): Promise<void> => {
  await expect
    .poll(() => focusOf(person), { timeout: PATIENCE })
    .toMatchObject({ name: expect.stringMatching(label), marked: true });
};
