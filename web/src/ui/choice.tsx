import { type ReactNode, useId, useState } from 'react';
import { useText } from '../locale/use-text.tsx';
import css from './choice.module.css';
import { classNames } from './class-name.ts';
import fieldCss from './field.module.css';
import { type FieldFrameProps, FieldGroup } from './field.tsx';
import { narrow } from './narrow.ts';

/** One option: value, words, and a sign where it has one (a sector's shape). */
export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly sign?: ReactNode;
}

interface ChoiceFrame<Value extends string> extends FieldFrameProps {
  readonly options: readonly Option<Value>[];
  /** Large buttons across the width, for answers given with a thumb. */
  readonly large?: boolean;
}

/** Props of {@link Choice}. */
export interface ChoiceProps<Value extends string> extends ChoiceFrame<Value> {
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

/** Props of {@link ChoiceMany}. */
export interface ChoiceManyProps<Value extends string> extends ChoiceFrame<Value> {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}

const FILTER_ABOVE = 7;

function Options<Value extends string>(props: {
  readonly frame: ChoiceFrame<Value>;
  readonly type: 'radio' | 'checkbox';
  readonly isOn: (value: Value) => boolean;
  readonly onPick: (value: Value, on: boolean) => void;
}): ReactNode {
  const t = useText();
  const group = useId();
  const [query, setQuery] = useState('');
  const { options, large } = props.frame;
  // What is chosen stays in view, whatever the filter says.
  const matching = narrow(options, query, (option) => `${option.label} ${option.hint ?? ''}`);
  const shown = options.filter((option) => matching.includes(option) || props.isOn(option.value));
  return (
    <>
      {options.length > FILTER_ABOVE && (
        <input
          type="search"
          className={fieldCss['control']}
          aria-label={t('ui.choice.narrow')}
          placeholder={t('ui.choice.narrow')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <div className={classNames(css['options'], large && css['large'])}>
        {shown.map((option) => (
          <label key={option.value} className={css['option']}>
            <input
              type={props.type}
              name={group}
              value={option.value}
              checked={props.isOn(option.value)}
              onChange={(event) => props.onPick(option.value, event.target.checked)}
            />
            {option.sign}
            <span>
              {option.label}
              {option.hint && <span className={css['hint']}>{option.hint}</span>}
            </span>
          </label>
        ))}
        {matching.length === 0 && (
          <p className={css['hint']}>
            {options.length === 0 ? t('ui.choice.empty') : t('ui.choice.none', { query })}
          </p>
        )}
      </div>
    </>
  );
}

/** One of several: radios in a fieldset; beyond seven a field above narrows the list. */
export function Choice<Value extends string>({ value, onChange, ...frame }: ChoiceProps<Value>): ReactNode {
  const { label, ...rest } = frame;
  return (
    <FieldGroup {...rest} legend={label}>
      <Options frame={frame} type="radio" isOn={(each) => each === value} onPick={(each) => onChange(each)} />
    </FieldGroup>
  );
}

/** Several of many: boxes in a fieldset. */
export function ChoiceMany<Value extends string>({
  values,
  onChange,
  ...frame
}: ChoiceManyProps<Value>): ReactNode {
  const { label, ...rest } = frame;
  const pick = (value: Value, on: boolean): void =>
    onChange(on ? [...values, value] : values.filter((each) => each !== value));
  return (
    <FieldGroup {...rest} legend={label}>
      <Options frame={frame} type="checkbox" isOn={(each) => values.includes(each)} onPick={pick} />
    </FieldGroup>
  );
}
