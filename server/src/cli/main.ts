import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command, Io } from './command.ts';

/** Each command by its word, loaded when it is asked for: counting a vote must not open a database. */
const COMMANDS: { readonly [name: string]: () => Promise<{ readonly command: Command }> } = {
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  verify: () => import('./verify.ts'),
  decide: () => import('./decide.ts'),
  count: () => import('./count.ts'),
  opinions: () => import('./opinions.ts'),
  health: () => import('./health.ts'),
  network: () => import('./network.ts'),
};

const io: Io = {
  read: (path) => (path === '-' ? text(process.stdin) : readFile(path, 'utf8')),
  write: (words) => void process.stdout.write(words),
  error: (words) => void process.stderr.write(words),
};

const usage = async (): Promise<string> => {
  const commands = await Promise.all(Object.values(COMMANDS).map(async (load) => (await load()).command));
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `usage: tablee COMMAND\n\n${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}\n`;
};

const main = async (): Promise<number> => {
  const [name = '', ...rest] = process.argv.slice(2);
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load !== undefined) return (await load()).command.run(rest, io);
  const words = await usage();
  if (name === 'help' || name === '--help') io.write(words);
  else io.error(name === '' ? words : `unknown command "${name}"\n\n${words}`);
  return name === 'help' || name === '--help' ? 0 : 2;
};

process.exitCode = await main();
