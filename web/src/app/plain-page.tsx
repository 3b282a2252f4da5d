import type { ReactNode } from 'react';
import { useText } from '../locale/use-text.tsx';
import { useLocation } from '../ui/location.ts';
import { useFoot } from './foot-links.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useSession } from './session.tsx';
import { Shell } from './shell.tsx';

/** A page of the platform, outside of any partnership. */
export function PlainPage({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useText();
  const { answer } = useSession();
  const account = answer?.account;
  const [path] = useLocation();
  const items = account
    ? [
        { href: '/', label: t('app.home'), icon: 'today' as const },
        { href: '/account', label: t('app.account-short'), icon: 'more' as const },
      ].map((item) => ({ ...item, current: item.href === path }))
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
