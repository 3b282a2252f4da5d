import { changeRecord, type Json } from '@tablee/domain/kernel';
import { actor, type ContactGroup, type ContactPerson, type Seat } from '@tablee/domain/modules/actor';
import { type PersonCard, path } from '@tablee/domain/protocol';
import { useCallback } from 'react';
import { keepBrought } from '#sheet/brought.ts';
import { chunksOf, type ImportRow } from '#sheet/incoming.ts';
import { hasRoom } from '#sheet/outbox.ts';
import { importCommand } from '#sheet/use-import.ts';
import { request } from '#sync/api.ts';
import { useAct, useOpenSpace } from '#sync/use-space.ts';

/** How many cards one request writes. */
const PIECE = 500;

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

const isSame = (card: PersonCard, person: ContactPerson): boolean =>
  person.email !== undefined
    ? card.email?.toLowerCase() === person.email.toLowerCase()
    : card.name === person.name && card.phone === person.phone && person.phone !== undefined;

type Person = ContactGroup['people'][number];

/**
 * Contacts into the partnership: persons into the vault first, which needs the network, then organisations as commands.
 * Somebody whom the vault knows already by the same address is not written twice.
 * @throws {Fault} when the vault was not reached: nothing has come in then.
 */
export const useContactImport = () => {
  const act = useAct();
  const { store, personal } = useOpenSpace();
  const writePeople = useCallback(
    async (people: readonly Person[], purpose: string): Promise<readonly Written[]> => {
      const known = people.flatMap(({ line, person }) => {
        const card = store.people.find((each) => isSame(each, person));
        return card === undefined ? [] : [{ line, id: card.id, isNew: false }];
      });
      const fresh = people.filter(({ line }) => !known.some((each) => each.line === line));
      const written: Written[] = [...known];
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
  return useCallback(
    async (groups: readonly ContactGroup[], { purpose, rows }: ContactsHow): Promise<void> => {
      const people = purpose === undefined ? [] : groups.flatMap((group) => group.people);
      const written = purpose === undefined ? [] : await writePeople(people, purpose);
      const seats = (group: ContactGroup): { [seat in Seat]?: string } =>
        Object.fromEntries(
          group.people.flatMap(({ line, seat }) => {
            const id = written.find((each) => each.line === line)?.id;
            return seat === undefined || id === undefined ? [] : [[seat, id]];
          }),
        );
      const fresh = groups
        .filter((group) => group.existing === undefined && Object.keys(group.slots).length > 0)
        .map((group): ImportRow => ({ entity: act.newId(), slots: { ...group.slots, ...seats(group) } }));
      const commands: string[] = [];
      for (const chunk of chunksOf(fresh)) {
        const command = importCommand(act.ticket(), act.newId(), actor, chunk);
        commands.push(command.id);
        await act.issue(command);
        await hasRoom(store);
      }
      const filled: { entity: string; slot: string; value: Json }[] = [];
      for (const group of groups) {
        const slots: { [slot: string]: Json } = { ...group.slots, ...seats(group) };
        if (group.existing === undefined || Object.keys(slots).length === 0) continue;
        await act.issue(changeRecord(act.ticket(), group.existing, slots));
        for (const [slot, value] of Object.entries(slots))
          filled.push({ entity: group.existing.id, slot, value });
      }
      await keepBrought(personal, {
        noun: 'actor',
        rows,
        commands,
        added: [{ noun: 'actor', entities: fresh.map((row) => row.entity) }],
        filled,
        people: written.filter((each) => each.isNew).map((each) => each.id),
      });
    },
    [act, store, personal, writePeople],
  );
};
