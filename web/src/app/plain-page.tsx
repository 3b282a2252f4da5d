import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { useFoot } from './foot-links.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useSession } from './session.tsx';
import { Shell } from './shell.tsx';

/** A page of the platform, outside of any partnership. */
export function PlainPage({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useText();
  const { answer } = useSession();
  const account = answer?.account;
  const items = account
    ? [
        { href: '/', label: t('app.home'), icon: 'today' as const },
        { href: '/account', label: t('app.account'), icon: 'more' as const },
      ]
    : [];
  return (
    <Shell
      places={items}
      bar={items}
      foot={useFoot()}
      languages={<LanguageSwitch />}
      {...(account ? { you: account.name } : {})}
    >
      {children}
    </Shell>
  );
}
