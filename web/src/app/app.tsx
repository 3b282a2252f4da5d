import { lazy, type ReactNode, Suspense } from 'react';
import { useText } from '../locale/use-text.tsx';
import { ActionButton } from '../ui/action-button.tsx';
import { useLocation } from '../ui/location.ts';
import { PageHead } from '../ui/page-head.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { OpeningPage } from './opening.tsx';
import { PlainPage } from './plain-page.tsx';
import { SessionProvider, useSession } from './session.tsx';
import { readSpace } from './space-address.ts';
import { withWords } from './with-words.ts';

const SignInPage = lazy(() => import('./sign-in-page.tsx'));
const HomePage = lazy(() => import('./home-page.tsx'));
const SpacePage = lazy(() => import('./space-page.tsx'));
const AccountPage = lazy(withWords(() => import('./account-page.tsx')));
const HelpPage = lazy(withWords(() => import('./help-page.tsx')));
const NotePage = lazy(
  withWords(() => import('../note/note-page.tsx').then((module) => ({ default: module.NotePage }))),
);
const InstallationPage = lazy(withWords(() => import('./installation-page.tsx')));

/** The page of an address for the account that is signed in, if one is. */
const pageAt = (path: string, account: string | undefined): ReactNode => {
  const place = path === '/' ? path : path.replace(/\/$/, '');
  if (place === '/help') return <HelpPage page="help" />;
  if (place === '/accessibility') return <HelpPage page="accessibility" />;
  if (account === undefined) return <SignInPage />;
  if (place === '/') return <HomePage />;
  if (place === '/note')
    return (
      <PlainPage>
        <NotePage account={account} />
      </PlainPage>
    );
  if (place === '/account') return <AccountPage />;
  if (place === '/installation') return <InstallationPage />;
  const space = readSpace(path);
  return space === undefined ? <Nowhere /> : <SpacePage key={space} space={space} />;
};

function Nowhere(): ReactNode {
  const t = useText();
  return (
    <PlainPage>
      <PageHead title={t('app.nowhere')} />
      <StateLine
        state={{ kind: 'absent' }}
        action={
          <ActionButton kind="quiet" href="/">
            {t('app.home')}
          </ActionButton>
        }
      />
    </PlainPage>
  );
}

function Pages(): ReactNode {
  const { phase, answer } = useSession();
  const [path] = useLocation();
  if (phase === 'loading') return <OpeningPage />;
  return <Suspense fallback={<OpeningPage />}>{pageAt(path, answer?.account?.id)}</Suspense>;
}

/** The whole app. */
export function App(): ReactNode {
  return (
    <SessionProvider>
      <Pages />
    </SessionProvider>
  );
}
