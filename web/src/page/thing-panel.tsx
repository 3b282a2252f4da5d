import type { AnyRecord } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { RecordPanel } from '#register/record-panel.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import type { RoomPlace } from './use-room.ts';

/** The record that the address of a room names, beside the room; focus goes back to its row. */
export function ThingPanel(props: {
  readonly room: RoomPlace;
  readonly declaration: AnyRecord;
  readonly thing: string;
  readonly kicker?: ReactNode;
  /** Fields that the room shows better by itself. */
  readonly without?: readonly string[];
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <InPanel>
      <RecordPanel
        key={props.thing}
        declaration={props.declaration}
        id={props.thing}
        onClose={() => props.room.close()}
        returnFocusTo={`row-${props.thing}`}
        kicker={props.kicker}
        without={props.without}
      >
        {props.children}
      </RecordPanel>
    </InPanel>
  );
}
