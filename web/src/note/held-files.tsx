import type { FileRef } from '@tablee/domain/kernel';
import type { ReactNode } from 'react';
import { FileState, useFileAddress } from '../file/file-link.tsx';
import { useText } from '../locale/use-text.tsx';
import css from './note-files.module.css';

/** The photos and sounds of a note of mine; from this device while they wait for the network. */
export function HeldFiles(props: { readonly item: string; readonly files: readonly FileRef[] }): ReactNode {
  const t = useText();
  return (
    <ul className={css['list']} aria-label={t('file.note-files')}>
      {props.files.map((file) => (
        <li key={file.hash}>
          <HeldFile item={props.item} file={file} />
        </li>
      ))}
    </ul>
  );
}

function HeldFile({ item, file }: { readonly item: string; readonly file: FileRef }): ReactNode {
  const { url, kept } = useFileAddress(file, item);
  return (
    <>
      {file.type.startsWith('image/') ? (
        <a href={url} download={file.name}>
          <img src={url} alt={file.name} loading="lazy" />
        </a>
      ) : (
        <audio controls preload="none" src={url} aria-label={file.name}>
          <track kind="captions" label={file.name} />
        </audio>
      )}
      <FileState kept={kept} />
    </>
  );
}
