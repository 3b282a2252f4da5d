import { type Language, memberState, type View, valueOf } from '@tablee/domain/kernel';
import { dayOf } from '@tablee/domain/text';
import { actorName, actorSector, actorsAtTable, SECTOR, SECTORS, type Sector } from '../actor/index.ts';
import { coreOrganisations } from '../core-group/index.ts';
import { body, seat } from '../governance/index.ts';
import { type MandateRole, speakersOf } from '../mandate/index.ts';
import { attendance, meeting as meetingRecord } from '../meeting/index.ts';
import { recordIn, recordsIn } from '../reading/index.ts';

/** The part in which somebody comes for their organisation, the one who is asked first first. */
const PARTS = ['focal', 'leader', 'deputy'] as const;

/** An organisation that may be expected, with whom it may send. */
export interface Expectable {
  readonly organisation: string;
  readonly name: string;
  readonly sector: Sector | undefined;
  /** Who speaks for it: operational contact, leader, deputy, then the other members. */
  readonly people: readonly { readonly person: string; readonly part: MandateRole | undefined }[];
}

/** A group that is picked at once. */
export interface ExpectGroup {
  readonly key: string;
  readonly name: string;
  readonly organisations: readonly string[];
}

/**
 * Who may come for an organisation on a day (`YYYY-MM-DD`): those whom a mandate in its term names, each role that no
 * mandate speaks of by whoever is known in it, then the other members. A mandate that is over or not yet begun counts
 * for nothing: whom it names is a member like others.
 */
export const peopleOf = (view: View, organisation: string, day: string): Expectable['people'] => {
  const speakers = speakersOf(view, organisation, day).filter(
    ({ standing }) => standing !== 'expired' && standing !== 'notYet',
  );
  const found = new Map<string, MandateRole | undefined>();
  for (const part of PARTS)
    for (const { role, person } of speakers) if (role === part && !found.has(person)) found.set(person, part);
  for (const entity of view.list('member')) {
    if (entity.kind !== 'process') continue;
    const held = memberState.read(entity.state);
    if (held.active && held.organisation === organisation && !found.has(entity.id))
      found.set(entity.id, undefined);
  }
  return [...found].map(([person, part]) => ({ person, part }));
};

/** The day of a meeting, in its zone; `undefined` while it has none. */
const dayOfMeeting = (view: View, id: string): string | undefined => {
  const at = valueOf(meetingRecord, recordIn(view, 'meeting', id), 'moment');
  return at && dayOf(at.instant, at.zone);
};

/** Who may come in somebody's place on the day of a meeting: the deputies of their organisation first. */
export const standInsFor = (
  view: View,
  {
    meeting,
    organisation,
    person,
  }: { readonly meeting: string; readonly organisation: string; readonly person: string | undefined },
  today: string,
): Expectable['people'] =>
  peopleOf(view, organisation, dayOfMeeting(view, meeting) ?? today)
    .filter((each) => each.person !== person)
    .toSorted((a, b) => Number(b.part === 'deputy') - Number(a.part === 'deputy'));

/**
 * The organisations that may be expected at a meeting and are not yet on its sheet, by name; who speaks for them on the
 * day of the meeting, or `today` while it has none.
 */
export const expectable = (view: View, meeting: string, today: string): readonly Expectable[] => {
  const known = new Set(
    recordsIn(view, 'attendance')
      .filter((row) => valueOf(attendance, row, 'meeting') === meeting)
      .map((row) => valueOf(attendance, row, 'organisation')),
  );
  const day = dayOfMeeting(view, meeting) ?? today;
  return actorsAtTable(view)
    .filter((entity) => !known.has(entity.id))
    .map((entity) => ({
      organisation: entity.id,
      name: actorName(view, entity.id) ?? '',
      sector: actorSector(view, entity.id),
      people: peopleOf(view, entity.id, day),
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
