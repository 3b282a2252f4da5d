#!/usr/bin/env node
/** The command `tablee`: the same door as every other command of the project, with the verb of the server's CLI. */

process.argv.splice(2, 0, 'cli');
await import(new URL('../../tablee.mjs', import.meta.url).href);
