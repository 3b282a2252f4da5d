import { elementsOf, type RecordEntity, valueOf } from '@tablee/domain/kernel';
import { actorName } from '@tablee/domain/modules/actor';
import {
  DOCUMENT_KIND,
  type DocumentLine,
  document,
  documents,
  STANDING,
} from '@tablee/domain/modules/document';
import { recordIn } from '@tablee/domain/modules/reading';
import { type ReactNode, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { RecordForm } from '#register/record-form.tsx';
import { RecordPanel } from '#register/record-panel.tsx';
import { useReaders } from '#register/use-circles.ts';
import { useOpenSpace, useView } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { InPanel } from '#ui/panel-slot.tsx';
import { Section } from '#ui/sentence-list.tsx';
import { EmptyState } from '#ui/state-line.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';

const VIEWS = ['texts', 'letters'] as const;
const STANDINGS = ['inForce', 'forComment', 'draft', 'replaced'] as const;
const TEXT_FIELDS = ['title', 'kind', 'standing', 'file', 'dated', 'commentUntil', 'replaces'];
const LETTER_FIELDS = ['title', 'file', 'dated', 'receivedBy'];

/** Every text by what it counts for, in force first; letters with who received them. */
export default function DocumentsPage({ thing }: { readonly thing?: string | undefined }): ReactNode {
  const view = useView();
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const readers = useReaders('partners');
  const [, go] = useLocation();
  const [adding, setAdding] = useState(false);
  const asked = new URLSearchParams(useSearch()).get('view');
  const shown = VIEWS.find((name) => name === asked) ?? 'texts';
  const base = addressOf(store.space, 'documents');
  const all = documents(view, locale);
  const lines = all.filter((line) => (line.kind === 'letter') === (shown === 'letters'));
  const count = (standing: DocumentLine['standing']): number =>
    all.filter((line) => line.standing === standing).length;
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t(shown === 'letters' ? 'document.note-letter' : 'document.bring')}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={t('document.title')}
        opening={t('document.opening', {
          inForce: count('inForce'),
          forComment: count('forComment'),
          draft: count('draft'),
        })}
        readers={readers}
        action={adding || lines.length === 0 ? undefined : add}
      />
      <ViewTabs
        label={t('document.views')}
        views={VIEWS.map((name) => ({
          href: `${base}?view=${name}`,
          label: t(`document.view.${name}`),
          current: name === shown,
        }))}
      />
      {adding && (
        <RecordForm
          key={shown}
          declaration={document}
          fields={shown === 'letters' ? LETTER_FIELDS : TEXT_FIELDS}
          preset={shown === 'letters' ? { kind: 'letter', standing: 'inForce' } : { standing: 'draft' }}
          submit={t(shown === 'letters' ? 'document.note-letter' : 'document.bring')}
          onCancel={() => setAdding(false)}
          onDone={(id) => {
            setAdding(false);
            go(`${addressOf(store.space, 'documents', id)}?view=${shown}`, { replace: true });
          }}
        />
      )}
      {lines.length === 0 && !adding && (
        <EmptyState action={add}>
          {t(shown === 'letters' ? 'document.letters-empty' : 'document.empty')}
        </EmptyState>
      )}
      {lines.length > 0 && shown === 'letters' && <Letters lines={lines} selected={thing} />}
      {shown === 'texts' &&
        STANDINGS.map((standing) => (
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
            onClose={() => go(`${base}?view=${shown}`, { replace: true })}
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

function TitleCell({ line, view }: { readonly line: DocumentLine; readonly view: string }): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  return (
    <span id={`row-${line.id}`} tabIndex={-1}>
      <Link href={`${addressOf(store.space, 'documents', line.id)}?view=${view}`} replace>
        {format.text(line.title || t('record.untitled'))}
      </Link>
    </span>
  );
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

function Letters({ lines, selected }: TableProps): ReactNode {
  const view = useView();
  const { t } = useLocale();
  const format = useFormat();
  const receivers = (line: DocumentLine): string =>
    elementsOf(view.get(line.id), 'receivedBy')
      .map((id) => actorName(view, id) ?? t('record.not-visible'))
      .join(', ');
  return (
    <DataTable
      caption={t('document.view.letters')}
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
  );
}
