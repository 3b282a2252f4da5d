import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { type AgreementLine, agreements, clause, clausesOf } from '@tablee/domain/modules/agreement';
import { recordIn } from '@tablee/domain/modules/reading';
import { addressOf } from '#app/address.ts';
import { type RoomPlace, useRoom } from '#page/use-room.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { useLocation } from '#ui/location.ts';

/** The agreement of the room with its clauses; before one is prepared, clauses may stand alone. */
export interface AgreementRoom {
  /** All agreements, the one prepared first at the head. */
  readonly all: readonly AgreementLine[];
  readonly line: AgreementLine | undefined;
  readonly clauses: readonly RecordEntity[];
}

const roomOf = (view: View, thing: string | undefined): AgreementRoom => {
  const all = agreements(view);
  const named = valueOf(clause, recordIn(view, 'clause', thing), 'agreement') ?? thing;
  const line = all.find((each) => each.id === named) ?? all[0];
  return { all, line, clauses: clausesOf(view, line?.id ?? '') };
};

/** The agreement that the address names, by itself or by one of its clauses; else the one prepared first. */
export const useAgreement = (thing: string | undefined): AgreementRoom => roomOf(useView(), thing);

/** The room as the place of one agreement: its views, and what stays when a clause is closed, keep to this agreement. */
export const useAgreementPlace = ({ all, line }: AgreementRoom): RoomPlace => {
  const room = useRoom('agreement');
  const { store } = useOpenSpace();
  const [, go] = useLocation();
  if (line === undefined || all[0] === line) return room;
  const base = addressOf(store.space, 'agreement', line.id);
  const viewHref = (view?: string): string =>
    view === undefined ? base : `${base}?view=${encodeURIComponent(view)}`;
  return { ...room, base, viewHref, close: () => go(viewHref(room.view), { replace: true }) };
};

/** The clauses that name no agreement: they belong to every one, and so to none in particular. */
export const looseClauses = (view: View): readonly RecordEntity[] => clausesOf(view, '');

/** The number that a new clause takes: after the last one. */
export const nextOrder = (clauses: readonly RecordEntity[]): number =>
  Math.max(0, ...clauses.map((entity) => valueOf(clause, entity, 'order') ?? 0)) + 1;
