import { elementsOf, perView, type RecordEntity, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { recordIn, recordsIn } from '../reading/index.ts';
import { actor } from './actor.ts';
import { SECTORS, type Sector, STAKE, type Stake } from './choice.ts';
import { relation } from './relation.ts';

/** Which of the four sectors are at the table. */
export interface SectorCheck {
  /** Sectors at the table, in the order of the method; `other` never counts. */
  readonly there: readonly Sector[];
  readonly missing: readonly Sector[];
  /** True from three sectors on. */
  readonly enough: boolean;
  /** Organisations at the table by sector, `other` included. */
  readonly counts: { readonly [sector in Sector]: number };
}

/** A voice that the solution needs and that is not at the table. */
export interface MissingVoice {
  readonly id: string;
  readonly name: string;
  readonly barrier: string | undefined;
  readonly measure: string | undefined;
}

/** The organisations at the table: every actor that is not a missing voice. */
export const actorsAtTable = perView((view): readonly RecordEntity[] =>
  recordsIn(view, 'actor').filter((entity) => valueOf(actor, entity, 'missing') !== true),
);

/** The name of an organisation; `undefined` when the reader does not see it. */
export const actorName = (view: View, id: string | undefined): string | undefined =>
  valueOf(actor, recordIn(view, 'actor', id), 'name');

/** The sector of an organisation; `undefined` when unknown or not visible. */
export const actorSector = (view: View, id: string | undefined): Sector | undefined =>
  valueOf(actor, recordIn(view, 'actor', id), 'sector');

/** Which of the four sectors the given organisations cover. */
export const sectorCheck = (entities: readonly RecordEntity[]): SectorCheck => {
  const counts = { state: 0, private: 0, civilSociety: 0, science: 0, other: 0 };
  for (const entity of entities) {
    const sector = valueOf(actor, entity, 'sector');
    if (sector !== undefined) counts[sector] += 1;
  }
  const there = SECTORS.filter((sector) => counts[sector] > 0);
  const missing = SECTORS.filter((sector) => counts[sector] === 0);
  return { there, missing, enough: there.length >= 3, counts };
};

/** The three-of-four check over everybody at the table. */
export const sectorsAtTable = (view: View): SectorCheck => sectorCheck(actorsAtTable(view));

/** Those at the table with one of the stakes. */
export const withStake = (view: View, ...stakes: readonly Stake[]): readonly RecordEntity[] =>
  actorsAtTable(view).filter((entity) =>
    elementsOf(entity, 'stakes').some((held) => stakes.some((one) => one === held)),
  );

/** How many at the table have each stake. */
export const stakeCounts = (view: View): { readonly [stake in Stake]: number } => {
  const counts = Object.fromEntries(Object.keys(STAKE).map((stake) => [stake, 0]));
  for (const entity of actorsAtTable(view))
    for (const stake of elementsOf(entity, 'stakes')) counts[stake] = (counts[stake] ?? 0) + 1;
  return {
    rightsHolder: counts['rightsHolder'] ?? 0,
    affected: counts['affected'] ?? 0,
    targetGroup: counts['targetGroup'] ?? 0,
    decisionMaker: counts['decisionMaker'] ?? 0,
    funder: counts['funder'] ?? 0,
    implementer: counts['implementer'] ?? 0,
    knowledgeHolder: counts['knowledgeHolder'] ?? 0,
  };
};

/** The missing voices, with what keeps them away and what is done about it. */
export const missingVoices = (view: View, lang: string): readonly MissingVoice[] =>
  recordsIn(view, 'actor')
    .filter((entity) => valueOf(actor, entity, 'missing') === true)
    .map((entity) => ({
      id: entity.id,
      name: valueOf(actor, entity, 'name') ?? '',
      barrier: textIn(entity, 'barrier', lang)?.text,
      measure: textIn(entity, 'measure', lang)?.text,
    }));

/** A relation of the shared map whose two ends the reader sees. */
export interface Link {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly strength: string | undefined;
}

/** The relations of the shared map; those with an end out of sight are left out. */
export const links = (view: View): readonly Link[] =>
  recordsIn(view, 'relation').flatMap((entity) => {
    const from = valueOf(relation, entity, 'from');
    const to = valueOf(relation, entity, 'to');
    const kind = valueOf(relation, entity, 'kind');
    if (from === undefined || to === undefined || kind === undefined) return [];
    if (actorName(view, from) === undefined || actorName(view, to) === undefined) return [];
    return [{ id: entity.id, from, to, kind, strength: valueOf(relation, entity, 'strength') }];
  });
