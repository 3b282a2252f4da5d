import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addRecord, processCommand } from '@tablee/domain/kernel';
import type { People, PersonCard, SnapshotAnswer } from '@tablee/domain/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, found, openPeopleBed, PASSWORD, type PeopleBed, read, setUp } from './fixture.ts';
import { newId } from './secret.ts';
import { REVIEW_AFTER } from './vault.ts';

let bed: PeopleBed;
let awa: Browser;
let space: string;
beforeEach(async () => {
  bed = await openPeopleBed();
  awa = await setUp(bed);
  space = await found(awa);
});
afterEach(() => bed.dispose());

const at = (more = ''): string => `/api/spaces/${space}/people${more}`;
const snapshot = async (browser: Browser): Promise<SnapshotAnswer> =>
  read<SnapshotAnswer>(await browser.get(`/api/spaces/${space}/snapshot`));
const cardOf = async (browser: Browser, person: string): Promise<PersonCard | undefined> =>
  (await snapshot(browser)).people.cards.find((card) => card.id === person);

const member = async (
  name: string,
  role: string,
): Promise<{ readonly browser: Browser; readonly person: string }> => {
  const made = await read<{ url: string; person: string }>(
    await awa.json('POST', `/api/spaces/${space}/invitations`, { name, roles: [role], way: 'link' }),
  );
  const browser = bed.browser();
  const email = `${name.toLowerCase()}@vallee.test`;
  await browser.submit(new URL(made.url).pathname, {
    name,
    email,
    password: PASSWORD,
    language: 'fr',
    step: 'join',
  });
  return { browser, person: made.person };
};

/** A record in a circle that names a person: what makes their card visible to its readers. */
const noteAbout = async (browser: Browser, person: string): Promise<void> => {
  const command = {
    id: newId(),
    space,
    type: 'actor.add',
    entity: newId(),
    circle: 'partners',
    payload: { slots: { name: 'Comité du Quartier-Bas', sector: 'civilSociety', focal: person } },
    base: {},
    saidAt: '2026-03-01T10:00:00.000Z',
  };
  const answer = await browser.json('POST', `/api/spaces/${space}/commands`, { commands: [command] });
  expect(await read(answer)).toMatchObject({ outcomes: [{ outcome: 'accepted' }] });
};

const addBlessing = async (browser: Browser): Promise<string> => {
  const card = {
    name: 'Blessing Phiri',
    email: 'blessing@quartier.test',
    phone: '+221 77 000 00 00',
    purpose: 'invitation à l’atelier',
  };
  const answer = await browser.json('POST', at(), card);
  expect(answer.status).toBe(201);
  return (await read<{ person: string }>(answer)).person;
};

describe('a card', () => {
  it('is written with others at once, and emptied with others by whoever wrote it', async () => {
    const cards = [
      { name: 'Grace Banda', email: 'grace@vallee.test', purpose: 'import' },
      { name: '' },
      { name: 'Ruth Mwale', email: 'not an address' },
    ];
    const made = await read<{ persons: (string | null)[] }>(
      await awa.json('POST', at('/batch'), { add: cards }),
    );
    expect(made.persons.map((person) => person !== null)).toEqual([true, false, false]);
    const grace = made.persons[0] ?? '';
    expect(await cardOf(awa, grace)).toMatchObject({ name: 'Grace Banda' });
    const { browser } = await member('Joseph', 'focal');
    expect(await read(await browser.json('POST', at('/batch'), { erase: [grace] }))).toEqual({ erased: [] });
    expect(await read(await awa.json('POST', at('/batch'), { erase: [grace] }))).toEqual({ erased: [grace] });
    expect(await cardOf(awa, grace)).toBeUndefined();
  });

  it('is seen by whoever wrote it, then by the readers of what names the person, without address or telephone', async () => {
    const tendai = await member('Tendai', 'leader');
    const lea = await member('Lea', 'leader');
    const blessing = await addBlessing(tendai.browser);
    expect(await cardOf(tendai.browser, blessing)).toMatchObject({
      name: 'Blessing Phiri',
      phone: '+221 77 000 00 00',
    });
    expect(await cardOf(lea.browser, blessing)).toBeUndefined();
    expect(await cardOf(awa, blessing)).toBeUndefined();
    await noteAbout(tendai.browser, blessing);
    expect(await cardOf(lea.browser, blessing)).toEqual({ id: blessing, name: 'Blessing Phiri' });
    expect(await cardOf(awa, blessing)).toMatchObject({ email: 'blessing@quartier.test' });
  });

  it('is changed by oneself, by the secretariat and by whoever wrote it, and by nobody else', async () => {
    const tendai = await member('Tendai', 'leader');
    const lea = await member('Lea', 'leader');
    const rename = (browser: Browser, person: string) =>
      browser.json('PATCH', at(`/${person}`), { designation: 'Présidente' });
    expect((await rename(tendai.browser, tendai.person)).status).toBe(204);
    expect((await rename(awa, tendai.person)).status).toBe(204);
    expect((await rename(lea.browser, tendai.person)).status).toBe(403);
    const blessing = await addBlessing(tendai.browser);
    expect((await rename(lea.browser, blessing)).status).toBe(404);
    expect((await rename(tendai.browser, blessing)).status).toBe(204);
    expect((await tendai.browser.json('PATCH', at(`/${tendai.person}`), { name: '' })).status).toBe(400);
  });

  it('raises the version with every change, so that feeds send it anew', async () => {
    const heard: string[] = [];
    bed.people.vault.watch((changed) => heard.push(changed));
    const before: People = (await snapshot(awa)).people;
    await addBlessing(awa);
    expect((await snapshot(awa)).people.version).toBeGreaterThan(before.version);
    expect(heard).toEqual([space]);
  });
});

