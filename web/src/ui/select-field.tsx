import type { ReactNode } from 'react';
import css from './field.module.css';
import { Field, type FieldFrameProps } from './field.tsx';

/** Props of {@link SelectField}. */
export interface SelectFieldProps extends FieldFrameProps {
  /** Empty while nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The words of "nothing chosen yet". */
  readonly none: string;
}

/** One of several in a single line: for entry line by line, where radios would take the page. */
export function SelectField(props: SelectFieldProps): ReactNode {
  return (
    <Field {...props}>
      {(ids) => (
        <select
          {...ids}
          className={css['control']}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        >
          <option value="">{props.none}</option>
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
