import type { Moment } from '@tablee/domain/kernel';

/** The instant so many minutes after a meeting opens, with its zone; `undefined` when one of the two is unknown. */
export const clockAt = (
  opens: Moment | undefined,
  minutes: number | undefined,
): { readonly instant: string; readonly zone: string } | undefined =>
  opens === undefined || minutes === undefined
    ? undefined
    : { instant: new Date(Date.parse(opens.instant) + minutes * 60_000).toISOString(), zone: opens.zone };
