import type { RecordEntity } from '@tablee/domain/kernel';
import { editionOfDocument } from '@tablee/domain/modules/document';
import { type ReactNode, useState } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { AskByLink } from '#request/ask-by-link.tsx';
import { RequestList } from '#request/request-list.tsx';
import { useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import { PanelSection } from '#ui/side-panel.tsx';
import { PositionForm } from '#wording/position-form.tsx';
import { PositionList } from '#wording/position-list.tsx';
import { useMyOrganisations } from '#wording/use-organisations.ts';
import { useStanding } from './use-standing.ts';

/** Who stands where on this version, with what makes it firm; what was said of an earlier one says so. */
export function PositionsSection({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const mine = useMyOrganisations();
  const standing = useStanding();
  const [open, setOpen] = useState(false);
  const { id, circle } = entity;
  const line = editionOfDocument(view, id);
  const version = line?.state.versions.find(({ document }) => document === id)?.number;
  const positions = line?.state.positions ?? {};
  return (
    <PanelSection title={t('wording.positions')}>
      {line !== undefined && version !== undefined && (
        <PositionList
          noun="edition"
          id={line.id}
          circle={line.circle}
          state={{ positions, versions: line.state.versions }}
          version={version}
        />
      )}
      {open && (
        <PositionForm
          subject={id}
          positions={positions}
          onGive={(position) => standing.take(id, position)}
          onDone={() => setOpen(false)}
        />
      )}
      {!open && mine.length > 0 && (
        <ForWriters>
          <ActionRow>
            <ActionButton kind="quiet" onPress={() => setOpen(true)}>
              {t('wording.give')}
            </ActionButton>
          </ActionRow>
          {version !== undefined && <AskByLink kind="position" subject={id} circle={circle} bare />}
          <RequestList subject={id} kind="position" unanswered />
        </ForWriters>
      )}
    </PanelSection>
  );
}
