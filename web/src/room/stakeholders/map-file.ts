import { writeCsv } from '@tablee/domain/engines/csv';
import { type Network, writeGraphml, writeKumu } from '@tablee/domain/engines/network';
import type { NetworkFormat } from './map-work.ts';

/** Actors of the same name are told apart by their id, since Kumu knows elements by their label. */
const labelsOf = ({ actors }: Network): ReadonlyMap<string, string> => {
  const counts = new Map<string, number>();
  for (const { name } of actors) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(actors.map(({ id, name }) => [id, (counts.get(name) ?? 0) > 1 ? `${name} (${id})` : name]));
};

/**
 * Writes the shared map in a format of other programs. `elements` and `connections` are the two tables that Kumu
 * imports; no cell of theirs is run as a formula.
 *
 * @see https://docs.kumu.io/guides/import
 */
export const fileOf = (network: Network, format: NetworkFormat): string => {
  if (format === 'graphml') return writeGraphml(network);
  if (format === 'kumu') return writeKumu(network);
  const labels = labelsOf(network);
  const label = (id: string): string => labels.get(id) ?? id;
  if (format === 'elements')
    return writeCsv(
      ['Label', 'Type'],
      network.actors.map(({ id, sector }) => [label(id), sector ?? '']),
      true,
    );
  return writeCsv(
    ['From', 'To', 'Direction', 'Type', 'Strength'],
    network.ties.map(({ from, to, directed, kind, weight }) => [
      label(from),
      label(to),
      directed ? 'directed' : 'mutual',
      kind ?? '',
      String(weight),
    ]),
    true,
  );
};
