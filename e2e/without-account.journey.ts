import type { Response } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type AskedLink, askByLink, guestOf, problemOf, record, revoke } from './asking.ts';
import { found } from './founding.ts';
import { violationsOn } from './look.ts';
import { open, type Person, press, said, sees, settled, tick, write } from './person.ts';
import { openStage } from './stage.ts';

/** The most that a page may weigh with everything it fetches, in bytes before compression. */
const MOST = 30_000;
const SEND = 'Oui, envoyer ma réponse';

const stage = openStage();
/** Keeps the secretariat, in the app. */
let awa: Person;
/** Has a telephone without script and no account. */
let blessing: Person;
/** A browser in which the rules of accessibility can be looked up; the pages themselves stay without script. */
let reader: Person;
let guest: string;
let organisation: string;
/** What Blessing's device fetched since the page was last asked for. */
let fetched: Response[] = [];

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  const phone = { lang: 'fr', width: 360, height: 740 } as const;
  blessing = await stage.sit({ ...phone, name: 'Blessing Phiri', script: false });
  reader = await stage.sit({ ...phone, name: 'Blessing Phiri' });
  blessing.page.on('response', (response) => fetched.push(response));
  await found(awa);
  guest = await guestOf(awa, blessing.name);
  organisation = await record(awa, 'actor', { name: 'Comité du Quartier-Bas', sector: 'civilSociety' });
});

const ask = (asked: object): Promise<AskedLink> =>
  askByLink(awa, { person: guest, organisation, language: 'fr', ...asked });

/** How many bytes an answer holds, unpacked; asked for again where the browser has let go of what it read. */
const weightOf = async (response: Response): Promise<number> => {
  const again = async (): Promise<Buffer> => {
    if (response.request().method() !== 'GET') throw new Error(`${response.url()} cannot be weighed`);
    return (await blessing.context.request.get(response.url())).body();
  };
  return (await response.body().catch(again)).byteLength;
};

/** Holds for every page of a person without account: light, without script, readable by everybody. */
const isPlain = async (status: number): Promise<void> => {
  const page = (): Response | undefined =>
    fetched.findLast((response) => response.request().resourceType() === 'document');
  // On a slow line the redirection comes first, and the page a while later.
  await expect.poll(() => page()?.status()).toBe(status);
  await page()?.finished();
  await blessing.page.waitForLoadState();
  const answers = fetched;
  expect(answers.filter((response) => response.request().resourceType() === 'script')).toEqual([]);
  // The answer to a form is a redirection without a body, then the page.
  const read = answers.filter((response) => response.status() < 300 || response.status() >= 400);
  const weights = await Promise.all(read.map(weightOf));
  expect(weights.length).toBeGreaterThan(0);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(MOST);
  expect(await blessing.page.content()).not.toMatch(/<script|\son\w+=/);
  await reader.page.goto(blessing.page.url());
  expect(await violationsOn(reader.page)).toEqual([]);
};

/** Opens an address without script; the page is plain. */
const visit = async (url: string, status = 200): Promise<void> => {
  fetched = [];
  await blessing.page.goto(url);
  await isPlain(status);
};

/** Sends the form that is filled in; the page that comes back is plain. */
const answer = async (status = 200): Promise<void> => {
  fetched = [];
  await press(blessing, SEND);
  await isPlain(status);
};

/** Opens the answer that stands, to give another one. */
const change = (): Promise<void> => blessing.page.getByText('Changer ma réponse').click();

const recorded = () => blessing.page.locator('section').filter({ hasText: 'Ce qui est noté en votre nom' });

