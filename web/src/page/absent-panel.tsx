import type { ReactNode } from 'react';
import { useText } from '#locale/use-text.tsx';
import { SidePanel } from '#ui/side-panel.tsx';
import { StateLine } from '#ui/state-line.tsx';

/** The panel of what this reader may not see, or what is gone: both look alike. `children` say why where it is known. */
export function AbsentPanel(props: {
  readonly id: string;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const t = useText();
  return (
    <SidePanel
      onClose={props.onClose}
      returnFocusTo={`row-${props.id}`}
      address={location.href}
      title={t('record.not-here')}
    >
      {props.children ?? <StateLine state={{ kind: 'absent' }} />}
    </SidePanel>
  );
}
