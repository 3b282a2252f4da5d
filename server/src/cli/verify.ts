import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Report, verifyFolder } from '../backup/verify.ts';
import { parseConfig } from '../config.ts';
import { openArchive } from '../space/archive.ts';
import { nodeRuntime } from '../space/runtime.ts';
import type { Command, Io } from './command.ts';

/** A report in words: one line per space, and what is damaged. */
export const describeReport = ({
  spaces,
  damaged,
}: Report): { readonly isSound: boolean; readonly text: string } => {
  const lines = spaces.map(({ space, events, head, fault }) =>
    fault === undefined
      ? `${space}: ${events} events, head ${head}`
      : `${space}: broken at event ${fault.seq} (${fault.fault})`,
  );
  const broken = damaged.map((name) => `${name}: damaged or missing`);
  const isSound = damaged.length === 0 && spaces.every(({ fault }) => fault === undefined);
  return {
    isSound,
    text: `${[...lines, ...broken, isSound ? 'Everything verifies.' : 'This does not verify.'].join('\n')}\n`,
  };
};

const verifyArchive = async (path: string, io: Io): Promise<number> => {
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const opened = openArchive(await readFile(path), nodeRuntime, hash);
  if (!opened.ok) {
    io.error(`${path}: ${opened.code}${opened.code === 'ArchiveFault' ? ` at event ${opened.seq}` : ''}\n`);
    return 2;
  }
  const { manifest, links, files } = opened.archive;
  const withheld = links.filter((link) => 'digest' in link).length;
  io.write(
    `${manifest.space}: ${links.length} events (${withheld} as digests), ${files.size} attachments, head ${manifest.head.hash}\nEverything verifies.\n`,
  );
  return 0;
};

/** `tablee verify [FOLDER | FILE.tablee]`: checks chains and files of the data, of a backup or of a portable file. */
export const command: Command = {
  name: 'verify',
  summary: 'check every chain and file of TABLEE_DATA, of a backup folder, or of a .tablee file',
  run: async (args, io) => {
    const parsed = parseConfig(process.env);
    const path = args[0] ?? (parsed.ok ? parsed.config.data : '');
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return verifyArchive(path, io);
    const report = found === undefined ? undefined : await verifyFolder(path, nodeRuntime.hash);
    if (report === undefined) {
      io.error(`${path} holds no data of Tablée.\n`);
      return 2;
    }
    const { isSound, text } = describeReport(report);
    io.write(text);
    return isSound ? 0 : 2;
  },
};
