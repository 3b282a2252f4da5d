import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { focusOf } from './keyboard.ts';
import { misfitsOn, opened, type Pair, picture, turnTo, violationsOn } from './look.ts';
import { type Character, open, type Person, settled, setUp } from './person.ts';
import { openStage } from './stage.ts';

/** Every room is a folder; one that is added is looked at from its first day. */
const ROOMS = readdirSync(join(import.meta.dirname, '../web/src/room'));
/** Every page of a partnership: rooms and places, their other views, phases, tools. */
const PAGES = [
  ...ROOMS,
  ...['people?view=talks', 'results?view=logframe', 'results?view=indicators', 'flags?view=return'],
  ...['agreement?view=signatures', 'commitments?view=partners', 'documents?view=table'],
  ...['phase-1', 'phase-2', 'phase-3', 'phase-4', 'phases', 'sync', 'history', 'more', 'register-actor'],
];
/** Pages of the platform, outside of any partnership. */
const PLAIN = ['/', '/account', '/installation', '/help', '/accessibility'] as const;

/** Each device looks at every page in two pairs of language and theme; together they are all four. */
const LOOKS: readonly { readonly width: number; readonly height: number; readonly pairs: readonly Pair[] }[] =
  [
    // Tall enough for the whole page: a target under the phone's bar is reached by scrolling, which axe cannot know.
    {
      width: 360,
      height: 6000,
      pairs: [
        { lang: 'fr', theme: 'light' },
        { lang: 'en', theme: 'dark' },
      ],
    },
    {
      width: 1280,
      height: 1000,
      pairs: [
        { lang: 'en', theme: 'light' },
        { lang: 'fr', theme: 'dark' },
      ],
    },
  ];

const stage = openStage();
let first: Person;
let space: string;
let cookies: Awaited<ReturnType<Person['context']['cookies']>>;

beforeAll(async () => {
  first = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await setUp(first);
  await first.page.getByRole('button', { name: 'Visiter l’exemple' }).click();
  await first.page.waitForURL(/\/p\/\w{20}/);
  await settled(first);
  space = /\/p\/(\w{20})/.exec(first.page.url())?.[1] ?? '';
  cookies = await first.context.cookies();
});

/** The same person on another device: signed in, the example open. */
const onDevice = async (who: Character): Promise<Person> => {
  const person = await stage.sit(who);
  await person.context.addCookies(cookies);
  await person.page.goto(`/p/${space}/today`);
  await settled(person);
  return person;
};

describe('every page', () => {
  for (const { width, height, pairs } of LOOKS)
    it(`has no violation that axe knows, at ${width} px in ${pairs.map(({ lang, theme }) => `${lang} ${theme}`).join(' and ')}`, async () => {
      const person = await onDevice({ name: 'Awa Ndiaye', lang: pairs[0]?.lang ?? 'fr', width, height });
      const found: string[] = [];
      const inPairs = async (address: string, order: readonly Pair[]): Promise<void> => {
        for (const pair of order) {
          await turnTo(person, pair);
          await opened(person);
          const look = `${width}-${pair.lang}-${pair.theme}`;
          await picture(person, `${address.replaceAll(/[/?=]/g, '_')}-${look}`);
          for (const violation of await violationsOn(person.page))
            found.push(`${address} ${look} ${violation}`);
        }
      };
      // Every other page begins in the language in which the one before ended.
      const orders = [pairs, [...pairs].reverse()];
      for (const [index, address] of [...PAGES.map((room) => `/p/${space}/${room}`), ...PLAIN].entries()) {
        await person.page.goto(address);
        await opened(person);
        await inPairs(address, orders[index % 2] ?? pairs);
      }
      for (const pair of pairs) {
        await person.page.goto(`/public/${space}?lang=${pair.lang}`);
        await inPairs('/public', [pair]);
      }
      expect(found).toEqual([]);
      expect(person.complaints).toEqual([]);
      await person.context.close();
    }, 240_000);

  it('is caught when it breaks a rule: the check is no wish', async () => {
    await open(first, 'problem');
    await first.page.evaluate(
      "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x><button></button>')",
    );
    const found = await violationsOn(first.page);
    expect(found.some((violation) => violation.startsWith('image-alt'))).toBe(true);
    expect(found.some((violation) => violation.startsWith('button-name'))).toBe(true);
    expect(await misfitsOn(first.page)).toEqual([]);
    await first.page.evaluate(`(() => {
      const plant = (text, style) => {
        const words = document.createElement('p');
        words.textContent = text;
        Object.assign(words.style, style);
        document.querySelector('main').append(words);
      };
      plant('Des mots sont coupés ici', { inlineSize: '5em', overflow: 'hidden', whiteSpace: 'nowrap' });
      plant('Trop large', { inlineSize: '200vw', maxInlineSize: 'none' });
    })()`);
    const misfits = await misfitsOn(first.page);
    expect(misfits.some((misfit) => misfit.startsWith('scrolls sideways'))).toBe(true);
    expect(misfits).toContain('cuts off « Des mots sont coupés ici »');
  });

  it('keeps a thing within its panel, also right after the width changed', async () => {
    const person = await onDevice({ name: 'Awa Ndiaye', lang: 'fr', width: 1280, height: 900 });
    const found: string[] = [];
    for (const room of ['people', 'context', 'results?view=indicators', 'agreement']) {
      await person.page.goto(`/p/${space}/${room}`);
      await person.page.locator('[id^=row-] a').first().click();
      await person.page.locator('aside h2').first().waitFor();
      await opened(person);
      for (const width of [1280, 1210, 1440]) {
        await person.page.setViewportSize({ width, height: 900 });
        for (const misfit of await misfitsOn(person.page)) found.push(`${room} ${width} ${misfit}`);
      }
    }
    expect(found).toEqual([]);
    await person.context.close();
  }, 180_000);

  it('fits 320 pixels, as at 400 % zoom, in the colours of the design and in forced ones', async () => {
    const person = await onDevice({ name: 'Awa Ndiaye', lang: 'fr', width: 320, height: 640 });
    const found: string[] = [];
    for (const address of [...PAGES.map((room) => `/p/${space}/${room}`), ...PLAIN, `/public/${space}`]) {
      await person.page.goto(address);
      await opened(person);
      for (const forcedColors of ['none', 'active'] as const) {
        await person.page.emulateMedia({ forcedColors });
        for (const misfit of await misfitsOn(person.page)) found.push(`${address} ${misfit}`);
      }
      // In forced colours nothing is left of shadows: the focus must show without them.
      await person.page.keyboard.press('Tab');
      if (!(await focusOf(person)).marked) found.push(`${address} hides the focus`);
      await picture(person, `${address.replaceAll(/[/?=]/g, '_')}-320-forced`);
      await person.page.emulateMedia({ forcedColors: 'none' });
    }
    expect(found).toEqual([]);
    await person.context.close();
  }, 180_000);
});
