import { type Place, type Quantity, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { asPlain, fromDecimal, plus, recordsIn } from '../reading/index.ts';
import { affectedGroup, evidence } from './evidence.ts';

/** A group of people whom the problem touches. */
export interface AffectedLine {
  readonly id: string;
  readonly who: string;
  readonly lang: string;
  readonly number: Quantity | undefined;
  readonly source: string | undefined;
  readonly date: string | undefined;
  readonly place: Place | undefined;
}

/** Whom the problem touches, in the order of their ids. */
export const affectedPeople = (view: View, lang: string): readonly AffectedLine[] =>
  recordsIn(view, 'affectedGroup').map((entity) => {
    const who = textIn(entity, 'who', lang);
    return {
      id: entity.id,
      who: who?.text ?? '',
      lang: who?.lang ?? lang,
      number: valueOf(affectedGroup, entity, 'number'),
      source: valueOf(affectedGroup, entity, 'source'),
      date: valueOf(affectedGroup, entity, 'date'),
      place: valueOf(affectedGroup, entity, 'place'),
    };
  });

/** The sum of the numbers that have a source, where all of them have one and the same unit; `undefined` otherwise. */
export const affectedTotal = (lines: readonly AffectedLine[]): Quantity | undefined => {
  const counted = lines.flatMap(({ number }) => number ?? []);
  const unit = counted[0]?.unit;
  const isWhole = lines.every((line) => line.number !== undefined && line.source !== undefined);
  if (unit === undefined || counted.length < 2 || !isWhole) return undefined;
  if (counted.some((number) => number.unit !== unit)) return undefined;
  const sum = counted.map((number) => fromDecimal(number.value)).reduce(plus);
  return { value: asPlain(sum, 10), unit };
};

/** A piece of evidence as lists show it. */
export interface EvidenceLine {
  readonly id: string;
  readonly shows: string;
  readonly lang: string;
  readonly amount: Quantity | undefined;
  readonly source: string | undefined;
  readonly date: string | undefined;
  readonly place: Place | undefined;
  readonly address: string | undefined;
}

/** The evidence of one card of the tree; without a card, that of the problem as a whole. */
export const evidenceFor = (view: View, card: string | undefined, lang: string): readonly EvidenceLine[] =>
  recordsIn(view, 'evidence')
    .filter((entity) => valueOf(evidence, entity, 'about') === card)
    .map((entity) => {
      const shows = textIn(entity, 'shows', lang);
      return {
        id: entity.id,
        shows: shows?.text ?? '',
        lang: shows?.lang ?? lang,
        amount: valueOf(evidence, entity, 'amount'),
        source: valueOf(evidence, entity, 'source'),
        date: valueOf(evidence, entity, 'date'),
        place: valueOf(evidence, entity, 'place'),
        address: valueOf(evidence, entity, 'address'),
      };
    });

/** The places that are named, each once, in the order of the alphabet. */
export const problemPlaces = (view: View): readonly string[] => {
  const names = [
    ...recordsIn(view, 'affectedGroup').map((entity) => valueOf(affectedGroup, entity, 'place')?.name),
    ...recordsIn(view, 'evidence').map((entity) => valueOf(evidence, entity, 'place')?.name),
  ].flatMap((name) => name ?? []);
  return [...new Set(names)].sort();
};
