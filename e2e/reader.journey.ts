import { readdirSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf, record, snapshotOf, tell } from './asking.ts';
import { invite } from './founding.ts';
import { opened } from './look.ts';
import {
  choose,
  join,
  open,
  type Person,
  press,
  sees,
  settled,
  setUp,
  spaceOf,
  tick,
  write,
} from './person.ts';
import { openStage } from './stage.ts';

const ROOMS = readdirSync(joinPath(import.meta.dirname, '../web/src/room'));
/** Rooms by their other views, phases and tools. */
const PAGES = [
  ...ROOMS,
  ...['people?view=talks', 'people?view=protection', 'results?view=logframe', 'results?view=indicators'],
  ...['flags?view=return', 'agreement?view=signatures', 'commitments?view=partners'],
  ...['resources?view=budget', 'context?view=initiatives'],
  ...['phase-1', 'phase-2', 'phase-3', 'phase-4', 'phases', 'sync', 'history', 'more', 'register-actor'],
];
const MEETING_VIEWS = ['agenda', 'attendance', 'run', 'aloud', 'minutes'];
/** How long a press may take until something is seen to happen, in milliseconds. */
const SOON = 4_000;

const stage = openStage();
let awa: Person;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await setUp(awa);
  await awa.page.getByRole('button', { name: 'Visiter l’exemple' }).click();
  await awa.page.waitForURL(/\/p\/\w{20}/);
  await settled(awa);
});

/** Whoever goes through everything; `readsOnly` says that no form of the partnership is theirs to fill in. */
interface Reader {
  readonly person: Person;
  readonly readsOnly: boolean;
}

/** Acts on what is one's own: notes that nobody else reads, one's card, one's departure, what one takes away. */
const OWN = /^(Noter un échange|Modifier mes|Quitter|Effacer mes|Mettre à l’abri|Exporter|Voir les lignes)/;

/** What a press may change: address, words, states of buttons and fields, the place of the focus. */
const signatureOf = ({ page }: Person): Promise<string> =>
  page.evaluate(`(() => {
    const states = [...document.querySelectorAll('main *, aside *, dialog *')].map((element) =>
      ['aria-expanded', 'aria-pressed', 'aria-current', 'aria-sort', 'open', 'data-state'].map((name) => element.getAttribute(name) ?? '').join());
    const at = document.activeElement;
    return [location.href, document.body.innerText, states.join(';'), at?.localName, at?.id, at?.name].join('|');
  })()`);

const buttonsOn = ({ page }: Person) =>
  page.locator(
    'main button:visible:not([aria-disabled=true]), aside button:visible:not([aria-disabled=true])',
  );

