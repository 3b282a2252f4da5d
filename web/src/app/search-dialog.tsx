import { memo, type ReactNode, useEffect, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Link } from '../ui/link.tsx';
import { SentenceList } from '../ui/sentence-list.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Something the device holds that answers a search. */
export interface SearchResult {
  readonly href: string;
  readonly title: string;
  /** Room and kind: « Acteurs, société civile ». */
  readonly note?: string;
}

/** Props of {@link SearchDialog}. */
export interface SearchDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSearch: (query: string) => Promise<readonly SearchResult[]>;
}

/** Search over what this device holds; results are ordinary links. */
export function SearchDialog({ open, onClose, onSearch }: SearchDialogProps): ReactNode {
  const t = useText();
  const [query, setQuery] = useState('');
  const [results, setResults] = useState<readonly SearchResult[]>([]);
  useEffect(() => {
    let current = true;
    const asked = query.trim() === '' ? Promise.resolve([]) : onSearch(query);
    void asked.then((found) => current && setResults(found));
    return () => {
      current = false;
    };
  }, [query, onSearch]);
  return (
    <Dialog open={open} title={t('shell.search')} onClose={onClose} place="top">
      <TextField
        label={t('shell.search.label')}
        hint={t('shell.search.hint')}
        inputMode="search"
        value={query}
        onChange={setQuery}
        autoFocus
      />
      <p role="status">
        {query.trim() !== '' &&
          (results.length === 0
            ? t('shell.search.empty', { query: query.trim() })
            : t('shell.search.found', { n: results.length }))}
      </p>
      <Results results={results} />
    </Dialog>
  );
}

// Apart, so that a letter shows in the field before the list is looked at.
const Results = memo(function Results({ results }: { readonly results: readonly SearchResult[] }): ReactNode {
  const t = useText();
  return (
    <SentenceList
      label={t('shell.search')}
      items={results.map((result) => ({
        key: result.href,
        text: <Link href={result.href}>{result.title}</Link>,
        note: result.note,
      }))}
    />
  );
});
