import { type Language, memberOf, type Role, type View, valueOf } from '@tablee/domain/kernel';
import { actorName, actorSector, actorsAtTable, SECTOR, SECTORS, type Sector } from '../actor/index.ts';
import { coreOrganisations } from '../core-group/index.ts';
import { body, seat } from '../governance/index.ts';
import { recordsIn } from '../reading/index.ts';
import { attendance } from './attendance.ts';

/** The part in which somebody comes for their organisation, the one who is asked first first. */
const PARTS = ['focal', 'leader', 'deputy'] as const;

/** An organisation that may be expected, with whom it may send. */
export interface Expectable {
  readonly organisation: string;
  readonly name: string;
  readonly sector: Sector | undefined;
  /** Members who speak for it: operational contact, leader, deputy, then the others. */
  readonly people: readonly { readonly person: string; readonly part: Role | undefined }[];
}

/** A group that is picked at once. */
export interface ExpectGroup {
  readonly key: string;
  readonly name: string;
  readonly organisations: readonly string[];
}

const speakersOf = (view: View): ReadonlyMap<string, Expectable['people']> => {
  const entities = new Map([...view.list('member')].map((entity) => [entity.id, entity]));
  const found = new Map<string, { person: string; part: Role | undefined }[]>();
  for (const person of entities.keys()) {
    const held = memberOf(entities, person);
    if (held?.active !== true || held.organisation === undefined) continue;
    const part = PARTS.find((each) => held.roles.includes(each));
    found.set(held.organisation, [...(found.get(held.organisation) ?? []), { person, part }]);
  }
  const rank = (part: Role | undefined): number => {
    const at = PARTS.findIndex((each) => each === part);
    return at === -1 ? PARTS.length : at;
  };
  for (const people of found.values()) people.sort((a, b) => rank(a.part) - rank(b.part));
  return found;
};

/** The organisations that may be expected at a meeting and are not yet on its sheet, by name. */
export const expectable = (view: View, meeting: string): readonly Expectable[] => {
  const known = new Set(
    recordsIn(view, 'attendance')
      .filter((row) => valueOf(attendance, row, 'meeting') === meeting)
      .map((row) => valueOf(attendance, row, 'organisation')),
  );
  const speakers = speakersOf(view);
  return actorsAtTable(view)
    .filter((entity) => !known.has(entity.id))
    .map((entity) => ({
      organisation: entity.id,
      name: actorName(view, entity.id) ?? '',
      sector: actorSector(view, entity.id),
      people: speakers.get(entity.id) ?? [],
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

const CORE = { fr: 'Le noyau', en: 'The core group' } as const;
const ALL = { fr: 'Tout le monde', en: 'Everybody' } as const;

/** The groups that can be picked at once: everybody, the core group, each sector, each body with seats. */
export const expectGroups = (
  view: View,
  among: readonly Expectable[],
  lang: Language,
): readonly ExpectGroup[] => {
  const there = new Set(among.map((each) => each.organisation));
  const seated = new Map<string, string[]>();
  const bodies = recordsIn(view, 'body').map((entity) => ({
    key: entity.id,
    name: valueOf(body, entity, 'name') ?? '',
  }));
  for (const entity of recordsIn(view, 'seat')) {
    const [of, organisation] = [valueOf(seat, entity, 'body'), valueOf(seat, entity, 'organisation')];
    if (of !== undefined && organisation !== undefined)
      seated.set(of, [...(seated.get(of) ?? []), organisation]);
  }
  return [
    { key: 'all', name: ALL[lang], organisations: [...there] },
    { key: 'core', name: CORE[lang], organisations: coreOrganisations(view).map((each) => each.id) },
    ...bodies.map((each) => ({ ...each, organisations: seated.get(each.key) ?? [] })),
    ...[...SECTORS, 'other' as const].map((sector) => ({
      key: sector,
      name: SECTOR[sector][lang],
      organisations: among.filter((each) => each.sector === sector).map((each) => each.organisation),
    })),
  ]
    .map((group) => ({ ...group, organisations: group.organisations.filter((id) => there.has(id)) }))
    .filter((group) => group.organisations.length > 0);
};
