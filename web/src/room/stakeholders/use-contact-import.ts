import { changeRecord, type Json } from '@tablee/domain/kernel';
import { actor, type ContactGroup, type ContactPerson } from '@tablee/domain/modules/actor';
import { type PersonCard, path } from '@tablee/domain/protocol';
import { useCallback, useState } from 'react';
import { keepBrought } from '#sheet/brought.ts';
import { chunksOf, type ImportRow } from '#sheet/incoming.ts';
import { hasRoom } from '#sheet/outbox.ts';
import { type ImportProgress, importCommand, PREPARED } from '#sheet/use-import.ts';
import { request } from '#sync/api.ts';
import { useAct, useOpenSpace } from '#sync/use-space.ts';

/** How many cards one request writes. */
const PIECE = 500;
/** How many of those who are there are changed before the page and the server have their turn. */
const MOST_CHANGES = 20;

/** What an import of contacts is told beside its groups. */
export interface ContactsHow {
  /** Why the persons' names are kept; absent when organisations alone come in. */
  readonly purpose: string | undefined;
  /** How many rows come in, for the sentence that offers to undo them. */
  readonly rows: number;
}

type Written = { readonly line: number; readonly id: string; readonly isNew: boolean };

const idsIn = (answer: unknown): readonly (string | null)[] =>
  typeof answer === 'object' && answer !== null && 'persons' in answer && Array.isArray(answer.persons)
    ? answer.persons.map((id: unknown) => (typeof id === 'string' ? id : null))
    : [];

const keyOf = ({ name, email, phone }: Pick<PersonCard, 'name' | 'email' | 'phone'>): readonly string[] => [
  ...(email === undefined ? [] : [email.toLowerCase()]),
  ...(phone === undefined ? [] : [JSON.stringify([name, phone])]),
];

/** The card that holds somebody already: by the same address, or by name and telephone where there is none. */
const heldBy = (cards: readonly PersonCard[]): ((person: ContactPerson) => string | undefined) => {
  const ids = new Map<string, string>();
  for (const card of cards) for (const key of keyOf(card)) if (!ids.has(key)) ids.set(key, card.id);
  return (person) => ids.get(keyOf(person)[0] ?? '');
};

/** An organisation with all that goes into it: new, or what is still empty on the one that is there. */
type Ready = Pick<ContactGroup, 'existing' | 'slots'>;

/** What came in, for whoever wants it undone. */
type Brought = Pick<Parameters<typeof keepBrought>[1], 'commands' | 'added' | 'filled'>;

/** The organisations that something is to be written for, each with the ids of those who have a seat. */
const readyOf = (groups: readonly ContactGroup[], written: readonly Written[]): readonly Ready[] => {
  const ids = new Map(written.map(({ line, id }) => [line, id]));
  return groups.flatMap(({ existing, slots, people }) => {
    const seats = Object.fromEntries(
      people.flatMap(({ line, seat }) => {
        const id = ids.get(line);
        return seat === undefined || id === undefined ? [] : [[seat, id]];
      }),
    );
    const all = { ...slots, ...seats };
    // A person without an organisation is in the vault alone.
    const isWritten = Object.keys(existing === undefined ? slots : all).length > 0;
    return isWritten ? [{ existing, slots: all }] : [];
  });
};

type Person = ContactGroup['people'][number];

/**
 * Contacts into the partnership: persons into the vault first, which needs the network, then organisations as commands.
 * Somebody whom the vault knows already by the same address is not written twice.
 * @throws {Fault} when the vault was not reached: nothing has come in then.
 */
export const useContactImport = () => {
  const act = useAct();
  const { store, personal } = useOpenSpace();
  const [progress, setProgress] = useState<ImportProgress>();
  const writePeople = useCallback(
    async (people: readonly Person[], purpose: string): Promise<readonly Written[]> => {
      const held = heldBy(store.people);
      const written: Written[] = [];
      const fresh: Person[] = [];
      for (const each of people) {
        const id = held(each.person);
        if (id === undefined) fresh.push(each);
        else written.push({ line: each.line, id, isNew: false });
      }
      for (let at = 0; at < fresh.length; at += PIECE) {
        const piece = fresh.slice(at, at + PIECE);
        const add = piece.map(({ person }) => ({ ...person, purpose }));
        const ids = idsIn(await request('POST', `${path.people(store.space)}/batch`, { add }));
        piece.forEach(({ line }, index) => {
          const id = ids[index];
          if (typeof id === 'string') written.push({ line, id, isNew: true });
        });
      }
      return written;
    },
    [store],
  );
  const writeGroups = useCallback(
    async (groups: readonly Ready[]): Promise<Brought> => {
      const fresh = groups.filter(({ existing }) => existing === undefined);
      const commands: string[] = [];
      const entities: string[] = [];
      for (let at = 0; at < fresh.length; at += PREPARED) {
        const rows = fresh
          .slice(at, at + PREPARED)
          .map(({ slots }): ImportRow => ({ entity: act.newId(), slots }));
        for (const chunk of chunksOf(rows)) {
          const command = importCommand(act.ticket(), act.newId(), actor, chunk);
          await act.issue(command);
          commands.push(command.id);
          entities.push(...chunk.map(({ entity }) => entity));
          setProgress({ done: entities.length, all: groups.length });
          await hasRoom(store);
        }
      }
      const filled: { entity: string; slot: string; value: Json }[] = [];
      for (const [index, { existing, slots }] of groups.entries()) {
        if (existing === undefined) continue;
        await act.issue(changeRecord(act.ticket(), existing, slots));
        for (const [slot, value] of Object.entries(slots)) filled.push({ entity: existing.id, slot, value });
        if (index % MOST_CHANGES < MOST_CHANGES - 1) continue;
        setProgress({ done: Math.max(entities.length, index), all: groups.length });
        await hasRoom(store);
      }
      return { commands, added: [{ noun: 'actor', entities }], filled };
    },
    [act, store],
  );
  const bring = useCallback(
    async (groups: readonly ContactGroup[], { purpose, rows }: ContactsHow): Promise<void> => {
      const people = purpose === undefined ? [] : groups.flatMap((group) => group.people);
      const written = purpose === undefined ? [] : await writePeople(people, purpose);
      // From here on all of it stands on this device: nothing is refused any more.
      setProgress({ done: 0, all: groups.length });
      const brought = await writeGroups(readyOf(groups, written));
      await keepBrought(personal, {
        noun: 'actor',
        rows,
        ...brought,
        people: written.filter((each) => each.isNew).map((each) => each.id),
      });
    },
    [personal, writePeople, writeGroups],
  );
  return { bring, progress };
};
