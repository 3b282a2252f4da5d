import type { LocalShare } from '@tablee/domain/modules/local';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { useShareWords } from './use-share-words.ts';

/** The shares with every number behind them. */
export function ShareTable({ shares }: { readonly shares: readonly LocalShare[] }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const words = useShareWords();
  const columns: readonly Column<LocalShare>[] = [
    { key: 'what', head: t('local.head.what'), cell: words.what },
    {
      key: 'share',
      head: t('local.head.share'),
      align: 'end',
      onPhone: true,
      cell: (share) => (share.share === undefined ? t('local.no-share') : words.share(share)),
    },
    {
      key: 'local',
      head: t('local.head.local'),
      align: 'end',
      cell: (share) => words.amount(share, share.local),
    },
    {
      key: 'whole',
      head: t('local.head.whole'),
      align: 'end',
      cell: (share) => words.amount(share, share.whole),
    },
    {
      key: 'unsaid',
      head: t('local.head.unsaid'),
      align: 'end',
      cell: (share) => words.amount(share, share.unsaid),
    },
    {
      key: 'missing',
      head: t('local.head.missing'),
      align: 'end',
      cell: (share) => format.number(share.missing),
    },
  ];
  return (
    <DataTable caption={t('local.shares')} captionHidden columns={columns} rows={shares} rowKey={words.key} />
  );
}
