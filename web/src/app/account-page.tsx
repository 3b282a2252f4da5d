import { isObject } from '@tablee/domain/kernel';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { Fault, request } from '../sync/api.ts';
import { ActionButton, ActionRow } from '../ui/action-button.tsx';
import { Form } from '../ui/form.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section, SentenceList } from '../ui/sentence-list.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PlainPage } from './plain-page.tsx';
import { useSession } from './session.tsx';

interface SessionRow {
  readonly id: string;
  readonly seen: string;
  readonly device: string;
  readonly current: boolean;
}

const rowsOf = (value: unknown): readonly SessionRow[] =>
  isObject(value) && Array.isArray(value['sessions'])
    ? value['sessions'].filter(
        (row: unknown): row is SessionRow =>
          isObject(row) && typeof row['id'] === 'string' && typeof row['seen'] === 'string',
      )
    : [];

/** My name, my sessions, my language; leaving this device with or without a trace. */
export default function AccountPage(): ReactNode {
  const { answer, leave, refresh } = useSession();
  const { t } = useLocale();
  const account = answer?.account;
  const [name, setName] = useState(account?.name ?? '');
  const [saved, setSaved] = useState(false);
  return (
    <PlainPage>
      <PageHead title={t('app.account')} opening={t('app.account-opening')} />
      <Form
        submit={t('app.save')}
        onSubmit={async () => {
          try {
            await request('PATCH', '/api/account', { name });
            setSaved(true);
            await refresh();
            return undefined;
          } catch (fault) {
            if (!(fault instanceof Fault)) throw fault;
            return [{ name: 'name', message: fault.status === 0 ? t('app.needs-network') : fault.message }];
          }
        }}
      >
        <TextField
          name="name"
          label={t('app.name')}
          autoComplete="name"
          value={name}
          onChange={setName}
          saved={saved}
        />
      </Form>
      <Section title={t('app.sessions')}>
        <Sessions />
      </Section>
      <ActionRow>
        <ActionButton onPress={() => void leave(false)}>{t('app.sign-out')}</ActionButton>
        <ActionButton onPress={() => void leave(true)}>{t('app.sign-out-wipe')}</ActionButton>
      </ActionRow>
    </PlainPage>
  );
}

function Sessions(): ReactNode {
  const { t } = useLocale();
  const format = useFormat();
  const [rows, setRows] = useState<readonly SessionRow[]>([]);
  const load = useCallback(async (): Promise<void> => {
    try {
      setRows(rowsOf(await request('GET', '/api/sessions')));
    } catch (fault) {
      if (!(fault instanceof Fault)) throw fault;
    }
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  return (
    <SentenceList
      label={t('app.sessions')}
      items={rows.map((row) => ({
        key: row.id,
        text: row.current ? t('app.session-this') : row.device,
        note: t('app.last-seen', { date: format.moment(row.seen) }),
        ...(row.current
          ? {}
          : {
              action: (
                <ActionButton
                  kind="quiet"
                  onPress={() => void request('DELETE', `/api/sessions/${row.id}`).then(load)}
                >
                  {t('app.session-end')}
                </ActionButton>
              ),
            }),
      }))}
    />
  );
}
