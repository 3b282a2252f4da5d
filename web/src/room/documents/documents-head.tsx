import type { ReactNode } from 'react';
import { addressOf } from '#app/address.ts';
import { useText } from '#locale/use-text.tsx';
import { useOpenSpace } from '#sync/use-space.ts';
import { PageHead, type Readers } from '#ui/page-head.tsx';
import { ViewTabs } from '#ui/view-tabs.tsx';
import { useSortsMail } from './use-mails.ts';

/** The tabs of the room, each in a file of its own; the first one opens. */
export const DOCUMENT_TABS = ['texts', 'letters', 'inbox'] as const;
/** A tab of the room. */
export type DocumentTab = (typeof DOCUMENT_TABS)[number];

/** Title, opening sentence and action of a tab, then the tabs. */
export function DocumentsHead(props: {
  readonly shown: DocumentTab;
  readonly opening: string;
  readonly readers: Readers;
  readonly action?: ReactNode;
}): ReactNode {
  const { store } = useOpenSpace();
  const t = useText();
  const base = addressOf(store.space, 'documents');
  const sorts = useSortsMail();
  return (
    <>
      <PageHead
        title={t('document.title')}
        opening={props.opening}
        readers={props.readers}
        action={props.action}
      />
      <ViewTabs
        label={t('document.views')}
        views={DOCUMENT_TABS.filter((name) => name !== 'inbox' || sorts).map((name) => ({
          href: `${base}?view=${name}`,
          label: t(`document.view.${name}`),
          current: name === props.shown,
        }))}
      />
    </>
  );
}
