import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { useText } from '../locale/use-text.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StateLine } from '../ui/state-line.tsx';
import { Opening } from './opening.tsx';
import { PlainPage } from './plain-page.tsx';
import { SessionProvider, useSession } from './session.tsx';

const SignInPage = lazy(() => import('./sign-in-page.tsx'));
const HomePage = lazy(() => import('./home-page.tsx'));
const SpacePage = lazy(() => import('./space-page.tsx'));
const AccountPage = lazy(() => import('./account-page.tsx'));
const HelpPage = lazy(() => import('./help-page.tsx'));
const InstallationPage = lazy(() => import('./installation-page.tsx'));

function Pages(): ReactNode {
  const { phase, answer } = useSession();
  const t = useText();
  if (phase === 'loading')
    return (
      <PlainPage>
        <Opening />
      </PlainPage>
    );
  const open = answer?.account !== undefined;
  return (
    <Suspense
      fallback={
        <PlainPage>
          <Opening />
        </PlainPage>
      }
    >
      <Switch>
        <Route path="/help">
          <HelpPage page="help" />
        </Route>
        <Route path="/accessibility">
          <HelpPage page="accessibility" />
        </Route>
        {!open && (
          <Route>
            <SignInPage />
          </Route>
        )}
        <Route path="/">
          <HomePage />
        </Route>
        <Route path="/account">
          <AccountPage />
        </Route>
        <Route path="/installation">
          <InstallationPage />
        </Route>
        <Route path="/p/:space/*?">{({ space }) => <SpacePage key={space} space={space} />}</Route>
        <Route>
          <PlainPage>
            <PageHead title={t('app.nowhere')} />
            <StateLine state={{ kind: 'absent' }} />
          </PlainPage>
        </Route>
      </Switch>
    </Suspense>
  );
}

/** The whole app. */
export function App(): ReactNode {
  return (
    <SessionProvider>
      <Pages />
    </SessionProvider>
  );
}
