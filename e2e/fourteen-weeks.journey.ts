import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askByLink, askByMail, guestOf, problemOf, record, snapshotOf } from './asking.ts';
import { addActor, found, invite } from './founding.ts';
import { choose, join, open, type Person, press, sees, settled, spaceOf, tick, write } from './person.ts';
import { openPostBox, type PostBox, replyOf, replyTo } from './post-box.ts';
import { openStage } from './stage.ts';

/** Said in a car, for one person alone: it must reach nobody, neither by the map nor by any other way. */
const ALONE = 'brasserie inquiète, canari-seule';
const SEND = 'Oui, envoyer ma réponse';
const MINISTRY = 'Ministère de l’Eau';
const COMMITTEE = 'Comité du Quartier-Bas';

const MAIL = 'benjamin@eau.test';
/** A personal link in a letter, and the page that asks whether a reply was read rightly. */
const LINK = /\/r\/[\w-]+/;
const READING = /\/r\/[\w-]+\/mail\/\w+/;

let post: PostBox;
const stage = openStage(async () => {
  post = await openPostBox();
  return post.environment;
});
afterAll(() => post.close());

/** The secretariat: half a post, a laptop. */
let awa: Person;
/** Of the core group, on a telephone. */
let moussa: Person;
/** The chair, on a tablet that has no network in the room. */
let chileshe: Person;
/** The ministry’s official: a desk computer whose scripts are blocked, no account; answers by link and by e-mail. */
let benjamin: Person;
/** The community’s delegate: an old telephone without script on a slow line, no account. */
let blessing: Person;
/** The workshop of weeks 7 to 9. */
let workshop: string;
/** The official as the list of people has him. */
let official: object;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', email: 'awa@vallee.test', lang: 'fr' });
  moussa = await stage.sit({ name: 'Moussa Diop', lang: 'fr', width: 360, height: 740 });
  chileshe = await stage.sit({ name: 'Chileshe Banda', lang: 'en', width: 820, height: 1180 });
  benjamin = await stage.sit({ name: 'Benjamin Phiri', lang: 'fr', script: false });
  const phone = { lang: 'fr', width: 360, height: 740, script: false } as const;
  blessing = await stage.sit({ ...phone, name: 'Blessing Phiri' });
  const line = await blessing.context.newCDPSession(blessing.page);
  // A line as of 2G: 250 kbit/s down, 50 kbit/s up, 300 ms to and fro.
  const slow = { offline: false, latency: 300, downloadThroughput: 31_250, uploadThroughput: 6_250 };
  await line.send('Network.emulateNetworkConditions', slow);
}, 120_000);

/** What came out of a scanner. */
const SCAN = Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF');

/** Gives the first file field of the page a file, and waits until the device keeps it. */
const keepsFile = async (name: string, buffer: Buffer): Promise<void> => {
  const mimeType = name.endsWith('.pdf')
    ? 'application/pdf'
    : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await awa.page.locator('input[type=file]').first().setInputFiles({ name, mimeType, buffer });
  await sees(awa, new RegExp(`${name}.* gardé sur cet appareil`));
};

/** A file that the server makes, as its bytes. */
const fileOf = async (path: string): Promise<Buffer> => {
  const answer = await awa.context.request.get(`/api/spaces/${spaceOf(awa)}/documents/${path}`);
  expect([path, answer.status()]).toEqual([path, 200]);
  return answer.body();
};

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 5).toString() === '%PDF-';

