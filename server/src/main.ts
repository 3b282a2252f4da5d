import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Types are stripped at start. What was stripped once is kept, which halves the time to ready and spares the memory
// of the stripper; without a place to keep it, the start is only slower. It must be on before anything is loaded.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compile'));
await import('./serve.ts');
