import type { ReactNode } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { HistoryList } from '../register/history-list.tsx';
import { useReaders } from '../register/use-circles.ts';
import { PageHead } from '../ui/page-head.tsx';

/** What happened in the partnership, newest first. */
export default function HistoryPage(): ReactNode {
  const { t } = useLocale();
  const readers = useReaders('partners');
  return (
    <>
      <PageHead title={t('record.history')} opening={t('app.history-opening')} readers={readers} />
      <HistoryList />
    </>
  );
}
