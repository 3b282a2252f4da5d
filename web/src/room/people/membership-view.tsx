import { isObject } from '@tablee/domain/kernel';
import { capital } from '@tablee/domain/modules/sentence';
import { path } from '@tablee/domain/protocol';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { addressOf } from '#app/address.ts';
import { useFormat, useLocale } from '#locale/use-text.tsx';
import { Stack } from '#page/note.tsx';
import { Fault, request } from '#sync/api.ts';
import { useOpenSpace, usePeople, useYou } from '#sync/use-space.ts';
import { ActionButton } from '#ui/action-button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Link } from '#ui/link.tsx';
import { Section, SentenceList } from '#ui/sentence-list.tsx';
import { InviteForm } from './invite-form.tsx';
import css from './people.module.css';
import type { PersonLine } from './use-members.ts';

/** Who is a member for whom, and who was invited; those who left stay listed, since what they said stays. */
export function MembershipView({ persons }: { readonly persons: readonly PersonLine[] }): ReactNode {
  const { store } = useOpenSpace();
  const you = useYou();
  const { t } = useLocale();
  const format = useFormat();
  const rows = persons.filter((person) => person.roles.length > 0);
  return (
    <Stack>
      {you?.roles.includes('secretariat') && <Invitations />}
      <DataTable
        caption={t('people.view.membership')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            head: t('people.name'),
            cell: (row) => (
              <Link href={addressOf(store.space, 'people', row.id)}>
                {row.name ?? t(row.gone === 'erased' ? 'people.erased' : 'people.withdrawn')}
              </Link>
            ),
            sortBy: (row) => row.name ?? '',
          },
          {
            key: 'organisation',
            head: t('people.organisation'),
            cell: (row) => format.text(row.organisationName ?? ''),
            sortBy: (row) => row.organisationName ?? '',
            onPhone: true,
          },
          {
            key: 'roles',
            head: t('people.role'),
            cell: (row) => row.roles.map((role) => t(`app.role.${role}`)).join(', '),
            onPhone: true,
          },
          {
            key: 'standing',
            head: t('people.standing'),
            cell: (row) =>
              row.until === undefined
                ? t(row.active ? 'people.member' : 'people.left')
                : t('people.until', { date: format.date(row.until) }),
          },
        ]}
      />
    </Stack>
  );
}

interface Line {
  readonly id: string;
  readonly person: string;
  readonly state: string;
  readonly expires: string;
}

const isLine = (value: unknown): value is Line =>
  isObject(value) && ['id', 'person', 'state', 'expires'].every((key) => typeof value[key] === 'string');

const linesIn = (answer: unknown): readonly Line[] =>
  isObject(answer) && Array.isArray(answer['invitations']) ? answer['invitations'].filter(isLine) : [];

const STATES = ['open', 'expired', 'joining', 'joined', 'revoked'] as const;

function Invitations(): ReactNode {
  const { store } = useOpenSpace();
  const people = usePeople();
  const { t } = useLocale();
  const format = useFormat();
  const [lines, setLines] = useState<readonly Line[]>();
  const [inviting, setInviting] = useState(false);
  const load = useCallback(async (): Promise<void> => {
    try {
      setLines(linesIn(await request('GET', path.invitations(store.space))));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
      setLines(undefined);
    }
  }, [store]);
  useEffect(() => void load(), [load]);
  const revoke = async (id: string): Promise<void> => {
    await request('DELETE', `${path.invitations(store.space)}/${id}`).catch(() => undefined);
    await load();
  };
  const open = (lines ?? []).filter((line) => line.state !== 'joined' && line.state !== 'revoked');
  if (inviting)
    return (
      <InviteForm
        onDone={() => {
          setInviting(false);
          void load();
        }}
      />
    );
  return (
    <Section title={t('people.invitations')} id="invitations">
      {lines === undefined && <p className="note">{t('people.invitations-offline')}</p>}
      {lines !== undefined && open.length === 0 && <p className="note">{t('people.invitations-none')}</p>}
      <SentenceList
        labelledBy="invitations"
        items={open.map((line) => {
          const state = STATES.find((each) => each === line.state) ?? 'open';
          return {
            key: line.id,
            text: capital(
              t(`people.invited.${state}`, { name: people.find(line.person)?.name ?? t('record.somebody') }),
            ),
            note: t('people.valid-until', { date: format.date(line.expires.slice(0, 10)) }),
            action: (
              <ActionButton kind="quiet" onPress={() => void revoke(line.id)}>
                {t('people.revoke')}
              </ActionButton>
            ),
          };
        })}
      />
      <div className={css['after']}>
        <ActionButton onPress={() => setInviting(true)}>{t('people.invite')}</ActionButton>
      </div>
    </Section>
  );
}
