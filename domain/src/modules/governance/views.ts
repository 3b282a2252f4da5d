import type { Group, Member, Roll, Rule } from '@tablee/domain/engines/decision';
import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { SECTOR, SECTORS, type Sector } from '../actor/index.ts';
import { processesIn, processIn, recordIn, recordsIn } from '../reading/index.ts';
import { body } from './body.ts';
import { CONSENSUS } from './preset.ts';
import { readRuleVersion } from './rule.ts';
import { ruleState } from './rule-state.ts';
import { type SeatLine, seatsOf } from './vacancy.ts';

/** One body with its seats, the balance of its sectors and the rule by which it decides. */
export interface BodyLine {
  readonly entity: RecordEntity;
  readonly seats: readonly SeatLine[];
  readonly vacant: number;
  /** Seats that are taken, by sector. */
  readonly balance: { readonly [S in Sector]: number };
  readonly rule: Rule;
}

/** All bodies; the rule is consensus where none was adopted. */
export const bodies = (view: View, today: string): readonly BodyLine[] =>
  recordsIn(view, 'body').map((entity) => {
    const seats = seatsOf(view, entity.id, today);
    const balance = { state: 0, private: 0, civilSociety: 0, science: 0, other: 0 };
    for (const line of seats)
      if (line.organisation !== undefined && line.vacancy !== 'ended') balance[line.sector] += 1;
    const vacant = seats.filter((line) => line.vacancy !== undefined).length;
    return { entity, seats, vacant, balance, rule: ruleOfBody(view, entity.id) };
  });

/** The version of a rule that stands now; `undefined` when it is unknown, retired or unreadable. */
export const ruleInUse = (view: View, ruleId: string | undefined): Rule | undefined => {
  const held = processIn(view, ruleState, ruleId);
  return held === undefined || held.state.retired ? undefined : readRuleVersion(held.state.versions.at(-1));
};

/** The rule by which a body decides: the one that its record names, else consensus. */
export const ruleOfBody = (view: View, bodyId: string | undefined): Rule => {
  const named = recordIn(view, 'body', bodyId);
  return ruleInUse(view, valueOf(body, named, 'rule')) ?? CONSENSUS;
};

/** The rules in use with their ids. */
export const rulesInUse = (view: View): readonly { readonly id: string; readonly rule: Rule }[] =>
  processesIn(view, ruleState).flatMap((held) => {
    const found = ruleInUse(view, held.id);
    return found === undefined ? [] : [{ id: held.id, rule: found }];
  });

/** Those who may take a position, before the roll is written. */
export interface Entitled {
  readonly organisation: string;
  readonly sector: Sector;
  readonly seats: number;
  readonly voting: boolean;
}

/** The roll of these organisations: one group per sector that has somebody, members named by their organisation. */
export const rollOf = (
  entitled: readonly Entitled[],
  vacant: readonly { readonly id: string; readonly sector: Sector }[] = [],
): Roll => {
  const sectors = ([...SECTORS, 'other'] as const).filter(
    (sector) => entitled.some((one) => one.sector === sector) || vacant.some((one) => one.sector === sector),
  );
  const groups = sectors.map((sector): Group => ({ id: sector, title: SECTOR[sector] }));
  const members = entitled.map(
    (one): Member => ({ id: one.organisation, group: one.sector, seats: one.seats, voting: one.voting }),
  );
  const empty = vacant.map((one): Member => ({ id: one.id, group: one.sector, vacant: true }));
  return { groups, members: [...members, ...empty] };
};

/**
 * The roll of a body on a day, from its seats: organisations vote, with as many seats as they hold; a seat without an
 * organisation, or whose term has ended, is vacant. A seat whose organisation named nobody keeps its voice: the
 * organisation's own people speak for it. `undefined` when no seat has a voice.
 */
export const rollOfBody = (view: View, bodyId: string, today: string): Roll | undefined => {
  const seats = seatsOf(view, bodyId, today);
  const taken = new Map<string, Entitled>();
  const vacant: { id: string; sector: Sector }[] = [];
  for (const line of seats) {
    const { organisation } = line;
    if (organisation === undefined || line.vacancy === 'ended') {
      if (line.voting) vacant.push({ id: line.entity.id, sector: line.sector });
      continue;
    }
    const held = taken.get(organisation);
    taken.set(organisation, {
      organisation,
      sector: held?.voting === true ? held.sector : line.sector,
      voting: line.voting || held?.voting === true,
      seats: (held?.voting === true ? held.seats : 0) + (line.voting || held?.voting !== true ? 1 : 0),
    });
  }
  const entitled = [...taken.values()].sort((a, b) => (a.organisation < b.organisation ? -1 : 1));
  return entitled.some((one) => one.voting) ? rollOf(entitled, vacant) : undefined;
};
