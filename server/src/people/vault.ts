import { type Actor, actorOf, SECRETARIAT } from '@tablee/domain/kernel';
import type { People, PersonCard } from '@tablee/domain/protocol';
import type { Vault, VaultReader } from '../http/identity.ts';
import { type CardForm, readCard } from './card-form.ts';
import { INVITED, mayWrite, permitted, protectable } from './card-right.ts';
import { type Copies, copiesOf } from './copies.ts';
import type { Card, CardChange, PeopleStore } from './port.ts';
import { type Refused, refused } from './refusal.ts';
import { newId } from './secret.ts';
import type { Clock, SpaceDesk } from './space-desk.ts';

const MONTH = 30.44 * 86_400_000;

/** People who never signed up are looked at again after 24 months. Milliseconds. */
export const REVIEW_AFTER = 24 * MONTH;

/** The most cards that one request writes or empties. */
export const MOST_CARDS = 500;

/** A card to be looked at again, for those who may. */
export interface ReviewLine {
  readonly person: string;
  readonly purpose?: string;
  readonly basis?: string;
  /** ISO date. */
  readonly review: string;
}

/** The vault, for reading by the spaces and for writing by people. */
export interface VaultDesk extends Vault {
  add(
    space: string,
    by: Actor,
    form: CardForm,
  ): Promise<{ readonly ok: true; readonly person: string } | Refused>;
  /** Writes many cards at once; for each in order the person's id, or `null` where the card could not be kept. */
  addAll(
    space: string,
    by: Actor,
    forms: readonly CardForm[],
  ): Promise<{ readonly ok: true; readonly persons: readonly (string | null)[] } | Refused>;
  /** Empties those of the rows that `by` may empty; answers their ids. */
  eraseAll(
    space: string,
    by: Actor,
    persons: readonly string[],
  ): Promise<{ readonly ok: true; readonly erased: readonly string[] }>;
  change(space: string, by: Actor, person: string, form: CardForm): Promise<{ readonly ok: true } | Refused>;
  /** Empties the row; the marker "erased" stays. */
  erase(space: string, by: Actor, person: string): Promise<Copies | Refused>;
  /** What of the person stands outside already, for whoever may put them in safety. */
  outside(space: string, by: Actor, person: string): Promise<Copies | Refused>;
  /**
   * Puts in safety (or back in view): others see "content withdrawn" from the next message on, and the person's links
   * and invitations are worthless. Back in view, the links stay so.
   */
  protect(space: string, by: Actor, person: string, on: boolean): Promise<Copies | Refused>;
  /** The cards that are due to be looked at again, of those this person may see. */
  due(space: string, by: Actor): Promise<readonly ReviewLine[]>;
  /** A card's name for pages made by the server; `undefined` when withdrawn, erased or unknown. */
  nameOf(space: string, person: string): Promise<string | undefined>;
  /** Tells listeners that cards of the space changed. */
  changed(space: string): void;
  /** Calls `listener` whenever somebody was put in safety, before that is answered. */
  watchSheltered(listener: (card: Card) => Promise<void>): void;
}

/** What the vault is made with. */
export interface VaultTools {
  readonly store: PeopleStore;
  readonly spaces: SpaceDesk;
  readonly clock: Clock;
}

/** The vault of a store. */
export const vaultOf = (tools: VaultTools): VaultDesk => {
  const { store, clock } = tools;
  const listeners = new Set<(space: string) => void>();
  const sheltering: ((card: Card) => Promise<void>)[] = [];
  const changed = (space: string): void => {
    for (const listener of listeners) listener(space);
  };
  tools.spaces.shelteredBy((space) => store.cards.sheltered(space));
  return {
    version: (space) => store.cards.version(space),
    people: (space, persons, reader) => peopleFor(store, space, persons, reader),
    async adopt(space, people) {
      await adopt(store, space, people, clock());
      await tools.spaces.shelter(space);
      changed(space);
    },
    keepProduced: (produced) => store.produced.add(produced),
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async add(space, by, form) {
      const kept = await keep(tools, space, by, form);
      if (kept.ok) changed(space);
      return kept;
    },
    async addAll(space, by, forms) {
      const kept = await keepAll(tools, space, by, forms);
      if (kept.ok) changed(space);
      return kept;
    },
    async eraseAll(space, by, persons) {
      const erased = await eraseThose(tools, space, by, persons);
      changed(space);
      return { ok: true, erased };
    },
    async change(space, by, person, form) {
      const card = await permitted(tools, space, by, person);
      if ('ok' in card) return card;
      const change = readCard(form);
      if (!change.ok) return change;
      if (change.change.name === null) return refused('NameMissing');
      await store.cards.change(space, person, change.change);
      changed(space);
      return { ok: true };
    },
    async erase(space, by, person) {
      const card = await permitted(tools, space, by, person);
      if ('ok' in card) return card;
      const outside = await copiesOf(tools, by, card);
      await store.cards.erase(space, person, clock());
      changed(space);
      return { ...outside, version: await store.cards.version(space) };
    },
    async outside(space, by, person) {
      const card = await protectable(tools, space, by, person);
      return 'ok' in card ? card : copiesOf(tools, by, card);
    },
    async protect(space, by, person, on) {
      const card = await (on ? protectable : permitted)(tools, space, by, person);
      if ('ok' in card) return card;
      await store.cards.shelter(space, person, on);
      await tools.spaces.shelter(space);
      if (on) for (const listener of sheltering) await listener(card);
      changed(space);
      return copiesOf(tools, by, card);
    },
    watchSheltered: (listener) => void sheltering.push(listener),
    due: (space, by) => dueFor(tools, space, by),
    async nameOf(space, person) {
      const card = await store.cards.byId(space, person);
      return card === undefined || card.withdrawn ? undefined : card.name;
    },
    changed,
  };
};

