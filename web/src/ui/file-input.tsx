import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { type ControlIds, Field, type FieldFrameProps } from './field.tsx';
import css from './file-input.module.css';

/** What choosing files takes. */
export interface FileChoice {
  readonly onFiles: (files: readonly File[]) => void;
  /** `accept` of the input. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** The button of a file field: a native input under the words of the page. The same file chosen again counts as a change. */
export function FileInput({
  ids,
  onFiles,
  accept,
  multiple = false,
}: FileChoice & { readonly ids: ControlIds }): ReactNode {
  const t = useText();
  return (
    <span className={css['input']}>
      <input
        {...ids}
        type="file"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          onFiles(chosen);
        }}
      />
      <span aria-hidden="true">{t(multiple ? 'ui.file.choose-many' : 'ui.file.choose')}</span>
    </span>
  );
}

/** Files to choose, with a label: for whatever keeps and shows them itself. */
export function FilePick({ onFiles, accept, multiple, ...frame }: FileChoice & FieldFrameProps): ReactNode {
  return (
    <Field {...frame}>
      {(ids) => <FileInput ids={ids} onFiles={onFiles} accept={accept} multiple={multiple} />}
    </Field>
  );
}
