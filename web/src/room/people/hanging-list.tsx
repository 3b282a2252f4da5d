import type { Hanging } from '@tablee/domain/modules/mandate';
import type { ReactNode } from 'react';
import { useLocale } from '#locale/use-text.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { useHangingRows } from './hanging-rows.ts';

/** Everything that hangs on the people of an organisation, in one table: what it is, and what becomes of it. */
export function HangingList({ hanging }: { readonly hanging: Hanging }): ReactNode {
  const { t } = useLocale();
  const rows = useHangingRows(hanging);
  return (
    <DataTable
      caption={t('mandate.hanging')}
      rows={rows}
      rowKey={(row) => row.key}
      empty={t('mandate.hanging-none')}
      columns={[
        { key: 'what', head: t('mandate.hanging-what'), cell: (row) => row.what, sortBy: (row) => row.what },
        {
          key: 'kind',
          head: t('mandate.hanging-kind'),
          cell: (row) => row.kind,
          sortBy: (row) => row.kind,
          onPhone: true,
        },
        {
          key: 'becomes',
          head: t('mandate.hanging-becomes'),
          cell: (row) => t(`mandate.becomes.${row.becomes}`),
          sortBy: (row) => row.becomes,
          onPhone: true,
        },
      ]}
    />
  );
}
