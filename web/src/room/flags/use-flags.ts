import { type Flag, flagsFor } from '@tablee/domain/modules/flag';
import { useLocale } from '#locale/use-text.tsx';
import { today } from '#page/clock.ts';
import { useView, useYou } from '#sync/use-space.ts';

/** The flags that I may hear of today: those about my organisation, the others, the muted ones. */
export interface MyFlags {
  readonly mine: readonly Flag[];
  readonly others: readonly Flag[];
  readonly muted: readonly Flag[];
  /** What is watched, said when there is nothing to report. */
  readonly watching: string;
}

/** The flags of this reader. */
export const useFlags = (): MyFlags => {
  const view = useView();
  const you = useYou();
  const { locale } = useLocale();
  const who = { organisation: you?.organisation, roles: you?.roles ?? [] };
  const { open, muted, watching } = flagsFor(view, who, today(), locale);
  const isMine = (flag: Flag): boolean =>
    flag.audience.first === 'partner' && flag.audience.partner === you?.organisation;
  return {
    mine: open.filter(isMine),
    others: open.filter((flag) => !isMine(flag)),
    muted,
    watching: watching.text,
  };
};

/** One flag by its id, muted ones included; `undefined` when it went, or is not for this reader. */
export const useFlag = (id: string | undefined): Flag | undefined => {
  const { mine, others, muted } = useFlags();
  return [...mine, ...others, ...muted].find((flag) => flag.id === id);
};
