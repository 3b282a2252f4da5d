import { addRecord, type Command, isPresent, PARTNERS, processCommand, valueOf } from '@tablee/domain/kernel';
import { figureState } from '@tablee/domain/modules/figure';
import { attendance } from '@tablee/domain/modules/meeting';
import { wordingState } from '@tablee/domain/modules/wording';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LedgerFault } from '../ledger/port.ts';
import { type Browser, found, openPeopleBed, type PeopleBed, read, setUp } from '../people/fixture.ts';
import { requestIn } from '../people/link.ts';
import { newId } from '../people/secret.ts';

const DAY = 86_400_000;

let bed: PeopleBed;
let awa: Browser;
let space: string;
let person: string;
let organisation: string;
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
  await send(
    addRecord(
      ticket(),
      'actor',
      { entity: organisation, circle: PARTNERS },
      {
        name: 'Comité du Quartier-Bas',
        sector: 'civilSociety',
      },
    ),
  );
});
afterEach(() => bed.dispose());

const ticket = () => ({ id: newId(), space, saidAt: new Date(bed.clock.time).toISOString() });

const send = async (command: Command): Promise<void> => {
  const answer = await awa.json('POST', `/api/spaces/${space}/commands`, { commands: [command] });
  const body = await read<{ outcomes: readonly { outcome: string }[] }>(answer);
  if (body.outcomes[0]?.outcome !== 'accepted') throw new Error(JSON.stringify(body));
};

interface Made {
  readonly id: string;
  readonly request: string;
  readonly url: string;
  readonly text: string;
  readonly closes: string;
}

const ask = async (asked: object): Promise<Made & { readonly path: string }> => {
  const answer = await awa.json('POST', `/api/spaces/${space}/links`, { person, organisation, ...asked });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  const made = await read<Made>(answer);
  return { ...made, path: new URL(made.url).pathname };
};

const aMeeting = async (): Promise<string> => {
  const meeting = newId();
  await send(
    addRecord(
      ticket(),
      'meeting',
      { entity: meeting, circle: PARTNERS },
      {
        title: { lang: 'fr', text: 'Atelier au centre de santé' },
        moment: { instant: '2026-03-12T09:00:00.000Z', zone: 'Africa/Dakar' },
        place: { name: 'Centre de santé' },
      },
    ),
  );
  return meeting;
};

const entities = async () => (await bed.spaces.open(space))?.state.entities;

