import { dirname } from 'node:path';
import { restore } from '../backup/restore.ts';
import { verifyFolder } from '../backup/verify.ts';
import { parseConfig } from '../config.ts';
import { nodeRuntime } from '../space/runtime.ts';
import type { Command } from './command.ts';
import { describeReport } from './verify.ts';

/** `tablee restore BACKUP`: verifies a backup and puts it in the place of TABLEE_DATA; what was there is moved aside. */
export const command: Command = {
  name: 'restore',
  summary:
    'put a verified backup in the place of TABLEE_DATA, moving aside what was there and erasing again what was erased since',
  run: async (args, io) => {
    const parsed = parseConfig(process.env);
    const [backup] = args;
    if (!parsed.ok || backup === undefined) {
      io.error(parsed.ok ? 'usage: tablee restore BACKUP\n' : `${parsed.lines.join('\n')}\n`);
      return 2;
    }
    const report = await verifyFolder(backup, nodeRuntime.hash);
    const described = report && describeReport(report);
    if (described === undefined || !described.isSound) {
      io.error(`${described?.text ?? `${backup} is not a backup.\n`}Nothing was restored.\n`);
      return 2;
    }
    try {
      const { aside, erasedAgain } = await restore(backup, parsed.config.data, dirname(backup), nodeRuntime);
      const before = aside === undefined ? '' : `What was there before is in ${aside}\n`;
      io.write(
        `${described.text}Restored into ${parsed.config.data}; ${erasedAgain} erasures made again.\n${before}`,
      );
      return 0;
    } catch (error) {
      io.error(`${error instanceof Error ? error.message : 'unknown error'}\n`);
      return 2;
    }
  },
};
