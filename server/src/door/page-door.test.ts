import { addRecord, type Command, PARTNERS, processCommand } from '@tablee/domain/kernel';
import { editionId } from '@tablee/domain/modules/document';
import { sheetCode } from '@tablee/domain/modules/paper';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOfPage, keepPile, readPageCode } from '../document/page-code.ts';
import { type Browser, found, openPeopleBed, type PeopleBed, setUp } from '../people/fixture.ts';
import { ALLOWANCES } from '../people/limit.ts';
import { newId } from '../people/secret.ts';

let bed: PeopleBed;
let awa: Browser;
let space: string;
beforeEach(async () => {
  bed = await openPeopleBed();
  awa = await setUp(bed);
  space = await found(awa);
});
afterEach(() => bed.dispose());

const ticket = () => ({ id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() });
const send = (...commands: readonly Command[]) =>
  awa.json('POST', `/api/spaces/${space}/commands`, { commands });
const codes = () => ({ pages: bed.people.store.pages, key: bed.people.key });
const codeOf = (entity: string, kind = 'document', edition = 'version') =>
  codeOfPage(codes(), { space, kind, entity, edition, made: bed.clock.time });
const bring = (id: string): Command =>
  addRecord(
    ticket(),
    'document',
    { entity: id, circle: PARTNERS },
    { title: { lang: 'fr', text: 'Mot confidentiel' } },
  );
const act = (verb: string, entity: string, payload: { readonly [fact: string]: string }): Command =>
  processCommand(ticket(), `edition.${verb}`, { entity, circle: PARTNERS }, payload);
const pageOf = async (code: string, language = 'fr') => {
  const answer = await bed.browser({ language }).get(`/c/${code}`);
  return { status: answer.status, text: (await answer.text()).replaceAll('\u00a0', ' ') };
};

describe('the page of a code', () => {
  it('says that a version is in force, then that it was replaced, when and by which', async () => {
    const [first, second] = [newId(), newId()];
    const line = editionId(first);
    await send(bring(first), bring(second), act('open', line, { document: first }));
    await send(act('place', line, { document: second, from: first }));
    const code = await codeOf(first);
    expect((await pageOf(code)).text).toContain('C’est un projet');
    await send(act('enforce', line, { document: first }));
    expect((await pageOf(code)).text).toContain('En vigueur depuis le 1er mars 2026');
    bed.clock.time += 2 * 86_400_000;
    await send(act('enforce', line, { document: second, seen: first }));
    const { status, text } = await pageOf(code.toLowerCase().replace('-', ' '));
    expect(status).toBe(200);
    expect(text).toContain('<h1>Remplacé le 3 mars 2026</h1>');
    expect(text).toContain('La version 2 a pris sa place');
    expect((await pageOf(code, 'en')).text).toContain('<h1>Replaced on 3 March 2026</h1>');
  });

  it('tells no title, no name and no word, has no script and stays light', async () => {
    const id = newId();
    await send(bring(id));
    const { text } = await pageOf(await codeOf(id));
    expect(text).not.toMatch(/confidentiel|Awa|<script/);
    expect(Buffer.byteLength(text)).toBeLessThan(30_000);
  });

  it('is the same each time for the same page, and another one for another state of it', async () => {
    expect(await codeOf('thing')).toBe(await codeOf('thing'));
    expect(await codeOf('thing')).not.toBe(await codeOf('thing', 'minutes', 'draft'));
    expect(readPageCode(await codeOf('thing'))?.signs).toHaveLength(10);
  });

  it('answers alike to unknown, mistyped and absurd codes, and holds back whoever guesses', async () => {
    const known = await codeOf(newId(), 'minutes', 'draft');
    const wrong = `${known.slice(0, -1)}${known.endsWith('A') ? 'C' : 'A'}`;
    const answers = [await pageOf('AAAA'), await pageOf(wrong), await pageOf('%00')];
    expect(new Set(answers.map(({ text }) => text.replace(/\?lang=\w+/g, ''))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    for (let tries = 0; tries < ALLOWANCES.guess.burst; tries += 1) await pageOf('AAAA');
    expect((await pageOf('AAAA')).status).toBe(429);
  });

  it('leads a sheet of paper to where it is typed in, unless two partnerships print alike', async () => {
    const run = newId();
    const page = { space, kind: 'paper', entity: run, edition: 'AC7K', made: bed.clock.time };
    const print = {
      prefix: 'AC7K',
      lang: 'fr',
      asks: [{ kind: 'question', text: 'Le mot confidentiel ?', choices: ['Oui', 'Non'] }],
      sheets: [{}],
    };
    await send(processCommand(ticket(), 'paper.print', { entity: run, circle: PARTNERS }, print));
    await keepPile(codes(), 'AC7K', page);
    const { text } = await pageOf(sheetCode('AC7K', 1));
    expect(text).toContain('Pas encore saisie');
    expect(text).toContain(`/p/${space}/in-out?view=paper&amp;code=`);
    expect(text).not.toContain('confidentiel');
    await keepPile(codes(), 'AC7K', { ...page, space: 'other' });
    expect((await pageOf(sheetCode('AC7K', 1))).status).toBe(404);
  });
});