/** A text that is these words and nothing more. */
const exactly = (words: string): RegExp =>
  new RegExp(
    `^\\s*${words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`)}\\s*$`,
  );

/** The first thing that a page lists, by its address; none when it lists nothing of its own. */
const thingOn = async (person: Person, room: string): Promise<string | undefined> => {
  const start = `/p/${spaceOf(person)}/${room}/`;
  const links = person.page.locator(`main a[href^="${start}"]:visible`);
  return (await links.count()) === 0 ? undefined : ((await links.first().getAttribute('href')) ?? undefined);
};

const goto = async (person: Person, address: string): Promise<void> => {
  await person.page.goto(address);
  await opened(person);
};

/** Presses one button; what is said when nothing happens. */
const pressOne = async (person: Person, name: string): Promise<string | undefined> => {
  const button = buttonsOn(person)
    .filter({ hasText: exactly(name) })
    .first();
  const before = await signatureOf(person);
  let hasFile = false;
  person.page.once('download', () => {
    hasFile = true;
  });
  await button.click();
  const changed = await expect
    .poll(async () => hasFile || (await signatureOf(person)) !== before, { timeout: SOON, interval: 25 })
    .toBe(true)
    .then(() => true)
    .catch(() => false);
  return changed ? undefined : `${person.page.url()}: « ${name} » does nothing`;
};

/** Presses every button of a page once, each kind by its words; a page is opened anew where a press led away. */
const pressAll = async ({ person, readsOnly }: Reader, address: string): Promise<readonly string[]> => {
  if (!person.page.url().endsWith(address)) await goto(person, address);
  const wrong: string[] = [];
  const main = (await person.page.locator('main').innerText()).trim();
  if (main.length < 20) wrong.push(`${address} says nothing`);
  const names = await buttonsOn(person).allInnerTexts();
  const kinds = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  for (const name of kinds) {
    if (
      (await buttonsOn(person)
        .filter({ hasText: exactly(name) })
        .count()) === 0
    )
      await goto(person, address);
    if (
      (await buttonsOn(person)
        .filter({ hasText: exactly(name) })
        .count()) === 0
    )
      continue;
    const fault = await pressOne(person, name);
    if (fault !== undefined) wrong.push(fault);
    if (readsOnly && !OWN.test(name) && (await person.page.locator('main form, aside form').count()) > 0)
      wrong.push(`${person.page.url()}: « ${name} » opens a form that would be refused`);
    const cancel = person.page.locator('main, aside').getByRole('button', { name: 'Annuler', exact: true });
    // A form may have gone by itself meanwhile: then nothing is left to leave.
    for (let tries = 0; (await cancel.count()) > 0 && tries < 3; tries += 1)
      await cancel
        .first()
        .click({ timeout: SOON })
        .catch(() => undefined);
    expect(await cancel.count()).toBe(0);
  }
  return wrong;
};

const everything = async (reader: Reader): Promise<readonly string[]> => {
  const { person } = reader;
  const space = spaceOf(person);
  const wrong: string[] = [];
  for (const page of PAGES) {
    const address = `/p/${space}/${page}`;
    await goto(person, address);
    const thing = page.includes('?') ? undefined : await thingOn(person, page);
    wrong.push(...(await pressAll(reader, address)));
    if (thing === undefined) continue;
    if (page !== 'meetings') wrong.push(...(await pressAll(reader, thing)));
    else
      for (const view of MEETING_VIEWS)
        wrong.push(...(await pressAll(reader, `${thing.split('?')[0]}?view=${view}`)));
  }
  return wrong;
};

describe.each([{ name: 'Grâce Tembo', role: 'observation', what: 'somebody who observes' }])(
  '$what, who keeps no thread',
  ({ name, role }) => {
    it('meets no button that does nothing or would be refused, in any room, panel or view', async () => {
      const link = await invite(awa, { name, organisation: 'Mairie de Kasanga', role });
      const person = await stage.sit({
        name,
        email: `${role.replace(' ', '.')}@vallee.test`,
        lang: 'fr',
      });
      await join(person, link);
      const wrong = await everything({ person, readsOnly: role === 'observation' });
      await goto(person, `/p/${spaceOf(person)}/sync`);
      await person.page.getByRole('button', { name: 'Envoyer maintenant' }).waitFor({ state: 'detached' });
      const refused = await person.page.getByRole('button', { name: 'J’ai lu' }).count();
      const said = refused === 0 ? [] : [await person.page.locator('main').innerText()];
      expect([...wrong, ...said]).toEqual([]);
      expect(person.complaints).toEqual([]);
      await person.context.close();
    }, 300_000);
  },
);

describe('a partner’s focal point, ten minutes a week', () => {
  const COOP = 'Coopérative des bornes';
  const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  let peter: Person;

  beforeAll(async () => {
    const organisation = await record(awa, 'actor', { name: COOP, sector: 'private' });
    const what = { lang: 'fr', text: 'Réparer la borne du marché' };
    await record(awa, 'commitment', { what, owner: organisation, state: 'open', due: day(30) });
    await tell(awa, 'request.open', { kind: 'position', subject: await problemOf(awa), organisation });
    const link = await invite(awa, { name: 'Peter Zulu', organisation: COOP, role: 'point focal' });
    peter = await stage.sit({
      name: 'Peter Zulu',
      email: 'peter@bornes.test',
      lang: 'fr',
      width: 360,
      height: 740,
    });
    await join(peter, link);
  });

  it('sees what waits for them first, and nothing of what others keep among themselves', async () => {
    await open(peter, 'today');
    await sees(peter, /On vous demande votre position/);
    await sees(peter, /Réparer la borne du marché/);
    const held = await snapshotOf(peter);
    for (const circle of ['core', 'secretariat']) expect(held).not.toContain(`"circle":"${circle}"`);
  });

  it('answers that they must ask at home: it is noted with whom and until when, and counts for nothing yet', async () => {
    await open(peter, 'problem');
    await press(peter, 'Donner la position');
    await tick(peter, 'Je suis d’accord');
    await tick(peter, /^En validation interne/);
    await write(peter, /^Auprès de qui/, 'le conseil');
    await write(peter, /^Jusqu’à quand/, day(0));
    await press(peter.page.locator('form'), 'Donner la position');
    await sees(
      peter,
      /^Coopérative des bornes : je suis d’accord .{1,5}en validation interne, auprès de : le conseil/,
    );
    await settled(peter);
    await open(peter, 'today');
    await sees(peter, /La validation interne de votre position devait être finie/);
    await peter.page.getByText(/On vous demande votre position/).waitFor({ state: 'detached' });
  });

  it('says where the promise stands, and hands the half page of the quarter in', async () => {
    await open(peter, 'commitments');
    await press(peter, 'C’est tenu');
    await settled(peter);
    await open(peter, 'commitments?view=quarter');
    const ours = peter.page.getByRole('region', { name: COOP });
    await press(ours, 'Écrire la demi-page');
    await write(ours, 'Ce qui est fait', 'La borne du marché coule.');
    await write(ours, 'Ce dont nous avons besoin', 'Deux robinets.');
    await press(ours, 'Enregistrer');
    await sees(ours, 'Deux robinets.');
    await settled(peter);
    await open(awa, 'commitments?view=quarter');
    await sees(awa.page.getByRole('region', { name: COOP }), 'Deux robinets.');
  });

  it('comes back with the answer of the house, by whom and how: now it counts', async () => {
    await open(peter, 'problem');
    await press(peter, 'Donner la position');
    await tick(peter, 'Je suis d’accord');
    await tick(peter, /^Confirmée/);
    await write(peter, /^Par qui/, 'le conseil');
    await choose(peter, /^Comment/, 'Par une décision interne');
    await press(peter.page.locator('form'), 'Donner la position');
    await settled(peter);
    await open(awa, 'problem');
    await sees(
      awa,
      /^Coopérative des bornes : je suis d’accord .{1,5}confirmée, par : le conseil, par une décision interne/,
    );
    await open(peter, 'today');
    await sees(peter, 'Où en sommes-nous ?');
    await peter.page.getByText(/La validation interne de votre position/).waitFor({ state: 'detached' });
  });

  it('meets no button that does nothing where a focal point works', async () => {
    const wrong: string[] = [];
    for (const page of ['today', 'commitments', 'commitments?view=quarter', 'among-us', 'decisions'])
      wrong.push(...(await pressAll({ person: peter, readsOnly: false }, `/p/${spaceOf(peter)}/${page}`)));
    expect(wrong).toEqual([]);
    await goto(peter, `/p/${spaceOf(peter)}/sync`);
    await peter.page.getByRole('button', { name: 'Envoyer maintenant' }).waitFor({ state: 'detached' });
    expect(await peter.page.getByRole('button', { name: 'J’ai lu' }).count()).toBe(0);
    expect(peter.complaints).toEqual([]);
  }, 120_000);
});
