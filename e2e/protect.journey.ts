import { isObject, SECRETARIAT } from '@tablee/domain/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { askByLink, call, guestOf, record, tell } from './asking.ts';
import { installed, storedOn } from './device.ts';
import { found, invite } from './founding.ts';
import { enter, focusOf } from './keyboard.ts';
import { misfitsOn, turnTo, violationsOn } from './look.ts';
import { join, open, type Person, press, sees, settled, spaceOf } from './person.ts';
import { openStage } from './stage.ts';

const BINTA = 'Binta Sow';
/** What she said to somebody who noted it: nowhere else. */
const WORDS = 'La vanne du haut est fermée la nuit';
const PROTECT = 'Mettre à l’abri';

const stage = openStage();
/** Keeps the secretariat. */
let awa: Person;
/** A partner's focal point, whose device is away when it happens. */
let tendai: Person;
/** Leads another organisation: may not put anybody in safety. */
let lea: Person;
/** Reads with the core group. */
let chipo: Person;
/** Who speaks for the families: a telephone with script off. */
let phone: Person;
let binta: string;
let doors: readonly string[] = [];

const said = (text: string) => ({ lang: 'fr', text });

/** Everything that a partnership has of somebody who speaks for others. */
const prepare = async (): Promise<void> => {
  const committee = await record(awa, 'actor', { name: 'Comité du Quartier-Bas', sector: 'civilSociety' });
  binta = await guestOf(awa, BINTA, 'binta@quartier.test');
  const held = { organisation: committee, person: binta };
  await record(awa, 'mandate', { ...held, role: 'focal' });
  const meeting = await record(awa, 'meeting', {
    title: said('Atelier au centre de santé'),
    moment: { instant: '2030-12-03T09:00:00.000Z', zone: 'Africa/Dakar' },
  });
  await record(awa, 'attendance', { meeting, ...held, personName: BINTA, expected: true, present: true });
  const holder = { group: 'Les familles de la rive', speaker: binta, mandateFrom: 'L’assemblée de la rive' };
  const to = await record(awa, 'rightsHolder', holder, SECRETARIAT);
  await record(awa, 'rightsPromise', { to, promise: said('Une borne avant les pluies') }, SECRETARIAT);
  await record(awa, 'conversation', { withName: BINTA, person: binta, text: said(WORDS) }, 'partners');
  await record(awa, 'contextFact', { title: said(`${BINTA} a porté la demande`), effect: 'helps' });
  const request = await askByLink(awa, {
    person: binta,
    organisation: committee,
    kind: 'confirmMeeting',
    subject: meeting,
  });
  const round = await tell(awa, 'round.plan', {
    texts: { fr: { title: 'L’eau du quartier', intro: 'Que faire ?', promise: 'Réponse en mai.' } },
    ...{ expected: 60, naming: ['anonymous'], sectors: ['civilSociety', 'private'] },
    closes: { instant: '2035-04-01T18:00:00Z', zone: 'Africa/Dakar' },
    answerBy: '2035-05-01',
    statements: [{ id: 'tap', texts: { fr: 'Un puits par rue' } }],
  });
  await tell(awa, 'round.open', {}, round);
  const made = await call(awa, 'POST', `rounds/${round}/doors`, { kind: 'personal', person: binta });
  const own = isObject(made) ? /https?:[^"]+\/l\/[^"]+/.exec(JSON.stringify(made))?.[0] : undefined;
  doors = [request.url, own ?? ''];
  for (const file of [`minutes/${meeting}.pdf`, `run-sheet/${meeting}.docx`]) {
    const answer = await awa.context.request.get(`/api/spaces/${spaceOf(awa)}/documents/${file}`);
    expect(answer.status()).toBe(200);
  }
};

beforeAll(async () => {
  const sit = (name: string, width = 1280): Promise<Person> =>
    stage.sit({ name, email: `${name.split(' ')[0]?.toLowerCase()}@vallee.test`, lang: 'fr', width });
  awa = await sit('Awa Ndiaye');
  tendai = await sit('Tendai Moyo', 360);
  lea = await sit('Lea Mensah');
  chipo = await sit('Chipo Zulu', 360);
  phone = await stage.sit({ name: BINTA, lang: 'fr', width: 360, script: false });
  await found(awa);
  await prepare();
  await settled(awa);
  for (const [person, role] of [
    [tendai, 'point focal'],
    [lea, 'direction'],
    [chipo, 'noyau'],
  ] as const)
    await join(
      person,
      await invite(awa, { name: person.name, organisation: 'Comité du Quartier-Bas', role }),
    );
}, 240_000);

/** What the secretariat reads on this person's page. */
const panel = () => awa.page.locator('aside').filter({ visible: true });

const talks = async (person: Person): Promise<void> => open(person, 'people?view=talks');

