import { type DragEvent, type ReactNode, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton } from './action-button.tsx';
import { Field, type FieldFrameProps } from './field.tsx';
import css from './file-drop.module.css';
import { type FileChoice, FileInput } from './file-input.tsx';

/** One file on its way. `size` and `share` are already written: « 1,2 Mo », « 40 % ». */
export type FileItem = { readonly id: string; readonly name: string } & (
  | { readonly state: 'kept' | 'received'; readonly size: string }
  | { readonly state: 'reading' }
  | { readonly state: 'sending' | 'paused'; readonly share: string }
  | { readonly state: 'refused'; readonly reason: string }
);

/** Props of {@link FileDrop}. */
export interface FileDropProps extends FieldFrameProps, FileChoice {
  readonly items: readonly FileItem[];
  readonly onRemove: (id: string) => void;
  /** « 100 Mo », already written. */
  readonly maxSize: string;
  /** « PDF, Word, images », already written. */
  readonly kinds: string;
  /** Who will be able to open the file. */
  readonly readers?: string;
}

function itemWords(item: FileItem, t: ReturnType<typeof useText>): string {
  switch (item.state) {
    case 'kept':
    case 'received':
      return t(`ui.file.${item.state}`, { name: item.name, size: item.size });
    case 'reading':
      return t('ui.file.reading', { name: item.name });
    case 'sending':
    case 'paused':
      return t(`ui.file.${item.state}`, { name: item.name, share: item.share });
    case 'refused':
      return t('ui.file.refused', { name: item.name, reason: item.reason });
  }
}

/** A native file input first, dropping as a bonus; limits and readers are said before. */
export function FileDrop(props: FileDropProps): ReactNode {
  const t = useText();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    props.onFiles([...event.dataTransfer.files]);
  };
  const limit = t('ui.file.limit', { size: props.maxSize, kinds: props.kinds });
  const hint = props.readers ? `${limit}. ${t('ui.readable-by', { who: props.readers })}` : limit;
  return (
    <div className={css['drop']}>
      <Field {...props} hint={props.hint ?? hint}>
        {(ids) => (
          <div
            className={css['zone']}
            data-over={over}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={drop}
          >
            <FileInput ids={ids} {...props} />
            <span className={css['or']}>{t('ui.file.drop')}</span>
          </div>
        )}
      </Field>
      {props.items.length > 0 && (
        <ul className={css['items']} aria-live="polite">
          {props.items.map((item) => (
            <li key={item.id}>
              <span>{itemWords(item, t)}</span>
              <ActionButton kind="quiet" onPress={() => props.onRemove(item.id)}>
                {t('ui.file.remove', { name: item.name })}
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
