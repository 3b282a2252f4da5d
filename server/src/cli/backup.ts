import { backUp, pruneBackups } from '../backup/backup.ts';
import { parseConfig } from '../config.ts';
import { instant, nodeRuntime } from '../space/runtime.ts';
import type { Command } from './command.ts';

/** `tablee backup [FOLDER]`: copies everything while the server may be running, and removes copies past their time. */
export const command: Command = {
  name: 'backup',
  summary:
    'copy ledger, vault, files and keys of TABLEE_DATA into BACKUP_DIR (or a folder named), while the server runs',
  run: async (args, io) => {
    const parsed = parseConfig(process.env);
    if (!parsed.ok) {
      io.error(`${parsed.lines.join('\n')}\n`);
      return 2;
    }
    const backups = args[0] ?? parsed.config.backups;
    try {
      const path = await backUp(parsed.config.data, backups, instant(nodeRuntime.now()));
      const removed = await pruneBackups(backups, nodeRuntime.now());
      io.write(`${path}\n${removed > 0 ? `${removed} older than 30 days removed\n` : ''}`);
      return 0;
    } catch (error) {
      io.error(
        `The backup could not be written: ${error instanceof Error ? error.message : 'unknown error'}\n`,
      );
      return 2;
    }
  },
};
