import { App } from './app.tsx';
import { startApp } from './start.tsx';

void startApp(<App />);