describe('putting a person in safety', () => {
  it('leaves others the word alone, at once and without date or reason, and can be taken back', async () => {
    const tendai = await member('Tendai', 'leader');
    const lea = await member('Lea', 'leader');
    expect((await tendai.browser.json('POST', at(`/${tendai.person}/protect`), {})).status).toBe(200);
    expect(await cardOf(lea.browser, tendai.person)).toEqual({ id: tendai.person, gone: 'withdrawn' });
    expect(await cardOf(awa, tendai.person)).toEqual({ id: tendai.person, gone: 'withdrawn' });
    expect(await cardOf(tendai.browser, tendai.person)).toMatchObject({ name: 'Tendai', gone: 'withdrawn' });
    await tendai.browser.json('POST', at(`/${tendai.person}/protect`), { on: false });
    expect(await cardOf(lea.browser, tendai.person)).toEqual({
      id: tendai.person,
      name: 'Tendai',
      language: 'fr',
    });
  });

  it('is done by the secretariat for anybody of whom it reads, and says which devices stay away', async () => {
    const tendai = await member('Tendai', 'leader');
    const blessing = await addBlessing(tendai.browser);
    // Nothing that the secretariat reads names her: to it she is not there.
    expect((await awa.json('POST', at(`/${blessing}/protect`), {})).status).toBe(404);
    await noteAbout(tendai.browser, blessing);
    const now = await read(await awa.json('POST', at(`/${blessing}/protect`), {}));
    expect(now).toMatchObject({ copies: [], silent: 0 });
    expect(await cardOf(tendai.browser, blessing)).toEqual({ id: blessing, gone: 'withdrawn' });
    bed.clock.time += 8 * 86_400_000;
    const later = await read<{ silent: number }>(await awa.json('POST', at(`/${blessing}/protect`), {}));
    expect(later.silent).toBeGreaterThan(0);
  });

  it('SAFE-6 is not done by who neither keeps the partnership nor wrote the card, and lifted by fewer still', async () => {
    const tendai = await member('Tendai', 'leader');
    const lea = await member('Lea', 'leader');
    const chair = await member('Chris', 'chair');
    const put = async (who: Browser, on: boolean): Promise<number> =>
      (await who.json('POST', at(`/${tendai.person}/protect`), { on })).status;
    expect((await lea.browser.get(at(`/${tendai.person}/copies`))).status).toBe(403);
    expect(await put(lea.browser, true)).toBe(403);
    expect((await chair.browser.get(at(`/${tendai.person}/copies`))).status).toBe(200);
    expect(await put(chair.browser, true)).toBe(200);
    expect(await put(chair.browser, false)).toBe(403);
    expect(await put(tendai.browser, false)).toBe(200);
  });

  it('SAFE-6 is done by who coordinates a group for anybody named in its own circle, and for nobody else', async () => {
    const ruth = await member('Ruth', 'coordinator');
    const tendai = await member('Tendai', 'leader');
    const lea = await member('Lea', 'leader');
    const group = newId();
    const saidAt = '2026-03-01T10:00:00.000Z';
    const ticket = () => ({ id: newId(), space, saidAt });
    const tell = async (who: Browser, command: object): Promise<void> => {
      const answer = await who.json('POST', `/api/spaces/${space}/commands`, { commands: [command] });
      expect(await read(answer)).toMatchObject({ outcomes: [{ outcome: 'accepted' }] });
    };
    const opening = { purpose: 'group', readers: [ruth.person, tendai.person], name: 'Les familles' };
    const place = { entity: group, circle: 'partners' };
    await tell(ruth.browser, processCommand(ticket(), 'circle.open', place, opening));
    const blessing = await addBlessing(tendai.browser);
    const note = { withName: 'Blessing Phiri', person: blessing };
    const inGroup = { entity: newId(), circle: group };
    await tell(tendai.browser, addRecord(ticket(), 'conversation', inGroup, note));
    const put = async (who: Browser, person: string, on: boolean): Promise<number> =>
      (await who.json('POST', at(`/${person}/protect`), { on })).status;
    // To the secretariat, which does not read the group, she is not there.
    expect(await put(awa, blessing, true)).toBe(404);
    expect(await put(lea.browser, blessing, true)).toBe(404);
    expect(await put(ruth.browser, lea.person, true)).toBe(403);
    expect(await put(ruth.browser, blessing, true)).toBe(200);
    expect(await cardOf(tendai.browser, blessing)).toEqual({ id: blessing, gone: 'withdrawn' });
    expect(await put(ruth.browser, blessing, false)).not.toBe(200);
    expect(await put(tendai.browser, blessing, false)).toBe(200);
  });

  it('SAFE-4 SAFE-7 takes an invitation that is open back, and lets a device that was away start again', async () => {
    const tendai = await member('Tendai', 'leader');
    const asked = { name: 'Ruth', roles: ['focal'], way: 'link' };
    const invited = await read<{ url: string; person: string }>(
      await awa.json('POST', `/api/spaces/${space}/invitations`, asked),
    );
    const { snapshot: held, people } = await snapshot(tendai.browser);
    const feed = async (version: number): Promise<string> => {
      const address = `/api/spaces/${space}/feed?after=${held.seq}&people=${version}`;
      const reader = (await tendai.browser.get(address)).body?.getReader();
      const first = await reader?.read();
      await reader?.cancel();
      return new TextDecoder().decode(first?.value);
    };
    expect(await feed(people.version)).not.toContain('event: reset');
    expect((await awa.json('POST', at(`/${invited.person}/protect`), {})).status).toBe(200);
    expect(await feed(people.version)).toContain('event: reset');
    const now = (await snapshot(tendai.browser)).people.version;
    expect(await feed(now)).not.toContain('event: reset');
    expect((await bed.browser().get(new URL(invited.url).pathname)).status).toBe(410);
  });
});

