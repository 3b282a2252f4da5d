import { PROTOCOL, PROTOCOL_HEADER } from '@tablee/domain/protocol';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { snapshotOf } from './asking.ts';
import { found } from './founding.ts';
import { misfitsOn, opened, picture, pictures, violationsOn } from './look.ts';
import { open, type Person, press, sees, settled, spaceOf, tick, write } from './person.ts';
import { openStage } from './stage.ts';

/** A sound short enough for a test: the first bytes of an Ogg-free WebM file, which is all that is read of it. */
const SOUND = Buffer.concat([
  Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
  Buffer.alloc(2_000),
]);
const DANGER = 'Benjamin Phiri nous menace, appelez le 0977 12 34 56';
const STATEMENTS = [
  'L’eau coûte trop cher',
  'Le puits doit rester ouvert la nuit',
  'La régie répond aux pannes',
];

const stage = openStage();
let awa: Person;
/** A delegate on a telephone as of 2G, with script off, in Spanish. */
let delegate: Person;
let door = '';
let round = '';

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  delegate = await stage.sit({ name: 'Blessing', lang: 'fr', width: 360, script: false });
  const line = await delegate.context.newCDPSession(delegate.page);
  const slow = { offline: false, latency: 300, downloadThroughput: 31_250, uploadThroughput: 6_250 };
  await line.send('Network.emulateNetworkConditions', slow);
});

/** The page, as pictures for somebody to look at, and asked by axe and by its widths. */
const looked = async (name: string): Promise<void> => {
  await opened(awa);
  expect(await violationsOn(awa.page)).toEqual([]);
  await pictures(awa, name);
  await awa.page.setViewportSize({ width: 360, height: 780 });
  expect(await misfitsOn(awa.page)).toEqual([]);
  await awa.page.setViewportSize({ width: 1280, height: 900 });
};

const inLanguage = (name: string): Locator => awa.page.getByRole('group', { name, exact: true });

const post = async (part: string, data: object): Promise<number> => {
  const answer = await awa.context.request.fetch(`/api/spaces/${spaceOf(awa)}/rounds/${round}/${part}`, {
    method: 'POST',
    headers: { [PROTOCOL_HEADER]: String(PROTOCOL), origin: stage.server.address },
    data,
  });
  return answer.status();
};

