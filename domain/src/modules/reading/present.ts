import {
  isPresent,
  type Json,
  type ProcessState,
  perView,
  type RecordEntity,
  type View,
} from '@tablee/domain/kernel';

/** The records of a type that exist in the view (added, not removed, not withdrawn), ordered by id. */
export const recordsIn = perView((view, type: string): readonly RecordEntity[] =>
  [...view.list(type)]
    .filter((entity): entity is RecordEntity => entity.kind === 'record' && isPresent(entity))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
);

/** The record with this id when it is of the type and exists in the view. */
export const recordIn = (view: View, type: string, id: string | undefined): RecordEntity | undefined => {
  const entity = id === undefined ? undefined : view.get(id);
  return entity?.kind === 'record' && entity.type === type && isPresent(entity) ? entity : undefined;
};

/** One process of a view with its state. */
export interface Running<S> {
  readonly id: string;
  readonly circle: string;
  readonly state: S;
}

/** The processes of one kind in the view with their states, ordered by id. */
export const processesIn = <S extends Json>(view: View, kept: ProcessState<S>): readonly Running<S>[] =>
  [...view.list(kept.name)]
    .flatMap((entity) =>
      entity.kind === 'process'
        ? [{ id: entity.id, circle: entity.circle, state: kept.read(entity.state) }]
        : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** One process of a view; `undefined` when the id is of something else, hidden or absent. */
export const processIn = <S extends Json>(
  view: View,
  kept: ProcessState<S>,
  id: string | undefined,
): Running<S> | undefined => {
  const entity = id === undefined ? undefined : view.get(id);
  if (entity?.kind !== 'process' || entity.type !== kept.name) return undefined;
  return { id: entity.id, circle: entity.circle, state: kept.read(entity.state) };
};

/** The state of one process of a view; `undefined` as for {@link processIn}. */
export const stateIn = <S extends Json>(
  view: View,
  kept: ProcessState<S>,
  id: string | undefined,
): S | undefined => processIn(view, kept, id)?.state;
