import { partnership } from '@tablee/domain/modules';
import { capital } from '@tablee/domain/modules/sentence';
import type { ReactNode } from 'react';
import { useFormat, useLocale } from '../locale/use-text.tsx';
import { useOpenSpace } from '../sync/use-space.ts';
import { Link } from '../ui/link.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/sentence-list.tsx';
import { addressOf } from './address.ts';
import { usePlaces } from './use-navigation.ts';

/** Everything that is one step away: other places, tools, side registers, the account. */
export default function MorePage(): ReactNode {
  const { store } = useOpenSpace();
  const { t, locale } = useLocale();
  const format = useFormat();
  const places = usePlaces('more');
  const amongUs = addressOf(store.space, 'among-us');
  // Before there is a room of one's own its place is not in the rail; here is the way to open the first.
  const first = places.some(({ href }) => href === amongUs)
    ? []
    : [{ href: amongUs, label: t('app.place.among-us') }];
  const registers = [...partnership.declarations.values()].filter(
    (declaration) => declaration.kind === 'record' && declaration.name !== 'partnership',
  );
  return (
    <>
      <PageHead title={t('app.more')} />
      <Section title={t('app.places')}>
        <Links items={[...places.map(({ href, label }) => ({ href, label })), ...first]} />
      </Section>
      <Section title={t('app.tools')}>
        <Links
          items={[
            { href: addressOf(store.space, 'sync'), label: t('app.sync') },
            { href: addressOf(store.space, 'history'), label: t('record.history') },
            { href: addressOf(store.space, 'in-out'), label: t('app.in-out') },
            { href: addressOf(store.space, 'library'), label: t('guidance.library') },
            { href: '/account', label: t('app.account') },
            { href: '/', label: t('app.home') },
          ]}
        />
      </Section>
      <details>
        <summary>{t('app.registers')}</summary>
        <p className="note">{t('app.registers-note')}</p>
        <Links
          items={registers
            .map((declaration) => ({
              href: addressOf(store.space, `register-${declaration.name}`),
              label: capital(format.text(declaration.labels[locale].many)),
            }))
            .sort((a, b) => a.label.localeCompare(b.label, locale))}
        />
      </details>
    </>
  );
}

function Links({
  items,
}: {
  readonly items: readonly { readonly href: string; readonly label: string }[];
}): ReactNode {
  return (
    <ul>
      {items.map(({ href, label }) => (
        <li key={href}>
          <Link href={href}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}
