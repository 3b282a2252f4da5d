import { HALF_PAGE_MOST } from '@tablee/domain/modules/commitment';
import type { SheetField, SheetQuestion } from '@tablee/domain/modules/paper';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { Choice } from '../ui/choice.tsx';
import { TextField } from '../ui/text-field.tsx';
import css from './paper.module.css';
import { isAsked, type Typed, type TypedFault } from './typed.ts';

/** Marks what the Enter key goes through, in order. */
export const STEP = 'data-step';

const controls = 'input, select, textarea, button';

/** Puts the focus on the first control of the step after the one that holds `from`; false after the last. */
export const goToNextStep = (frame: HTMLElement | null, from: EventTarget): boolean => {
  const steps = [...(frame?.querySelectorAll<HTMLElement>(`[${STEP}]`) ?? [])];
  const at = steps.findIndex((step) => from instanceof Node && step.contains(from));
  const next = steps[at + 1];
  const control = next?.querySelector<HTMLElement>(`input:checked, ${controls}`);
  control?.focus();
  return control !== null && control !== undefined;
};

/** The option that a key chooses where the focus is: the box and the value; `undefined` of any other key. */
export const chosenBy = (
  questions: readonly SheetQuestion[],
  key: string,
  at: EventTarget,
): { readonly field: string; readonly value: string } | undefined => {
  const step = at instanceof Element ? at.closest(`[${STEP}]`)?.getAttribute(STEP) : undefined;
  const field = questions.flatMap(({ fields }) => fields).find(({ id }) => id === step);
  const option = field?.options.find((each) => each.key === key);
  return field === undefined || option === undefined ? undefined : { field: field.id, value: option.value };
};

/** Props of {@link SheetFields}. */
export interface SheetFieldsProps {
  readonly questions: readonly SheetQuestion[];
  readonly typed: Typed;
  readonly fault: TypedFault | undefined;
  readonly onValue: (field: string, value: string) => void;
}

/** The boxes of one sheet as they are printed: a digit chooses, Enter goes on. */
export function SheetFields(props: SheetFieldsProps): ReactNode {
  const format = useFormat();
  return props.questions.map((question) => (
    <section key={question.ask} className={css['question']} aria-label={format.text(question.title)}>
      <h3>{format.text(question.title)}</h3>
      {question.fields
        .filter((field) => isAsked(field, props.typed))
        .map((field) => (
          <Box key={field.id} field={field} unit={question.unit} {...props} />
        ))}
    </section>
  ));
}

/** How much a box of free words takes. */
const MOST: { readonly [Part in SheetField['part']]?: number } = {
  words: 5_000,
  done: HALF_PAGE_MOST,
  late: HALF_PAGE_MOST,
  need: HALF_PAGE_MOST,
};

function Box(
  props: SheetFieldsProps & { readonly field: SheetField; readonly unit: string | undefined },
): ReactNode {
  const { field, unit, typed, fault, onValue } = props;
  const { t } = useLocale();
  const format = useFormat();
  const value = typed.values[field.id] ?? '';
  const error = fault?.field === field.id ? t(`paper.fault.${fault.what}`) : undefined;
  const label = field.part === 'value' && unit !== undefined ? `${field.label} (${unit})` : field.label;
  const frame = {
    label: format.text(label),
    ...(error === undefined ? {} : { error }),
    ...(field.optional ? { optional: true } : {}),
  };
  if (field.options.length === 0)
    return (
      <div data-step={field.id}>
        <TextField
          {...frame}
          value={value}
          onChange={(text) => onValue(field.id, text)}
          maxLength={MOST[field.part] ?? 40}
        />
      </div>
    );
  return (
    <div data-step={field.id}>
      <Choice
        {...frame}
        options={field.options.map((option) => ({
          value: option.value,
          label: `${option.key} · ${format.text(option.label)}`,
        }))}
        value={value === '' ? undefined : value}
        onChange={(chosen) => onValue(field.id, chosen)}
      />
    </div>
  );
}
