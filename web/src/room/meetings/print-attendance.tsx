import type { RecordEntity } from '@tablee/domain/kernel';
import { attendanceRun, sheetCode } from '@tablee/domain/modules/paper';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useLocale } from '#locale/use-text.tsx';
import { newPrefix, SheetFiles } from '#paper/print-sheets.tsx';
import { useAct, useOpenSpace, useSyncStatus, useView } from '#sync/use-space.ts';
import { ActionButton, ActionRow } from '#ui/action-button.tsx';
import { ForWriters } from '#ui/for-writers.tsx';
import css from './meetings.module.css';

/** Leads to where the signed sheet is typed in, down its list. */
export function TypeAttendance({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const href = `${addressOf(store.space, 'meetings', entity.id)}?view=attendance&sheet=`;
  return (
    <ForWriters>
      <ActionButton href={href}>{t('meeting.roll')}</ActionButton>
    </ForWriters>
  );
}

/**
 * The sheet to sign. It gets its code on this device, without network, the first time somebody prints it; from here it
 * prints as it stands, and the server writes it as PDF and Word with a QR.
 */
export function PrintAttendance({ entity }: { readonly entity: RecordEntity }): ReactNode {
  const view = useView();
  const act = useAct();
  const { waiting } = useSyncStatus();
  const { t, locale } = useLocale();
  const [open, setOpen] = useState(false);
  const run = attendanceRun(view, entity.id);
  const prepare = async (): Promise<void> => {
    const payload = {
      prefix: newPrefix(view),
      lang: locale,
      asks: [{ kind: 'attendance', subject: entity.id }],
      sheets: [{}],
    };
    const to = { entity: act.newId(), circle: entity.circle };
    if (run === undefined) await act.command('paper.print', to, payload);
    setOpen(true);
  };
  if (!open || run === undefined)
    return (
      <ForWriters>
        <ActionRow>
          <ActionButton kind="quiet" onPress={() => void prepare()}>
            {t('meeting.print-sheet')}
          </ActionButton>
        </ActionRow>
      </ForWriters>
    );
  return (
    <div className={css['stack']}>
      <p role="status">{t('meeting.print-code', { code: sheetCode(run.state.prefix, 1) })}</p>
      {waiting === 0 ? <SheetFiles run={run.id} /> : <p className="note">{t('paper.needs-network')}</p>}
      <ActionRow>
        <ActionButton kind="quiet" onPress={() => window.print()}>
          {t('meeting.print-here')}
        </ActionButton>
      </ActionRow>
    </div>
  );
}
