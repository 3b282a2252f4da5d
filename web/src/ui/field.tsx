import { type ReactNode, useId } from 'react';
import { useText } from '../locale/use-text.tsx';
import { classNames } from './class-name.ts';
import css from './field.module.css';
import { useFieldFault, useFieldId } from './form.tsx';
import { Icon } from './icon.tsx';

/** What every field takes. */
export interface FieldFrameProps {
  readonly label: string;
  /** The field's name in the form around it; links the error summary to it. */
  readonly name?: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** « Enregistré ici », after an autosave. */
  readonly saved?: boolean;
  /** Hides the label from the eye where the heading above says the same. */
  readonly labelHidden?: boolean;
}

/** What a control inside a frame carries. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** « (facultatif) » after a label. */
export function Optional(): ReactNode {
  const t = useText();
  return <span className={css['optional']}> ({t('ui.optional')})</span>;
}

/** Hint above the control, error and « Enregistré ici » below it. */
export function FieldNotes(props: {
  readonly id: string;
  readonly error: string | undefined;
  readonly saved: boolean | undefined;
}): ReactNode {
  const t = useText();
  return (
    <>
      {props.error && (
        <p id={`${props.id}-error`} className={css['error']}>
          <Icon name="returned" size={18} />
          <span>{props.error}</span>
        </p>
      )}
      {props.saved && (
        <p className={css['saved']} role="status">
          {t('ui.saved')}
        </p>
      )}
    </>
  );
}

/** Label above, hint, control, error below, tied together for assistive technology. */
export function Field(
  props: FieldFrameProps & { readonly children: (ids: ControlIds) => ReactNode },
): ReactNode {
  const id = useFieldId(props.name);
  const fault = useFieldFault(props.name);
  const error = props.error ?? fault;
  const described = classNames(
    props.hint !== undefined && `${id}-hint`,
    error !== undefined && `${id}-error`,
  );
  return (
    <div className={css['field']}>
      <label htmlFor={id} className={props.labelHidden ? 'visually-hidden' : css['label']}>
        {props.label}
        {props.optional && <Optional />}
      </label>
      {props.hint !== undefined && (
        <p id={`${id}-hint`} className={css['hint']}>
          {props.hint}
        </p>
      )}
      {props.children({
        id,
        'aria-describedby': described,
        'aria-invalid': error !== undefined || undefined,
      })}
      <FieldNotes id={id} error={error} saved={props.saved} />
    </div>
  );
}

/** A group of controls with one legend; the frame of choices, periods and dates. */
export function FieldGroup(
  props: Omit<FieldFrameProps, 'label'> & { readonly legend: string; readonly children: ReactNode },
): ReactNode {
  const id = useFieldId(props.name);
  const own = useId();
  const fault = useFieldFault(props.name);
  const error = props.error ?? fault;
  const described = classNames(
    props.hint !== undefined && `${own}-hint`,
    error !== undefined && `${own}-error`,
  );
  return (
    <fieldset className={css['field']} id={id} tabIndex={-1} aria-describedby={described}>
      <legend className={props.labelHidden ? 'visually-hidden' : css['label']}>
        {props.legend}
        {props.optional && <Optional />}
      </legend>
      {props.hint !== undefined && (
        <p id={`${own}-hint`} className={css['hint']}>
          {props.hint}
        </p>
      )}
      {props.children}
      <FieldNotes id={own} error={error} saved={props.saved} />
    </fieldset>
  );
}
