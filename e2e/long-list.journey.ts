import { addRecord, PARTNERS } from '@tablee/domain/kernel';
import { beforeAll, expect, it } from 'vitest';
import { found } from './founding.ts';
import { violationsOn } from './look.ts';
import { open, type Person, press, sees, spaceOf } from './person.ts';
import { openStage } from './stage.ts';

const MANY = 130;

const stage = openStage();
let awa: Person;

/** An id of the given number. */
const idOf = (kind: string, number: number): string => `${kind}${String(1_000 + number).padStart(19, 'a')}`;

/** Adds so many facts of the context at once, as an import does. */
const addFacts = async (): Promise<void> => {
  const space = spaceOf(awa);
  const cookie = (await awa.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const [at, count] of [
    [0, 100],
    [100, MANY - 100],
  ] as const) {
    const commands = Array.from({ length: count }, (_, index) =>
      addRecord(
        { id: idOf('c', at + index), space, saidAt: new Date().toISOString() },
        'contextFact',
        { entity: idOf('f', at + index), circle: PARTNERS },
        { title: { lang: 'fr', text: `Fait n° ${at + index + 1}` }, effect: 'helps' },
      ),
    );
    const answer = await fetch(`${stage.server.address}/api/spaces/${space}/commands`, {
      method: 'POST',
      headers: { cookie, origin: stage.server.address, 'content-type': 'application/json' },
      body: JSON.stringify({ commands }),
    });
    expect(await answer.text()).not.toContain('"refused"');
  }
};

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await found(awa);
  await addFacts();
});

const rows = () => awa.page.getByRole('main').locator('tbody tr');

it('draws the first rows of a long list, says of how many, and draws the rest from the keyboard', async () => {
  await open(awa, 'register-contextFact');
  await sees(awa, /^100 lignes sur 130\./);
  await expect.poll(() => rows().count()).toBe(100);
  expect(await violationsOn(awa.page)).toEqual([]);
  await press(awa, 'Afficher les 30 suivantes');
  await expect.poll(() => rows().count()).toBe(MANY);
  const focused = awa.page.locator(':focus');
  expect(await focused.innerText()).toBe(await rows().nth(100).getByRole('link').innerText());
}, 120_000);

it('draws a long list on to the row that an address names', async () => {
  const last = await rows().nth(119).getByRole('link').getAttribute('href');
  await awa.page.goto(last ?? '');
  const selected = awa.page.locator('tr[data-selected]');
  await selected.waitFor();
  expect(await selected.getByRole('link').getAttribute('href')).toBe(last);
  await expect.poll(() => rows().count()).toBe(120);
}, 120_000);
