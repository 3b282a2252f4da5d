import { beforeAll, describe, expect, it } from 'vitest';
import { record, tell } from './asking.ts';
import { found, speakFor } from './founding.ts';
import { choose, open, type Person, press, said, sees, settled, tick, write } from './person.ts';
import { openStage } from './stage.ts';

const COMMITTEE = 'Comité du Quartier-Bas';
const TOWN = 'Mairie de la Vallée';
const COMPANY = 'Source Claire';
/** The smallest picture there is, as a scan of the signed page. */
const SCAN = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const stage = openStage();
let awa: Person;

/** An agreement that was adopted and waits for the signatures of three organisations. */
const adopted = async (): Promise<void> => {
  const organisations: { organisation: string; sector: string }[] = [];
  for (const [name, sector] of [
    [COMMITTEE, 'civilSociety'],
    [TOWN, 'state'],
    [COMPANY, 'private'],
  ] as const)
    organisations.push({ organisation: await record(awa, 'actor', { name, sector, ring: 'core' }), sector });
  await settled(awa);
  await speakFor(awa, COMMITTEE);
  const agreement = await tell(awa, 'agreement.prepare', {
    title: 'Accord de la vallée',
    kind: 'memorandum',
    languages: ['fr'],
  });
  await record(awa, 'clause', {
    agreement,
    order: 1,
    title: 'But',
    text: { lang: 'fr', text: 'Une eau sûre pour chaque enfant.' },
  });
  const signatories = organisations.map(({ organisation }) => organisation);
  await tell(awa, 'agreement.freeze', { signatories }, agreement);
  const decision = await tell(awa, 'decision.open', {
    question: 'Adoptons-nous la version 1 ?',
    deadline: { instant: '2030-12-01T18:00:00.000Z', zone: 'Africa/Dakar' },
    text: { entity: agreement, version: 1 },
    organisations,
  });
  for (const organisation of signatories)
    await tell(
      awa,
      'decision.take',
      { organisation, stance: 'agree', standing: 'confirmed', channel: 'meeting' },
      decision,
    );
  await tell(awa, 'decision.close', {}, decision);
  await tell(awa, 'agreement.adopt', { decision }, agreement);
};

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await found(awa);
  await adopted();
});

const form = () => awa.page.locator('main form');

describe('signing an agreement that was adopted', () => {
  it('takes the signature on paper with its scan, and asks for the scan where it is missing', async () => {
    await open(awa, 'agreement?view=signatures');
    await sees(awa, /Aucune signature sur 3/);
    await press(awa, 'Noter une signature sur papier');
    await tick(awa, TOWN);
    await write(awa, 'Où', 'À la mairie');
    await press(form(), 'Noter la signature');
    await sees(awa, 'Il manque la copie de la page signée.');
    // Nothing that was filled in is lost by the refusal.
    expect(await form().getByRole('radio', { name: TOWN }).isChecked()).toBe(true);
    await form()
      .locator('input[type=file]')
      .setInputFiles({ name: 'page-signee.png', mimeType: 'image/png', buffer: SCAN });
    await sees(awa, /page-signee\.png.* gardé sur cet appareil/);
    await press(form(), 'Noter la signature');
    await sees(awa, /Une signature sur 3/);
    await sees(awa, /^Signé sur papier le/);
  });

  it('takes a refusal with its reason, which everybody reads, and lets the organisation sign later', async () => {
    await press(awa, 'Refuser, avec la raison');
    await tick(awa, COMPANY);
    await press(form(), 'Refuser de signer');
    await sees(awa, 'Il manque la raison. Le reste est gardé.');
    await write(awa, 'Pourquoi', 'Le conseil se réunit en janvier.');
    await press(form(), 'Refuser de signer');
    await sees(awa, /N’a pas signé : Le conseil se réunit en janvier\./);
    await press(awa, 'Noter une signature sur papier');
    await sees(form(), COMPANY);
    await press(form(), 'Annuler');
  });

  it('opens a second agreement beside the first, each with its own clauses and its own address', async () => {
    await open(awa, 'agreement');
    await press(awa, 'Préparer un autre accord');
    await write(awa, 'Comment s’appelle-t-il', 'Charte des bornes');
    await press(form(), 'Préparer un autre accord');
    await awa.page.getByRole('heading', { level: 1, name: 'Charte des bornes' }).waitFor();
    const second = awa.page.url();
    expect(await said(awa)).not.toContain('Une eau sûre pour chaque enfant.');
    await press(awa, 'Proposer une clause');
    await write(awa, 'Titre', 'Entretien');
    await write(awa, 'Texte', 'Chaque borne a son comité.');
    await press(form(), 'Proposer la clause');
    await press(awa, 'Entretien');
    await awa.page.locator('aside').getByRole('heading', { name: 'Entretien' }).waitFor();
    await press(awa, 'Fermer');
    await awa.page.waitForURL(second);
    await press(awa, 'Accord de la vallée');
    await awa.page.getByRole('heading', { level: 1, name: 'Accord de la vallée' }).waitFor();
    await sees(awa, 'Une eau sûre pour chaque enfant.');
    expect(await said(awa)).not.toContain('Chaque borne a son comité.');
  });

  it('decides to end, ends by this decision, and the file stays readable', async () => {
    await open(awa, 'ending');
    await press(awa, 'Préparer la fin');
    await tick(awa, /^Nous terminons/);
    await write(awa, 'En quelques mots', 'L’eau est sûre, la mairie tient les bornes.');
    await press(awa, 'Terminer le partenariat');
    await sees(awa, 'On termine par une décision adoptée. Préparez-la d’abord.');
    await choose(awa, 'Quelle décision', 'Adoptons-nous la version 1 ?');
    await press(awa, 'Terminer le partenariat');
    await sees(awa, 'L’eau est sûre, la mairie tient les bornes.');
    await settled(awa);
    await open(awa, 'today');
    await sees(awa.page.locator('main'), /terminé/i);
    await open(awa, 'agreement');
    await sees(awa, 'Une eau sûre pour chaque enfant.');
  });

  it('ends without a complaint of the browser', () => {
    expect(awa.complaints).toEqual([]);
  });
});
