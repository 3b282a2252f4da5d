import { type JsonObject, KEEPERS } from '@tablee/domain/kernel';
import { isModerator, type Round, wordsToErase } from '@tablee/domain/modules/listening';
import type { Running } from '@tablee/domain/modules/reading';
import { useCallback, useEffect, useState } from 'react';
import type { Translate } from '#locale/locale.ts';
import { useLocale } from '#locale/use-text.tsx';
import { Fault, request } from '#sync/api.ts';
import { useAct, useOpenSpace, useSyncStatus, useYou } from '#sync/use-space.ts';
import type { FieldFault } from '#ui/form.tsx';
import { roundPath } from './round-api.ts';

/** What I may do in a round: keep it (open, close, answer), or decide on what people propose. */
export const useRoundRoles = (state: Round): { readonly keeps: boolean; readonly moderates: boolean } => {
  const you = useYou();
  const roles = new Set(you?.roles ?? []);
  const actor = { id: you?.person ?? '', roles, circles: new Set(you?.circles ?? []) };
  return { keeps: KEEPERS.some((role) => roles.has(role)), moderates: isModerator(state, actor) };
};

/** Issues a command of a round: `say('open', {})`. */
export const useSay = (held: Running<Round>): ((name: string, payload: JsonObject) => Promise<void>) => {
  const act = useAct();
  const at = { entity: held.id, circle: held.circle };
  return (name, payload) => act.command(`round.${name}`, at, payload);
};

/**
 * Puts a statement or a voice in safety: withheld at once, and where I keep the thread, its words are erased from the
 * round, its history and every device at its next contact (LSN-20).
 */
export const useProtect = (
  held: Running<Round>,
): ((of: 'statement' | 'voice', id: string) => Promise<void>) => {
  const say = useSay(held);
  const { keeps } = useRoundRoles(held.state);
  return async (of, id) => {
    await say('moderate', { of, id, decision: 'withhold', reason: 'personalData' });
    const targets = wordsToErase(held.state, of, id);
    if (keeps && targets.length > 0) await say('erase', { targets: [...targets] });
  };
};

/** What stands in the way, in the words of the server, or that it needs the network. */
const faultWords = (fault: unknown, t: Translate): string => {
  if (!(fault instanceof Fault)) throw fault;
  return fault.status === 0 ? t('listening.needs-network') : fault.message;
};

/** What the server keeps beside the ledger, read when shown and again on `reload`. */
export interface Fetched<T> {
  readonly data: T | undefined;
  /** Why it is not here, in words. */
  readonly fault: string | undefined;
  reload(): void;
}

/**
 * Reads a part of a round from the server, and again once what I said about the round has arrived there: before that
 * the server may not know of it. `read` is a function of the module, so that it stays the same.
 */
export const useFetched = <T>(round: string, part: string, read: (answer: unknown) => T): Fetched<T> => {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const [held, setHeld] = useState<{ readonly data?: T; readonly fault?: string }>({});
  const [turn, setTurn] = useState(0);
  useSyncStatus();
  const waits = store.waiting.some((row) => row.command.entity === round && !row.answer);
  useEffect(() => {
    // Nothing is asked about a round that is on its way.
    if (waits) return undefined;
    let current = true;
    void request('GET', roundPath(store.space, round, part))
      .then((answer) => current && setHeld({ data: read(answer) }))
      .catch((fault: unknown) => current && setHeld({ fault: faultWords(fault, t) }));
    return () => {
      current = false;
    };
    // A turn is a wish to read again.
  }, [store, round, part, read, t, turn, waits]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { data: held.data, fault: held.fault, reload };
};

/** Sends something to the server; what stands in the way is told at the field `name`. */
export const useSend = (
  round: string,
): ((
  name: string,
  work: (send: (method: string, part: string, body?: object) => Promise<unknown>) => Promise<void>,
) => Promise<readonly FieldFault[] | undefined>) => {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  return async (name, work) => {
    try {
      await work((method, part, body) => request(method, roundPath(store.space, round, part), body));
      return undefined;
    } catch (fault) {
      return [{ name, message: faultWords(fault, t) }];
    }
  };
};
