import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record } from './asking.ts';
import { found } from './founding.ts';
import { pictures, violationsOn } from './look.ts';
import { choose, open, type Person, press, sees, settled, spaceOf } from './person.ts';
import { openPostBox, type PostBox, replyOf, replyTo } from './post-box.ts';
import { openStage } from './stage.ts';

/** The page that asks whether a reply was read rightly. */
const READING = /\/r\/[\w-]+\/mail\/\w+/;
const BLESSING = 'blessing@ministere.test';

let awa: Person;
/** Works in a ministry, has a browser without script and no account. */
let blessing: Person;
let post: PostBox;

const stage = openStage(async () => {
  post = await openPostBox();
  return post.environment;
});

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  blessing = await stage.sit({ name: 'Blessing Phiri', lang: 'fr', script: false });
});

afterAll(() => post.close());

/** Asks Blessing by e-mail whether she comes; where her reply goes. */
const ask = async (): Promise<string> => {
  const title = { lang: 'fr', text: 'Atelier au centre de santé' };
  const subject = await record(awa, 'meeting', { title });
  const send = async (path: string, data: object): Promise<unknown> => {
    const headers = { origin: stage.server.address };
    const at = `/api/spaces/${spaceOf(awa)}/${path}`;
    return (await awa.context.request.post(at, { headers, data })).json();
  };
  const card = await send('people', { name: blessing.name, email: BLESSING, language: 'fr' });
  await send('links', { ...Object(card), kind: 'confirmMeeting', subject, send: true });
  return replyTo(await post.letter(/^Reply-To:/im));
};

describe('an official of a ministry who answers by e-mail', () => {
  it('is read, asked back, and confirms by a second press; the secretariat sees each step', async () => {
    await found(awa);
    const to = await ask();
    const words = [
      'Bonjour, oui je viens, avec ma collègue.',
      '',
      'Le 2 mars 2026, Tablée a écrit :',
      '> Venez-vous ?',
    ];
    post.arrives('reply', replyOf(`Blessing Phiri <${BLESSING}>`, to, words));
    const path = READING.exec(await post.letter(READING))?.[0] ?? '';
    await open(awa, 'today');
    await sees(awa, /1 e-mail attend d’être trié, dont 1 réponse/);
    await press(awa, 'Trier');
    await sees(awa, 'Bonjour, oui je viens, avec ma collègue.');
    await sees(awa.page.locator('aside'), 'Je viens');
    await pictures(awa, 'inbox-reply');
    expect(await violationsOn(awa.page)).toEqual([]);
    await blessing.page.goto(stage.server.address + path);
    await sees(blessing, 'Est-ce bien votre réponse ?');
    await pictures(blessing, 'is-that-right');
    await blessing.page.getByRole('button', { name: 'Oui, c’est ma réponse' }).click();
    await sees(blessing, 'Votre réponse est reçue.');
    await sees(awa, /Confirmée par la personne/);
  });

  it('lets the secretariat keep what a stranger sent, and bring back what was put aside', async () => {
    const to = `tablee+p-${spaceOf(awa)}@vallee.test`;
    for (const [name, subject] of [
      ['first', 'Rapport des puits'],
      ['second', 'Publicité'],
    ] as const)
      post.arrives(name, [
        ...['From: Inconnue <inconnue@ailleurs.test>', `To: ${to}`, `Subject: ${subject}`],
        ...['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
        ...['--b', 'Content-Type: text/plain', '', 'Ci-joint.', '--b', 'Content-Type: application/pdf'],
        ...['Content-Disposition: attachment; filename=puits.pdf', '', '%PDF-1.4 test', '--b--'],
      ]);
    await awa.page.goto(`${stage.server.address}/p/${spaceOf(awa)}/documents?view=inbox`);
    await sees(awa, to);
    await sees(awa, /Rapport des puits/);
    const line = (words: string) => awa.page.getByRole('listitem').filter({ hasText: words });
    await line('Rapport des puits').getByRole('link', { name: 'Ouvrir' }).click();
    // A page that becomes narrow shows the thing anew: pictures come before anything is chosen.
    await pictures(awa, 'inbox-keep');
    await press(awa, 'Ranger dans les documents');
    await choose(awa, /À propos de/, 'Atelier au centre de santé');
    await awa.page.locator('aside').getByRole('button', { name: 'Ranger dans les documents' }).click();
    await sees(awa.page.locator('aside'), 'Trié.');
    await settled(awa);
    await sees(line('Rapport des puits'), 'rangée dans les documents');
    await line('Publicité').getByRole('link', { name: 'Ouvrir' }).click();
    await press(awa, 'Écarter');
    await press(awa, 'Remettre à trier');
    await press(awa, 'Lu, rien à faire');
    await sees(awa, /Aucun e-mail n’attend d’être trié/);
    await pictures(awa, 'inbox-sorted');
    expect(post.count()).toBe(2);
  });
});
