import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import type { Sector } from '../actor/index.ts';
import { firstDay, lastDay, recordsIn } from '../reading/index.ts';
import { seat } from './body.ts';

/** Why a seat waits for somebody: no organisation yet, nobody named by it, or a term that has ended. */
export type Vacancy = 'noOrganisation' | 'noHolder' | 'ended';

/** One seat as the table shows it. */
export interface SeatLine {
  readonly entity: RecordEntity;
  readonly body: string | undefined;
  readonly organisation: string | undefined;
  readonly sector: Sector;
  readonly holder: string | undefined;
  readonly deputy: string | undefined;
  /** Last day of the term, `YYYY-MM-DD`. */
  readonly until: string | undefined;
  readonly voting: boolean;
  readonly vacancy: Vacancy | undefined;
}

const vacancyOf = (
  organisation: string | undefined,
  holder: string | undefined,
  until: string | undefined,
  today: string,
): Vacancy | undefined => {
  if (organisation === undefined) return 'noOrganisation';
  if (until !== undefined && until < today) return 'ended';
  return holder === undefined ? 'noHolder' : undefined;
};

const lineOf = (entity: RecordEntity, today: string): SeatLine => {
  const organisation = valueOf(seat, entity, 'organisation');
  const holder = valueOf(seat, entity, 'holder');
  const term = valueOf(seat, entity, 'until');
  const until = term === undefined ? undefined : lastDay(term);
  return {
    entity,
    body: valueOf(seat, entity, 'body'),
    organisation,
    sector: valueOf(seat, entity, 'sector') ?? 'other',
    holder,
    deputy: valueOf(seat, entity, 'deputy'),
    until,
    voting: valueOf(seat, entity, 'voting') ?? true,
    vacancy: vacancyOf(organisation, holder, until, today),
  };
};

/** The seats of a body on a day, in their order around the table; a seat whose term has not begun is left out. */
export const seatsOf = (view: View, bodyId: string, today: string): readonly SeatLine[] =>
  recordsIn(view, 'seat')
    .filter((entity) => valueOf(seat, entity, 'body') === bodyId)
    .filter((entity) => firstDay(valueOf(seat, entity, 'from') ?? '0001') <= today)
    .sort((a, b) => (valueOf(seat, a, 'order') ?? 10_000) - (valueOf(seat, b, 'order') ?? 10_000))
    .map((entity) => lineOf(entity, today));

/** Every seat that waits for somebody, over all bodies. */
export const vacancies = (view: View, today: string): readonly SeatLine[] =>
  recordsIn(view, 'seat')
    .map((entity) => lineOf(entity, today))
    .filter((line) => line.vacancy !== undefined);
