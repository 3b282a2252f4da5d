import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Types are stripped at start. What was stripped once is kept, which halves the time to ready and spares the memory
// of the stripper; without a place to keep it, the start is only slower. It must be on before anything is loaded.
const kept = enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compile'));
// The threads of this process have caches of their own, which only the environment turns on.
if (kept.directory !== undefined) process.env['NODE_COMPILE_CACHE'] ??= kept.directory;
await import('./serve.ts');
