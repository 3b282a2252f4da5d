import { textOf } from '@tablee/domain/kernel';
import { HALF_PAGE } from '@tablee/domain/modules/commitment';
import {
  type FoundSheet,
  meetingOfRun,
  PREFIX_LENGTH,
  questionsOf,
  type SheetNotFound,
  type SheetQuestion,
} from '@tablee/domain/modules/paper';
import { saidOf } from '@tablee/domain/modules/wording';
import { type FormEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { FileField } from '../register/file-field.tsx';
import { useOpenSpace, usePeople, useView } from '../sync/use-space.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { go } from '../ui/location.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useOrganisations } from '../wording/use-organisations.ts';
import css from './paper.module.css';
import { chosenBy, goToNextStep, SheetFields } from './sheet-fields.tsx';
import { useCodeProblem, useEnteredLines, useSheetOwner } from './sheet-words.ts';
import type { Typed, TypedFault } from './typed.ts';
import { useHeardKeys } from './use-heard-keys.ts';
import { readTyped, useSheetEntry } from './use-sheet-entry.ts';

const EMPTY: Typed = { values: {}, name: '', organisation: '', scan: undefined };
const WHOLE = PREFIX_LENGTH + 3;

/** What was typed before, to be corrected. */
const typedFrom = ({ entered }: FoundSheet): Typed => {
  const values = (entered?.answers ?? []).flatMap(({ ask, dates = [], ...said }) => [
    ...Object.entries({ ...said, ...saidOf(entered?.firmness?.[String(ask)]) }).map(
      ([part, value]) => [`${ask}.${part}`, String(value)] as const,
    ),
    ...dates.map(({ option, answer }) => [`${ask}.date.${option}`, answer] as const),
    [`${ask}.words`, textOf(entered?.words[String(ask)]) ?? ''] as const,
    ...HALF_PAGE.map((part) => [`${ask}.${part}`, textOf(entered?.words[`${ask}.${part}`]) ?? ''] as const),
  ]);
  return {
    ...EMPTY,
    values: Object.fromEntries(values),
    name: textOf(entered?.name ?? undefined) ?? '',
    organisation: entered?.organisation ?? '',
  };
};

/** What is typed. Whoever types fast is ahead of the screen: `latest` is what stands before the next key is drawn. */
const useTyped = () => {
  const [typed, setTyped] = useState(EMPTY);
  const latest = useRef(typed);
  const change = (next: (held: Typed) => Typed): void => {
    latest.current = next(latest.current);
    setTyped(latest.current);
  };
  return { typed, latest, change };
};

/** The list of those present is typed down the meeting it belongs to, beside its photo. */
const useListOpened = (found: FoundSheet | undefined, meeting: string | undefined): void => {
  const { store } = useOpenSpace();
  useEffect(() => {
    if (found !== undefined && meeting !== undefined)
      go(`${addressOf(store.space, 'meetings', meeting)}?view=attendance&sheet=${found.code}`, {
        replace: true,
      });
  }, [found, meeting, store]);
};

/**
 * Sheets of paper, one after the other, by keyboard alone: the code, a digit per answer, Enter for what comes next. A
 * sheet is found on this device, without network; one that was typed in before says so and offers its correction.
 */
