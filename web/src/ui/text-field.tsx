import { type HTMLInputTypeAttribute, type InputHTMLAttributes, type ReactNode, useRef } from 'react';
import { classNames } from './class-name.ts';
import css from './field.module.css';
import { Field, type FieldFrameProps } from './field.tsx';

/** Props of {@link TextField}. */
export interface TextFieldProps extends FieldFrameProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Called on leaving the field when its text has changed: autosave of drafts and records. */
  readonly onLeave?: (text: string) => void;
  /** More than one line: a textarea of so many rows that grows. */
  readonly rows?: number;
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  readonly autoComplete?: string;
  readonly maxLength?: number;
  /** Language of what is written, when it differs from the interface's. */
  readonly lang?: string;
  /** Set in serif: what partners write together. */
  readonly shared?: boolean;
  /** Characters across, for short codes and numbers. */
  readonly size?: number;
  readonly spellCheck?: boolean;
  readonly autoFocus?: boolean;
}

/** One line or many; label above, error below. Paste is always allowed. */
export function TextField(props: TextFieldProps): ReactNode {
  const before = useRef(props.value);
  const events = {
    onFocus: () => {
      before.current = props.value;
    },
    onBlur: () => {
      if (props.value !== before.current) props.onLeave?.(props.value);
    },
  };
  const shared = {
    value: props.value,
    lang: props.lang,
    dir: 'auto',
    name: props.name,
    autoComplete: props.autoComplete ?? 'off',
    maxLength: props.maxLength,
    spellCheck: props.spellCheck,
    // A form opened by a deliberate act starts in its first field.
    autoFocus: props.autoFocus,
    ...events,
  } as const;
  return (
    <Field {...props}>
      {(ids) =>
        props.rows === undefined ? (
          <input
            {...shared}
            {...ids}
            type={props.type ?? 'text'}
            inputMode={props.inputMode}
            size={props.size}
            className={classNames(css['control'], props.size !== undefined && css['short'])}
            onChange={(event) => props.onChange(event.target.value)}
          />
        ) : (
          <div className={classNames(css['grow'], props.shared && css['serif'])} data-mirror={props.value}>
            <textarea
              {...shared}
              {...ids}
              rows={props.rows}
              className={css['control']}
              onChange={(event) => props.onChange(event.target.value)}
            />
          </div>
        )
      }
    </Field>
  );
}
