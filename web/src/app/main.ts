// The order of the layers must be known before the first style of a component.
import '../ui/style/tokens.css';
import { readSpace } from './space-address.ts';

// This file stays so small that both are asked for at once, as soon as the page is there.
const start = import('./start.tsx');
const page = readSpace(location.pathname) === undefined ? undefined : import('./space-page.tsx');
void start.then(({ startApp }) => startApp(page));
