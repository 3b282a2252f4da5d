import { type Entity, memberState, type Role } from '@tablee/domain/kernel';
import { actorName, actorSector, type Sector } from '@tablee/domain/modules/actor';
import { usePeople, useView } from '#sync/use-space.ts';

/** Somebody who takes part, with or without an account. */
export interface PersonLine {
  readonly id: string;
  /** Absent when the vault does not show it: withdrawn, erased, or not for me. */
  readonly name: string | undefined;
  readonly designation: string | undefined;
  readonly gone: 'withdrawn' | 'erased' | undefined;
  /** Empty for somebody without an account. */
  readonly roles: readonly Role[];
  readonly organisation: string | undefined;
  readonly organisationName: string | undefined;
  readonly sector: Sector | undefined;
  readonly active: boolean;
  readonly until: string | undefined;
}

const memberIn = (entity: Entity | undefined) =>
  entity?.kind === 'process' && entity.type === 'member' ? memberState.read(entity.state) : undefined;

const ORDER: readonly Role[] = [
  'leader',
  'focal',
  'deputy',
  'chair',
  'secretariat',
  'core',
  'coordinator',
  'observer',
  'helper',
];
const rank = (roles: readonly Role[]): number =>
  Math.min(ORDER.length, ...roles.map((role) => ORDER.indexOf(role)));

/** Everybody of this space that I may see: members first by role, then people who were written down. */
export const usePersons = (): readonly PersonLine[] => {
  const view = useView();
  const people = usePeople();
  const ids = new Set([
    ...[...view.list('member')].map((entity) => entity.id),
    ...people.all.map((card) => card.id),
  ]);
  return [...ids]
    .map((id): PersonLine => {
      const held = memberIn(view.get(id));
      const card = people.find(id);
      return {
        id,
        name: card?.name,
        designation: card?.designation,
        gone: card?.gone,
        roles: held?.roles ?? [],
        organisation: held?.organisation,
        organisationName: actorName(view, held?.organisation),
        sector: actorSector(view, held?.organisation),
        active: held?.active === true,
        until: held?.until,
      };
    })
    .sort((a, b) => rank(a.roles) - rank(b.roles) || ((a.name ?? '~') < (b.name ?? '~') ? -1 : 1));
};