export function PaperEntry({ first = '' }: { readonly first?: string }): ReactNode {
  const view = useView();
  const entry = useSheetEntry();
  const { t, locale } = useLocale();
  const problemOf = useCodeProblem();
  const frame = useRef<HTMLFormElement>(null);
  const [code, setCode] = useState(first);
  const [found, setFound] = useState<FoundSheet | undefined>(() => {
    // Whoever comes by the code of a sheet need not press anything more.
    const sheet = first === '' ? undefined : entry.find(first);
    return sheet?.ok === true ? sheet : undefined;
  });
  const [problem, setProblem] = useState<SheetNotFound>();
  const { typed, latest, change } = useTyped();
  const [fault, setFault] = useState<TypedFault>();
  const [said, setSaid] = useState('');
  const isHeld = found?.entered !== undefined && typed === EMPTY;
  const questions = found === undefined ? [] : questionsOf(view, found.run.state, found.number);
  const look = (text: string): void =>
    flushSync(() => {
      const sheet = entry.find(text);
      setProblem(sheet.ok ? undefined : sheet);
      setFound(sheet.ok ? sheet : undefined);
      change(() => EMPTY);
      setFault(undefined);
    });
  const next = (): void => {
    flushSync(() => {
      setCode('');
      setFound(undefined);
      change(() => EMPTY);
    });
    frame.current?.querySelector('input')?.focus();
  };
  useLayoutEffect(() => {
    // What comes next takes the focus: the first box of the sheet, or the way on where it is known already.
    const target = frame.current?.querySelector<HTMLElement>(
      isHeld ? '[data-next] button' : '[data-step] input',
    );
    if (found !== undefined) target?.focus();
  }, [found, isHeld]);
  const list = found && meetingOfRun(found.run.state);
  useListOpened(found, list);
  const save = async (sheet: FoundSheet): Promise<void> => {
    const read = readTyped(questions, latest.current, locale);
    if (!read.ok) {
      setFault(read);
      frame.current?.querySelector<HTMLElement>(`[data-step="${read.field}"] input`)?.focus();
      return;
    }
    const { name, organisation, scan } = latest.current;
    const more = { name: name.trim() || undefined, organisation: organisation || undefined, scan };
    next();
    await entry.enter(sheet, { answers: read.answers, ...more });
    setSaid(t('paper.entered', { code: sheet.code, n: entry.count + 1 }));
  };
  const goOn = (): void => {
    const at = document.activeElement;
    if (found === undefined) look(frame.current?.querySelector('input')?.value ?? code);
    else if (isHeld) next();
    else if (at === null || at instanceof HTMLButtonElement || !goToNextStep(frame.current, at))
      void save(found);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    goOn();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.target === null) return;
    const chosen = chosenBy(questions, event.key, event.target);
    if (chosen !== undefined) {
      event.preventDefault();
      change((held) => ({ ...held, values: { ...held.values, [chosen.field]: chosen.value } }));
      goToNextStep(frame.current, event.target);
    } else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      event.preventDefault();
      goOn();
    }
  };
  useHeardKeys(frame, key);
  const undo = async (): Promise<void> => {
    const undone = await entry.undo();
    if (undone === undefined) return;
    setSaid(t(undone.left > 0 ? 'paper.undone-but' : 'paper.undone', { code: undone.code }));
    next();
  };
  return (
    <>
      <form ref={frame} className={css['sheet']} onSubmit={submit} aria-label={t('paper.entry')}>
        <TextField
          label={t('paper.code')}
          hint={t('paper.code-hint')}
          value={code}
          size={12}
          maxLength={20}
          spellCheck={false}
          autoFocus
          error={problem && problemOf(problem)}
          onChange={(text) => {
            setCode(text);
            setFound(undefined);
            setProblem(undefined);
            if (text.replace(/[^\p{L}\p{N}]/gu, '').length === WHOLE) look(text);
          }}
        />
        {found !== undefined && list === undefined && isHeld && (
          <Held found={found} questions={questions} onCorrect={() => change(() => typedFrom(found))} />
        )}
        {found !== undefined && list === undefined && !isHeld && (
          <Sheet found={found} questions={questions} typed={typed} fault={fault} onTyped={change} />
        )}
      </form>
      <p role="status">{said}</p>
      {entry.last !== undefined && (
        <ActionButton kind="quiet" onPress={() => void undo()}>
          {t('paper.undo', { code: entry.last.code })}
        </ActionButton>
      )}
    </>
  );
}

/** A sheet that was typed in before: what stands there, who typed it, and the way to correct it. */
function Held(props: {
  readonly found: FoundSheet;
  readonly questions: readonly SheetQuestion[];
  readonly onCorrect: () => void;
}): ReactNode {
  const { found, questions } = props;
  const { t } = useLocale();
  const format = useFormat();
  const people = usePeople();
  const owner = useSheetOwner();
  const lines = useEnteredLines();
  const by = people.find(found.entered?.by ?? '')?.name ?? t('record.somebody');
  const when = format.moment(found.entered?.at ?? '');
  return (
    <div className={css['held']} role="status">
      <p>
        <strong>{t('paper.held', { code: found.code, who: owner(found), by, when })}</strong>
      </p>
      <ul>
        {lines(found, questions).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ActionRow>
        <span data-next="">
          <ActionButton kind="primary" type="submit">
            {t('paper.next')}
          </ActionButton>
        </span>
        <ActionButton onPress={props.onCorrect}>{t('paper.correct')}</ActionButton>
      </ActionRow>
    </div>
  );
}

function Sheet(props: {
  readonly found: FoundSheet;
  readonly questions: readonly SheetQuestion[];
  readonly typed: Typed;
  readonly fault: TypedFault | undefined;
  readonly onTyped: (change: (held: Typed) => Typed) => void;
}): ReactNode {
  const { found, questions, typed, fault, onTyped } = props;
  const { t } = useLocale();
  const owner = useSheetOwner();
  const organisations = useOrganisations();
  const { person, organisation } = found.sheet;
  const isBlank =
    person === null && organisation === null && questions.some(({ kind }) => kind !== 'question');
  return (
    <>
      <p>
        <span className={css['code']}>{found.code}</span> {owner(found)}
      </p>
      {isBlank && (
        <>
          <div data-step="name">
            <TextField
              label={t('paper.name')}
              value={typed.name}
              maxLength={300}
              optional
              onChange={(name) => onTyped((held) => ({ ...held, name }))}
            />
          </div>
          <div data-step="organisation">
            <SelectField
              label={t('paper.organisation')}
              none={t('paper.none')}
              options={organisations}
              value={typed.organisation}
              optional
              onChange={(chosen) => onTyped((held) => ({ ...held, organisation: chosen }))}
            />
          </div>
        </>
      )}
      <SheetFields
        questions={questions}
        typed={typed}
        fault={fault}
        onValue={(field, value) =>
          onTyped((held) => ({ ...held, values: { ...held.values, [field]: value } }))
        }
      />
      <details>
        <summary>{t('paper.scan-add')}</summary>
        <FileField
          frame={{ name: 'scan', label: t('paper.scan'), optional: true }}
          value={typed.scan}
          circle={found.run.circle}
          onChange={(scan) => onTyped((held) => ({ ...held, scan }))}
        />
      </details>
      <ActionButton kind="primary" type="submit">
        {t('paper.save')}
      </ActionButton>
    </>
  );
}
