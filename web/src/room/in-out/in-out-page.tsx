import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { RoomTabs, viewOf } from '#page/room-tabs.tsx';
import { useRoom } from '#page/use-room.ts';
import { PaperView } from '#paper/paper-view.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { ExportView } from './export-view.tsx';
import { ImportView } from './import-view.tsx';

/** Spreadsheets come in by pasting, each row seen before, sheets of paper by their code; lists and the whole partnership go out. */
export default function InOutPage(): ReactNode {
  const { t } = useLocale();
  const room = useRoom('in-out');
  const current = viewOf(room, ['in', 'out', 'paper']);
  return (
    <>
      <PageHead title={t('exchange.title')} opening={t('exchange.opening')} />
      <RoomTabs
        label={t('exchange.views')}
        room={room}
        current={current}
        views={[
          { id: 'in', label: t('exchange.view-in') },
          { id: 'out', label: t('exchange.view-out') },
          { id: 'paper', label: t('paper.view') },
        ]}
      />
      {current === 'in' && <ImportView />}
      {current === 'out' && <ExportView />}
      {current === 'paper' && <PaperView />}
    </>
  );
}
