import { elementsOf, type RecordEntity, textIn, titleOf, type View, valueOf } from '@tablee/domain/kernel';
import { processesIn, recordsIn } from '../reading/index.ts';
import { type Journey, journeyId, journeyState } from './journey-state.ts';
import { partnership } from './partnership.ts';

/** The partnership as pages head it. */
export interface PartnershipCard {
  /** The space's id. */
  readonly id: string;
  readonly entity: RecordEntity;
  readonly name: string;
  readonly summary: string | undefined;
  readonly languages: readonly string[];
  /** IANA zone in which hours and deadlines are said; UTC until one is chosen. */
  readonly zone: string;
  readonly place: string | undefined;
  readonly sample: boolean;
}

/** The partnership of the view; `undefined` for a reader who sees nothing of it. */
export const partnershipOf = (view: View, lang: string): PartnershipCard | undefined => {
  const entity = recordsIn(view, 'partnership')[0];
  if (entity === undefined) return undefined;
  return {
    id: entity.id,
    entity,
    name: titleOf(partnership, entity, lang) ?? '',
    summary: textIn(entity, 'summary', lang)?.text,
    languages: elementsOf(entity, 'languages'),
    zone: valueOf(partnership, entity, 'zone') ?? 'UTC',
    place: valueOf(partnership, entity, 'place')?.name,
    sample: valueOf(partnership, entity, 'sample') === true,
  };
};

/** The journey of the view's partnership; `undefined` before it began. */
export const journeyOf = (view: View): Journey | undefined => {
  const all = processesIn(view, journeyState);
  const space = recordsIn(view, 'partnership')[0]?.id;
  return (all.find((held) => space !== undefined && held.id === journeyId(space)) ?? all[0])?.state;
};
