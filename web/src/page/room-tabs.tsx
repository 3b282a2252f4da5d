import type { ReactNode } from 'react';
import { ViewTabs } from '#ui/view-tabs.tsx';
import type { RoomPlace } from './use-room.ts';

/** A view of a room: its name in the address and its label. The first of a list has no name in the address. */
export interface RoomView<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** The view that the address names, else the first one. */
export const viewOf = <Id extends string>(room: RoomPlace, views: readonly [Id, ...Id[]]): Id =>
  views.find((id) => id === room.view) ?? views[0];

/** The views of a room as links under its head. */
export function RoomTabs<Id extends string>(props: {
  readonly label: string;
  readonly room: RoomPlace;
  readonly current: Id;
  readonly views: readonly RoomView<Id>[];
}): ReactNode {
  return (
    <ViewTabs
      label={props.label}
      views={props.views.map((view, index) => ({
        href: props.room.viewHref(index === 0 ? undefined : view.id),
        label: view.label,
        current: view.id === props.current,
      }))}
    />
  );
}
