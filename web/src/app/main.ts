// The order of the layers must be known before the first style of a component.
import '../ui/style/tokens.css';
import { loadCatalogue } from '../locale/catalogue-loader.ts';
import { preferredLocale } from '../locale/preferred.ts';
import { askForFirst } from './ahead.ts';
import { readSpace } from './space-address.ts';

const space = readSpace(location.pathname);
// This file stays so small that all is asked for at once, as soon as the page is there: code, words and answers.
const start = import('./start.tsx');
const page =
  space !== undefined
    ? import('./space-page.tsx')
    : location.pathname === '/note'
      ? import('../note/note-page.tsx')
      : undefined;
const answers = askForFirst(space);
// The app asks for its words itself, and says what is amiss when they do not come.
loadCatalogue(preferredLocale(), 'first').catch(() => undefined);
void start.then(({ startApp }) => startApp(Promise.allSettled([page, answers])));
