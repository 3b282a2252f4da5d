import { type RecordEntity, textOf, type View, valueOf } from '@tablee/domain/kernel';
import { lastDay, processesIn, recordsIn } from '../reading/index.ts';
import { essential } from './essential.ts';
import { type Handover, handoverState } from './state.ts';

/** One handover as its room shows it. */
export interface HandoverLine {
  readonly id: string;
  readonly state: Handover;
  /** Absent when it was erased. */
  readonly title: string | undefined;
  /** True when the day has come and it is not done. */
  readonly late: boolean;
}

/** All handovers by date; withdrawn ones are left out. */
export const handovers = (view: View, today: string): readonly HandoverLine[] =>
  processesIn(view, handoverState)
    .filter((held) => held.state.status !== 'withdrawn')
    .map(({ id, state }) => ({
      id,
      state,
      title: textOf(state.title ?? undefined),
      late: state.status !== 'done' && state.status !== 'declined' && state.date < today,
    }))
    .sort((a, b) => (a.state.date < b.state.date ? -1 : 1));

/** What is offered to a person and waits for their answer. */
export const handoversFor = (view: View, person: string, today: string): readonly HandoverLine[] =>
  handovers(view, today).filter((line) => line.state.status === 'offered' && line.state.toPerson === person);

/** One thing that must go on. */
export interface EssentialLine {
  readonly entity: RecordEntity;
  readonly state: 'open' | 'partly' | 'secured';
  readonly securedBy: string | undefined;
  readonly until: string | undefined;
  /** True when it was secured until a day that has passed. */
  readonly lapsed: boolean;
}

/** What must go on, what is not secured first. */
export const essentials = (view: View, today: string): readonly EssentialLine[] => {
  const rank = { open: 0, partly: 1, secured: 2 };
  return recordsIn(view, 'essential')
    .map((entity): EssentialLine => {
      const date = valueOf(essential, entity, 'until');
      const until = date === undefined ? undefined : lastDay(date);
      return {
        entity,
        state: valueOf(essential, entity, 'state') ?? 'open',
        securedBy: valueOf(essential, entity, 'securedBy'),
        until,
        lapsed: until !== undefined && until < today,
      };
    })
    .sort((a, b) => rank[a.state] - rank[b.state]);
};
