import { parseConfig } from './config.ts';
import { giveMemoryBack } from './give-back.ts';
import { createLog, gathered } from './log.ts';
import { instant } from './space/runtime.ts';
import { start } from './start.ts';

/** Exit status when the environment or the data folder does not allow a start. */
const UNUSABLE = 2;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** When what the start used is given back: by then whoever waited for it has been answered. Milliseconds. */
const AFTER_START = 1_000;

const KNOWN = new Set(['FolderInUse', 'NewerData']);

/** A sentence for whoever starts the server; an unknown error keeps its stack, since it is a defect. */
const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (KNOWN.has(error.name)) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken by another program. Stop that one, or set PORT to another number.';
  return error.stack ?? error.message;
};

const main = async (): Promise<void> => {
  const parsed = parseConfig(process.env);
  if (!parsed.ok) {
    for (const line of parsed.lines) say(`tablee: ${line}`);
    process.exitCode = UNUSABLE;
    return;
  }
  const { config } = parsed;
  const lines = gathered((text) => process.stdout.write(text));
  process.once('exit', lines.flush);
  const log = createLog(config.logLevel, lines.add, () => instant(Date.now()));
  const running = await start(config, log);
  say(`Tablée is ready: ${running.address}`);
  if (running.setUpLink !== undefined)
    say(`Nobody has an account yet. Make the first one here (works once): ${running.setUpLink}`);
  setTimeout(giveMemoryBack, AFTER_START).unref();
  const stop = (): void => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

main().catch((error: unknown) => {
  say(`tablee: ${sentenceOf(error)}`);
  process.exit(UNUSABLE);
});
