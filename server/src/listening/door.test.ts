import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Guest, type ListeningBed, openListeningBed, until } from './fixture.ts';

let bed: ListeningBed;
const ROUND = 'abcdefghijklmnopqrst';
const PLAN = {
  texts: {
    fr: { title: 'L’eau du quartier', intro: 'Que faut-il faire ?', promise: 'Le comité répond en mai.' },
    en: {
      title: 'Water in our streets',
      intro: 'What should be done?',
      promise: 'The committee answers in May.',
    },
    ar: { title: 'ماء الحي', intro: 'ما العمل؟', promise: 'تجيب اللجنة في مايو.' },
  },
  words: { ar: { agree: 'موافق', disagree: 'غير موافق', pass: 'بدون رأي', start: 'ابدأ' } },
  expected: 60,
  naming: ['anonymous', 'named'],
  sectors: ['civilSociety', 'private'],
  closes: { instant: '2026-04-01T18:00:00Z', zone: 'Africa/Dakar' },
  answerBy: '2026-05-01',
  statements: ['tap', 'levy', 'night'].map((id) => ({
    id,
    texts: { fr: `Phrase ${id}`, en: `Sentence ${id}` },
  })),
};

let door = '';
const doorOf = async (kind = 'public'): Promise<string> => {
  const made = await bed.awa.json('POST', `/api/spaces/${bed.space}/rounds/${ROUND}/doors`, { kind });
  return /\/l\/[\w-]+/.exec(await made.text())?.[0] ?? '';
};
const text = async (response: Promise<Response> | Response): Promise<string> => (await response).text();
const begin = async (
  guest: Guest,
  fields: { readonly [name: string]: string } = {},
  at = door,
): Promise<string> =>
  text(guest.form(at, { do: 'start', naming: 'anonymous', sector: 'civilSociety', lang: 'fr', ...fields }));
const shown = (page: string): string => /name="s" value="(\w+)"/.exec(page)?.[1] ?? '';
const answer = (guest: Guest, s: string, stance: string, at = door): Promise<string> =>
  text(guest.form(at, { do: 'answer', s, stance, lang: 'fr' }));
