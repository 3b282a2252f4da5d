import { type RecordEntity, valueOf } from '@tablee/domain/kernel';
import {
  DOCUMENT_KIND,
  type DocumentLine,
  document,
  documents,
  STANDING,
} from '@tablee/domain/modules/document';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { RecordPanel } from '#register/record-panel.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { useLocation } from '#ui/location.ts';
import { InPanel } from '#ui/panel-slot.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { DocumentsHead } from './documents-head.tsx';
import { TitleCell } from './title-cell.tsx';

const STANDINGS = ['inForce', 'forComment', 'draft', 'replaced'] as const;
const FIELDS = ['title', 'kind', 'standing', 'file', 'dated', 'commentUntil', 'replaces'];

/** Every text by what it counts for, in force first. */
export function TextsTab({ thing }: { readonly thing: string | undefined }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const readers = useReaders('partners');
  const [, go] = useLocation();
  const [adding, setAdding] = useState(false);
  const base = addressOf(store.space, 'documents');
  const lines = documents(view, locale).filter((line) => line.kind !== 'letter');
  const count = (standing: DocumentLine['standing']): number =>
    lines.filter((line) => line.standing === standing).length;
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('document.bring')}
    </ActionButton>
  );
  return (
    <>
      <DocumentsHead
        shown="texts"
        opening={t('document.opening', {
          inForce: count('inForce'),
          forComment: count('forComment'),
          draft: count('draft'),
        })}
        readers={readers}
        action={adding || lines.length === 0 ? undefined : add}
      />
      {adding && (
        <RecordForm
          declaration={document}
          fields={FIELDS}
          preset={{ standing: 'draft' }}
          submit={t('document.bring')}
          onCancel={() => setAdding(false)}
          onDone={(id) => {
            setAdding(false);
            go(`${addressOf(store.space, 'documents', id)}?view=texts`, { replace: true });
          }}
        />
      )}
      {lines.length === 0 && !adding && <EmptyState action={add}>{t('document.empty')}</EmptyState>}
      {STANDINGS.map((standing) => (
        <ByStanding
          key={standing}
          standing={standing}
          lines={lines.filter((line) => line.standing === standing)}
          selected={thing}
        />
      ))}
      {thing !== undefined && (
        <InPanel>
          <RecordPanel
            key={thing}
            declaration={document}
            id={thing}
            onClose={() => go(`${base}?view=texts`, { replace: true })}
            returnFocusTo={`row-${thing}`}
          />
        </InPanel>
      )}
    </>
  );
}

interface TableProps {
  readonly lines: readonly DocumentLine[];
  readonly selected: string | undefined;
}

function ByStanding(props: TableProps & { readonly standing: (typeof STANDINGS)[number] }): ReactNode {
  const view = useView();
  const { t, locale } = useLocale();
  const format = useFormat();
  if (props.lines.length === 0) return null;
  const title = format.text(STANDING[props.standing][locale]);
  const entity = (line: DocumentLine): RecordEntity | undefined => recordIn(view, 'document', line.id);
  const kind = (line: DocumentLine): string =>
    Object.entries(DOCUMENT_KIND).find(([key]) => key === line.kind)?.[1][locale] ?? '';
  return (
    <Section title={title} id={`standing-${props.standing}`}>
      <DataTable
        caption={title}
        captionHidden
        rows={props.lines}
        rowKey={(line) => line.id}
        selected={props.selected}
        columns={[
          {
            key: 'title',
            head: t('document.text'),
            cell: (line) => <TitleCell line={line} view="texts" />,
            sortBy: (line) => line.title,
          },
          {
            key: 'kind',
            head: t('document.kind'),
            cell: (line) => format.text(kind(line)),
            sortBy: kind,
            onPhone: true,
          },
          {
            key: 'dated',
            head: t('document.dated'),
            cell: (line) => (line.dated === undefined ? '' : format.date(line.dated)),
            sortBy: (line) => line.dated ?? '',
            onPhone: true,
          },
          ...(props.standing === 'forComment'
            ? [
                {
                  key: 'until',
                  head: t('document.until'),
                  cell: (line: DocumentLine) => {
                    const until = valueOf(document, entity(line), 'commentUntil');
                    return until === undefined ? '' : format.date(until);
                  },
                  onPhone: true,
                },
              ]
            : []),
          {
            key: 'file',
            head: t('document.file'),
            cell: (line) => <FileCell entity={entity(line)} />,
            onPhone: true,
          },
        ]}
      />
    </Section>
  );
}

const MEGA = 1_048_576;

/** The file with its size, said before it is fetched. */
function FileCell({ entity }: { readonly entity: RecordEntity | undefined }): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const file = valueOf(document, entity, 'file');
  if (file === undefined) return t('document.no-file');
  const size = Math.max(0.1, Math.round((file.size / MEGA) * 10) / 10);
  return (
    <a href={`/api/spaces/${store.space}/files/${file.hash}`}>
      {file.name} ({format.quantity(size, t('record.megabyte'))})
    </a>
  );
}
