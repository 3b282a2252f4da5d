import { MAX_FILE } from '@tablee/domain/file';
import type { FileRef } from '@tablee/domain/kernel';
import { type ReactNode, useRef, useState } from 'react';
import { useKeepFile, useSize } from '../file/use-keep-file.ts';
import { useKeptFiles } from '../file/use-kept-file.ts';
import { useLocale } from '../locale/use-text.tsx';
import { useOpenSpace } from '../sync/use-space.ts';
import { FileDrop, type FileItem } from '../ui/file-drop.tsx';
import { useFieldWait } from '../ui/form.tsx';

/** Props of {@link FileField}. */
export interface FileFieldProps {
  readonly frame: {
    readonly name: string;
    readonly label: string;
    readonly hint?: string;
    readonly optional?: boolean;
  };
  readonly value: FileRef | undefined;
  readonly onChange: (value: FileRef | undefined) => void;
  /** Who will be able to open the file: the readers of this circle. */
  readonly circle: string;
}

/**
 * One file: kept on this device as soon as it is chosen, so that the form can be sent without the network; the file goes
 * up before what names it. What cannot be taken says why at once, and the form is not sent without it.
 */
export function FileField({ frame, value, onChange, circle }: FileFieldProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const keep = useKeepFile();
  const size = useSize();
  const kept = useKeptFiles(store.account);
  const [pending, setPending] = useState<FileItem>();
  useFieldWait(
    frame.name,
    pending && t(pending.state === 'refused' ? 'record.upload-open' : 'record.upload-wait'),
  );
  const wanted = useRef<File>(undefined);
  const take = async (file: File): Promise<void> => {
    wanted.current = file;
    setPending({ id: file.name, name: file.name, state: 'reading' });
    const taken = await keep(circle, file);
    // Removed, or another one was chosen, while it was read: it comes too late.
    if (wanted.current !== file) return;
    setPending(
      taken.ok ? undefined : { id: file.name, name: file.name, state: 'refused', reason: taken.why },
    );
    if (taken.ok) onChange(taken.ref);
  };
  const isHere = kept.some((row) => row.space === store.space && row.ref.hash === value?.hash);
  const held: FileItem[] = value
    ? [
        {
          id: value.hash,
          name: value.name,
          state: isHere ? 'kept' : 'received',
          size: size(value.size),
        },
      ]
    : [];
  return (
    <FileDrop
      {...frame}
      items={pending ? [pending] : held}
      onFiles={(files) => files[0] && void take(files[0])}
      onRemove={() => {
        wanted.current = undefined;
        if (pending) setPending(undefined);
        else onChange(undefined);
      }}
      maxSize={size(MAX_FILE)}
      kinds={t('record.file-kinds')}
    />
  );
}
