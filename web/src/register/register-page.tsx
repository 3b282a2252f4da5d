import { type AnyRecord, isPresent } from '@tablee/domain/kernel';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useLocation } from '#ui/location.ts';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useOpenSpace } from '../sync/use-space.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { InPanel } from '../ui/panel-slot.tsx';
import { RecordForm } from './record-form.tsx';
import { RecordPanel } from './record-panel.tsx';
import { RegisterTable, useRecords } from './register-view.tsx';
import { useReaders } from './use-circles.ts';

/** A whole page for a record type, without a line of screen code: head, form, table, panel. */
export function RegisterPage(props: {
  readonly declaration: AnyRecord;
  readonly thing?: string | undefined;
}): ReactNode {
  const { declaration, thing } = props;
  const { locale, t } = useLocale();
  const format = useFormat();
  const { store } = useOpenSpace();
  const [, go] = useLocation();
  const [adding, setAdding] = useState(false);
  const rows = useRecords(declaration);
  const count = useMemo(() => rows.filter(isPresent).length, [rows]);
  const readers = useReaders(declaration.circle);
  const words = declaration.labels[locale];
  const base = `/p/${store.space}/register-${declaration.name}`;
  const href = useCallback((id: string) => `${base}/${id}`, [base]);
  const add = (
    <ActionButton kind="primary" onPress={() => setAdding(true)}>
      {t('record.add-one', { one: words.one })}
    </ActionButton>
  );
  return (
    <>
      <PageHead
        title={format.text(words.many.charAt(0).toUpperCase() + words.many.slice(1))}
        opening={t('record.count', { n: count, many: words.many, one: words.one })}
        readers={readers}
        action={adding ? undefined : add}
      />
      {adding && (
        <RecordForm
          declaration={declaration}
          onCancel={() => setAdding(false)}
          onDone={(id) => {
            setAdding(false);
            go(href(id), { replace: true });
          }}
        />
      )}
      <RegisterTable declaration={declaration} href={href} selected={thing} />
      {thing !== undefined && (
        <InPanel>
          <RecordPanel
            declaration={declaration}
            id={thing}
            onClose={() => go(base, { replace: true })}
            returnFocusTo={`row-${thing}`}
          />
        </InPanel>
      )}
    </>
  );
}
