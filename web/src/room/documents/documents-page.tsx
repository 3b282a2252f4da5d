import type { ReactNode } from 'react';
import { useView } from '#sync/use-space.ts';
import { useSearch } from '#ui/location.ts';
import { DOCUMENT_TABS } from './documents-head.tsx';
import { LettersTab } from './letters-tab.tsx';
import { TextsTab } from './texts-tab.tsx';

/** Every text by what it counts for, and the letters: one tab each. */
export default function DocumentsPage({ thing }: { readonly thing?: string | undefined }): ReactNode {
  const view = useView();
  const asked = new URLSearchParams(useSearch()).get('view');
  const isLetter = thing !== undefined && view.get(thing)?.type === 'letter';
  const shown = DOCUMENT_TABS.find((name) => name === asked) ?? (isLetter ? 'letters' : 'texts');
  return shown === 'letters' ? <LettersTab thing={thing} /> : <TextsTab thing={thing} />;
}