describe('a personal link', () => {
  it('says first who asks, why and how long, uses nothing up when it is only opened, and records at the second press', async () => {
    const subject = await aMeeting();
    const link = await ask({ kind: 'confirmMeeting', subject, deadline: '2026-03-10' });
    expect(link.text.split('\n')).toEqual([
      'L’eau de la vallée',
      'Awa Ndiaye vous demande\u00a0: Dire si vous venez\u00a0: Atelier au centre de santé',
      'jeudi 12 mars 2026, 9\u202fh (heure de Dakar), Centre de santé. Avant le 10 mars 2026, 23\u202fh\u202f59 (heure de Dakar), en une minute, sans compte\u00a0:',
      link.url,
    ]);
    const page = await (await bed.browser().get(link.path)).text();
    expect(page).toContain('Blessing Phiri, Awa Ndiaye vous demande une réponse');
    expect(page).toContain('jeudi 12 mars 2026, 9\u202fh');
    expect(page).not.toContain('Ce qui est noté');
    expect(page).not.toMatch(/<script|<style| style=/);
    expect(Buffer.byteLength(page)).toBeLessThan(30_000);
    const guest = bed.browser();
    expect((await guest.submit(link.path, { choice: 'coming', words: 'Avec deux voisines' })).status).toBe(
      303,
    );
    const after = await (await guest.get(link.path)).text();
    expect(after).toContain('Ce qui est noté en votre nom');
    expect(after).toContain('Je viens');
    expect(after).toContain('Avec deux voisines');
    expect(after).toContain('Modifiable jusqu’au 10 mars 2026');
    // What is answered is done: the boxes to change it are folded away, and open again when something is missing.
    expect(after).toContain('<details class="again"><summary>Changer ma réponse');
    expect(await (await guest.submit(link.path, { choice: 'perhaps' })).text()).toContain(
      '<details class="again" open>',
    );
    const state = (await entities())?.get(link.request);
    expect(state).toMatchObject({
      state: { answer: { said: { choice: 'coming' }, channel: 'link', confirmed: true } },
    });
  });

  it('fills the attendance sheet, and changes it when the answer changes', async () => {
    const subject = await aMeeting();
    const link = await ask({ kind: 'confirmMeeting', subject });
    const guest = bed.browser();
    await guest.submit(link.path, { choice: 'coming' });
    await guest.submit(link.path, { choice: 'sendsDeputy' });
    const sheet = [...((await entities())?.values() ?? [])].filter((entity) => entity.type === 'attendance');
    expect(sheet.map((entity) => valueOf(attendance, entity, 'answer'))).toEqual(['sendsDeputy']);
  });

  it('keeps an answer and what follows from it together when the store stops between any two writes', async () => {
    const subject = await aMeeting();
    const isSaid = async (request: string): Promise<readonly [boolean, number]> => {
      bed.spaces.drop(space);
      const held = (await entities()) ?? new Map();
      const rows = [...held.values()].filter((row) => row.type === 'attendance' && isPresent(row));
      return [requestIn(held, request)?.answer?.said.choice === 'coming', rows.length];
    };
    const { ledger } = bed.spaces;
    const whole = ledger.append.bind(ledger);
    const link = await ask({ kind: 'confirmMeeting', subject });
    const guest = bed.browser();
    const page = await (await guest.get(link.path)).text();
    const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const press = () => guest.post(link.path, { form, once, choice: 'coming' });
    const stop = vi.spyOn(ledger, 'append');
    for (let lasts = 0; lasts < 3; lasts += 1) {
      let left = lasts;
      stop.mockImplementation(async (append) => {
        left -= 1;
        if (left < 0) throw new LedgerFault('stopped');
        return whole(append);
      });
      await press();
      const [answered, rows] = await isSaid(link.request);
      expect({ lasts, rows }).toEqual({ lasts, rows: answered ? 1 : 0 });
      expect(answered).toBe(lasts > 0);
    }
    stop.mockRestore();
    expect((await press()).status).toBe(303);
    expect(await isSaid(link.request)).toEqual([true, 1]);
  });

  it('takes a double press as one answer, and another answer after going back as a change', async () => {
    const link = await ask({ kind: 'confirmMeeting', subject: await aMeeting() });
    const guest = bed.browser();
    const page = await (await guest.get(link.path)).text();
    const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const before = (await bed.spaces.open(space))?.state.seq ?? 0;
    const press = (choice: string) => guest.post(link.path, { form, once, choice });
    expect((await press('coming')).status).toBe(303);
    const between = (await bed.spaces.open(space))?.state.seq ?? 0;
    expect((await press('coming')).status).toBe(303);
    expect([between > before, (await bed.spaces.open(space))?.state.seq]).toEqual([true, between]);
    expect((await press('notComing')).status).toBe(303);
    expect((await entities())?.get(link.request)).toMatchObject({
      state: { answer: { said: { choice: 'notComing' } } },
    });
  });

  it('takes a position on the words it shows, with a reason for a block', async () => {
    const subject = newId();
    const text = 'Au Quartier-Bas, l’eau du puits rend les enfants malades.';
    await send(
      processCommand(
        ticket(),
        'wording.open',
        { entity: subject, circle: PARTNERS },
        { kind: 'vision', text, lang: 'fr' },
      ),
    );
    const link = await ask({ kind: 'position', subject, version: 1 });
    const guest = bed.browser();
    expect(await (await guest.get(link.path)).text()).toContain(text);
    const bare = await guest.submit(link.path, { choice: 'block', standing: 'confirmed' });
    expect(bare.status).toBe(400);
    expect(await bare.text()).toContain('dites ce qui lèverait votre opposition');
    expect(await (await guest.submit(link.path, { standing: 'confirmed' })).text()).toContain(
      'Choisissez une réponse',
    );
    await guest.submit(link.path, {
      choice: 'block',
      standing: 'confirmed',
      words: 'Le puits du haut manque',
      ...{ confirmedBy: 'la ministre', confirmedHow: 'letter', confirmedOn: '2026-02-01' },
      clearWith: 'le cabinet',
    });
    const state = (await entities())?.get(subject);
    const position =
      state?.kind === 'process' ? wordingState.read(state.state).positions[organisation] : undefined;
    expect(position).toMatchObject({
      stance: 'block',
      standing: 'confirmed',
      channel: 'link',
      person,
      acknowledged: true,
      firmness: { how: 'letter', on: '2026-02-01', with: null, until: null },
    });
    const page = await (await guest.get(link.path)).text();
    expect(page).toContain('Confirmée, par\u00a0: la ministre, par lettre, le 1er février 2026');
    expect(page).not.toContain('le cabinet');
  });

  it('takes a figure as people type it, and corrects it', async () => {
    const subject = newId();
    const slots = { name: { lang: 'fr', text: 'Foyers raccordés' }, unit: 'foyers', direction: 'up' };
    await send(addRecord(ticket(), 'indicator', { entity: subject, circle: PARTNERS }, slots));
    const link = await ask({ kind: 'figure', subject });
    const guest = bed.browser();
    const wordy = await guest.submit(link.path, { value: 'beaucoup' });
    expect(wordy.status).toBe(400);
    expect(await wordy.text()).toContain('La valeur s’écrit en chiffres');
    await guest.submit(link.path, { value: '1\u202f240,5', day: '2026-02-28', words: 'Relevé du comité' });
    await guest.submit(link.path, { value: '1241', day: '2026-02-28' });
    const [state] = [...((await entities())?.values() ?? [])].filter((entity) => entity.type === 'figure');
    const given = state?.kind === 'process' ? figureState.read(state.state) : undefined;
    expect(given).toMatchObject({ organisation, period: '2026' });
    expect(given?.revisions.map(({ value, unit, channel }) => [value, unit, channel])).toEqual([
      ['1240.5', 'foyers', 'link'],
      ['1241', 'foyers', 'link'],
    ]);
    expect(await (await guest.get(link.path)).text()).toContain('1241 foyers');
  });

  it('closes with its deadline, stays readable for 30 days, then says that it is over', async () => {
    const link = await ask({ kind: 'confirmMeeting', subject: await aMeeting(), deadline: '2026-03-10' });
    const guest = bed.browser();
    await guest.submit(link.path, { choice: 'coming' });
    const page = await (await guest.get(link.path)).text();
    const form = /name="form" value="([^"]+)"/.exec(page)?.[1] ?? '';
    bed.clock.time = Date.parse(link.closes) + 1;
    const late = await guest.post(link.path, { form, choice: 'notComing' });
    expect(late.status).toBe(409);
    const closed = await (await guest.get(link.path)).text();
    expect(closed).toContain('Je viens');
    expect(closed).not.toContain('<textarea');
    bed.clock.time += 30 * DAY + 1;
    expect((await guest.get(link.path)).status).toBe(410);
  });

  it('says when it was revoked, and when nobody knows it', async () => {
    const link = await ask({ kind: 'confirmMeeting', subject: await aMeeting() });
    expect((await awa.json('DELETE', `/api/spaces/${space}/links/${link.id}`)).status).toBe(204);
    const revoked = await bed.browser().get(link.path);
    expect([revoked.status, await revoked.text()]).toEqual([410, expect.stringContaining('retiré')]);
    const guessed = await bed.browser({ language: 'en' }).get('/r/AAAAAAAAAAAAAAAAAAAAAA');
    expect([guessed.status, await guessed.text()]).toEqual([
      404,
      expect.stringContaining('We do not know this link'),
    ]);
    expect(guessed.headers.get('cache-control')).toBe('no-store');
  });

  it('LINK-1 leaves neither page nor matter, person or partnership with a browser that others use', async () => {
    const link = await ask({ kind: 'confirmMeeting', subject: await aMeeting() });
    const guest = bed.browser();
    await guest.submit(link.path, { choice: 'coming', words: 'Avec deux voisines' });
    const answer = await guest.get(link.path);
    const page = await answer.text();
    expect(page).toContain('Atelier au centre de santé');
    const title = /<title>([^<]*)<\/title>/.exec(page)?.[1];
    expect(title).toBe('Un lien personnel');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('etag') ?? answer.headers.get('last-modified')).toBeNull();
    // The address goes to no other site: no such site is linked, and none would be told.
    expect(answer.headers.get('referrer-policy')).toBe('same-origin');
    expect(page).not.toMatch(/(?:href|src|action)="(?:https?:)?\/\//);
    expect(page).not.toMatch(/rel="(?:prefetch|prerender|preload|manifest)"/);
    // Whatever takes letters asks the browser to remember none.
    for (const [form = ''] of page.matchAll(/<form[^]*?<\/form>/g))
      if (/<textarea|type="(?:text|date|number)"/.test(form))
        expect(form).toMatch(/^<form[^>]*autocomplete="off"/);
    // What proves where a form came from ends with the browser, as every cookie of these pages.
    expect(answer.headers.getSetCookie().filter((cookie) => /max-age|expires/i.test(cookie))).toEqual([]);
  });

  it('LINK-2 is closed for good by whoever opened it, in four languages; what was answered stays', async () => {
    const link = await ask({ kind: 'confirmMeeting', subject: await aMeeting() });
    const guest = bed.browser();
    await guest.submit(link.path, { choice: 'coming' });
    for (const [lang, words] of [
      ['fr', 'Fermer ce lien pour toujours'],
      ['en', 'Close this link for good'],
      ['de', 'Diesen Link endgültig schließen'],
      ['es', 'Cerrar este enlace para siempre'],
    ] as const)
      expect(await (await guest.get(`${link.path}?lang=${lang}`)).text()).toContain(words);
    const closed = await guest.submit(link.path, { close: '1' });
    expect([closed.status, closed.headers.get('clear-site-data')]).toEqual([200, '"cache"']);
    const page = await closed.text();
    expect(page).toContain('Ce lien est fermé');
    expect(page).not.toMatch(/Blessing|Atelier|vallée/);
    expect((await guest.get(link.path)).status).toBe(410);
    const state = (await entities())?.get(link.request);
    expect(state).toMatchObject({ state: { answer: { said: { choice: 'coming' } } } });
  });

  it('bounds how often one link may be pressed, and how many are guessed from one address', async () => {
    const link = await ask({ kind: 'confirmMeeting', subject: await aMeeting() });
    const statuses: number[] = [];
    for (let looks = 0; looks < 31; looks += 1) statuses.push((await bed.browser().get(link.path)).status);
    expect([statuses.slice(0, 30).every((status) => status === 200), statuses[30]]).toEqual([true, 429]);
    let last = 0;
    for (let guesses = 0; guesses < 121; guesses += 1)
      last = (await bed.browser().get(`/r/${newId()}aa`)).status;
    expect(last).toBe(429);
  });

  it('is shown in English on request, without losing the token', async () => {
    const link = await ask({ kind: 'confirmMeeting', subject: await aMeeting(), language: 'en' });
    const page = await (await bed.browser().get(link.path)).text();
    expect(page).toContain('Yes, send my answer');
    expect(page).toContain('href="?lang=fr"');
    expect(await (await bed.browser().get(`${link.path}?lang=fr`)).text()).toContain(
      'Oui, envoyer ma réponse',
    );
  });

  it('is made by members alone, for a person and a request of their own partnership', async () => {
    const subject = await aMeeting();
    const at = `/api/spaces/${space}/links`;
    expect((await bed.browser().json('POST', at, { person, kind: 'confirmMeeting', subject })).status).toBe(
      401,
    );
    expect((await awa.json('POST', at, { person: newId(), kind: 'confirmMeeting', subject })).status).toBe(
      404,
    );
    expect((await awa.json('POST', at, { person, kind: 'unknown', subject })).status).toBe(400);
    expect(
      (await awa.json('POST', at, { person, kind: 'confirmMeeting', subject, deadline: '2026-02-01' }))
        .status,
    ).toBe(409);
  });
});
