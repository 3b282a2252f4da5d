import { isObject } from '@tablee/domain/kernel';
import { daysBetween } from '@tablee/domain/modules/reading';
import { useEffect, useState } from 'react';
import { useOpenSpace } from '#sync/use-space.ts';

/** After how many days away somebody gets the brief again. */
const LONG_AWAY_DAYS = 60;

/** The last visit of this account to this space, on this device. */
export interface Visit {
  /** ISO instant; absent on the first visit and while it is being looked up. */
  readonly since: string | undefined;
  /** True on the first visit and after a long absence: the page then opens with the essentials. */
  readonly isReturn: boolean;
}

// One visit lasts as long as the page: coming back from another room must not make everything look old.
const visits = new Map<string, Visit>();

/** When I was here last, remembered on this device; the visit that begins now takes its place. */
export const useVisit = (): Visit => {
  const { store, shelf } = useOpenSpace();
  const [visit, setVisit] = useState<Visit>(visits.get(store.space) ?? { since: undefined, isReturn: false });
  useEffect(() => {
    if (visits.has(store.space)) return;
    const key = `visit-${store.space}`;
    const now = new Date().toISOString();
    void shelf.note(key).then(async (held) => {
      const since = isObject(held) && typeof held['at'] === 'string' ? held['at'] : undefined;
      const away = since === undefined ? LONG_AWAY_DAYS : daysBetween(since.slice(0, 10), now.slice(0, 10));
      const found = { since, isReturn: away >= LONG_AWAY_DAYS };
      visits.set(store.space, found);
      setVisit(found);
      await shelf.putNote(key, { at: now });
    });
  }, [store, shelf]);
  return visit;
};
