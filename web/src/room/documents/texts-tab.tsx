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
import { FileLink } from '#file/file-link.tsx';
import { useSize } from '#file/use-keep-file.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { useLocation } from '#ui/location.ts';
import { InPanel } from '#ui/panel-slot.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { BringForm } from './bring-form.tsx';
import { DocumentsHead } from './documents-head.tsx';
import { TextPanel } from './text-panel.tsx';
import { TitleCell } from './title-cell.tsx';

const STANDINGS = ['inForce', 'forComment', 'draft', 'replaced', 'withdrawn'] as const;

/** Every text by what it counts for, in force first. */
export function TextsTab({ thing }: { readonly thing: string | undefined }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const readers = useReaders('partners');
  const [, go] = useLocation();
  // What is brought: a new text (empty), or a new version of one; `undefined` while nothing is.
  const [bringing, setBringing] = useState<string>();
  const base = addressOf(store.space, 'documents');
  const lines = documents(view, locale).filter((line) => line.kind !== 'letter');
  const count = (standing: DocumentLine['standing']): number =>
    lines.filter((line) => line.standing === standing).length;
  const add = (
    <ActionButton kind="primary" onPress={() => setBringing('')}>
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
        action={bringing !== undefined || lines.length === 0 ? undefined : add}
      />
      {bringing !== undefined && (
        <BringForm
          key={bringing}
          from={bringing}
          onCancel={() => setBringing(undefined)}
          onDone={(id) => {
            setBringing(undefined);
            go(`${addressOf(store.space, 'documents', id)}?view=texts`, { replace: true });
          }}
        />
      )}
      {lines.length === 0 && bringing === undefined && (
        <EmptyState action={add}>{t('document.empty')}</EmptyState>
      )}
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
          <TextPanel
            key={thing}
            id={thing}
            onClose={() => go(`${base}?view=texts`, { replace: true })}
            onNewVersion={() => {
              setBringing(thing);
              go(`${base}?view=texts`, { replace: true });
            }}
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
            key: 'version',
            head: t('document.version'),
            cell: (line) => (line.number === undefined ? '' : t('document.version-n', { n: line.number })),
            sortBy: (line) => line.number ?? 0,
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
            onPhone: props.standing !== 'forComment',
          },
          ...(props.standing === 'forComment'
            ? [
                {
                  key: 'until',
                  head: t('document.until'),
                  cell: (line: DocumentLine) => (line.until === undefined ? '' : format.date(line.until)),
                  onPhone: true,
                  headOnPhone: true,
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

/** The file with its size, said before it is fetched. */
function FileCell({ entity }: { readonly entity: RecordEntity | undefined }): ReactNode {
  const { t } = useLocale();
  const size = useSize();
  const file = valueOf(document, entity, 'file');
  if (file === undefined) return t('document.no-file');
  return (
    <FileLink file={file}>
      {file.name} ({size(file.size)})
    </FileLink>
  );
}
