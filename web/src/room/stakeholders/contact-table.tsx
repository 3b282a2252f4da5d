import {
  type Contact,
  type ContactChoice,
  type ContactGroup,
  type ContactMatch,
  SECTOR,
  type Seat,
} from '@tablee/domain/modules/actor';
import { type ReactNode, useMemo } from 'react';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Note } from '#page/note.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField } from '#ui/select-field.tsx';
import css from './contact.module.css';

/** Rows shown at once; those that may be somebody already come first. */
const SHOWN = 100;

interface TableProps {
  readonly contacts: readonly Contact[];
  readonly matches: ReadonlyMap<number, ContactMatch>;
  readonly groups: readonly ContactGroup[];
  readonly choices: ReadonlyMap<number, ContactChoice>;
  readonly onChoice: (line: number, choice: ContactChoice) => void;
}

/** Each row as it will be: organisation with its sector, person with their seat, and what happens to the row. */
export function ContactTable(props: TableProps): ReactNode {
  const { contacts, matches } = props;
  const { t } = useLocale();
  const format = useFormat();
  const { groups } = props;
  const shown = useMemo(() => {
    const isDoubt = ({ line }: Contact): boolean => matches.has(line);
    return [...contacts.filter(isDoubt), ...contacts.filter((row) => !isDoubt(row))].slice(0, SHOWN);
  }, [contacts, matches]);
  const seats = useMemo(
    () => new Map(groups.flatMap((group) => group.people.map(({ line, seat }) => [line, seat] as const))),
    [groups],
  );
  return (
    <>
      <DataTable
        caption={t('contact.preview')}
        captionHidden
        rows={shown}
        rowKey={(row) => String(row.line)}
        columns={[
          {
            key: 'organisation',
            head: t('contact.organisation'),
            cell: (row) => format.text(row.organisation || t('contact.no-organisation')),
          },
          {
            key: 'sector',
            head: t('stakeholder.sector'),
            cell: (row) => <SectorCell row={row} />,
            onPhone: true,
          },
          {
            key: 'person',
            head: t('contact.person'),
            cell: (row) => <PersonCell row={row} seat={seats.get(row.line)} />,
            onPhone: true,
          },
          {
            key: 'becomes',
            head: t('contact.becomes'),
            cell: (row) => <Becomes {...props} row={row} />,
            onPhone: true,
          },
        ]}
      />
      {contacts.length > SHOWN && <Note>{t('exchange.more', { n: contacts.length - SHOWN })}</Note>}
    </>
  );
}

function SectorCell({ row }: { readonly row: Contact }): ReactNode {
  const { t, locale } = useLocale();
  const format = useFormat();
  if (row.organisation === '') return '';
  if (row.sector === undefined) return <span className={css['guess']}>{t('contact.sector-open')}</span>;
  const word = format.text(SECTOR[row.sector][locale]);
  return row.sectorGuessed ? <span className={css['guess']}>{t('contact.guessed', { word })}</span> : word;
}

function PersonCell({ row, seat }: { readonly row: Contact; readonly seat: Seat | undefined }): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  if (row.person === undefined) return <span className={css['guess']}>{t('contact.no-person')}</span>;
  const { name, designation, email, phone } = row.person;
  const role = seat === undefined ? t('contact.seat-none') : t(`contact.seat-${seat}`);
  return (
    <>
      {format.text([name, designation].filter(Boolean).join(', '))}{' '}
      <span className={css['guess']}>{[role, email, phone].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function Becomes(props: TableProps & { readonly row: Contact }): ReactNode {
  const { row } = props;
  const { t } = useLocale();
  const format = useFormat();
  const match = props.matches.get(row.line);
  const choice = props.choices.get(row.line) ?? (match === undefined ? 'own' : 'join');
  const name = format.text(match?.name ?? '');
  const join =
    match?.kind === 'row' ? t('contact.join-row', { n: match.line, name }) : t('contact.join', { name });
  const options = [
    ...(match === undefined ? [] : [{ value: 'join', label: join }]),
    { value: 'own', label: row.organisation === '' ? t('contact.person-only') : t('contact.own') },
    { value: 'skip', label: t('contact.skip') },
  ];
  const first = options.find((option) => option.value === choice)?.label ?? '';
  return (
    <div className={css['choice']}>
      <SelectField
        label={t('contact.becomes-of', { n: row.line })}
        labelHidden
        none={first}
        value=""
        onChange={(value) => {
          if (value === 'join' || value === 'own' || value === 'skip') props.onChoice(row.line, value);
        }}
        options={options.filter((option) => option.value !== choice)}
      />
    </div>
  );
}
