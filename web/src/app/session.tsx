import { path, type SessionAnswer } from '@tablee/domain/protocol';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Fault, request, takeOrAsk } from '../sync/api.ts';
import { wipeAccount } from '../sync/shelves.ts';
import { isSession, recall, remember } from './remembered-session.ts';

/** Who uses the app on this device. */
export interface Session {
  readonly phase: 'loading' | 'ready';
  readonly answer: SessionAnswer | undefined;
  /** True when the answer is the one this device remembers, since the server was not reached. */
  readonly remembered: boolean;
  /** Asks the server again: after signing in. */
  refresh(): Promise<void>;
  /** Ends the session; with `wipe`, leaves nothing of the account on this device. */
  leave(wipe: boolean): Promise<void>;
}

const Context = createContext<Session | undefined>(undefined);

/** Keeps the session for the pages below: the remembered one at once, the server's as soon as it answers. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [state, setState] = useState(() => {
    const held = recall();
    return {
      phase: held ? ('ready' as const) : ('loading' as const),
      answer: held,
      remembered: held !== undefined,
    };
  });
  const refresh = useCallback(async (): Promise<void> => {
    try {
      const answer = await takeOrAsk(path.session);
      if (!isSession(answer)) return;
      remember(answer);
      setState({ phase: 'ready', answer, remembered: false });
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      // Nothing new is nothing to draw.
      setState((held) => (held.phase === 'ready' ? held : { ...held, phase: 'ready' }));
    }
  }, []);
  const session = useMemo<Session>(() => {
    const leave = async (wipe: boolean): Promise<void> => {
      await request('DELETE', path.session).catch(() => undefined);
      const account = state.answer?.account?.id;
      if (wipe && account !== undefined) await wipeAccount(account);
      remember(undefined);
      location.assign('/');
    };
    return { ...state, refresh, leave };
  }, [state, refresh]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return <Context value={session}>{children}</Context>;
}

/**
 * The session.
 * @throws outside of {@link SessionProvider}: a defect.
 */
export const useSession = (): Session => {
  const session = useContext(Context);
  if (session === undefined) throw new Error('no session provider');
  return session;
};
