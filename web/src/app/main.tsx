// The order of the layers must be known before the first style of a component.
import '../ui/style/tokens.css';
import { App } from './app.tsx';
import { startApp } from './start.tsx';

void startApp(<App />);
