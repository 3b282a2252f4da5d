import { addRecord, PARTNERS, processCommand, restrict, valueOf } from '@tablee/domain/kernel';
import { commitment } from '@tablee/domain/modules/commitment';
import { commentsOn } from '@tablee/domain/modules/request';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, found, openPeopleBed, type PeopleBed, read, setUp } from '../people/fixture.ts';
import { newId } from '../people/secret.ts';

const LANGUAGES = ['fr', 'en', 'de', 'es'] as const;
/** The most that a page may weigh, in bytes. */
const MOST = 30_000;

let bed: PeopleBed;
let awa: Browser;
let space: string;
let person: string;
let organisation: string;
let text: string;
beforeEach(async () => {
  bed = await openPeopleBed();
  awa = await setUp(bed);
  space = await found(awa);
  const answer = await awa.json('POST', `/api/spaces/${space}/people`, {
    name: 'Blessing Phiri',
    language: 'fr',
  });
  person = (await read<{ person: string }>(answer)).person;
  organisation = newId();
  text = newId();
  await send(
    addRecord(
      ticket(),
      'actor',
      { entity: organisation, circle: PARTNERS },
      { name: 'Comité', sector: 'civilSociety' },
    ),
    processCommand(
      ticket(),
      'wording.open',
      { entity: text, circle: PARTNERS },
      { kind: 'vision', text: 'De l’eau pour tous.', lang: 'fr' },
    ),
  );
});
afterEach(() => bed.dispose());

const ticket = () => ({ id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() });
const send = async (...commands: readonly object[]): Promise<void> => {
  const answer = await awa.json('POST', `/api/spaces/${space}/commands`, { commands });
  const { outcomes } = await read<{ outcomes: readonly { outcome: string }[] }>(answer);
  if (outcomes.some(({ outcome }) => outcome !== 'accepted')) throw new Error(JSON.stringify(outcomes));
};
const ask = async (
  asked: object,
): Promise<{ readonly path: string; readonly request: string; readonly text: string }> => {
  const answer = await awa.json('POST', `/api/spaces/${space}/links`, { person, organisation, ...asked });
  if (answer.status !== 201) throw new Error(await answer.text());
  const made = await read<{ url: string; request: string; text: string }>(answer);
  return { ...made, path: new URL(made.url).pathname };
};
const askComment = () => ask({ kind: 'comment', subject: text, version: 1 });
const view = async () => {
  const entities = (await bed.spaces.open(space))?.state.entities;
  if (entities === undefined) throw new Error('no space');
  return restrict(entities, PARTNERS);
};
const fieldsOf = (page: string) => ({
  form: /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '',
  once: /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '',
});

