import { phases } from '@tablee/domain/framework';
import { textOf } from '@tablee/domain/kernel';
import { cycles } from '@tablee/domain/modules/compass';
import { FLAG_OFFER, flagState } from '@tablee/domain/modules/flag';
import { processesIn } from '@tablee/domain/modules/reading';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';

/** A change of plan: what was changed and when, with its reason where it stands apart. */
export interface PlanChange {
  readonly key: string;
  readonly at: string;
  readonly text: string;
  readonly note: string | undefined;
}

/** What was changed on the way, the latest first: adjustments and adaptations after a flag, returns, new cycles. */
export const useChanges = (): readonly PlanChange[] => {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const names = phases(locale);
  const chosen = processesIn(view, flagState).flatMap(({ id, state }): PlanChange[] => {
    // A return stands among the cycles with its reason.
    if (state.act !== 'chosen' || state.choice === null || state.choice === 'return' || state.lifted)
      return [];
    const words = textOf(state.words ?? undefined);
    const choice = format.text(FLAG_OFFER[state.choice][locale]);
    return [
      {
        key: id,
        at: state.at,
        text: t('progress.reflection-chosen', { choice, words: format.text(words ?? t('record.erased')) }),
        note: undefined,
      },
    ];
  });
  const opened = cycles(view).flatMap((cycle): PlanChange[] => {
    if (cycle.opened === 'began') return [];
    const phaseName = names.find((phase) => phase.id === cycle.phase)?.name ?? '';
    return [
      {
        key: `cycle-${cycle.number}`,
        at: cycle.at,
        text: t(`progress.reflection-${cycle.opened}`, {
          phase: String(cycle.phase),
          phaseName,
          cycle: String(cycle.number),
        }),
        note: cycle.reason === undefined ? undefined : format.text(cycle.reason),
      },
    ];
  });
  return [...chosen, ...opened].sort((a, b) => (a.at < b.at ? 1 : -1));
};
