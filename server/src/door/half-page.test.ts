import {
  addRecord,
  type Command,
  changeRecord,
  PARTNERS,
  processCommand,
  viewFor,
} from '@tablee/domain/kernel';
import { HALF_PAGE, halfPageWords } from '@tablee/domain/modules/commitment';
import { halfPages } from '@tablee/domain/modules/due';
import { enterSheet, findSheet, questionsOf, type SheetEntry, sheetCode } from '@tablee/domain/modules/paper';
import { requestsAbout } from '@tablee/domain/modules/request';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { paperPrint } from '../document/paper/paper-sheet.ts';
import { wordsIn } from '../document/words.ts';
import { type Browser, found, openPeopleBed, type PeopleBed, read, setUp } from '../people/fixture.ts';
import { newId } from '../people/secret.ts';

const QUARTER = '2026-Q1';
const SAID = {
  done: 'Trois puits sont mesurés chaque semaine.',
  late: 'Les pompes : la route est coupée.',
  need: 'Un véhicule en avril.',
};

let bed: PeopleBed;
let awa: Browser;
let space: string;
let organisation: string;
let page: string;
beforeEach(async () => {
  bed = await openPeopleBed();
  awa = await setUp(bed);
  space = await found(awa);
  [organisation, page] = [newId(), newId()];
  const actor = { name: 'Comité du Quartier-Bas', sector: 'civilSociety' };
  await send(addRecord(ticket(), 'actor', { entity: organisation, circle: PARTNERS }, actor));
  const half = { quarter: QUARTER, organisation };
  await send(addRecord(ticket(), 'quarterPage', { entity: page, circle: PARTNERS }, half));
});
afterEach(() => bed.dispose());

const ticket = () => ({ id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() });
const send = async (...commands: readonly Command[]): Promise<void> => {
  const answer = await awa.json('POST', `/api/spaces/${space}/commands`, { commands });
  const { outcomes } = await read<{ outcomes: readonly { outcome: string }[] }>(answer);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(commands.map(() => 'accepted'));
};
const view = async () => viewFor((await bed.people.spaces.read(space)) ?? new Map(), new Set([PARTNERS]));
/** What everybody reads of the half page, whichever way it came. */
const shown = async () => {
  const [half, ...others] = halfPages(await view(), QUARTER, { today: '2026-03-01', lang: 'fr' });
  expect(others).toEqual([]);
  return { words: half?.words, said: half?.said, here: half?.here };
};
const WHOLE = { words: SAID, said: [], here: true };
const link = async (): Promise<string> => {
  const card = { name: 'Blessing Phiri', language: 'fr' };
  const { person } = await read<{ person: string }>(
    await awa.json('POST', `/api/spaces/${space}/people`, card),
  );
  const asked = { person, organisation, kind: 'quarterPage', subject: page };
  const made = await read<{ url: string }>(await awa.json('POST', `/api/spaces/${space}/links`, asked));
  return new URL(made.url).pathname;
};

it('REQ-18 takes the three boxes of a half page by link, on a page of 30 kB without script', async () => {
  const path = await link();
  const browser = bed.browser();
  const before = await (await browser.get(path)).text();
  expect(before.length).toBeLessThan(30_000);
  expect(before).not.toContain('<script');
  for (const box of HALF_PAGE) expect(before).toContain(`name="${box}"`);
  expect((await browser.submit(path, SAID)).headers.get('location')).toContain('got=new');
  expect(await shown()).toEqual(WHOLE);
  const after = await (await browser.get(path)).text();
  expect(after).toContain('Un véhicule en avril.</textarea>');
  expect(after).toContain('Ce qui tarde, et pourquoi\nLes pompes');
  expect((await browser.submit(path, SAID)).headers.get('location')).toContain('got=already');
  expect((await browser.submit(path, { ...SAID, late: '' })).headers.get('location')).toContain('got=new');
  expect((await shown()).words).toEqual({ done: SAID.done, need: SAID.need });
  expect((await browser.submit(path, { done: ' ', late: '', need: '' })).status).toBe(400);
  expect((await browser.submit(path, { ...SAID, done: 'x'.repeat(2_001) })).status).toBe(400);
  expect((await shown()).words).toEqual({ done: SAID.done, need: SAID.need });
});

it('PAP-11 brings the same three boxes from paper into the same record, and corrects them there', async () => {
  const [run, prefix] = [newId(), 'AC7K'];
  const print = {
    prefix,
    lang: 'fr',
    asks: [{ kind: 'quarterPage', subject: page }],
    sheets: [{ organisation }],
  };
  await send(processCommand(ticket(), 'paper.print', { entity: run, circle: PARTNERS }, print));
  const printed = paperPrint(run, {
    view: await view(),
    language: 'fr',
    words: wordsIn('fr'),
    nameOf: () => undefined,
    address: 'http://tablee.test/',
    page: 'http://tablee.test/c/AC7K',
  });
  expect(printed?.sheets[0]?.questions[0]?.fields).toMatchObject([
    { label: 'Ce qui est fait', lines: 4 },
    { label: 'Ce qui tarde, et pourquoi', lines: 4 },
    { label: 'Ce dont vous avez besoin', lines: 4 },
  ]);
  const type = async (answers: SheetEntry['answers']): Promise<void> => {
    const now = await view();
    const sheet = findSheet(now, sheetCode(prefix, 1));
    if (!sheet.ok) throw new Error(sheet.code);
    expect(questionsOf(now, sheet.run.state, 1)[0]?.fields.map(({ part }) => part)).toEqual([...HALF_PAGE]);
    await send(...enterSheet(now, sheet, { answers }, { ticket, newId }));
  };
  await type([{ ask: 0, ...SAID, late: 'Rien' }]);
  await type([{ ask: 0, ...SAID }]);
  expect(await shown()).toEqual(WHOLE);
  expect(requestsAbout(await view(), page).map(({ state }) => [state.kind, state.answer?.channel])).toEqual([
    ['quarterPage', 'paper'],
  ]);
});

it('PAP-11 reads alike what came by form, and lets the link go on from it', async () => {
  const held = (await view()).get(page);
  if (held?.kind !== 'record') throw new Error('no page');
  const slots = Object.fromEntries(HALF_PAGE.map((box) => [box, { lang: 'fr', text: SAID[box] }]));
  await send(changeRecord(ticket(), held, slots));
  expect(await shown()).toEqual(WHOLE);
  const path = await link();
  const browser = bed.browser();
  expect(await (await browser.get(path)).text()).toContain('Un véhicule en avril.</textarea>');
  expect((await browser.submit(path, { ...SAID, need: 'Deux véhicules.' })).status).toBe(303);
  expect(halfPageWords((await view()).get(page), 'fr')).toEqual({ ...SAID, need: 'Deux véhicules.' });
});
