import type { ReactNode } from 'react';
import { useView } from '#sync/use-space.ts';
import { useSearch } from '#ui/location.ts';
import { DOCUMENT_TABS } from './documents-head.tsx';
import { InboxTab } from './inbox-tab.tsx';
import { LettersTab } from './letters-tab.tsx';
import { TextsTab } from './texts-tab.tsx';

/** Every text by what it counts for, the letters, and the e-mails that wait to be sorted: one tab each. */
export default function DocumentsPage({ thing }: { readonly thing?: string | undefined }): ReactNode {
  const view = useView();
  const asked = new URLSearchParams(useSearch()).get('view');
  const type = thing === undefined ? undefined : view.get(thing)?.type;
  const own = type === 'letter' ? 'letters' : type === 'mail' ? 'inbox' : 'texts';
  const shown = DOCUMENT_TABS.find((name) => name === asked) ?? own;
  if (shown === 'inbox') return <InboxTab thing={thing} />;
  return shown === 'letters' ? <LettersTab thing={thing} /> : <TextsTab thing={thing} />;
}
