import { type View, valueOf } from '@tablee/domain/kernel';
import { activity } from '../activity/index.ts';
import { actor, actorsAtTable } from '../actor/index.ts';
import { commitments, type Owed } from '../commitment/index.ts';
import { decisionState, positionsByStanding } from '../decision/index.ts';
import { seatsOf } from '../governance/index.ts';
import { asFraction, processesIn, ratio, recordIn, recordsIn } from '../reading/index.ts';
import { type ContributionLine, contributionLines } from '../resource/index.ts';

/** What is led by somebody and can be compared. */
export type LocalKind = 'activities' | 'seats' | 'decisions' | 'contributions';

/** One share: how much of a whole local organisations lead. */
export interface LocalShare {
  readonly kind: LocalKind;
  /** For contributions: the currency, whose minor units the numbers are. Elsewhere they are counts. */
  readonly currency: string | undefined;
  readonly local: number;
  /** Led by organisations of which nobody said whether they are local; part of `whole`. */
  readonly unsaid: number;
  readonly whole: number;
  /** `local / whole` in lowest terms (`2/3`, `1`, `0`); absent where there is nothing to compare. */
  readonly share: string | undefined;
  /** Things that could not be counted: without organisation, silent, or not valued. */
  readonly missing: number;
}

/** What is led locally, and what is not known about it. */
export interface LocalShares {
  /** Activities, seats, decisions, then contributions by currency. */
  readonly shares: readonly LocalShare[];
  /** Organisations at the table that are local, and how many there are in all. */
  readonly locals: number;
  readonly atTable: number;
  /** The organisations at the table of which nobody said whether they are local. */
  readonly unsaid: readonly { readonly id: string; readonly name: string }[];
}

const isLocal = (view: View, organisation: string): boolean | undefined =>
  valueOf(actor, recordIn(view, 'actor', organisation), 'local');

/** Something with a weight that an organisation leads. */
interface Led {
  readonly organisation: string;
  readonly weight: number;
}

const shareOf = (
  view: View,
  what: Pick<LocalShare, 'kind' | 'currency' | 'missing'>,
  led: readonly Led[],
): LocalShare => {
  const sum = (of: readonly Led[]): number => of.reduce((total, each) => total + each.weight, 0);
  const local = sum(led.filter(({ organisation }) => isLocal(view, organisation) === true));
  const unsaid = sum(led.filter(({ organisation }) => isLocal(view, organisation) === undefined));
  const whole = sum(led);
  return { ...what, local, unsaid, whole, share: whole === 0 ? undefined : asFraction(ratio(local, whole)) };
};

const counted = (organisations: readonly string[]): readonly Led[] =>
  organisations.map((organisation) => ({ organisation, weight: 1 }));

const present = (organisations: readonly (string | undefined)[]): readonly string[] =>
  organisations.filter((one) => one !== undefined);

const ofActivities = (view: View): LocalShare => {
  const all = recordsIn(view, 'activity');
  const led = present(all.map((entity) => valueOf(activity, entity, 'accountable')));
  const missing = all.length - led.length;
  return shareOf(view, { kind: 'activities', currency: undefined, missing }, counted(led));
};

const ofSeats = (view: View, today: string): LocalShare => {
  const seats = recordsIn(view, 'body').flatMap(({ id }) => seatsOf(view, id, today));
  const held = present(seats.filter((seat) => seat.vacancy !== 'ended').map((seat) => seat.organisation));
  const missing = seats.length - held.length;
  return shareOf(view, { kind: 'seats', currency: undefined, missing }, counted(held));
};

const ofDecisions = (view: View): LocalShare => {
  const standings = processesIn(view, decisionState)
    .filter(({ state }) => state.closed !== null)
    .map(({ state }) => positionsByStanding(state));
  const given = standings.flatMap(({ confirmed }) => confirmed.map(({ organisation }) => organisation));
  const missing = standings.reduce((sum, { silent }) => sum + silent.length, 0);
  return shareOf(view, { kind: 'decisions', currency: undefined, missing }, counted(given));
};

const ofContributions = (view: View, today: string): readonly LocalShare[] => {
  const lines = contributionLines(view, today);
  const countable = (line: ContributionLine): boolean =>
    line.worth !== undefined && line.organisation !== undefined;
  const missing = lines.filter((line) => !countable(line)).length;
  const currencies = [...new Set(lines.filter(countable).flatMap((line) => line.worth?.currency ?? []))];
  if (currencies.length === 0)
    return [shareOf(view, { kind: 'contributions', currency: undefined, missing }, [])];
  return currencies.sort().map((currency) => {
    const led = lines.flatMap(({ organisation, worth }): readonly Led[] =>
      organisation === undefined || worth?.currency !== currency
        ? []
        : [{ organisation, weight: worth.minor }],
    );
    return shareOf(view, { kind: 'contributions', currency, missing }, led);
  });
};

/**
 * The shares of roles, decisions and contributions that local organisations lead on a day (`YYYY-MM-DD`), as exact
 * fractions. What nobody said stands beside each share, and is never taken for local.
 */
export const localShares = (view: View, today: string): LocalShares => {
  const table = actorsAtTable(view);
  return {
    shares: [ofActivities(view), ofSeats(view, today), ofDecisions(view), ...ofContributions(view, today)],
    locals: table.filter((entity) => valueOf(actor, entity, 'local') === true).length,
    atTable: table.length,
    unsaid: table
      .filter((entity) => valueOf(actor, entity, 'local') === undefined)
      .map((entity) => ({ id: entity.id, name: valueOf(actor, entity, 'name') ?? '' }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};

/** What is promised to local organisations and still open, the nearest date first. */
export const owedToLocals = (view: View, today: string, lang: string): readonly Owed[] =>
  commitments(view, today, lang).filter(
    ({ state, to }) => state === 'open' && to !== undefined && isLocal(view, to) === true,
  );
