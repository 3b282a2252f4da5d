import type { PeopleStore } from './port.ts';

/** Who is in safety in a space, as other stores know people. */
export interface Hidden {
  /** By the id of their card. */
  person(id: unknown): boolean;
  /** By a name that somebody wrote; case, accents and spaces do not count. */
  name(written: string | undefined): boolean;
  /** By their e-mail address. */
  address(written: string): boolean;
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** Reads who is in safety now. */
export const hiddenIn = async (store: PeopleStore, space: string): Promise<Hidden> => {
  const { persons } = await store.cards.sheltered(space);
  const ids = new Set(persons);
  const cards = ids.size === 0 ? [] : (await store.cards.of(space)).filter(({ id }) => ids.has(id));
  const names = new Set(cards.flatMap(({ name }) => (name === undefined ? [] : [folded(name)])));
  const addresses = new Set(cards.flatMap(({ email }) => (email === undefined ? [] : [folded(email)])));
  return {
    person: (id) => typeof id === 'string' && ids.has(id),
    name: (written) => written !== undefined && names.has(folded(written)),
    address: (written) => addresses.has(folded(written)),
  };
};
