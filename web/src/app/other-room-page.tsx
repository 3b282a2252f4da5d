import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { useOpenSpace } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { addressOf } from './address.ts';
import { withWords } from './with-words.ts';

type Room = ComponentType<{ readonly thing?: string | undefined }>;
type RoomModule = { readonly default: Room };

type Page = LazyExoticComponent<Room>;

/** A room is its folder: `room/<name>/<name>-page.tsx`, whose default export is the page. Loaded when opened; Today is not among them, it opens first. */
const found = import.meta.glob<RoomModule>(['../room/*/*-page.tsx', '!../room/today/*']);

const pages = new Map<string, Page>(
  Object.entries(found).map(([file, load]) => [file.split('/').at(-2) ?? '', lazy(withWords(load))]),
);

const RegisterRoom = lazy(withWords(() => import('./register-room-page.tsx')));
const OWN: ReadonlyMap<string, Page> = new Map([
  ['sync', lazy(withWords(() => import('./sync-page.tsx')))],
  ['history', lazy(withWords(() => import('./history-page.tsx')))],
  ['more', lazy(withWords(() => import('./more-page.tsx')))],
]);
const PhasePage = lazy(withWords(() => import('./phase-page.tsx')));
const PhasesPage = lazy(
  withWords(() => import('./phase-page.tsx').then((module) => ({ default: module.PhasesPage }))),
);

/** The page that an address names; what cannot open says so, and never falls back to the home page. */
export default function OtherRoomPage({
  room,
  thing,
}: {
  readonly room: string;
  readonly thing: string | undefined;
}): ReactNode {
  const t = useText();
  const { store } = useOpenSpace();
  const Page = pages.get(room) ?? OWN.get(room);
  if (Page !== undefined) return <Page key={room} thing={thing} />;
  const phase = /^phase-([1-4])$/.exec(room)?.[1];
  if (phase !== undefined) return <PhasePage key={room} phase={Number(phase)} />;
  if (room === 'phases') return <PhasesPage key={room} />;
  if (room.startsWith('register-'))
    return <RegisterRoom noun={room.slice('register-'.length)} thing={thing} />;
  return (
    <>
      <PageHead title={t('app.nowhere')} />
      <StateLine
        state={{ kind: 'absent' }}
        action={
          <ActionButton kind="quiet" href={addressOf(store.space)}>
            {t('app.place.today')}
          </ActionButton>
        }
      />
    </>
  );
}
