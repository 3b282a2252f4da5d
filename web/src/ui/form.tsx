import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton } from './action-button.tsx';
import { isFocusLost } from './focus-kept.ts';
import css from './form.module.css';

/** Something to mend before an act is taken: the name of its field and a sentence. */
export interface FieldFault {
  readonly name: string;
  readonly message: string;
}

interface FormState {
  readonly id: string;
  readonly faults: ReadonlyMap<string, string>;
  /** What is on its way and must be there before the act is taken: names of fields with a sentence. */
  readonly waits: Map<string, string>;
}

const FormContext = createContext<FormState>({ id: '', faults: new Map(), waits: new Map() });

/** The element id of a field in the form around it; a fresh one outside a form or without name. */
export function useFieldId(name: string | undefined): string {
  const { id } = useContext(FormContext);
  const own = useId();
  return name === undefined ? own : `${id}-${name}`;
}

/** The fault of a named field after a refused submit. */
export function useFieldFault(name: string | undefined): string | undefined {
  const { faults } = useContext(FormContext);
  return name === undefined ? undefined : faults.get(name);
}

/** While there is a sentence, the form around refuses to be sent and says it at this field. */
export function useFieldWait(name: string, sentence: string | undefined): void {
  const { waits } = useContext(FormContext);
  useEffect(() => {
    if (sentence === undefined) return;
    waits.set(name, sentence);
    return () => void waits.delete(name);
  }, [waits, name, sentence]);
}

/** Props of {@link Form}. */
export interface FormProps {
  /** Names the act: « Ajouter », « Donner la position ». */
  readonly submit: string;
  /** Called on submit; what it returns is what stands in the way (nothing: the act was taken). */
  readonly onSubmit: () => readonly FieldFault[] | undefined | Promise<readonly FieldFault[] | undefined>;
  readonly onCancel?: () => void;
  /** Beside the submit button: a second way, a note. */
  readonly more?: ReactNode;
  /** Names the form for assistive technology. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A form for an act that others see. A refused submit keeps everything and moves focus to a summary with links. */
export function Form(props: FormProps): ReactNode {
  const t = useText();
  const id = useId();
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [busy, setBusy] = useState(false);
  const frame = useRef<HTMLFormElement>(null);
  const [waits] = useState(() => new Map<string, string>());
  useLayoutEffect(() => {
    // The button that opened this form has made room for it: what was pressed leads on to the first field.
    if (isFocusLost()) firstField(frame.current)?.focus();
  }, []);
  const state = useMemo(
    () => ({ id, faults: new Map(faults.map((fault) => [fault.name, fault.message])), waits }),
    [id, faults, waits],
  );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (waits.size > 0) {
      setFaults([...waits].map(([name, message]) => ({ name, message })));
      return;
    }
    setBusy(true);
    try {
      setFaults((await props.onSubmit()) ?? []);
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormContext value={state}>
      <form
        ref={frame}
        className={css['form']}
        aria-label={props.label}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <ErrorSummary faults={faults} formId={id} />
        {props.children}
        <div className={css['actions']}>
          <ActionButton kind="primary" type="submit" busy={busy}>
            {props.submit}
          </ActionButton>
          {props.onCancel && <ActionButton onPress={props.onCancel}>{t('ui.cancel')}</ActionButton>}
          {props.more}
        </div>
      </form>
    </FormContext>
  );
}

const firstField = (form: HTMLFormElement | null): HTMLElement | null => {
  const first = form?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select') ?? null;
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first;
  // Tab enters a group at its chosen answer, so does the form; the chosen answer of a later group is no first field.
  return form?.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first;
};

/** What stands in the way, with a link to each field; takes focus when it appears. */
export function ErrorSummary({
  faults,
  formId,
}: {
  readonly faults: readonly FieldFault[];
  readonly formId: string;
}): ReactNode {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} className={css['summary']} role="alert" tabIndex={-1}>
      <p>
        <strong>{t('ui.errors', { n: faults.length })}</strong>
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.name}>
            <a
              href={`#${formId}-${fault.name}`}
              onClick={(event) => {
                // The address stays as it is: a link to a field is no movement.
                event.preventDefault();
                document.getElementById(`${formId}-${fault.name}`)?.focus();
              }}
            >
              {fault.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
