import { filesNamedIn } from '@tablee/domain/file';
import type { Json } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import type { KeptFile } from '../sync/file-shelf.ts';
import { useOpenSpace } from '../sync/use-space.ts';
import { FileState } from './file-link.tsx';
import { useBytesAddress, useKeptFiles } from './use-kept-file.ts';

/** The files on this device that something names: how far each is, and a way to have it outside of the app. */
export function KeptFiles({ named }: { readonly named: Json }): ReactNode {
  const { store } = useOpenSpace();
  const hashes = filesNamedIn(named);
  const rows = useKeptFiles(store.account).filter(
    (row) => row.space === store.space && hashes.includes(row.ref.hash),
  );
  return rows.map((row) => <KeptFileLine key={row.key} row={row} />);
}

function KeptFileLine({ row }: { readonly row: KeptFile }): ReactNode {
  const t = useText();
  const url = useBytesAddress(row.bytes);
  return (
    <p>
      <a href={url} download={row.ref.name}>
        {t('file.save', { name: row.ref.name })}
      </a>{' '}
      <FileState kept={row} />
    </p>
  );
}