describe('a page without account', () => {
  it('takes a comment with its standing, which lands with the text', async () => {
    const link = await askComment();
    const guest = bed.browser();
    expect((await guest.submit(link.path, { words: '  ' })).status).toBe(400);
    const words = 'Le puits du haut\r\nmanque.';
    expect((await guest.submit(link.path, { words, standing: 'adReferendum' })).status).toBe(303);
    expect(commentsOn(await view(), text)).toMatchObject([
      {
        person,
        organisation,
        version: 1,
        words: 'Le puits du haut\nmanque.',
        standing: 'adReferendum',
        channel: 'link',
      },
    ]);
  });

  it('says of 100,000 characters how many there is room for, and keeps them on the page', async () => {
    const link = await askComment();
    const guest = bed.browser();
    const long = 'é'.repeat(100_000);
    const answer = await guest.submit(link.path, { words: long });
    const page = await answer.text();
    expect([answer.status, page.includes(long)]).toEqual([400, true]);
    expect(page).toMatch(/100\s000 caractères\s; il y a place pour 5\s000/u);
    expect(commentsOn(await view(), text)).toEqual([]);
    const { form } = fieldsOf(page);
    const huge = await guest.post(link.path, { form, words: 'a'.repeat(1_100_000) });
    expect([huge.status, await huge.text()]).toEqual([413, expect.stringContaining('trop long')]);
  });

  it('takes the same form twice as one answer after a lost connection, also minutes later', async () => {
    const link = await askComment();
    const guest = bed.browser();
    const sent = {
      ...fieldsOf(await (await guest.get(link.path)).text()),
      words: 'Oui',
      standing: 'personal',
    };
    const first = await guest.post(link.path, sent);
    bed.clock.time += 120_000;
    const again = await guest.post(link.path, sent);
    expect([first.headers.get('location'), again.headers.get('location')]).toEqual([
      `${link.path}?got=new`,
      `${link.path}?got=already`,
    ]);
    expect(await (await guest.get(`${link.path}?got=already`)).text()).toContain(
      'rien n’a été noté deux fois',
    );
    expect(commentsOn(await view(), text)).toHaveLength(1);
  });

  it('shows all that a partner promised, and moves a date only with a reason', async () => {
    const [owed, other] = [newId(), newId()];
    const slots = (what: string) => ({
      what: { lang: 'fr', text: what },
      owner: organisation,
      due: '2026-04-01',
    });
    await send(
      addRecord(ticket(), 'commitment', { entity: owed, circle: PARTNERS }, slots('Les analyses')),
      addRecord(ticket(), 'commitment', { entity: other, circle: PARTNERS }, slots('La carte des puits')),
    );
    const link = await ask({ kind: 'commitment', subject: owed });
    const guest = bed.browser();
    expect(await (await guest.get(link.path)).text()).toContain('La carte des puits');
    const moved = { [`state-${owed}`]: 'done', [`due-${other}`]: '15.5.2026' };
    const refused = await guest.submit(link.path, moved);
    const page = await refused.text();
    expect([refused.status, page.includes('demande une raison'), page.includes('15.5.2026')]).toEqual([
      400,
      true,
      true,
    ]);
    expect(
      (await guest.submit(link.path, { ...moved, [`why-${other}`]: 'Le topographe est absent' })).status,
    ).toBe(303);
    const held = await view();
    const [first, second] = [held.get(owed), held.get(other)];
    expect(first && valueOf(commitment, first, 'state')).toBe('done');
    expect(second && valueOf(commitment, second, 'due')).toBe('2026-05-15');
  });

  it('shows what was written down in somebody’s name by telephone or on paper, and lets them confirm or correct it', async () => {
    await send(
      processCommand(
        ticket(),
        'wording.take',
        { entity: text, circle: PARTNERS },
        { organisation, version: 1, stance: 'agree', standing: 'confirmed', channel: 'phone', person },
      ),
    );
    const link = await askComment();
    const guest = bed.browser();
    const page = await (await guest.get(link.path)).text();
    expect(page).toContain('par téléphone');
    expect((await guest.post(link.path, { ...fieldsOf(page), confirm: text })).status).toBe(303);
    const position = async () => {
      const held = (await view()).get(text);
      return held?.kind === 'process' ? JSON.stringify(held.state) : '';
    };
    expect(await position()).toContain('"acknowledged":true');
    expect(
      (await guest.submit(`${link.path}?of=${text}`, { choice: 'reservations', standing: 'personal' }))
        .status,
    ).toBe(303);
    expect(await position()).toContain('"stance":"reservations"');
    expect((await guest.get(`${link.path}?of=${newId()}`)).status).toBe(200);
  });

  it('says when to come back after a burst, while others get through', async () => {
    const link = await askComment();
    const other = await askComment();
    const statuses: number[] = [];
    let wait = '';
    for (let looks = 0; looks < 60; looks += 1) {
      const answer = await bed.browser().get(link.path);
      statuses.push(answer.status);
      wait = answer.headers.get('retry-after') ?? '';
    }
    expect([statuses.includes(429), Number(wait) > 0]).toEqual([true, true]);
    expect((await bed.browser().get(other.path)).status).toBe(200);
    bed.clock.time += Number(wait) * 1_000;
    expect((await bed.browser().get(link.path)).status).toBe(200);
  });

  it('tells a messenger nothing of what is for fewer than all partners', async () => {
    const inner = newId();
    await send(
      processCommand(
        ticket(),
        'wording.open',
        { entity: inner, circle: 'core' },
        { kind: 'workingAgreement', text: 'Entre nous', lang: 'fr' },
      ),
    );
    const link = await ask({ kind: 'comment', subject: inner, version: 1, circle: 'core' });
    expect(link.text.split('\n')[1]).toBe('Awa Ndiaye vous demande\u00a0: Commenter un texte');
    const head = (await (await bed.browser().get(link.path)).text()).split('</head>')[0] ?? '';
    expect(head).toContain('og:title" content="Un lien personnel"');
    expect(head).not.toMatch(/manière de travailler|L’eau de la vallée|Awa/);
    const open =
      (await (await bed.browser().get((await askComment()).path)).text()).split('</head>')[0] ?? '';
    expect(open).toContain('og:title" content="La vision, version 1"');
  });

  it('stays light and whole in each of its four languages, whatever it asks', async () => {
    const meeting = newId();
    const indicator = newId();
    const owed = newId();
    await send(
      addRecord(
        ticket(),
        'meeting',
        { entity: meeting, circle: PARTNERS },
        { title: { lang: 'fr', text: 'Rencontre' } },
      ),
      addRecord(
        ticket(),
        'indicator',
        { entity: indicator, circle: PARTNERS },
        { name: { lang: 'fr', text: 'Foyers' }, direction: 'up' },
      ),
      addRecord(
        ticket(),
        'commitment',
        { entity: owed, circle: PARTNERS },
        { what: { lang: 'fr', text: 'Analyses' }, owner: organisation },
      ),
    );
    const subjects = {
      confirmMeeting: meeting,
      position: text,
      comment: text,
      figure: indicator,
      commitment: owed,
    };
    for (const [kind, subject] of Object.entries(subjects)) {
      const link = await ask({ kind, subject, ...(subject === text ? { version: 1 } : {}) });
      for (const lang of LANGUAGES) {
        const page = await (await bed.browser().get(`${link.path}?lang=${lang}`)).text();
        expect([kind, lang, Buffer.byteLength(page) < MOST]).toEqual([kind, lang, true]);
        expect(page).toContain(`<html lang="${lang}">`);
        expect(page).not.toMatch(/<script|<style| style=| on[a-z]+="/);
        // A word that nobody translated would show as English.
        if (lang === 'de' || lang === 'es') expect(page).not.toMatch(/\b(your|with|the|you|answer)\b/i);
      }
    }
    const doors = ['/join', '/join/nothing', '/sign-in/nothing', `/public/${space}`, '/r/nothing'];
    for (const door of doors)
      for (const lang of LANGUAGES) {
        const page = await (await bed.browser().get(`${door}?lang=${lang}`)).text();
        expect([door, Buffer.byteLength(page) < MOST]).toEqual([door, true]);
      }
    const css = await (await bed.browser().get('/door.css')).text();
    expect(Buffer.byteLength(css)).toBeLessThan(10_000);
  });
});
