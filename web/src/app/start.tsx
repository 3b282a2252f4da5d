import '../ui/style/tokens.css';
import '../ui/style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '../locale/catalogue-loader.ts';
import { startLocale } from '../locale/locale.ts';
import { LocaleProvider } from '../locale/use-text.tsx';
import { shelfOf } from '../sync/shelves.ts';
import { loadFonts } from '../ui/style/fonts.ts';
import { App } from './app.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { recall } from './remembered-session.ts';
import { watchForUpdate } from './update.ts';

/**
 * Opens the app in `#root`: words first, then the page, then fonts and the service worker, which must not delay it.
 * `first` settles once the code and the answers that the opened address needs have come or failed.
 *
 * @throws Error when the document has no `#root`
 */
export async function startApp(first: Promise<unknown>): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the document has no #root');
  const account = recall()?.account?.id;
  // Opened while the words come; whoever reads from it says its fault.
  if (account !== undefined) shelfOf(account).catch(() => undefined);
  await startLocale(loadCatalogue);
  createRoot(root).render(
    <StrictMode>
      <LocaleProvider>
        <CrashBoundary>
          <App />
        </CrashBoundary>
      </LocaleProvider>
    </StrictMode>,
  );
  watchForUpdate();
  await first;
  loadFonts();
}