describe('a listening round, from its promise to its answer', () => {
  it('is prepared in three languages with what is promised before anybody answers', async () => {
    await found(awa);
    await open(awa, 'listening');
    await sees(awa, /Qui vit le problème sans être à la table/);
    await looked('empty');
    await press(awa, 'Ouvrir un tour d’écoute');
    await tick(awa, 'espagnol');
    for (const [group, title, question] of [
      ['En français', 'L’eau du quartier', 'Qu’est-ce qui doit changer ?'],
      ['En anglais', 'Water in our quarter', 'What must change?'],
      ['En espagnol', 'El agua del barrio', '¿Qué debe cambiar?'],
    ] as const) {
      const part = inLanguage(group);
      await write(part, /^Titre/, title);
      await write(part, /^La question/, question);
      await press(part, 'Partir d’une phrase toute prête');
    }
    await write(inLanguage('En français'), /^Affirmations de départ/, STATEMENTS.join('\n'));
    await write(
      inLanguage('En espagnol'),
      /^Affirmations de départ/,
      'El agua cuesta demasiado\nEl pozo debe seguir abierto de noche\nLa empresa responde a las averías',
    );
    await awa.page.getByLabel('Ouvert jusqu’au soir du').last().fill('2035-03-01');
    await awa.page.getByLabel('Réponse promise pour le').last().fill('2035-04-01');
    await looked('plan');
    await press(awa, 'Garder ce tour d’écoute');
    await sees(awa, /affirmations sont prêtes/);
    round = /listening\/(\w{20})/.exec(awa.page.url())?.[1] ?? '';
    await settled(awa);
    await press(awa, 'Ouvrir maintenant');
    await sees(awa, /affirmations attendent des réponses jusqu’au/);
    await settled(awa);
    await sees(awa, 'Copier pour WhatsApp');
    const message = await awa.page.locator('pre').first().innerText();
    door = /\/l\/[A-Z]{5}-\d{4}/.exec(message)?.[0] ?? '';
    expect(message).toContain('L’eau du quartier');
    await looked('shared');
  });

  it('is answered by a member at the link of everybody, and hangs on a wall as a poster', async () => {
    const here = awa.page.url();
    const poster = await awa.context.request.get(
      `/api/spaces/${spaceOf(awa)}/rounds/${round}/poster.pdf?size=a3`,
    );
    expect((await poster.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await press(awa, 'Donner mon avis');
    await awa.page.waitForURL(`**${door}*`);
    await press(awa.page.locator('body'), 'Commencer');
    await sees(awa, 'Affirmation 1 sur 3');
    await awa.page.goto(here);
    await sees(awa, /affirmations attendent des réponses/);
  });

  it('is answered in Spanish, without script and over a slow line, with a sentence and a voice of one’s own', async () => {
    const { page } = delegate;
    await page.goto(`${door}?lang=es`);
    await sees(delegate, 'El agua del barrio');
    await sees(delegate, /Le diremos aquí mismo/);
    const main = page.locator('body');
    await press(main, 'Empezar');
    for (let place = 0; place < STATEMENTS.length; place += 1) await press(main, 'De acuerdo');
    await page
      .locator('details')
      .filter({ has: page.locator('textarea') })
      .locator('summary')
      .first()
      .click();
    await page.locator('textarea').fill(DANGER);
    await page
      .locator('form', { has: page.locator('textarea') })
      .getByRole('button')
      .click();
    await page.goto(`${door}/voice?lang=es`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'voz.webm', mimeType: 'audio/webm', buffer: SOUND });
    await page.locator('form:has(input[type=file]) button').click();
    await page.waitForURL(/v=voice/);
  });

  it('shows a moderator what to look at twice; what is kept back enters nowhere', async () => {
    await open(awa, `listening/${round}?view=review`);
    await sees(awa, DANGER);
    await sees(awa, /un numéro de téléphone, peut-être un nom/);
    await looked('review');
    await awa.page.keyboard.press('Tab');
    await awa.page.getByRole('button', { name: 'Montrer', exact: true }).focus();
    await awa.page.keyboard.press('2');
    await press(awa.page.locator('main form'), 'Ne pas montrer');
    await sees(awa, 'Rien n’attend.');
    await settled(awa);
    expect(await snapshotOf(awa)).not.toContain('Benjamin');
  });

  it('keeps a voice for those who review, and a written summary for everybody', async () => {
    await open(awa, `listening/${round}?view=voices`);
    await sees(awa, /Voix 1, en espagnol/);
    await press(awa, 'Écrire le résumé');
    await write(
      awa,
      'Ce que dit cette voix',
      'Elle raconte les nuits sans eau, et ce que cela coûte aux enfants.',
    );
    await write(awa, 'Qui a traduit', 'une animatrice de radio');
    await looked('voice');
    await press(awa, 'Garder ce résumé');
    await sees(awa, /Elle raconte les nuits sans eau/);
    await settled(awa);
  });

  it('takes paper with one key per statement, and the same sheet only once', async () => {
    await open(awa, `listening/${round}?view=paper`);
    const code = awa.page.getByRole('textbox', { name: 'Code de la feuille' });
    await looked('paper');
    const enter = async (text: string): Promise<void> => {
      await code.fill(text);
      await awa.page
        .getByRole('radio', { name: /D’accord/ })
        .first()
        .focus();
      for (const key of ['1', '2', '1']) await awa.page.keyboard.press(key);
      await press(awa, 'Compter cette feuille');
    };
    await enter('ABCDE-1234');
    await sees(awa, /^Une feuille comptée/);
    await enter('abcde 1234');
    await awa.page.getByRole('alert').first().waitFor();
    for (let place = 0; place < 16; place += 1) {
      const answers = await sheetOf(place);
      expect(
        await post('sheets', { code: `F-${place}`, sector: place % 2 ? 'state' : 'civilSociety', answers }),
      ).toBe(201);
    }
  });

  it('is closed, read by what is shared first, and answered; those who answered read it at their link', async () => {
    await open(awa, `listening/${round}`);
    await sees(awa, /18 personnes ont répondu/);
    await looked('open');
    await press(awa, 'Clore maintenant');
    await press(awa, 'Clore et compter');
    await settled(awa);
    await sees(awa, 'Ce qui rassemble');
    await sees(awa, /Pas encore dit\. Promis pour le/);
    await press(awa, 'Dire ce qui en a été fait');
    for (const [lang, words] of [
      ['français', 'La régie baisse le prix en mai.'],
      ['anglais', 'The utility lowers its price in May.'],
      ['espagnol', 'La empresa baja el precio en mayo.'],
    ] as const)
      await write(awa, lang, words);
    await press(awa, 'Publier la réponse');
    await sees(awa, 'La régie baisse le prix en mai.');
    await settled(awa);
    await looked('results');
    await delegate.page.goto(`${door}?lang=es`);
    await sees(delegate, 'La empresa baja el precio en mayo.');
    await picture(delegate, 'door-results');
  });

  it('puts a statement in safety with one press: no page, no snapshot, no history holds its words', async () => {
    await open(awa, `listening/${round}?view=statements`);
    const line = awa.page
      .getByRole('listitem')
      .filter({ hasText: STATEMENTS[2] ?? '' })
      .last();
    await press(line, 'Mettre à l’abri');
    await sees(awa, /Un contenu retiré/);
    await settled(awa);
    expect(await snapshotOf(awa)).not.toContain('répond aux pannes');
    const history = await awa.context.request.get(`/api/spaces/${spaceOf(awa)}/history`);
    expect(await history.text()).not.toContain('averías');
    await delegate.page.goto(`${door}?lang=es`);
    expect(await delegate.page.content()).not.toContain('averías');
    await looked('protected');
  });

  it('keeps rights holders for named readers, with who speaks for them and what was promised', async () => {
    await open(awa, 'listening?view=rights');
    await looked('rights-empty');
    await press(awa, 'Nommer qui lit');
    await press(awa, 'Ouvrir ce cercle');
    await press(awa, 'Noter des titulaires de droits');
    await write(awa, 'Qui est touché', 'Familles du Quartier-Bas');
    await write(awa, 'Mandat donné par', 'L’assemblée du quartier');
    await press(awa, 'Ajouter');
    await press(awa, 'Familles du Quartier-Bas');
    await press(awa, 'Noter une promesse');
    await write(awa.page.locator('aside'), /^Ce qui a été promis/, 'Un deuxième puits');
    await press(awa.page.locator('aside form'), 'Noter une promesse');
    await sees(awa.page.locator('main'), 'Un deuxième puits');
    await settled(awa);
    await looked('rights');
    expect(awa.complaints).toEqual([]);
  });
});

/** Answers of one sheet: all want cheaper water, half want the well open at night. */
const sheetOf = async (place: number): Promise<{ readonly [id: string]: string }> => {
  const ids = await statementIds();
  const [first = '', second = '', third = ''] = ids;
  return { [first]: 'agree', [second]: place % 2 ? 'disagree' : 'agree', [third]: 'disagree' };
};

const statementIds = async (): Promise<readonly string[]> => {
  const body = await snapshotOf(awa);
  const at = body.indexOf('"statements":{', body.indexOf(round));
  return [...body.slice(at).matchAll(/"([a-z2-7]{20})":\{"order":/g)].map(([, id]) => id ?? '').slice(0, 3);
};
