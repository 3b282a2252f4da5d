import { type ClipboardEvent, type ReactNode, useState } from 'react';
import type { Translate } from '#locale/locale.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { FileDrop, type FileItem } from '#ui/file-drop.tsx';
import { type FieldFault, Form } from '#ui/form.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { readDelimited } from './delimited.ts';
import { ENCODINGS, type Encoding } from './encoding.ts';
import type { FileCode, FileOutcome } from './file-outcome.ts';
import { LIMIT } from './limit.ts';
import { openFile } from './open-file.ts';
import type { ReadHow } from './read-file.ts';
import css from './sheet.module.css';
import type { SheetRows } from './sheet.ts';

type ReadFile = Extract<FileOutcome, { readonly ok: true }>;

interface Chosen {
  readonly file: File;
  readonly state: 'reading' | FileOutcome;
  readonly table: number;
}

const MEGA = 1_000_000;
/** A paste of more signs is held like a file: a field with thousands of lines would keep the page from answering. */
const LONG_PASTE = 20_000;

/** Rows from the clipboard first, from a file second; what stands in a file decides, not its name. */
export function SourceForm(props: {
  readonly label: string;
  readonly hint: string;
  /** Asked before the rows: which list. */
  readonly children?: ReactNode;
  readonly check?: () => readonly FieldFault[];
  readonly onRows: (rows: SheetRows) => void;
  readonly onCancel?: () => void;
}): ReactNode {
  const { t, locale } = useLocale();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Chosen>();
  const open = async (file: File, how: Omit<ReadHow, 'point'> = {}): Promise<void> => {
    setChosen({ file, state: 'reading', table: 0 });
    const state = await openFile(file, { ...how, point: locale === 'fr' ? ',' : '.' });
    setChosen({ file, state, table: 0 });
  };
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.length <= LONG_PASTE) return;
    event.preventDefault();
    void open(new File([pasted], t('exchange.pasted')), { origin: 'clipboard' });
  };
  const submit = (): readonly FieldFault[] | undefined => {
    const faults = props.check?.() ?? [];
    if (faults.length > 0) return faults;
    const read =
      chosen !== undefined && chosen.state !== 'reading' && chosen.state.ok ? chosen.state : undefined;
    const table = read?.tables[chosen?.table ?? 0];
    const rows = table?.rows ?? readDelimited(text, 'clipboard');
    if (chosen?.state === 'reading') return [{ name: 'file', message: t('exchange.file-reading') }];
    if (rows.length === 0) return [{ name: 'rows', message: t('exchange.paste-missing') }];
    if (rows.length > LIMIT.rows)
      return [{ name: 'rows', message: t('exchange.file-TooManyRows', { rows: LIMIT.rows }) }];
    props.onRows({ rows, formulas: table?.formulas ?? 0, merged: table?.merged ?? 0 });
    return undefined;
  };
  return (
    <Form
      label={props.label}
      submit={t('exchange.look')}
      onSubmit={submit}
      {...(props.onCancel ? { onCancel: props.onCancel } : {})}
    >
      {props.children}
      <div onPaste={paste}>
        <TextField
          name="rows"
          label={t('exchange.paste-label')}
          hint={props.hint}
          rows={6}
          value={text}
          onChange={setText}
          spellCheck={false}
        />
      </div>
      <ChosenFile
        chosen={chosen}
        onFile={(file) => void open(file)}
        onEncoding={(encoding) => chosen && void open(chosen.file, { encoding })}
        onTable={(table) => chosen && setChosen({ ...chosen, table })}
        onRemove={() => setChosen(undefined)}
      />
    </Form>
  );
}

function ChosenFile(props: {
  readonly chosen: Chosen | undefined;
  readonly onFile: (file: File) => void;
  readonly onEncoding: (encoding: Encoding) => void;
  readonly onTable: (table: number) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { chosen } = props;
  const { t } = useLocale();
  const items = useItems(chosen);
  return (
    <>
      <FileDrop
        name="file"
        label={t('exchange.file')}
        optional
        accept=".xlsx,.csv,.tsv,.txt"
        maxSize={t('exchange.megabytes', { n: LIMIT.file / MEGA })}
        kinds={t('exchange.file-kinds')}
        items={items}
        onFiles={(files) => files[0] && props.onFile(files[0])}
        onRemove={props.onRemove}
      />
      {chosen !== undefined && chosen.state !== 'reading' && chosen.state.ok && (
        <FileChoices
          read={chosen.state}
          table={chosen.table}
          onTable={props.onTable}
          onEncoding={props.onEncoding}
        />
      )}
    </>
  );
}

const refusalWords = (code: FileCode, t: Translate): string => {
  switch (code) {
    case 'TooLarge':
      return t('exchange.file-TooLarge', { megabytes: LIMIT.file / MEGA });
    case 'TooMuchInside':
      return t('exchange.file-TooMuchInside', { unpacked: LIMIT.unpacked / MEGA });
    case 'TooManyRows':
      return t('exchange.file-TooManyRows', { rows: LIMIT.rows });
    default:
      return t(`exchange.file-${code}`);
  }
};

/** What is said of the chosen file: being read, read, or why not. */
const useItems = (chosen: Chosen | undefined): readonly FileItem[] => {
  const { t } = useLocale();
  if (chosen === undefined) return [];
  const { state, file, table } = chosen;
  const head = { id: file.name, name: file.name };
  if (state === 'reading') return [{ ...head, state: 'sending', share: t('exchange.file-reading-short') }];
  if (!state.ok) {
    return [{ ...head, state: 'refused', reason: refusalWords(state.code, t) }];
  }
  return [
    { ...head, state: 'kept', size: t('exchange.file-rows', { n: state.tables[table]?.rows.length ?? 0 }) },
  ];
};

function FileChoices(props: {
  readonly read: ReadFile;
  readonly table: number;
  readonly onTable: (table: number) => void;
  readonly onEncoding: (encoding: Encoding) => void;
}): ReactNode {
  const { read } = props;
  const { t } = useLocale();
  const format = useFormat();
  const rows = read.tables[props.table]?.rows ?? [];
  return (
    <>
      {read.tables.length > 1 && (
        <SelectField
          label={t('exchange.file-table')}
          none={read.tables[0]?.name ?? ''}
          value={props.table === 0 ? '' : String(props.table)}
          onChange={(value) => props.onTable(Number(value))}
          options={read.tables
            .slice(1)
            .map((table, index) => ({ value: String(index + 1), label: table.name }))}
        />
      )}
      {read.encoding !== undefined && !read.encoding.sure && (
        <SelectField
          label={t('exchange.encoding')}
          hint={t('exchange.encoding-hint')}
          none={t(`exchange.encoding-${read.encoding.encoding}`)}
          value=""
          onChange={(value) => {
            const encoding = ENCODINGS.find((each) => each === value);
            if (encoding !== undefined) props.onEncoding(encoding);
          }}
          options={ENCODINGS.filter((each) => each !== read.encoding?.encoding).map((each) => ({
            value: each,
            label: t(`exchange.encoding-${each}`),
          }))}
        />
      )}
      <div className={css['sample']}>
        <Note>{t('exchange.file-begins')}</Note>
        {rows.slice(0, 3).map((row, index) => (
          // A line is its place in the file.
          <p key={String(index)}>{format.text(row.filter((cell) => cell !== '').join(' · '))}</p>
        ))}
      </div>
    </>
  );
}