const keepAll: (
  tools: VaultTools,
  ...asked: Parameters<VaultDesk['addAll']>
) => ReturnType<VaultDesk['addAll']> = async (tools, space, by, forms) => {
  if (forms.length > MOST_CARDS) return refused('Invalid');
  const persons: (string | null)[] = [];
  for (const form of forms) {
    const kept = await keep(tools, space, by, form);
    if (!kept.ok && kept.code === 'NotAllowed') return kept;
    persons.push(kept.ok ? kept.person : null);
  }
  return { ok: true, persons };
};

/** Empties those of the cards that `by` may empty, without telling anybody yet. */
const eraseThose = async (
  tools: VaultTools,
  space: string,
  by: Actor,
  persons: readonly string[],
): Promise<readonly string[]> => {
  const erased: string[] = [];
  for (const person of persons.slice(0, MOST_CARDS)) {
    const card = await permitted(tools, space, by, person);
    if ('ok' in card) continue;
    await tools.store.cards.erase(space, person, tools.clock());
    erased.push(person);
  }
  return erased;
};

/** Writes one card, without telling anybody yet. */
const keep = async (
  { store, clock }: VaultTools,
  space: string,
  by: Actor,
  form: CardForm,
): Promise<{ readonly ok: true; readonly person: string } | Refused> => {
  const change = readCard(form);
  if (!change.ok) return change;
  if (typeof change.change.name !== 'string') return refused('NameMissing');
  if (by.roles.has('observer') && by.roles.size === 1) return refused('NotAllowed');
  const now = clock();
  const person = newId();
  await store.cards.add({
    space,
    id: person,
    ...withoutNull(change.change),
    addedBy: by.id,
    added: now,
    review: now + REVIEW_AFTER,
    withdrawn: false,
  });
  return { ok: true, person };
};

const withoutNull = (change: CardChange): Partial<Card> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));

/** How a card looks to a reader: the name to all, address and telephone to the person, the secretariat, who added it. */
const cardFor = (card: Card, reader: VaultReader): PersonCard => {
  if (card.erased !== undefined) return { id: card.id, gone: 'erased' };
  const isSelf = card.id === reader.person;
  if (card.withdrawn && !isSelf) return { id: card.id, gone: 'withdrawn' };
  const { id, name, email, phone, designation, language } = card;
  const mayContact = isSelf || reader.circles.has(SECRETARIAT) || card.addedBy === reader.person;
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(mayContact && email !== undefined ? { email } : {}),
    ...(mayContact && phone !== undefined ? { phone } : {}),
    ...(designation === undefined ? {} : { designation }),
    ...(language === undefined ? {} : { language }),
    ...(card.withdrawn ? { gone: 'withdrawn' as const } : {}),
  };
};

const peopleFor = async (
  store: PeopleStore,
  space: string,
  persons: readonly string[],
  reader: VaultReader,
): Promise<People> => {
  const named = new Set(persons);
  const version = await store.cards.version(space);
  const isTheirs = (card: Card): boolean =>
    card.id === reader.person ||
    card.addedBy === reader.person ||
    (card.purpose === INVITED && reader.circles.has(SECRETARIAT));
  const cards = (await store.cards.of(space)).filter((card) => named.has(card.id) || isTheirs(card));
  return { version, cards: cards.map((card) => cardFor(card, reader)) };
};

const adopt = async (store: PeopleStore, space: string, people: People, now: number): Promise<void> => {
  for (const { gone, ...card } of people.cards) {
    const added = {
      space,
      ...card,
      purpose: 'import',
      added: now,
      review: now + REVIEW_AFTER,
      withdrawn: gone === 'withdrawn',
    };
    await store.cards.add(
      gone === 'erased' ? { space, id: card.id, added: now, withdrawn: false, erased: now } : added,
    );
  }
};

const dueFor = async (
  { store, spaces, clock }: VaultTools,
  space: string,
  by: Actor,
): Promise<readonly ReviewLine[]> => {
  const entities = await spaces.read(space);
  if (entities === undefined || actorOf(entities, by.id) === undefined) return [];
  const now = clock();
  return (await store.cards.of(space)).flatMap((card) => {
    const { id: person, purpose, basis, review } = card;
    if (card.account !== undefined || review === undefined || review > now || !mayWrite(entities, by, card))
      return [];
    return [
      {
        person,
        ...(purpose === undefined ? {} : { purpose }),
        ...(basis === undefined ? {} : { basis }),
        review: new Date(review).toISOString().slice(0, 10),
      },
    ];
  });
};
