import type { FileRef } from '@tablee/domain/kernel';
import { path } from '@tablee/domain/protocol';
import type { ReactNode } from 'react';
import { useFormat, useText } from '../locale/use-text.tsx';
import type { KeptFile } from '../sync/file-shelf.ts';
import { useOpenSpace } from '../sync/use-space.ts';
import { Icon } from '../ui/icon.tsx';
import css from './file.module.css';
import { useBytesAddress, useKeptFiles } from './use-kept-file.ts';

/** What is needed of a file to show it. */
type NamedFile = Pick<FileRef, 'hash' | 'name'>;

/** Where a file is read: on this device while it waits, else at the server. */
export interface FileAddress {
  readonly url: string;
  readonly kept: KeptFile | undefined;
}

/** The address of a file of the open partnership; `item` for one of a note of mine. */
export const useFileAddress = (file: NamedFile, item?: string): FileAddress => {
  const { store } = useOpenSpace();
  const rows = useKeptFiles(store.account);
  const found = rows.find((row) => row.space === store.space && row.ref.hash === file.hash);
  const here = useBytesAddress(found?.bytes);
  const folder = item === undefined ? path.files(store.space) : path.personalFiles(store.space, item);
  const there = `${folder}/${file.hash}?name=${encodeURIComponent(file.name)}`;
  return { url: here ?? there, kept: found };
};

/** Says at a file that it is not at the server yet: it waits for the network, is on its way, or was refused. */
export function FileState({ kept }: { readonly kept: KeptFile | undefined }): ReactNode {
  const t = useText();
  const format = useFormat();
  if (kept === undefined) return null;
  const share = kept.share;
  const words =
    kept.refused !== undefined
      ? t('file.stays')
      : share === undefined
        ? t('file.waits')
        : t('file.goes', { share: format.percent(share) });
  return (
    <span className={css['state']}>
      <Icon name={kept.refused === undefined ? 'waiting' : 'returned'} size={16} /> {words}
    </span>
  );
}

/** A file by its name, or by `children`: opens from this device while it waits for the network. */
export function FileLink(props: { readonly file: NamedFile; readonly children?: ReactNode }): ReactNode {
  const { file } = props;
  const { url, kept } = useFileAddress(file);
  return (
    <>
      <a href={url} {...(kept === undefined ? {} : { download: file.name })}>
        {props.children ?? file.name}
      </a>
      {kept !== undefined && ' '}
      <FileState kept={kept} />
    </>
  );
}

/** A picture of the partnership, shown from this device while it waits for the network. */
export function FilePicture(props: {
  readonly file: NamedFile;
  readonly alt: string;
  readonly className?: string | undefined;
}): ReactNode {
  const { url, kept } = useFileAddress(props.file);
  return (
    <span className={css['picture']}>
      <img className={props.className} src={url} alt={props.alt} loading="lazy" />
      <FileState kept={kept} />
    </span>
  );
}
