import '../ui/style/tokens.css';
import '../ui/style/base.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '../locale/catalogue-loader.ts';
import { startLocale } from '../locale/locale.ts';
import { loadFonts } from '../ui/style/fonts.ts';
import { begin } from './ahead.ts';
import { CrashBoundary } from './crash-boundary.tsx';
import { watchForUpdate } from './update.ts';

/**
 * Opens the app in `#root`: words first, then the page, then fonts and the service worker, which must not delay it.
 *
 * @throws Error when the document has no `#root`
 */
export async function startApp(app: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('the document has no #root');
  const begun = begin(location.pathname);
  await startLocale(loadCatalogue);
  createRoot(root).render(
    <StrictMode>
      <CrashBoundary>{app}</CrashBoundary>
    </StrictMode>,
  );
  watchForUpdate();
  await begun;
  loadFonts();
}
