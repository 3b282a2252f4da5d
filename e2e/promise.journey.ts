import { beforeAll, describe, expect, it } from 'vitest';
import { record, snapshotOf, tell } from './asking.ts';
import { found, speakFor } from './founding.ts';
import { open, type Person, press, sees, settled, write } from './person.ts';
import { openStage } from './stage.ts';

const COMMITTEE = 'Comité du Quartier-Bas';

const stage = openStage();
let awa: Person;
let organisation: string;

beforeAll(async () => {
  awa = await stage.sit({ name: 'Awa Ndiaye', lang: 'fr' });
  await found(awa);
  organisation = await record(awa, 'actor', { name: COMMITTEE, sector: 'civilSociety' });
  await settled(awa);
  await speakFor(awa, COMMITTEE);
  await awa.page.setViewportSize({ width: 360, height: 740 });
});

/** How a request stands for the server: `open`, `answered`, `closed`. */
const standing = async (request: string): Promise<string | undefined> =>
  new RegExp(`"id":"${request}"(?:(?!"id":)[^])*?"state":"(open|answered|closed)"`).exec(
    await snapshotOf(awa),
  )?.[1];

describe('what is promised, on a phone', () => {
  it('notes an initiative that exists already', async () => {
    await open(awa, 'context?view=initiatives');
    await press(awa, 'Ajouter une initiative');
    await write(awa, 'Nom', 'Puits des écoles');
    await write(awa, 'Ce qu’elle cherche', 'Analyser les mêmes puits, pour les écoles seulement.');
    await press(awa.page.locator('main form'), 'Ajouter');
    await sees(awa, 'Puits des écoles');
    await settled(awa);
  });

  it('writes a line of the budget, whose gap is said at the top', async () => {
    await open(awa, 'resources?view=budget');
    await press(awa, 'Ajouter une ligne au budget');
    await write(awa, 'Intitulé', 'Trois bornes');
    await write(awa, /^Prévu/, '4500');
    await press(awa.page.locator('main form'), 'Ajouter');
    await sees(awa, 'Trois bornes');
    await settled(awa);
  });

  it('marks a contribution as brought, then thanks for it', async () => {
    const id = await record(awa, 'contribution', {
      organisation,
      kind: 'time',
      description: { lang: 'fr', text: 'Douze jours de chantier' },
      state: 'announced',
    });
    await open(awa, `resources/${id}`);
    await press(awa, 'Noter comme apporté');
    await press(awa, 'Reconnaître l’apport');
    await awa.page.getByRole('button', { name: 'Reconnaître l’apport' }).waitFor({ state: 'detached' });
    await settled(awa);
    expect(await snapshotOf(awa)).toContain('"acknowledged"');
  });

  it('sets a condition aside with its reason, which stays readable', async () => {
    await open(awa, 'phase-1');
    await press(awa, 'Mettre de côté');
    await press(awa.page.locator('main form'), 'Mettre de côté');
    await write(awa, 'Pourquoi', 'La science nous rejoint en mars.');
    await press(awa.page.locator('main form'), 'Mettre de côté');
    await sees(awa, 'Mise de côté : La science nous rejoint en mars.');
    await settled(awa);
  });

  it('REQ-8 closes what was asked by link once the answer came inside the app', async () => {
    const indicator = await record(awa, 'indicator', {
      name: { lang: 'fr', text: 'Puits conformes' },
      direction: 'up',
      target: { value: '12', unit: 'puits' },
      collector: organisation,
    });
    const commitment = await record(awa, 'commitment', {
      what: { lang: 'fr', text: 'Réunir les familles' },
      owner: organisation,
      state: 'open',
    });
    const figure = await tell(awa, 'request.open', { kind: 'figure', subject: indicator, organisation });
    const promise = await tell(awa, 'request.open', {
      kind: 'commitment',
      subject: commitment,
      organisation,
    });
    await open(awa, 'monitoring');
    await press(awa, 'Saisir une valeur');
    await awa.page.getByRole('combobox', { name: 'Indicateur' }).selectOption({ label: 'Puits conformes' });
    await awa.page.getByRole('combobox', { name: 'Période' }).selectOption({ index: 1 });
    await write(awa, 'Valeur', '3');
    await press(awa.page.locator('main form'), 'Saisir une valeur');
    await sees(awa, /^Notée sur cet appareil : 3 puits/);
    await open(awa, 'commitments');
    await press(awa, 'C’est tenu');
    await settled(awa);
    expect([await standing(figure), await standing(promise)]).toEqual(['closed', 'closed']);
  });

  it('ends without a complaint of the browser', () => {
    expect(awa.complaints).toEqual([]);
  });
});
