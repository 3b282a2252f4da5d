import { WRITERS } from '@tablee/domain/kernel';
import { type ReactNode, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { closeSpace, openSpace } from '../sync/open-space.ts';
import { type OpenSpace, SpaceContext, useOpenSpace, useSyncStatus, useYou } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { ReadsOnly } from '../ui/for-writers.tsx';
import { useLocation } from '../ui/location.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PanelContext, usePanelSlot } from '../ui/panel-slot.tsx';
import { StateLine, StateStrip } from '../ui/state-line.tsx';
import { addressOf, readAddress } from './address.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Opening, OpeningPage } from './opening.tsx';
import { PlainPage } from './plain-page.tsx';
import { fetchRooms, RoomPage } from './room-table.tsx';
import { useSession } from './session.tsx';
import { Shell } from './shell.tsx';
import { applyUpdate, useUpdateNeeded } from './update.ts';
import { useNavigation } from './use-navigation.ts';
import { useSearch } from './use-search.ts';

/** Long enough for the first page to be drawn before more code is read, in milliseconds. */
const AFTER_PAINT_MS = 100;

/** A partnership: opened from the device at once, then kept equal to the server. */
export default function SpacePage({ space }: { readonly space: string }): ReactNode {
  const { answer } = useSession();
  const account = answer?.account?.id;
  const [open, setOpen] = useState<OpenSpace>();
  // Before the first frame rather than after it: the device reads meanwhile.
  useLayoutEffect(() => {
    if (account === undefined) return undefined;
    let ended = false;
    let opened: OpenSpace | undefined;
    void openSpace(account, space).then((next) => {
      opened = next;
      if (ended) closeSpace(next);
      else setOpen(next);
    });
    return () => {
      ended = true;
      if (opened) closeSpace(opened);
    };
  }, [account, space]);
  if (open === undefined) return <OpeningPage />;
  return (
    <SpaceContext value={open}>
      <Inside space={space} />
    </SpaceContext>
  );
}

function Inside({ space }: { readonly space: string }): ReactNode {
  const status = useSyncStatus();
  const t = useText();
  useRestAfterPaint(status.phase === 'ready');
  if (status.phase === 'missing')
    return (
      <PlainPage>
        <PageHead title={t('app.nowhere')} />
        <StateLine
          state={{ kind: 'absent' }}
          action={
            <ActionButton kind="quiet" href="/">
              {t('app.home')}
            </ActionButton>
          }
        />
      </PlainPage>
    );
  if (status.phase !== 'ready')
    return (
      <OpeningPage>
        {status.phase === 'unreachable' && <p>{t('app.first-visit-needs-network')}</p>}
      </OpeningPage>
    );
  return <Frame space={space} />;
}

/** Fetches the rules and the table of rooms once the page has been shown: the first act and the first step need them. */
const useRestAfterPaint = (shown: boolean): void => {
  const { store } = useOpenSpace();
  useEffect(() => {
    if (!shown) return undefined;
    const timer = setTimeout(() => {
      void store.learn();
      // Whoever opens a room before, or after a line that failed, asks for it again.
      fetchRooms().catch(() => undefined);
    }, AFTER_PAINT_MS);
    return () => clearTimeout(timer);
  }, [store, shown]);
};

function Frame({ space }: { readonly space: string }): ReactNode {
  const [path, go] = useLocation();
  const address = readAddress(path) ?? { space, room: 'today', thing: undefined };
  const navigation = useNavigation(address);
  const search = useSearch();
  const slot = usePanelSlot();
  const roles = useYou()?.roles;
  const writes = roles === undefined || WRITERS.some((role) => roles.includes(role));
  return (
    <PanelContext value={slot.context}>
      <Shell
        {...navigation}
        onSync={() => go(addressOf(space, 'sync'))}
        onSearch={search}
        languages={<LanguageSwitch />}
        strip={<Strip />}
        {...(slot.node ? { panel: slot.node } : {})}
      >
        <Suspense fallback={<Opening />}>
          <ReadsOnly value={!writes}>
            <RoomPage room={address.room} thing={address.thing} />
          </ReadsOnly>
        </Suspense>
      </Shell>
    </PanelContext>
  );
}

/** The gravest state of the whole view: one at a time. */
function Strip(): ReactNode {
  const status = useSyncStatus();
  const t = useText();
  const newer = useUpdateNeeded();
  if (status.updateNeeded || newer)
    return (
      <StateStrip
        state={{ kind: 'update' }}
        action={
          <ActionButton kind="quiet" onPress={newer ? applyUpdate : () => location.reload()}>
            {t('app.update')}
          </ActionButton>
        }
      />
    );
  if (status.signedOut)
    return (
      <div role="status">
        <p className="note">
          {t('app.signed-out')}{' '}
          <ActionButton kind="quiet" href="/sign-in">
            {t('app.sign-in')}
          </ActionButton>
        </p>
      </div>
    );
  return null;
}