describe('putting somebody in safety', () => {
  it('finds the words of the delegate with everybody before: her link, the device of a partner', async () => {
    for (const door of doors) {
      await phone.page.goto(door);
      expect((await phone.page.title()).includes('Atelier')).toBe(false);
      await sees(phone, /Atelier au centre de santé|L’eau du quartier/);
    }
    await installed(tendai);
    await talks(tendai);
    await sees(tendai, WORDS);
    await expect.poll(() => storedOn(tendai)).toContain(WORDS);
    await tendai.context.setOffline(true);
  });

  it('is asked of those who can do it: others are told whom to call', async () => {
    await open(lea, `people/${binta}`);
    await press(lea, PROTECT);
    await sees(lea, /de vive voix/);
    await sees(lea, /Awa Ndiaye · secrétariat/);
    expect(await violationsOn(lea.page)).toEqual([]);
  });

  it('says without a network that it cannot leave, and whom to call', async () => {
    await open(chipo, `people/${binta}`);
    await settled(chipo);
    await chipo.context.setOffline(true);
    await press(chipo, PROTECT);
    await sees(chipo, /Sans réseau, rien ne part d’ici/);
    await sees(chipo, /Awa Ndiaye · secrétariat/);
    await press(chipo, 'Mettre à l’abri maintenant');
    await sees(chipo, /Rien n’est parti : toujours pas de réseau/);
    await chipo.context.setOffline(false);
  });

  it('takes one act, by keyboard: what happens at once, then what cannot be called back and who holds it', async () => {
    await open(awa, `people/${binta}`);
    await panel().getByRole('heading', { name: BINTA }).waitFor();
    await settled(awa);
    await enter(awa, PROTECT);
    await sees(awa, 'Ce qui se passe aussitôt :');
    await sees(awa, /Rien n’est effacé/);
    await sees(awa, /Voir ce qui est déjà dehors/);
    expect(await violationsOn(awa.page)).toEqual([]);
    expect(await misfitsOn(awa.page)).toEqual([]);
    await enter(awa, 'Mettre à l’abri maintenant');
    await sees(awa, /^C’est fait\. Les autres lisent/);
    await expect.poll(async () => (await focusOf(awa)).tag).not.toBe('body');
    for (const held of [
      /compte rendu, produit par Awa Ndiaye/i,
      /déroulé|fil de la réunion/i,
      /1 demande où la personne est citée : d’autres en ont peut-être une copie/,
      /liens? qui lui (a|ont) été adressés? : .* dans son téléphone/,
      /texte où son nom est écrit/,
      /appareil/,
      /sauvegardes pendant 30 jours/,
    ])
      await sees(panel(), held);
    expect(await panel().innerText()).not.toContain(BINTA);
    for (const lang of ['en', 'fr'] as const) {
      await turnTo(awa, { lang, theme: 'light' });
      await sees(awa, lang === 'fr' ? /^C’est fait\./ : /^Done\. Others read/);
      expect(await violationsOn(awa.page)).toEqual([]);
    }
    await enter(awa, 'C’est compris');
    await sees(awa, /Cette personne est à l’abri : rien ne lui est demandé/);
  });

  it('stops her links, to a request and to a listening round, without saying why', async () => {
    for (const door of doors) {
      await phone.page.goto(door);
      await sees(phone, 'Cette porte ne s’ouvre pas');
      expect(await phone.page.content()).not.toMatch(/Binta|Atelier/);
    }
  });

  it('leaves nothing of her words on the screens and devices of others, once they are back', async () => {
    await open(chipo, `people/${binta}`);
    await sees(chipo, 'Contenu retiré');
    await expect.poll(() => storedOn(chipo)).not.toContain(WORDS);
    await expect.poll(() => storedOn(chipo)).not.toContain('binta@quartier.test');
    // The device that was away still shows them: that is what the list says.
    await sees(tendai, WORDS);
    await tendai.context.setOffline(false);
    await tendai.page.getByText(WORDS).waitFor({ state: 'detached' });
    await expect.poll(() => storedOn(tendai)).not.toContain(WORDS);
    await tendai.page.reload();
    await tendai.page.locator('h1:visible').first().waitFor();
    expect(await tendai.page.content()).not.toContain(WORDS);
  });

  it('is lifted: everything reads as before, and her links stay closed', async () => {
    await press(awa, 'Remettre en vue');
    await sees(awa, /Ses anciens liens restent fermés/);
    await press(awa.page.getByRole('form', { name: 'Remettre en vue' }), 'Remettre en vue');
    await panel().getByRole('heading', { name: BINTA }).waitFor();
    await talks(tendai);
    await sees(tendai, WORDS);
    await phone.page.goto(doors[0] ?? '');
    await sees(phone, 'Cette porte ne s’ouvre pas');
  });

  it('ends without a complaint of the browser', () => {
    for (const person of [awa, tendai, lea, chipo])
      expect([person.name, person.complaints]).toEqual([person.name, []]);
  });
});
