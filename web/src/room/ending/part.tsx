import type { JsonObject } from '@tablee/domain/kernel';
import type { Ending } from '@tablee/domain/modules/ending';
import type { Running } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { useKeeper } from '#page/use-keeper.ts';
import { useAct } from '#sync/use-space.ts';
import { Section } from '#ui/sentence-list.tsx';

/** What every part of an ending takes. */
export interface PartProps {
  readonly held: Running<Ending>;
}

/** True while the reader may settle something: a keeper, and nothing is concluded yet. */
export const useMaySettle = (held: Running<Ending>): boolean => {
  const keeper = useKeeper();
  return keeper && held.state.concluded === null;
};

/** Issues a command of the ending. */
export const useSettle = (held: Running<Ending>): ((name: string, payload: JsonObject) => Promise<void>) => {
  const act = useAct();
  return (name, payload) => act.command(`ending.${name}`, { entity: held.id, circle: held.circle }, payload);
};

/** One of the five parts: its name, whether it is settled, its content. */
export function Part(props: {
  readonly id: 'goals' | 'owed' | 'data' | 'thanks' | 'lessons';
  readonly settled: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useLocale();
  return (
    <Section
      title={t(`ending.part-${props.id}`)}
      id={`part-${props.id}`}
      aside={t(props.settled ? 'ending.settled' : 'ending.open')}
    >
      <Stack tight>{props.children}</Stack>
    </Section>
  );
}