describe('a person without account, on a telephone without script', () => {
  it('says whether she comes, sees it recorded, changes it; the attendance sheet follows', async () => {
    const meeting = await record(awa, 'meeting', {
      title: { lang: 'fr', text: 'Atelier au centre de santé' },
      moment: { instant: '2030-12-03T09:00:00.000Z', zone: 'Africa/Dakar' },
      place: { name: 'Centre de santé' },
    });
    const { url } = await ask({ kind: 'confirmMeeting', subject: meeting, deadline: '2030-12-01' });
    await visit(url);
    await sees(
      blessing,
      /Blessing Phiri, Awa Ndiaye vous demande une réponse pour « L’eau de la vallée » : dire si vous venez/,
    );
    await sees(blessing, 'Atelier au centre de santé');
    await sees(blessing, /^Pour : Comité du Quartier-Bas/);
    await sees(blessing, /mardi 3 décembre 2030, 9 h/);
    await sees(blessing, /Modifiable jusqu’au 1er décembre 2030/);
    // Looking is not answering.
    expect(await recorded().count()).toBe(0);
    await tick(blessing, 'Je viens');
    await write(blessing, 'Un mot (facultatif)', 'Avec deux voisines');
    await answer();
    await sees(recorded(), 'Je viens');
    await sees(recorded(), 'Avec deux voisines');
    await open(awa, `meetings/${meeting}?view=attendance`);
    await press(awa, 'Présences');
    await sees(awa, /^1 présence attendue ; 1 confirmée/);
    await change();
    await tick(blessing, 'Je ne viens pas');
    await answer();
    await sees(recorded(), 'Je ne viens pas');
    await sees(awa, /^1 présence attendue ; aucune confirmée/);
  });

  it('takes a position on the words she reads, gives the reason that a block needs, and changes it', async () => {
    const subject = await problemOf(awa);
    const { url } = await ask({ kind: 'position', subject, version: 1 });
    await visit(url);
    await sees(blessing, /Awa Ndiaye vous demande une réponse pour/);
    await sees(blessing, 'L’énoncé du problème, version 1');
    await sees(
      blessing.page.locator('blockquote'),
      'Au Quartier-Bas, l’eau du puits rend les enfants malades.',
    );
    await tick(blessing, 'Je m’oppose');
    await tick(blessing, 'Confirmée');
    await answer(400);
    // Nothing is lost by the refusal, and nothing was recorded.
    expect(await blessing.page.getByRole('radio', { name: 'Je m’oppose' }).isChecked()).toBe(true);
    expect(await recorded().count()).toBe(0);
    await sees(blessing.page.getByRole('alert'), /./);
    await write(blessing, /^Pourquoi/, 'Le puits du haut manque.');
    await answer();
    await sees(recorded(), 'Je m’oppose');
    await sees(recorded(), 'Le puits du haut manque.');
    await open(awa, 'problem');
    await sees(awa, 'Le puits du haut manque.');
    await change();
    await tick(blessing, 'D’accord avec réserve');
    await write(blessing, /^Pourquoi/, 'Le puits du haut viendra ensuite.');
    await answer();
    await sees(recorded(), 'D’accord avec réserve');
    await sees(awa, 'Le puits du haut viendra ensuite.');
    await sees(awa, /^Version 1 ; 1 position confirmée/);
    await sees(awa, /^Comité du Quartier-Bas : d’accord avec réserve .{1,5}confirmée/);
    await sees(awa, /\(auparavant : je m’oppose\)/);
    await sees(awa, /^Par son lien\. Le puits du haut/);
  });

  it('gives a figure as people write it, which the secretariat finds to approve', async () => {
    const subject = await record(awa, 'indicator', {
      name: { lang: 'fr', text: 'Foyers raccordés' },
      unit: 'foyers',
      direction: 'up',
      collector: organisation,
    });
    const { url } = await ask({ kind: 'figure', subject });
    await visit(url);
    await sees(blessing, 'Foyers raccordés');
    await write(blessing, 'Valeur, en foyers', 'beaucoup');
    await answer(400);
    expect(await recorded().count()).toBe(0);
    await write(blessing, 'Valeur, en foyers', '1 240,5');
    await write(blessing, /^D’où vient/, 'Relevé du comité');
    await answer();
    await sees(recorded(), '1240,5 foyers');
    await change();
    await write(blessing, 'Valeur, en foyers', '1241');
    await answer();
    await sees(recorded(), '1241 foyers');
    await open(awa, 'monitoring');
    const waiting = awa.page.locator('main section').filter({
      has: awa.page.getByRole('heading', { name: 'À valider' }),
    });
    await sees(waiting, /Foyers raccordés : 1 241 foyers/);
    await press(waiting, 'Valider');
    await waiting.waitFor({ state: 'detached' });
    await settled(awa);
  });

  it('comments on a text over a slow line, is told once that it came twice, and the comment stands with the text', async () => {
    const line = await blessing.context.newCDPSession(blessing.page);
    // A line as of 2G: 250 kbit/s down, 50 kbit/s up, 300 ms to and fro.
    const slow = { offline: false, latency: 300, downloadThroughput: 31_250, uploadThroughput: 6_250 };
    await line.send('Network.emulateNetworkConditions', slow);
    const { url } = await ask({ kind: 'comment', subject: await problemOf(awa), version: 1 });
    await visit(url);
    await write(blessing, 'Votre commentaire', 'Le puits du haut manque aussi.');
    await tick(blessing, 'Ad referendum');
    await answer();
    await sees(blessing, 'Votre réponse est reçue.');
    await sees(recorded(), 'Le puits du haut manque aussi.');
    // Opened again and sent again as it stands there: the same answer is one answer.
    await visit(url);
    await change();
    await answer();
    await sees(blessing, /^Cette réponse était déjà reçue/);
    await line.detach();
    await open(awa, 'problem');
    const comments = awa.page.locator('main section').filter({
      has: awa.page.getByRole('heading', { name: 'Commentaires' }),
    });
    await sees(comments, 'Le puits du haut manque aussi.');
    await sees(comments, /^Blessing Phiri, Comité du Quartier-Bas \(. ad referendum\)\. Sur la version 1\./);
  });

  it('reads all that her committee promised, keeps one promise and moves another with its reason', async () => {
    const promise = (what: string) => ({
      what: { lang: 'fr', text: what },
      owner: organisation,
      due: '2030-02-01',
    });
    const first = await record(awa, 'commitment', promise('Envoyer les analyses'));
    await record(awa, 'commitment', promise('Prêter la salle'));
    const { url } = await ask({ kind: 'commitment', subject: first });
    await visit(url);
    const promised = (what: string) => blessing.page.getByRole('group', { name: what });
    await tick(promised('Envoyer les analyses'), 'Tenu');
    await promised('Prêter la salle').getByText('Changer la date').click();
    await promised('Prêter la salle').getByLabel('Nouvelle date').fill('2030-03-15');
    await answer(400);
    await sees(blessing, /^Une nouvelle date demande une raison/);
    await promised('Prêter la salle').getByLabel('Pourquoi la date change').fill('Le toit est en travaux');
    await answer();
    await sees(promised('Prêter la salle'), 'Pour le 15 mars 2030');
    await open(awa, 'commitments?view=settled');
    await sees(awa, /Envoyer les analyses/);
  });

  it('reads the same request in the other language', async () => {
    const subject = await problemOf(awa);
    const { url } = await ask({ kind: 'position', subject, version: 1 });
    await visit(`${url}?lang=en`);
    await sees(blessing, /Awa Ndiaye asks for your answer for “L’eau de la vallée”: give a position/);
    expect(await blessing.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await blessing.page.locator('blockquote').getAttribute('lang')).toBe('fr');
  });

  it('is told on a page of its own that a link is unknown, or was withdrawn', async () => {
    await visit('/r/AAAAAAAAAAAAAAAAAAAAAA', 404);
    await sees(blessing, /^Nous ne reconnaissons pas ce lien. Est-il complet \?/);
    const subject = await problemOf(awa);
    const link = await ask({ kind: 'position', subject, version: 1 });
    await visit(link.url);
    await tick(blessing, 'Je suis d’accord');
    await revoke(awa, link);
    await answer(410);
    await sees(blessing, 'Ce lien a été retiré. Écrivez à la personne qui vous l’a donné.');
    await visit(link.url, 410);
    await sees(blessing, 'Ce lien a été retiré. Écrivez à la personne qui vous l’a donné.');
    // What a withdrawn link shows tells nothing of the partnership.
    expect(await said(blessing)).not.toContain('L’eau de la vallée');
  });

  it('answers the two questions after a meeting once, without her name, until the day that was chosen', async () => {
    const meeting = await record(awa, 'meeting', { title: { lang: 'fr', text: 'Bilan' }, state: 'held' });
    await open(awa, `meetings/${meeting}?view=after`);
    await press(awa, 'Les poser par lien');
    await awa.page.getByLabel('Jusqu’à quel jour').fill('2031-02-28');
    await press(awa, 'Ouvrir les deux questions');
    await sees(awa, /après le 28 février 2031/);
    await settled(awa);
    const { url } = await ask({ kind: 'pulse', subject: meeting, deadline: '2031-02-28' });
    await visit(url);
    await sees(blessing, /^Jusqu’au 28 février 2031/);
    await tick(blessing.page.getByRole('group', { name: /fait avancer/ }), 'Oui');
    await tick(blessing.page.getByRole('group', { name: /pu dire/ }), 'Plutôt non');
    fetched = [];
    await press(blessing, 'Oui, déposer ma réponse');
    await isPlain(200);
    await sees(blessing, /^Merci\. Votre réponse est dans la boîte/);
    expect(await blessing.page.locator('form').count()).toBe(0);
    await sees(awa, /^1 sur 1 ont répondu/);
    expect(await said(awa)).not.toMatch(/Plutôt non/);
    await press(awa, 'Clore et compter maintenant');
    await sees(awa, 'Moins de cinq réponses : aucun chiffre n’est gardé.');
  });

  it('finds a link closed after its day with what was recorded, and over a month later', async () => {
    const day = 86_400_000;
    const subject = await problemOf(awa);
    const { url } = await ask({ kind: 'position', subject, version: 1 });
    await visit(url);
    await tick(blessing, 'Je suis d’accord');
    await tick(blessing, 'Confirmée');
    await answer();
    await settled(awa);
    await stage.server.kill();
    // A request without a deadline stays open 60 days.
    await stage.server.restart(61 * day);
    await visit(url);
    await sees(recorded(), 'Je suis d’accord');
    expect(await blessing.page.getByRole('button', { name: SEND }).count()).toBe(0);
    await stage.server.kill();
    await stage.server.restart(92 * day);
    await visit(url, 410);
    await sees(blessing, /^Ce lien n’est plus valable/);
    expect(await said(blessing)).not.toContain('L’eau de la vallée');
  });

  it('ends without a complaint of any browser', () => {
    expect([awa, blessing, reader].flatMap((person) => person.complaints)).toEqual([]);
  });
});
