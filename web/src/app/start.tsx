import '../ui/style/tokens.css';
import '../ui/style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '../locale/catalogue-loader.ts';
import { startLocale } from '../locale/locale.ts';
import { loadFonts } from '../ui/style/fonts.ts';
import { askForFirst } from './ahead.ts';
import { App } from './app.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { watchForUpdate } from './update.ts';

/**
 * Opens the app in `#root`: words first, then the page, then fonts and the service worker, which must not delay it.
 * `page` is the code of the opened address, on its way.
 *
 * @throws Error when the document has no `#root`
 */
export async function startApp(page: Promise<unknown> | undefined): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the document has no #root');
  const answers = askForFirst(location.pathname);
  await startLocale(loadCatalogue);
  createRoot(root).render(
    <StrictMode>
      <CrashBoundary>
        <App />
      </CrashBoundary>
    </StrictMode>,
  );
  watchForUpdate();
  await Promise.allSettled([page, answers]);
  loadFonts();
}