describe('the first fourteen weeks of a partnership', () => {
  it('week 1: a call in a car is one line for oneself, before anything else exists', async () => {
    await found(awa);
    await open(awa, 'people');
    await press(awa, 'Noter un échange');
    await write(awa, 'Avec qui', 'La brasserie');
    await write(awa, 'Qu’avez-vous retenu', ALONE);
    await press(awa, 'Noter');
    await sees(awa, /^Noté sur cet appareil/);
    await settled(awa);
    expect(await snapshotOf(awa)).not.toContain(ALONE);
  });

  it('week 2: twenty contacts come from a spreadsheet, and what runs already takes a line', async () => {
    await open(awa, 'stakeholders');
    const rows = Array.from({ length: 20 }, (_, n) => `Organisation ${n + 1}\tPersonne ${n + 1}`);
    await press(awa, 'Coller une liste');
    await write(awa, /^Les lignes de votre tableau/, ['Organisation\tContact', ...rows].join('\n'));
    await press(awa, 'Voir les lignes');
    await press(awa, /^Faire entrer 20 lignes$/);
    await sees(awa, /^20 lignes sont entrées/);
    await addActor(awa, { name: MINISTRY, sector: 'État', stake: 'Décide' });
    await addActor(awa, { name: COMMITTEE, sector: 'Société civile', stake: 'Personnes touchées' });
    await open(awa, 'context?view=initiatives');
    await press(awa, 'Ajouter une initiative');
    await write(awa, 'Nom', 'Puits des écoles');
    await press(awa.page.locator('main form'), 'Ajouter');
    await sees(awa, 'Puits des écoles');
    await settled(awa);
  });

  it('week 3: the ministry gets a signed letter, carried by a driver and stamped on arrival', async () => {
    await guestOf(awa, 'Mwila Zulu');
    await open(awa, 'documents?view=letters');
    await press(awa, 'Écrire une lettre');
    await choose(awa, 'Quelle lettre', 'Demande de rendez-vous');
    await choose(awa, 'À quelle organisation', MINISTRY);
    await press(awa, 'Préparer le texte');
    await press(awa, 'Garder ce projet');
    await press(awa, 'Arrêter le texte et donner un numéro');
    const panel = awa.page.locator('aside').filter({ visible: true });
    await sees(panel, /001/);
    await settled(awa);
    const pdf = await panel.getByRole('link', { name: 'Lettre en PDF' }).getAttribute('href');
    expect(isPdf(await (await awa.page.request.get(pdf ?? '')).body())).toBe(true);
    await press(awa, 'Noter l’envoi');
    await tick(awa, 'Portée');
    await press(awa.page.locator('aside form'), 'Noter l’envoi');
    await press(awa, 'Noter l’arrivée');
    await keepsFile('tampon.pdf', SCAN);
    await press(awa.page.locator('aside form'), 'Noter l’arrivée');
    await sees(awa, 'Voir la copie tamponnée');
    await settled(awa);
  });

  it('week 4: the naming comes by letter two weeks later, and says who may speak and by whom', async () => {
    const panel = awa.page.locator('aside').filter({ visible: true });
    await press(awa, 'Enregistrer la réponse');
    await write(awa, 'Objet', 'Désignation de notre point focal');
    await press(awa.page.locator('main form'), 'Enregistrer');
    await sees(panel, 'Voir la lettre précédente');
    await settled(awa);
    await press(panel, 'Noter une désignation');
    await panel.getByRole('searchbox', { name: 'Chercher une personne' }).fill('Mwila');
    await tick(panel, /Mwila Zulu/);
    await write(panel, 'Désignée par', 'Le secrétaire permanent');
    await press(panel.locator('form'), 'Noter une désignation');
    await sees(panel, 'Point focal');
    await settled(awa);
    await open(awa, 'people?view=mandates');
    await sees(awa, /Mwila Zulu \(point focal, désignation : Le secrétaire permanent\)/);
  });

  it('week 5: headquarters gets its note by tomorrow, as a file to correct, and the corrected text comes back', async () => {
    await open(awa, 'problem');
    await press(awa, 'Proposer une version');
    await write(
      awa,
      /^Ces mots/,
      'Au Quartier-Bas, l’eau du puits 4 rend les enfants malades chaque saison des pluies.',
    );
    await press(awa, 'Proposer ces mots');
    await sees(awa, /^Version 2/);
    await open(awa, 'fit?view=note');
    await press(awa, 'Préparer la note');
    await press(awa.page.locator('main form'), 'Préparer la note');
    await sees(awa, 'La note, telle qu’elle se lit');
    await settled(awa);
    const fetched = async (name: string): Promise<Buffer> => {
      const href = await awa.page.getByRole('link', { name }).first().getAttribute('href');
      return (await awa.page.request.get(href ?? '')).body();
    };
    expect(isPdf(await fetched('PDF'))).toBe(true);
    const docx = await fetched('Word, pour la corriger');
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    await press(awa, 'Déposer le texte corrigé');
    await keepsFile('note corrigée.docx', docx);
    await press(awa, 'Déposer le texte corrigé');
    await sees(awa, /Version 1, revenue le/);
    await settled(awa);
  });

  it('week 6: what one person thinks of the others stays on a map of their own', async () => {
    await open(awa, 'stakeholders?view=working');
    await press(awa, 'Tableau');
    await press(awa, MINISTRY);
    await choose(awa, /^Influence, de/, '9');
    await write(awa, 'Pourquoi je le vois ainsi', ALONE);
    await press(awa, 'Enregistrer ici');
    await sees(awa, 'Enregistré sur votre carte de travail.');
    await settled(awa);
    expect(await snapshotOf(awa)).not.toContain(ALONE);
  });

  it('weeks 7 to 9: a workshop on paper becomes a record the same evening', async () => {
    await open(awa, 'meetings');
    await press(awa, 'Préparer la réunion');
    await write(awa, 'Titre', 'Atelier du Quartier-Bas');
    await write(awa, /^Date et heure$/, '2030-12-03');
    await press(awa, 'Préparer la réunion');
    await write(awa, 'Un point, en une ligne', 'Ce que nous vivons au puits');
    await awa.page.keyboard.press('Enter');
    await sees(awa, 'Ce que nous vivons au puits');
    await press(awa, 'Présences');
    await press(awa, 'Dire qui est attendu');
    await press(awa, /^Société civile/);
    await press(awa, /^Mettre 1 organisation sur la feuille/);
    await settled(awa);
    const meeting = /meetings\/(\w{20})/.exec(awa.page.url())?.[1] ?? '';
    workshop = meeting;
    await press(awa, 'Imprimer la feuille de présence');
    const sheet = awa.page.getByRole('link', { name: 'PDF à imprimer' });
    const file = /paper\/\w+\.pdf/.exec((await sheet.getAttribute('href')) ?? '')?.[0] ?? '';
    expect(isPdf(await fileOf(file))).toBe(true);
    expect(isPdf(await fileOf(`invitation/${meeting}.pdf?lang=fr`))).toBe(true);
    await open(awa, `meetings/${meeting}?view=after`);
    const photo: string = await awa.page.evaluate(`(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 800, height: 600 });
      canvas.getContext('2d').fillRect(0, 0, 800, 600);
      return canvas.toDataURL('image/jpeg').split(',')[1];
    })()`);
    await awa.page
      .locator('input[type=file]')
      .setInputFiles({ name: 'mur.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo, 'base64') });
    await write(awa, 'Une carte', 'Le puits est trop près des latrines');
    await awa.page.keyboard.press('Enter');
    await sees(awa, '1 carte gardée');
    await press(awa, 'Ajouter des frais');
    await write(awa, 'Montant', '150');
    await choose(awa, 'Quoi', 'Transport');
    await press(awa, 'Garder');
    await sees(awa, /^Transport/);
    await settled(awa);
  });

  it('weeks 7 to 9: the signed sheet is typed down its list, and whoever came unannounced with it', async () => {
    await open(awa, `meetings/${workshop}?view=attendance`);
    const code = /[A-Z0-9]{4}-[A-Z0-9]{3}/;
    await press(awa, 'Imprimer la feuille de présence');
    const said = await awa.page.getByText(/^La feuille porte le code/).innerText();
    await open(awa, `in-out?view=paper&code=${(code.exec(said)?.[0] ?? '').replace('-', '')}`);
    await sees(awa, /^Nom par nom, comme sur la feuille/);
    await awa.page.locator('[data-step] input').first().focus();
    await awa.page.keyboard.press('1');
    await awa.page.keyboard.type('Ruth Mumba');
    await awa.page.keyboard.press('Enter');
    await sees(awa, /^Ruth Mumba est ajouté à la feuille/);
    await awa.page.keyboard.press('Enter');
    await awa.page.keyboard.press('Enter');
    await sees(awa, /est déjà saisie. Par Awa Ndiaye/);
    await settled(awa);
  });

  it('week 9: a woman speaks in her language: her voice is kept, with who translated it', async () => {
    await open(awa, 'people');
    await press(awa, 'Noter un échange');
    await write(awa, 'Avec qui', 'Une aînée du Quartier-Bas');
    await write(
      awa,
      'Qu’avez-vous retenu',
      'En nyanja, traduit par Ruth Mumba : on ne nous a jamais demandé.',
    );
    await awa.page.getByText('Une photo, un mémo vocal').click();
    await awa.page
      .locator('main input[type=file][accept="audio/*"]')
      .setInputFiles({ name: 'nyanja.webm', mimeType: 'audio/webm', buffer: Buffer.from('voice') });
    await awa.page.locator('main audio').waitFor();
    await press(awa, 'Noter');
    await sees(awa, /^Noté sur cet appareil/);
    await settled(awa);
    expect(await snapshotOf(awa)).not.toContain('traduit par Ruth Mumba');
  });

  it('week 9: the delegate answers by her link, script off, on a slow line, and sees what was recorded', async () => {
    const guest = await guestOf(awa, blessing.name);
    const organisation = await record(awa, 'actor', { name: 'Femmes du puits 4', sector: 'civilSociety' });
    const subject = await problemOf(awa);
    const { url } = await askByLink(awa, {
      person: guest,
      organisation,
      language: 'fr',
      kind: 'comment',
      subject,
      version: 2,
    });
    await blessing.page.goto(url);
    await write(blessing, 'Votre commentaire', 'Les aînées marchent deux heures.');
    await press(blessing, SEND);
    await sees(blessing, 'Votre réponse est reçue.');
    await open(awa, 'problem');
    await sees(awa, 'Les aînées marchent deux heures.');
  });

  it('week 10: what is asked goes to the group that exists already, in four lines', async () => {
    await open(awa, 'commitments');
    await press(awa, 'Noter un engagement');
    await write(awa, 'Quoi', 'Envoyer les analyses de l’eau');
    await awa.page
      .getByRole('group', { name: 'Qui le doit' })
      .getByRole('searchbox')
      .or(awa.page.getByRole('group', { name: 'Qui le doit' }).getByRole('textbox'))
      .first()
      .fill('Ministère');
    await awa.page.getByRole('group', { name: 'Qui le doit' }).getByRole('radio', { name: MINISTRY }).check();
    await write(awa, 'Pour le', '2030-12-20');
    await press(awa.page.locator('main form'), 'Noter');
    await sees(awa, 'Envoyer les analyses de l’eau');
    await settled(awa);
    await awa.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(awa, 'problem');
    await press(awa, 'Copier pour WhatsApp');
    const copied = (): Promise<string> => awa.page.evaluate('navigator.clipboard.readText()');
    await expect.poll(async () => (await copied()).split('\n').length).toBe(4);
    expect(await copied()).toMatch(/Awa Ndiaye[^]*\/problem/);
  });

  it('week 11: the core group meets; its chair leads from a tablet without network', async () => {
    await join(moussa, await invite(awa, { name: moussa.name, organisation: COMMITTEE, role: 'noyau' }));
    await press(awa, 'C’est remis');
    await join(
      chileshe,
      await invite(awa, { name: chileshe.name, organisation: MINISTRY, role: 'présidence' }),
    );
    await open(chileshe, 'meetings');
    await press(chileshe, 'Run-sheet');
    await chileshe.context.setOffline(true);
    await write(chileshe, 'In one line', 'The well is closed until the tests are back');
    await chileshe.page.keyboard.press('Enter');
    await sees(chileshe, 'The well is closed until the tests are back');
    await sees(chileshe, /1 line kept on this device/);
    await chileshe.context.setOffline(false);
    await settled(chileshe);
    await open(awa, 'meetings');
    await press(awa, 'À relire');
    await sees(awa, 'The well is closed until the tests are back');
  });

  it('week 11: what is shown to all is the map that was made together, not the one of a single person', async () => {
    await open(moussa, 'stakeholders');
    await sees(moussa, MINISTRY);
    await open(moussa, 'stakeholders?view=working');
    await sees(moussa, /./);
    expect(await moussa.page.locator('main').innerText()).not.toContain(ALONE);
    await awa.page.goto(`/p/${spaceOf(awa)}/meetings/${workshop}?view=run`);
    await press(awa, 'Projeter');
    await sees(awa.page.locator('dialog'), 'Ce que nous vivons au puits');
    await awa.page.keyboard.press('Escape');
    await awa.page.locator('dialog').waitFor({ state: 'detached' });
  });

  it('week 12: each answers alone before anybody sees the others, and knows beforehand who learns what', async () => {
    await open(awa, 'fit');
    await press(awa, 'Donner mon point de vue');
    await tick(awa, /Chacun avec son nom/);
    await press(awa, 'Répondre ainsi');
    for (const person of [awa, moussa]) {
      await open(person, 'fit');
      for (let question = 1; question <= 6; question += 1) {
        await sees(person, new RegExp(`${question} sur 6`));
        await tick(person, 'Oui');
        await press(person, question < 6 ? 'Question suivante' : 'Donner mon point de vue');
      }
      await settled(person);
    }
    await sees(moussa, /2 oui/);
  });

  it('week 13: “personally yes, but I must ask” is not recorded as agreement', async () => {
    const person = await guestOf(awa, benjamin.name, MAIL);
    const organisation = await record(awa, 'actor', { name: 'Direction de l’eau', sector: 'state' });
    official = { person, organisation, language: 'fr' };
    const subject = await problemOf(awa);
    await askByMail(awa, { ...official, kind: 'position', subject, version: 2 });
    const letter = await post.letter(LINK);
    await benjamin.page.goto(stage.server.address + (LINK.exec(letter)?.[0] ?? ''));
    await tick(benjamin, 'Je suis d’accord');
    await tick(benjamin, 'En validation interne');
    await benjamin.page.getByText('En validation interne : préciser').click();
    await write(benjamin, 'Auprès de qui', 'le cabinet');
    await benjamin.page.getByLabel('Jusqu’à quand').fill('2030-12-20');
    await press(benjamin, SEND);
    await sees(benjamin, 'Votre réponse est reçue.');
    await sees(benjamin, /^En validation interne, auprès de : le cabinet, jusqu’au 20 décembre 2030/);
    await open(awa, 'problem');
    await sees(awa, /^Version 2 ; aucune position confirmée/);
    await sees(
      awa,
      /^Direction de l’eau : je suis d’accord .{1,5}en validation interne, auprès de : le cabinet, jusqu’au 20/,
    );
  });

  it('week 13: the same official replies to an e-mail: a doubt is read as nothing, a plain answer is asked back', async () => {
    await askByMail(awa, { ...official, kind: 'confirmMeeting', subject: workshop });
    const to = replyTo(await post.letter(/Venez-vous|si vous venez/));
    const from = `Benjamin Phiri <${MAIL}>`;
    post.arrives('doubt', replyOf(from, to, ['Personnellement oui, mais je dois demander au cabinet.']));
    await open(awa, 'documents?view=inbox');
    await sees(awa.page.locator('main'), 'Benjamin Phiri');
    await press(awa, 'Ouvrir');
    await sees(awa, 'Personnellement oui, mais je dois demander au cabinet.');
    expect(await awa.page.locator('aside').getByText('Je viens').count()).toBe(0);
    post.arrives('answer', replyOf(from, to, ['Oui, je viens.', '', 'Cordialement', 'B. Phiri']));
    const path = READING.exec(await post.letter(READING))?.[0] ?? '';
    await benjamin.page.goto(stage.server.address + path);
    await sees(benjamin, 'Est-ce bien votre réponse ?');
    await press(benjamin, 'Oui, c’est ma réponse');
    await sees(benjamin, 'Votre réponse est reçue.');
    await open(awa, `meetings/${workshop}?view=attendance`);
    await sees(awa, 'Benjamin Phiri');
  });

  it('week 14: the verdict is said with as much of its reasons as was chosen', async () => {
    await open(awa, 'fit');
    await press(awa, 'Conclure');
    await tick(awa, 'Lancer un partenariat');
    await write(awa, /^Pour quelles raisons/, 'canari-noyau');
    await tick(awa, /sans les raisons/);
    await press(awa, 'Conclure');
    await sees(awa, /Lancer un partenariat, conclu/);
    await settled(awa);
    await open(chileshe, 'fit');
    expect(await snapshotOf(chileshe)).toContain('fitVerdict');
    // One page to the minister: the note with its verdict, made anew from what is there.
    const note = /"id":"([a-z2-7]{20})","type":"conceptNote"/.exec(await snapshotOf(awa))?.[1] ?? '';
    const page = await fileOf(`concept-note/${note}.pdf`);
    expect(isPdf(page)).toBe(true);
    const told = await Promise.all([moussa, chileshe].map((person) => snapshotOf(person)));
    expect(told.filter((text) => text.includes(ALONE))).toEqual([]);
  });

  it('ends without a complaint of any browser', () => {
    expect([awa, moussa, chileshe, benjamin, blessing].flatMap((person) => person.complaints)).toEqual([]);
  });
});
