import { document, STANDING, standingOf } from '@tablee/domain/modules/document';
import { recordIn } from '@tablee/domain/modules/reading';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RecordPanel } from '#register/record-panel.tsx';
import { useView } from '#sync/use-space.ts';
import { CodeSection } from './code-section.tsx';
import { CommentsSection } from './comments-section.tsx';
import { PositionsSection } from './positions-section.tsx';
import { SendingsSection } from './sendings-section.tsx';
import { StandingSection } from './standing-section.tsx';
import { VersionsSection } from './versions-section.tsx';

/** The fields of a version that a form asks; what it counts for is said by its line of versions. */
export const TEXT_FIELDS = ['title', 'kind', 'file', 'dated', 'text'] as const;

/** One version of a text: what it counts for, its versions, what was said of it, who has it, its code. */
export function TextPanel(props: {
  readonly id: string;
  readonly onClose: () => void;
  readonly onNewVersion: () => void;
}): ReactNode {
  const view = useView();
  const { locale } = useLocale();
  const format = useFormat();
  const entity = recordIn(view, 'document', props.id);
  return (
    <RecordPanel
      declaration={document}
      id={props.id}
      fields={TEXT_FIELDS}
      kicker={format.text(STANDING[standingOf(view, props.id).standing][locale])}
      onClose={props.onClose}
      returnFocusTo={`row-${props.id}`}
    >
      {entity !== undefined && (
        <>
          <StandingSection entity={entity} />
          <VersionsSection entity={entity} onNew={props.onNewVersion} />
          <PositionsSection entity={entity} />
          <CommentsSection entity={entity} />
          <SendingsSection entity={entity} />
          <CodeSection entity={entity} />
        </>
      )}
    </RecordPanel>
  );
}
