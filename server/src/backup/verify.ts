import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ChainFault, chain, digestOf, GENESIS, type Hash, payloadHashOf } from '@tablee/domain/kernel';
import { isWhole, type LedgerEvent, type Row } from '../ledger/port.ts';
import { LEDGER_FILE } from '../ledger/sqlite/adapter.ts';
import { openForReading } from '../ledger/sqlite/open.ts';
import { hex, unpackEvent } from '../ledger/sqlite/packed.ts';
import { hashOfFile, manifestOf } from './backup.ts';

/** What was found about one space. */
export interface SpaceReport {
  readonly space: string;
  readonly events: number;
  readonly head: string;
  /** Where its chain breaks, and how. */
  readonly fault?: ChainFault;
}

/** What was found about a folder of data or a backup. */
export interface Report {
  readonly spaces: readonly SpaceReport[];
  /** Files whose content is not what their name or the manifest says. */
  readonly damaged: readonly string[];
}

/** Verifies a chain event by event, so that a long ledger needs no memory. */
const follower = (hash: Hash) => {
  let previous = GENESIS;
  let seq = 0;
  return (event: LedgerEvent): ChainFault | undefined => {
    seq += 1;
    if (event.seq !== seq) return { seq, fault: 'gap' };
    if (isWhole(event) && payloadHashOf(hash, event) !== event.payloadHash) return { seq, fault: 'payload' };
    previous = chain(hash, previous, isWhole(event) ? digestOf(hash, event) : event.digest);
    return previous === event.hash ? undefined : { seq, fault: 'hash' };
  };
};

/** Verifies every space of a ledger file; the server may be running. */
export const verifyLedger = (path: string, hash: Hash): readonly SpaceReport[] => {
  const db = openForReading(path);
  try {
    const heads = db.prepare('select space, seq, hash from head order by space').all();
    return heads.map((head): SpaceReport => {
      const report = { space: String(head['space']), events: Number(head['seq']), head: hexOf(head['hash']) };
      const follow = follower(hash);
      let last = GENESIS;
      let count = 0;
      for (const row of db
        .prepare('select * from event where space = ? and seq <= ? order by seq')
        .iterate(report.space, report.events)) {
        // Without big integers, a row holds cells only.
        const event = unpackEvent(row as Row);
        const fault = follow(event);
        if (fault !== undefined) return { ...report, fault };
        last = event.hash;
        count += 1;
      }
      if (count !== report.events || last !== report.head)
        return { ...report, fault: { seq: count, fault: 'head' } };
      return report;
    });
  } finally {
    db.close();
  }
};

const hexOf = (cell: unknown): string => (cell instanceof Uint8Array ? hex(cell) : '');

const damagedAttachments = async (folder: string): Promise<string[]> => {
  const damaged: string[] = [];
  const groups = await readdir(folder).catch(() => []);
  for (const group of groups.filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const name of await readdir(join(folder, group)))
      if ((await hashOfFile(join(folder, group, name))) !== name) damaged.push(`files/${group}/${name}`);
  return damaged;
};

/** Verifies a data folder or a backup: every chain, every attachment, and for a backup every file of its manifest. */
export const verifyFolder = async (folder: string, hash: Hash): Promise<Report | undefined> => {
  const ledger = join(folder, LEDGER_FILE);
  if (!existsSync(ledger)) return undefined;
  const damaged: string[] = [];
  const manifest = await manifestOf(folder);
  for (const [name, expected] of Object.entries(manifest?.files ?? {})) {
    const found = await hashOfFile(join(folder, name)).catch(() => '');
    if (found !== expected) damaged.push(name);
  }
  const spaces = damaged.includes(LEDGER_FILE) ? [] : verifyLedger(ledger, hash);
  return { spaces, damaged: [...damaged, ...(await damagedAttachments(join(folder, 'files')))] };
};
