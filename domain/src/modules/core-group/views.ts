import { type RecordEntity, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { actorName, type SectorCheck, sectorCheck } from '../actor/index.ts';
import { lastDay, recordIn, recordsIn } from '../reading/index.ts';
import { coreMember } from './core-member.ts';

/** A member of the core group, as the page around the table shows them. */
export interface CoreSeat {
  readonly id: string;
  readonly organisation: string | undefined;
  readonly organisationName: string | undefined;
  readonly person: string | undefined;
  readonly personName: string | undefined;
  readonly mandate: string | undefined;
  readonly termEnd: string | undefined;
  /** True when the term is over. */
  readonly over: boolean;
}

/** The core group on a day. */
export const coreSeats = (view: View, today: string, lang: string): readonly CoreSeat[] =>
  recordsIn(view, 'coreMember').map((entity) => {
    const organisation = valueOf(coreMember, entity, 'organisation');
    const termEnd = valueOf(coreMember, entity, 'termEnd');
    return {
      id: entity.id,
      organisation,
      organisationName: actorName(view, organisation),
      person: valueOf(coreMember, entity, 'person'),
      personName: valueOf(coreMember, entity, 'personName'),
      mandate: textIn(entity, 'mandate', lang)?.text,
      termEnd,
      over: termEnd !== undefined && lastDay(termEnd) < today,
    };
  });

/** The organisations in the core group, each once; those out of sight are left out. */
export const coreOrganisations = (view: View): readonly RecordEntity[] => {
  const ids = new Set(
    recordsIn(view, 'coreMember').map((entity) => valueOf(coreMember, entity, 'organisation')),
  );
  return [...ids].flatMap((id) => recordIn(view, 'actor', id) ?? []);
};

/** Which of the four sectors the core group covers. */
export const coreSectors = (view: View): SectorCheck => sectorCheck(coreOrganisations(view));
