import type { ReactNode } from 'react';
import type { RoomPlace } from './use-room.ts';

/**
 * A thing in a drawing that opens by pointer and touch. It takes no focus: the drawing is hidden from assistive
 * technology, and the keyboard works in the table beside it, with the same selection.
 */
export function PictureSpot(props: {
  readonly room: RoomPlace;
  readonly id: string;
  readonly className: string | undefined;
  readonly selected: boolean;
  /** Nobody is there yet: a missing voice, a vacant seat. */
  readonly empty?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <g
      className={props.className}
      data-selected={props.selected}
      data-empty={props.empty === true}
      onClick={() => props.room.open(props.id)}
    >
      {props.children}
    </g>
  );
}