describe('erasing a person', () => {
  it('empties the row for everybody and leaves no trace of name, address or telephone in the file', async () => {
    const tendai = await member('Tendai', 'leader');
    const blessing = await addBlessing(tendai.browser);
    await noteAbout(tendai.browser, blessing);
    const answer = await tendai.browser.json('DELETE', at(`/${blessing}`));
    expect(await read(answer)).toMatchObject({ copies: [] });
    expect(await cardOf(awa, blessing)).toEqual({ id: blessing, gone: 'erased' });
    expect((await tendai.browser.json('PATCH', at(`/${blessing}`), { name: 'Blessing' })).status).toBe(404);
    for (const file of ['people.db', 'people.db-wal']) {
      const bytes = readFileSync(join(bed.folder, file)).toString('latin1');
      for (const word of ['Blessing', 'quartier.test', '77 000']) expect(bytes).not.toContain(word);
    }
  });
});

it('reminds whoever wrote somebody down who never signed up, after 24 months', async () => {
  const tendai = await member('Tendai', 'leader');
  const blessing = await addBlessing(tendai.browser);
  const due = async (browser: Browser): Promise<unknown> =>
    (await read<{ due: unknown }>(await browser.get(at('/review')))).due;
  expect(await due(tendai.browser)).toEqual([]);
  bed.clock.time += REVIEW_AFTER + 1;
  const later = bed.browser();
  await later.json('POST', '/api/session/password', { email: 'tendai@vallee.test', password: PASSWORD });
  expect(await due(later)).toEqual([
    { person: blessing, purpose: 'invitation à l’atelier', review: '2028-02-29' },
  ]);
});
