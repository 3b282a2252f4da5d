import type { Election } from './election.ts';
import { placesOf, weightOf } from './ranking.ts';

/** Equal papers with the value that each of them carries, in the unit of the count. */
export interface Parcel {
  readonly places: readonly (readonly string[])[];
  readonly papers: bigint;
  readonly value: bigint;
}

/** Where parcels went: to candidates, to nobody, and what rounding lost. */
export interface Distribution {
  readonly parcels: ReadonlyMap<string, readonly Parcel[]>;
  readonly nonTransferable: bigint;
  readonly lost: bigint;
}

/**
 * Gives each parcel to its next preference among `continuing`. Candidates ranked equal share its value equally, rounded
 * down to the unit, what is lost being reported; with `equalRanks: "stop"` the parcel is not transferable there.
 */
export function distribute(
  parcels: readonly Parcel[],
  continuing: ReadonlySet<string>,
  equalRanks: Election['equalRanks'],
): Distribution {
  const given = new Map<string, Parcel[]>();
  let nonTransferable = 0n;
  let lost = 0n;
  for (const parcel of parcels) {
    const place = parcel.places.find((ids) => ids.some((id) => continuing.has(id))) ?? [];
    const next = place.filter((id) => continuing.has(id));
    const stopped = equalRanks === 'stop' && hasEqualBefore(parcel, place);
    if (next.length === 0 || stopped) {
      nonTransferable += parcel.papers * parcel.value;
      continue;
    }
    const value = parcel.value / BigInt(next.length);
    lost += parcel.papers * (parcel.value - value * BigInt(next.length));
    for (const id of next) {
      const pile = given.get(id);
      if (pile) pile.push({ ...parcel, value });
      else given.set(id, [{ ...parcel, value }]);
    }
  }
  return { parcels: given, nonTransferable, lost };
}

/** True when the place, or one before it, ranks several candidates equal: from there on the paper is uncertain. */
function hasEqualBefore(parcel: Parcel, place: readonly string[]): boolean {
  const until = parcel.places.findIndex((ids) => ids === place);
  return parcel.places.slice(0, until + 1).some((ids) => ids.length > 1);
}

/** The value of parcels together. */
export function valueOf(parcels: readonly Parcel[]): bigint {
  return parcels.reduce((total, parcel) => total + parcel.papers * parcel.value, 0n);
}

/** The ballots as parcels of the given unit, equal ballots together, and how many papers rank nobody who stands. */
export function parcelsOf(
  election: Election,
  candidates: ReadonlySet<string>,
  unit: bigint,
): { readonly parcels: readonly Parcel[]; readonly empty: readonly number[] } {
  const papers = new Map<string, Parcel>();
  const empty: number[] = [];
  election.ballots.forEach((ballot, index) => {
    const places = placesOf(ballot, candidates).map((place) => [...place].sort());
    const weight = BigInt(weightOf(ballot));
    if (places.length === 0) {
      empty.push(index);
      return;
    }
    const key = JSON.stringify(places);
    const known = papers.get(key);
    papers.set(key, { places, papers: (known?.papers ?? 0n) + weight, value: unit });
  });
  return { parcels: [...papers.values()], empty };
}
