import { isObject } from '@tablee/domain/kernel';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocale } from '../locale/use-text.tsx';
import { Fault, request } from '../sync/api.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section, SentenceList } from '../ui/sentence-list.tsx';
import { Facts } from '../ui/side-panel.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { PlainPage } from './plain-page.tsx';

interface Pending {
  readonly name: string;
  readonly url: string;
}

const textIn = (value: unknown, key: string): string | undefined => {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
};

const pendingIn = (value: unknown): readonly Pending[] =>
  isObject(value) && Array.isArray(value['pending'])
    ? value['pending'].filter(
        (row: unknown): row is Pending =>
          isObject(row) && typeof row['url'] === 'string' && typeof row['name'] === 'string',
      )
    : [];

interface MailAddress {
  readonly address: string;
  readonly name: string | undefined;
}

const addressesIn = (value: unknown): readonly MailAddress[] =>
  isObject(value) && Array.isArray(value['addresses'])
    ? value['addresses'].flatMap((row: unknown) => {
        const address = textIn(row, 'address');
        return address === undefined ? [] : [{ address, name: textIn(row, 'name') }];
      })
    : [];

/** The steward's page: the state of the server; no partnership is read here. */
export default function InstallationPage(): ReactNode {
  const { t } = useLocale();
  const [answer, setAnswer] = useState<unknown>();
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    request('GET', '/api/installation')
      .then(setAnswer)
      .catch((fault: unknown) => {
        if (!(fault instanceof Fault)) throw fault;
        setRefused(true);
      });
  }, []);
  const pending = pendingIn(answer);
  const addresses = addressesIn(answer);
  return (
    <PlainPage>
      <PageHead title={t('app.installation')} opening={t('app.installation-opening')} />
      {refused && <StateLine state={{ kind: 'absent' }} />}
      <Section title={t('app.facts')}>
        <Facts
          items={[
            { key: 'accounts', term: t('app.accounts'), value: textIn(answer, 'accounts') ?? '–' },
            { key: 'version', term: t('app.version'), value: textIn(answer, 'version') ?? '–' },
            {
              key: 'backup',
              term: t('app.backup-last'),
              value: textIn(answer, 'backup') ?? t('app.backup-none'),
            },
            {
              key: 'mail',
              term: t('app.mail'),
              value: t(isObject(answer) && answer['mail'] === true ? 'app.mail-on' : 'app.mail-off'),
            },
          ]}
        />
      </Section>
      {addresses.length > 0 && (
        <Section title={t('app.mail-addresses')}>
          <SentenceList
            items={addresses.map(({ address, name }) => ({
              key: address,
              text: <code>{address}</code>,
              note: name,
            }))}
          />
        </Section>
      )}
      <Section title={t('app.pending-links')}>
        {pending.length === 0 ? (
          <p className="note">{t('app.pending-none')}</p>
        ) : (
          <SentenceList
            items={pending.map((row) => ({ key: row.url, text: row.name, note: <code>{row.url}</code> }))}
          />
        )}
      </Section>
    </PlainPage>
  );
}
