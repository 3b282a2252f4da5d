import { type RecordEntity, type View, valueOf } from '@tablee/domain/kernel';
import { type AgreementLine, agreements, clause, clausesOf } from '@tablee/domain/modules/agreement';
import { useView } from '#sync/use-space.ts';

/** The agreement of the room with its clauses; before one is prepared, clauses may stand alone. */
export interface AgreementRoom {
  readonly line: AgreementLine | undefined;
  readonly clauses: readonly RecordEntity[];
}

const roomOf = (view: View): AgreementRoom => {
  const line = agreements(view)[0];
  return { line, clauses: clausesOf(view, line?.id ?? '') };
};

/** The agreement that partners work on: the first one prepared. */
export const useAgreement = (): AgreementRoom => roomOf(useView());

/** The number that a new clause takes: after the last one. */
export const nextOrder = (clauses: readonly RecordEntity[]): number =>
  Math.max(0, ...clauses.map((entity) => valueOf(clause, entity, 'order') ?? 0)) + 1;
