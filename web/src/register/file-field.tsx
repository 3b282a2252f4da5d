import type { FileRef, Json } from '@tablee/domain/kernel';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { UploadRefused, upload } from '../sync/upload.ts';
import { useOpenSpace } from '../sync/use-space.ts';
import { FileDrop, type FileItem } from '../ui/file-drop.tsx';

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

/** One file: sent in pieces that survive a lost connection; what the server refuses says why. */
export function FileField({ frame, value, onChange, circle }: FileFieldProps): ReactNode {
  const { store } = useOpenSpace();
  const { t } = useLocale();
  const format = useFormat();
  const [pending, setPending] = useState<FileItem>();
  const size = (bytes: number): string =>
    format.quantity(Math.max(0.1, Math.round((bytes / MEGA) * 10) / 10), t('record.megabyte'));
  const send = async (file: File): Promise<void> => {
    const id = file.name;
    setPending({ id, name: file.name, state: 'sending', share: format.percent(0) });
    try {
      const sent = await upload(store.space, circle, file, (share) =>
        setPending({ id, name: file.name, state: 'sending', share: format.percent(share) }),
      );
      setPending(undefined);
      onChange({ ...sent });
    } catch (fault) {
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
      onRemove={() => (pending ? setPending(undefined) : onChange(undefined))}
      maxSize={size(100 * MEGA)}
      kinds={t('record.file-kinds')}
    />
  );
}
