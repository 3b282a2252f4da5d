import { choose, open, type Person, press, sees, settled, setUp, tick, write } from './person.ts';

/** Somebody who is added to the map. */
export interface NewActor {
  readonly name: string;
  readonly sector: string;
  readonly stake?: string;
  readonly missing?: boolean;
}

/** Adds somebody to the map, on a device in French. */
export const addActor = async (person: Person, { name, sector, stake, missing }: NewActor): Promise<void> => {
  await open(person, 'stakeholders');
  await press(person, 'Ajouter un acteur');
  await write(person, 'Nom', name);
  await tick(person, sector);
  if (stake !== undefined) await tick(person, stake);
  if (missing) await tick(person, /^Oui, la solution/);
  await press(person, 'Ajouter');
  await sees(person, /^Ajouté\./);
};

/** Sets the server up and begins a partnership from one sentence, on a device in French. */
export const found = async (person: Person): Promise<void> => {
  await setUp(person);
  await press(person, 'Créer un partenariat');
  await write(
    person,
    'Quel problème vous réunit',
    'Au Quartier-Bas, l’eau du puits rend les enfants malades.',
  );
  await write(person, 'Un nom provisoire', 'L’eau de la vallée');
  await person.page.locator('main summary', { hasText: 'les langues' }).click();
  await tick(person, 'anglais');
  await press(person, 'Commencer');
  await person.page.waitForURL(/\/p\//);
  await sees(person, 'Où en sommes-nous ?');
  await settled(person);
};

/** Prepares an invitation by link, on a device in French; the link is shown once, so it is read from the page. */
export const invite = async (
  person: Person,
  guest: { readonly name: string; readonly organisation: string; readonly role: string },
): Promise<string> => {
  await open(person, 'people');
  await press(person, 'Inviter');
  await write(person, 'Nom, comme il doit s’écrire', guest.name);
  await choose(person, 'Pour quelle organisation', guest.organisation);
  await choose(person, 'Rôle', guest.role);
  await press(person, 'Préparer l’invitation');
  return linkOn(person);
};

/** The personal link or invitation that the page hands over once. @throws when there is none. */
export const linkOn = async ({ page }: Person): Promise<string> => {
  const text = await page
    .getByText(/https?:\/\/\S+\/(join|r)\//)
    .first()
    .innerText();
  const link = /https?:\/\/\S+\/(?:join|r)\/[\w-]+/.exec(text)?.[0];
  if (link === undefined) throw new Error(`no link in: ${text}`);
  return link;
};

/** Lets a member speak for an organisation as its leader, on a device in French. */
export const speakFor = async (person: Person, organisation: string): Promise<void> => {
  await open(person, 'people');
  await press(person, person.name);
  await press(person, 'Changer de rôle');
  await choose(person, 'Pour quelle organisation', organisation);
  await tick(person, 'direction');
  await press(person, 'Enregistrer');
  await sees(person.page.locator('aside'), organisation);
  await settled(person);
};
