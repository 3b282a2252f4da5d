import { own, type RecordEntity, textIn, type View, valueOf } from '@tablee/domain/kernel';
import { actorName, type SectorCheck, sectorCheck } from '../actor/index.ts';
import { lastDay, recordIn, recordsIn } from '../reading/index.ts';
import { type Position, wordingOf } from '../wording/index.ts';
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

/** What a member of the core group, through their organisation, said of the working agreement. */
export interface CoreConsent {
  /** `agrees` with the version that is talked about, with reservations or without; `otherwise`; or so far only on an `earlier` one. */
  readonly state: 'agrees' | 'otherwise' | 'earlier';
  /** What their organisation said, on what footing and when. */
  readonly position: Position;
}

/** By the id of each seat, what was said of the working agreement; nobody is in it who said nothing. */
export const coreConsents = (view: View): ReadonlyMap<string, CoreConsent> => {
  const found = wordingOf(view, 'workingAgreement');
  const consents = new Map<string, CoreConsent>();
  if (found === undefined) return consents;
  for (const entity of recordsIn(view, 'coreMember')) {
    const organisation = valueOf(coreMember, entity, 'organisation') ?? '';
    const position = own(found.state.positions, organisation);
    if (position === undefined) continue;
    const agrees = position.stance === 'agree' || position.stance === 'reservations';
    const isEarlier = position.version < found.state.versions.length;
    const state = isEarlier ? 'earlier' : agrees ? 'agrees' : 'otherwise';
    consents.set(entity.id, { state, position });
  }
  return consents;
};
