import type { Network } from '@tablee/domain/engines/network';
import type { Link, Sector } from '@tablee/domain/modules/actor';
import { useEffect, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import type { MapEntry } from './map-entry.ts';
import type { MapWorker } from './map-worker.ts';

/** What a relation weighs in findings and files. */
const WEIGHTS: { readonly [strength: string]: number } = { loose: 1, regular: 2, close: 3 };

/** The shared map as a network; `sector` names each sector. */
export const networkOf = (
  entries: readonly MapEntry[],
  relations: readonly Link[],
  sector: (sector: Sector) => string,
): Network => {
  const ids = new Set(entries.map(({ id }) => id));
  return {
    actors: entries.map(({ id, name, sector: held }) => ({ id, name, sector: sector(held) })),
    ties: relations.flatMap(({ from, to, kind, strength }) =>
      ids.has(from) && ids.has(to) && from !== to
        ? [{ from, to, kind, weight: WEIGHTS[strength ?? 'loose'] ?? 1, directed: kind !== 'worksWith' }]
        : [],
    ),
  };
};

/** What the relations of those at the table tell, in sentences; none while no relation is known. */
export const useFindings = (
  worker: MapWorker,
  entries: readonly MapEntry[],
  relations: readonly Link[],
): readonly string[] => {
  const { t, locale } = useLocale();
  const [sentences, setSentences] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    const there = entries.filter(({ missing }) => !missing);
    const network = networkOf(there, relations, (sector) => t(`map.the-sector.${sector}`));
    if (network.ties.length === 0) setSentences([]);
    else
      void worker.ask({ kind: 'findings', network, language: locale }).then((found) => {
        if (isWanted) setSentences(found);
      });
    return () => {
      isWanted = false;
    };
  }, [worker, entries, relations, t, locale]);
  return sentences;
};
