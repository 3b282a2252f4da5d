import type { DocumentLine } from '@tablee/domain/modules/document';
import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { useOpenSpace } from '#sync/use-space.ts';
import { Link } from '#ui/link.tsx';

/** The title of a text as the link that opens it; the panel gives the focus back to it. */
export function TitleCell({ line, view }: { readonly line: DocumentLine; readonly view: string }): ReactNode {
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