const rows = (sql: string): readonly unknown[] => {
  const db = new DatabaseSync(join(bed.folder, 'listening.sqlite'), { readOnly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};

beforeAll(async () => {
  bed = await openListeningBed();
  await bed.act(ROUND, 'plan', PLAN);
  door = await doorOf();
});
afterAll(() => bed.stop());

describe('the door of a listening round', () => {
  it('LSR-3 says who asks, why, how long, what happens with it and who can read it', async () => {
    const closed = await text(bed.guest('198.51.100.1').get(door));
    expect(closed).toContain('L’eau du quartier');
    expect(closed).not.toContain('<form');
    await bed.act(ROUND, 'open');
    const page = await text(bed.guest('198.51.100.1').get(door));
    for (const words of [
      'L’eau de la vallée vous demande',
      '3 affirmations',
      'Le comité répond en mai.',
      '1er avril 2026',
      '1er mai 2026',
      'ni nom, ni adresse',
      '15 personnes',
    ])
      expect(page.replaceAll('\u00a0', ' ')).toContain(words);
    const css =
      (await text(bed.guest('1').get('/door.css'))) + (await text(bed.guest('1').get('/listen.css')));
    expect(Buffer.byteLength(page + css)).toBeLessThan(30_000);
    expect(page).not.toMatch(/<script|https?:/);
    // With no referrer at all, browsers would send our own forms as if they came from nowhere.
    expect((await bed.guest('1').get(door)).headers.get('referrer-policy')).toBe('same-origin');
    const english = await text(bed.guest('198.51.100.1', 'en-GB,en;q=0.9').get(door));
    expect(english).toContain('What we will do with it');
    const arabic = await text(bed.guest('198.51.100.1').get(`${door}?lang=ar`));
    expect(arabic).toMatch(/<html lang="ar" dir="rtl">/);
    expect(arabic).toContain('ابدأ');
  });

  it('LSR-4 records nothing of a visit, and asks for a second press where a link names an answer', async () => {
    const guest = bed.guest('198.51.100.2');
    await begin(guest);
    const page = await text(guest.get(`${door}?s=tap&a=agree`));
    expect(page).toContain('Oui, envoyer ma réponse');
    expect(rows('select * from answer')).toEqual([]);
    await answer(guest, 'tap', 'agree');
    expect(rows('select statement, stance from answer')).toEqual([{ statement: 'tap', stance: 1 }]);
  });

  it('LSR-2 counts the last answer, and the same press twice once', async () => {
    const guest = bed.guest('198.51.100.3');
    const first = shown(await begin(guest));
    await Promise.all([answer(guest, first, 'agree'), answer(guest, first, 'agree')]);
    await answer(guest, first, 'disagree');
    await answer(guest, 'absent', 'agree');
    await answer(guest, first, 'perhaps');
    const page = await text(guest.get(`${door}?s=${first}`));
    expect(page).toContain('Votre réponse');
    expect(page).toContain('value="disagree" class="chosen"');
    expect(rows('select count(*) as n from answer')).toEqual([{ n: 2 }]);
  });

  it('LSR-5 goes on by cookie at this address alone, by code, and by a link of one’s own', async () => {
    const guest = bed.guest('198.51.100.4');
    let page = await begin(guest);
    for (const stance of ['agree', 'pass', 'disagree']) page = await answer(guest, shown(page), stance);
    expect(page).toContain('3 sur 3');
    expect([...guest.cookies.values()].find(({ path }) => path === door)?.isKept).toBe(true);
    const code = /<strong class="code" dir="ltr">([A-Z]{5}-\d{4})</.exec(page)?.[1] ?? '';
    const other = bed.guest('198.51.100.5');
    expect(await text(other.form(door, { do: 'resume', code: 'AAAAA-0000', lang: 'fr' }))).toContain(
      'pas le bon code',
    );
    expect(await text(other.form(door, { do: 'resume', code: code.toLowerCase(), lang: 'fr' }))).toContain(
      '3 sur 3',
    );
    expect([...other.cookies.values()].find(({ path }) => path === door)?.isKept).toBe(false);
    const own = await doorOf('personal');
    expect(shown(await begin(bed.guest('198.51.100.6'), {}, own))).not.toBe('');
    expect(shown(await text(bed.guest('198.51.100.7').get(own)))).not.toBe('');
  });

  it('LSR-5 leaves no trace where that was wished, wipes at the end and deletes what is taken back', async () => {
    const guest = bed.guest('198.51.100.8');
    const page = await begin(guest, { noTrace: 'yes' });
    expect([...guest.cookies.values()].find(({ path }) => path === door)?.isKept).toBe(false);
    await answer(guest, shown(page), 'agree');
    const before = rows('select * from answer').length;
    expect(await text(guest.form(door, { do: 'finish', lang: 'fr' }))).toContain('ne garde plus rien');
    expect([...guest.cookies.values()].some(({ path }) => path === door)).toBe(false);
    expect(rows('select * from answer').length).toBe(before);
    const gone = bed.guest('198.51.100.9');
    await answer(gone, shown(await begin(gone)), 'agree');
    expect(await text(gone.form(door, { do: 'withdraw', lang: 'fr' }))).toContain('sont effacées');
    expect(rows('select * from answer').length).toBe(before);
  });

  it('LSR-6 keeps the beginning of a statement that is too long, and takes none without words', async () => {
    const guest = bed.guest('198.51.100.10');
    await begin(guest);
    const long = await guest.form(door, { do: 'propose', text: 'é'.repeat(100_000), lang: 'fr' });
    const page = await long.text();
    expect(long.status).toBe(400);
    expect(page).toContain('100000 signes');
    expect(page).toContain('éééé');
    expect(Buffer.byteLength(page)).toBeLessThan(20_000);
    expect(await text(guest.form(door, { do: 'propose', text: '  ', lang: 'fr' }))).toContain(
      'Écrivez d’abord',
    );
    expect(rows('select * from proposal')).toEqual([]);
  });

  it('LSR-8 asks for the name of whoever wants to be named, and keeps none of whoever does not', async () => {
    const guest = bed.guest('198.51.100.11');
    expect(await begin(guest, { naming: 'named' })).toContain('Écrivez le nom');
    await begin(guest, { naming: 'named', name: 'Binta Sow' });
    await begin(bed.guest('198.51.100.12'), { naming: 'anonymous', name: 'Moussa Fall' });
    const names = rows('select distinct name from listener where name is not null');
    expect(names).toEqual([{ name: 'Binta Sow' }]);
  });

  it('LSR-1 keeps no time, no address and no order', () => {
    const columns = rows(
      "select m.name as t, c.name as c from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.name <> 'migration'",
    );
    const names = columns.map((row) => Object.values(row ?? {}).join('.'));
    expect(names.filter((name) => /\b(at|time|address|ip|created|rowid)$|_at$/.test(name))).toEqual([]);
    const tables = rows("select name, sql from sqlite_master where type = 'table'");
    for (const table of tables) expect(Object.values(table ?? {})[1]).toContain('without rowid');
    expect(JSON.stringify(rows('select * from listener'))).not.toMatch(/198\.51|[A-Z]{5}-?\d{4}/);
    expect(JSON.stringify(rows('select * from door'))).not.toContain(door.slice(3));
  });

  it('LSR-13 says of a guessed and of a revoked link what it is, and records nothing', async () => {
    const before = rows('select * from listener').length;
    const guessed = await bed.guest('198.51.100.13').get('/l/AAAAAAAAAAAAAAAAAAAAAA');
    expect([guessed.status, await guessed.text()]).toEqual([
      404,
      expect.stringContaining('ne reconnaissons pas ce lien'),
    ]);
    const made = await bed.awa.json('POST', `/api/spaces/${bed.space}/rounds/${ROUND}/doors`, {
      kind: 'personal',
    });
    const body = await made.text();
    const [id = '', path = ''] = [/"id":"(\w+)"/.exec(body)?.[1], /\/l\/[\w-]+/.exec(body)?.[0]];
    await bed.awa.json('DELETE', `/api/spaces/${bed.space}/rounds/${ROUND}/doors/${id}`);
    const revoked = await bed.guest('198.51.100.13').get(path);
    expect([revoked.status, await revoked.text()]).toEqual([410, expect.stringContaining('a été retiré')]);
    expect(rows('select * from listener').length).toBe(before);
  });

  it('LSR-14 gives one short link that can be typed and shown again; stopped, the next one is another', async () => {
    const at = `/api/spaces/${bed.space}/rounds/${ROUND}`;
    const asked = async (path: string, body: object): Promise<string> =>
      text(await bed.awa.json('POST', `${at}/${path}`, body));
    const [again, mine] = [await asked('doors', { kind: 'public' }), await asked('door', {})];
    expect(door).toMatch(/^\/l\/[A-Z]{5}-\d{4}$/);
    for (const said of [again, mine, await text(await bed.awa.json('GET', `${at}/doors`))])
      expect(said).toContain(`${door}"`);
    const typed = await bed.guest('198.51.100.16').get(door.replace('-', '').toLowerCase());
    expect([typed.status, typed.headers.get('location')]).toEqual([303, door]);
    expect((await bed.guest('198.51.100.16').json('POST', `${at}/door`, {})).status).toBe(401);
    const other = 'cdefghijklmnopqrstuv';
    await bed.act(other, 'plan', PLAN);
    const planned = await bed.awa.json('POST', `/api/spaces/${bed.space}/rounds/${other}/door`, {});
    expect(planned.status).toBe(409);
    const first = await text(
      await bed.awa.json('POST', `/api/spaces/${bed.space}/rounds/${other}/doors`, { kind: 'public' }),
    );
    const [id, path] = [/"id":"(\w+)"/.exec(first)?.[1], /\/l\/[\w-]+/.exec(first)?.[0] ?? 'none'];
    await bed.awa.json('DELETE', `/api/spaces/${bed.space}/rounds/${other}/doors/${id}`);
    const held = await text(await bed.awa.json('GET', `/api/spaces/${bed.space}/rounds/${other}/doors`));
    expect(held).not.toContain('"shared"');
    await bed.act(other, 'open');
    expect((await bed.awa.json('POST', `/api/spaces/${bed.space}/rounds/${other}/door`, {})).status).toBe(
      409,
    );
    const next = await text(
      await bed.awa.json('POST', `/api/spaces/${bed.space}/rounds/${other}/doors`, { kind: 'public' }),
    );
    expect(next).toMatch(/\/l\/[A-Z]{5}-\d{4}"/);
    expect(next).not.toContain(path);
  });

  it('LSR-3 refuses a form that came from elsewhere', async () => {
    const guest = bed.guest('198.51.100.14');
    const answer = await guest.form(door, { do: 'start', form: 'x'.repeat(64), lang: 'fr' });
    expect(answer.status).toBe(403);
  });

  it('LSR-10 closes at its hour after a restart too, and says no more than the number where too few answered', async () => {
    bed.clock.time = Date.parse('2026-04-01T18:00:01Z');
    expect(await text(bed.guest('198.51.100.15').get(door))).toContain('sont en train d’être comptées');
    await bed.restart();
    await until(() => rows('select * from listener').length === 0);
    expect(rows('select * from answer')).toEqual([]);
    const page = await text(bed.guest('198.51.100.15').get(door));
    expect(page).toMatch(/\d personnes ont répondu\. C’est trop peu/);
    expect(page).not.toContain('Phrase');
  });
});
