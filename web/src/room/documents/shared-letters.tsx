import { elementsOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import { type DocumentLine, documents } from '@tablee/domain/modules/document';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useView } from '#sync/use-space.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { TitleCell } from './title-cell.tsx';

/** The letters that were laid open to all partners, with who received them; nothing while there are none. */
export function SharedLetters({ selected }: { readonly selected: string | undefined }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  const lines = documents(view, locale).filter((line) => line.kind === 'letter');
  const receivers = (line: DocumentLine): string =>
    elementsOf(view.get(line.id), 'receivedBy')
      .map((id) => actorName(view, id) ?? t('record.not-visible'))
      .join(', ');
  if (lines.length === 0) return null;
  return (
    <Section title={t('letter.shared')} id="shared-letters">
      <DataTable
        caption={t('letter.shared')}
        captionHidden
        rows={lines}
        rowKey={(line) => line.id}
        selected={selected}
        columns={[
          {
            key: 'title',
            head: t('document.letter'),
            cell: (line) => <TitleCell line={line} view="letters" />,
            sortBy: (line) => line.title,
          },
          {
            key: 'dated',
            head: t('document.dated'),
            cell: (line) => (line.dated === undefined ? '' : format.date(line.dated)),
            sortBy: (line) => line.dated ?? '',
            onPhone: true,
          },
          {
            key: 'received',
            head: t('document.received'),
            cell: (line) => format.text(receivers(line) || t('document.received-nobody')),
            onPhone: true,
          },
        ]}
      />
    </Section>
  );
}
