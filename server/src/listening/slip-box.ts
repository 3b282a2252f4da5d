import { PULSE_ANSWERS, type PulseQuestion } from '@tablee/domain/modules/pulse';
import type { Tables } from '../ledger/port.ts';
import type { GroupCommit } from './group.ts';
import { count, sql, text } from './row.ts';

/** The two questions of which meeting: ids of the space and of the meeting in it. */
export interface PulseKey {
  readonly space: string;
  readonly meeting: string;
}

/** What somebody answers: from 0, the least, to 3, the most; a question may be left out. */
export type Slip = { readonly [question in PulseQuestion]?: number };

/** How often each answer was given. */
export type SlipTotals = { readonly [question in PulseQuestion]: readonly number[] };

const OF = 'space = ? and meeting = ?';

/**
 * The box of slips without names: how often each answer was given, and fingerprints of who put one in. Nothing joins
 * the two; no slip is kept, no time, no order.
 */
export class SlipBox {
  readonly #tables: Tables;
  readonly #group: GroupCommit;
  readonly #entering = new Set<string>();

  /** Over the tables of listening. */
  constructor(tables: Tables, group: GroupCommit) {
    this.#tables = tables;
    this.#group = group;
  }

  /** Counts a slip, once per fingerprint: false when one was counted under it before. Durable when it resolves. */
  async take({ space, meeting }: PulseKey, hash: string, slip: Slip): Promise<boolean> {
    // Two presses at the same moment: the second finds the first on its way.
    if (this.#entering.has(hash)) return false;
    this.#entering.add(hash);
    try {
      const held = await this.#tables.get(
        `select hash from slip_taken where ${OF} and hash = ?`,
        space,
        meeting,
        hash,
      );
      if (held !== undefined) return false;
      await this.#group.write(
        sql('insert into slip_taken values (?, ?, ?)', space, meeting, hash),
        ...Object.entries(slip).map(([question, answer]) =>
          sql(
            'insert into slip values (?, ?, ?, ?, 1) on conflict do update set times = times + 1',
            space,
            meeting,
            question,
            answer,
          ),
        ),
      );
      return true;
    } finally {
      this.#entering.delete(hash);
    }
  }

  /** How often each answer was given: for the one count at the close. */
  async totals({ space, meeting }: PulseKey): Promise<SlipTotals> {
    const rows = await this.#tables.all(
      `select question, answer, times from slip where ${OF}`,
      space,
      meeting,
    );
    const of = (question: PulseQuestion): number[] =>
      PULSE_ANSWERS.map((_, answer) =>
        count(
          rows.find((row) => text(row, 'question') === question && count(row, 'answer') === answer),
          'times',
        ),
      );
    return { useful: of('useful'), heard: of('heard') };
  }

  /** Deletes the totals and fingerprints once they are counted. */
  async forget({ space, meeting }: PulseKey): Promise<void> {
    await this.#group.write(
      ...['slip', 'slip_taken'].map((table) => sql(`delete from ${table} where ${OF}`, space, meeting)),
    );
    await this.#tables.scrub();
  }

  /** The meetings of which something is kept. */
  async held(): Promise<readonly PulseKey[]> {
    const rows = await this.#tables.all('select distinct space, meeting from slip_taken');
    return rows.map((row) => ({ space: text(row, 'space'), meeting: text(row, 'meeting') }));
  }
}
