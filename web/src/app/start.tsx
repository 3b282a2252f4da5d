import '../ui/style/tokens.css';
import '../ui/style/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '../locale/catalogue-loader.ts';
import { startLocale } from '../locale/locale.ts';
import { loadFonts } from '../ui/style/fonts.ts';
import { App } from './app.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
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
  await startLocale(loadCatalogue);
  createRoot(root).render(
    <StrictMode>
      <CrashBoundary>
        <App />
      </CrashBoundary>
    </StrictMode>,
  );
  watchForUpdate();
  await first;
  loadFonts();
}
