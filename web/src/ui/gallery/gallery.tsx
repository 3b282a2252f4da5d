import '../style/tokens.css';
import '../style/base.css';
import { createRoot } from 'react-dom/client';
import { loadCatalogue } from '../../locale/catalogue-loader.ts';
import { loadRoomWords, startLocale } from '../../locale/locale.ts';
import { LocaleProvider } from '../../locale/use-text.tsx';
import { loadFonts } from '../style/fonts.ts';
import { ContentParts } from './content-parts.tsx';
import { FieldParts } from './field-parts.tsx';
import { TodayPage } from './today-page.tsx';

const asked = new URLSearchParams(location.search);
const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;

function Gallery() {
  switch (asked.get('view')) {
    case 'fields':
      return <FieldParts />;
    case 'content':
      return <ContentParts />;
    default:
      return <TodayPage panel={asked.has('panel')} />;
  }
}

const root = document.getElementById('root');
await startLocale(loadCatalogue, asked.get('lang') === 'en' ? 'en' : 'fr');
await loadRoomWords(loadCatalogue);
if (root)
  createRoot(root).render(
    <LocaleProvider>
      <Gallery />
    </LocaleProvider>,
  );
loadFonts();
