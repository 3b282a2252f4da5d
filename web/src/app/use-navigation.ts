import { openConflicts, perView, type View } from '@tablee/domain/kernel';
import { compass, latePlaces, rooms } from '@tablee/domain/modules/compass';
import { PLACES, type Place, partnershipOf } from '@tablee/domain/modules/partnership';
import { useMemo } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useOpenSpace, useSyncStatus, useView, useYou } from '../sync/use-space.ts';
import type { CompassProps } from '../ui/compass.tsx';
import type { BarItem, NavItem } from '../ui/rail.tsx';
import type { SyncStatus } from '../ui/sync-state.tsx';
import { type Address, addressOf, phaseOf } from './address.ts';
import { useFoot } from './foot-links.ts';
import type { ShellProps } from './shell.tsx';

// The shell is drawn with every step inside a room: what it reads of the whole space is read once for each state.
const roomsOf = perView(rooms);
const latePlacesOf = perView(latePlaces);
const cardOf = perView(partnershipOf);

const countConflicts = (view: View, nouns: Iterable<string>): number => {
  let count = 0;
  for (const noun of nouns)
    for (const entity of view.list(noun)) if (openConflicts(entity).length > 0) count += 1;
  return count;
};

/** The places of the rail: those that never move, then the two that come once they make sense. */
export const usePlaces = (current: string): readonly NavItem[] => {
  const view = useView();
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const you = useYou();
  const late = latePlacesOf(view);
  // Whoever was invited to coordinate a group has none yet, and finds there how to open it.
  const coordinates = you?.roles.includes('coordinator') ?? false;
  const shown = (place: Place): boolean =>
    place === 'among-us' ? late.amongUs || coordinates : place === 'decisions' ? late.decisions : true;
  return PLACES.filter((place) => shown(place) || place === current).map((place) => ({
    href: addressOf(store.space, place),
    label: t(`app.place.${place}`),
    current: place === current,
  }));
};

/** The ring with its links, as rail, Today and the phase pages show it. */
export const useCompass = (page?: number): Omit<CompassProps, 'layout' | 'size' | 'note'> => {
  const view = useView();
  const { store } = useOpenSpace();
  const { locale } = useLocale();
  const format = useFormat();
  const found = compass(view, locale);
  const last = found.cycles.at(-1);
  return {
    cycle: found.cycle,
    phases: found.phases.map((mark) => ({
      number: mark.phase,
      state: mark.state,
      name: mark.name,
      href: addressOf(store.space, `phase-${mark.phase}`),
      page: mark.phase === page,
    })),
    ...(last?.opened === 'returned' && last.from !== undefined
      ? { returned: { from: last.from, to: last.phase, date: format.date(last.at.slice(0, 10)) } }
      : {}),
  };
};

/** Where the changes of this device stand, the gravest first. */
export const useSyncWords = (): SyncStatus => {
  const status = useSyncStatus();
  const view = useView();
  const { store } = useOpenSpace();
  const format = useFormat();
  const conflicts = useMemo(
    () => countConflicts(view, store.nouns?.declarations.keys() ?? []),
    [view, store.nouns],
  );
  const time = status.receivedAt === undefined ? undefined : format.time(status.receivedAt);
  if (status.refused.length > 0) return { kind: 'refused', count: status.refused.length };
  if (!status.reachable)
    return { kind: 'offline', count: status.waiting, ...(time === undefined ? {} : { time }) };
  if (status.waiting > 0) return { kind: 'waiting', count: status.waiting };
  if (conflicts > 0) return { kind: 'conflict', count: conflicts };
  return time === undefined ? { kind: 'starting' } : { kind: 'received', time };
};

/** Everything that the shell shows of a partnership. */
export const useNavigation = (address: Address): Omit<ShellProps, 'children' | 'onSync'> => {
  const view = useView();
  const you = useYou();
  const { t, locale } = useLocale();
  const format = useFormat();
  const places = usePlaces(address.room);
  const sync = useSyncWords();
  const foot = useFoot();
  const opened = /^phase-([1-4])$/.exec(address.room)?.[1];
  const ring = useCompass(opened === undefined ? undefined : Number(opened));
  const found = compass(view, locale);
  const phase =
    phaseOf(address.room, found.phase) ?? (opened === undefined ? found.phase : asPhase(Number(opened)));
  const card = cardOf(view, locale);
  const { space } = address;
  const inRail = roomsOf(view, locale).filter(
    (room) => (room.phase === phase || room.carried === phase) && (room.begun || room.room === address.room),
  );
  return {
    partnership: {
      name: format.text(card?.name ?? ''),
      href: addressOf(space),
      ...(card?.sample ? { note: t('app.sample-note') } : {}),
    },
    phase,
    compass: ring,
    places,
    rooms: {
      heading: found.phases.find((mark) => mark.phase === phase)?.name ?? '',
      items: inRail.map((room) => ({
        href: addressOf(space, room.room),
        label: format.text(room.name),
        current: room.room === address.room,
      })),
    },
    bar: useBar(address),
    sync,
    foot,
    you: t('app.you', { roles: (you?.roles ?? []).map((role) => t(`app.role.${role}`)).join(', ') }),
  };
};

const asPhase = (n: number): 1 | 2 | 3 | 4 => (n === 2 || n === 3 || n === 4 ? n : 1);

const useBar = ({ space, room }: Address): readonly BarItem[] => {
  const { t } = useLocale();
  return [
    { href: addressOf(space), label: t('app.place.today'), icon: 'today', current: room === 'today' },
    {
      href: addressOf(space, 'meetings'),
      label: t('app.place.meetings'),
      icon: 'meeting',
      current: room === 'meetings',
    },
    {
      href: addressOf(space, 'phases'),
      label: t('app.phases'),
      icon: 'phases',
      current: room === 'phases' || room.startsWith('phase-'),
    },
    { href: addressOf(space, 'more'), label: t('app.more'), icon: 'more', current: room === 'more' },
  ];
};
