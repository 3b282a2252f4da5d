import type { FileRef, Json } from '@tablee/domain/kernel';
import { type ReactNode, useRef, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { UploadRefused, upload } from '../sync/upload.ts';
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
  readonly onChange: (value: Json | undefined) => void;
  /** Who will be able to open the file: the readers of this circle. */
  readonly circle: string;
}

const MEGA = 1_048_576;

/**
 * One file: sent in pieces that survive a lost connection; what the server refuses says why. The form around it waits
 * for the file: it is not sent without one that was chosen.
 */
export function FileField({ frame, value, onChange, circle }: FileFieldProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const [pending, setPending] = useState<FileItem>();
  useFieldWait(
    frame.name,
    pending && t(pending.state === 'sending' ? 'record.upload-wait' : 'record.upload-open'),
  );
  const size = (bytes: number): string =>
    format.quantity(Math.max(0.1, Math.round((bytes / MEGA) * 10) / 10), t('record.megabyte'));
  const wanted = useRef<File>(undefined);
  const send = async (file: File): Promise<void> => {
    const id = file.name;
    wanted.current = file;
    // Removed, or another one was chosen, while it was on its way: it comes too late.
    const isWanted = (): boolean => wanted.current === file;
    setPending({ id, name: file.name, state: 'sending', share: format.percent(0) });
    try {
      const sent = await upload(store.space, circle, file, (share) => {
        if (isWanted()) setPending({ id, name: file.name, state: 'sending', share: format.percent(share) });
      });
      if (!isWanted()) return;
      setPending(undefined);
      onChange({ ...sent });
    } catch (fault) {
      if (!isWanted()) return;
      const reason = fault instanceof UploadRefused ? fault.message : t('record.upload-failed');
      setPending({ id, name: file.name, state: 'refused', reason });
    }
  };
  const held: FileItem[] = value
    ? [{ id: value.hash, name: value.name, state: 'received', size: size(value.size) }]
    : [];
  return (
    <FileDrop
      {...frame}
      items={pending ? [pending] : held}
      onFiles={(files) => files[0] && void send(files[0])}
      onRemove={() => {
        wanted.current = undefined;
        if (pending) setPending(undefined);
        else onChange(undefined);
      }}
      maxSize={size(100 * MEGA)}
      kinds={t('record.file-kinds')}
    />
  );
}
