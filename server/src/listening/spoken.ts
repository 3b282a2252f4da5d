import type { Naming } from '@tablee/domain/modules/listening';
import type { Row, Tables } from '../ledger/port.ts';
import type { GroupCommit } from './group.ts';
import { count, maybe, namingOf, OF, type RoundKey, sql, text } from './row.ts';

/** A statement that somebody proposed: tied to a name where its author gave one, else to nothing. */
export interface Proposal {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly naming: Naming;
  readonly name: string | undefined;
}

/** A voice note without its sound. */
export interface VoiceNote extends Omit<Proposal, 'text'> {
  readonly type: string;
  readonly bytes: number;
  /** Where the file tells it. */
  readonly seconds: number | undefined;
}

/** What people say in their own words, kept until a moderator has settled it: proposed statements and voice notes. */
export class Spoken {
  readonly #tables: Tables;
  readonly #group: GroupCommit;

  /** Over tables that were opened with `LISTENING_MIGRATIONS`. */
  constructor(tables: Tables, group: GroupCommit) {
    this.#tables = tables;
    this.#group = group;
  }

  /** Takes a proposed statement in; the same id twice is once. */
  propose({ space, round }: RoundKey, { id, language, text: words, naming, name }: Proposal): Promise<void> {
    return this.#group.write(
      sql(
        'insert or ignore into proposal values (?, ?, ?, ?, ?, ?, ?)',
        space,
        round,
        id,
        language,
        words,
        naming,
        name ?? null,
      ),
    );
  }

  /** What was proposed and not settled yet, by chance. */
  async proposals({ space, round }: RoundKey): Promise<readonly Proposal[]> {
    const rows = await this.#tables.all(`select * from proposal where ${OF} order by id`, space, round);
    return rows.map((row) => ({ ...spokenOf(row), text: text(row, 'text') }));
  }

  /** Takes a voice note in with its sound; the same id twice is once. */
  add({ space, round }: RoundKey, voice: VoiceNote, sound: Uint8Array): Promise<void> {
    const { id, language, type, bytes, seconds = null, naming, name = null } = voice;
    return this.#group.write(
      sql(
        'insert or ignore into voice values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)',
        space,
        round,
        id,
        language,
        type,
        bytes,
        seconds,
        naming,
        name,
      ),
      sql('insert or ignore into sound values (?, ?, ?, ?)', space, round, id, sound),
    );
  }

  /** The voice notes of a round, by chance. */
  async voices({ space, round }: RoundKey): Promise<readonly VoiceNote[]> {
    const rows = await this.#tables.all(`select * from voice where ${OF} order by id`, space, round);
    return rows.map((row) => ({
      ...spokenOf(row),
      type: text(row, 'type'),
      bytes: count(row, 'bytes'),
      seconds: row['seconds'] === null ? undefined : count(row, 'seconds'),
    }));
  }

  /** The sound of a voice note. */
  async sound({ space, round }: RoundKey, id: string): Promise<Uint8Array | undefined> {
    const row = await this.#tables.get(`select sound from sound where ${OF} and id = ?`, space, round, id);
    return row?.['sound'] instanceof Uint8Array ? row['sound'] : undefined;
  }

  /** Deletes what a moderator has settled. */
  async settle({ space, round }: RoundKey, of: 'proposal' | 'voice', id: string): Promise<void> {
    const tables = of === 'voice' ? ['voice', 'sound'] : ['proposal'];
    await this.#group.write(
      ...tables.map((table) => sql(`delete from ${table} where ${OF} and id = ?`, space, round, id)),
    );
    await this.#tables.scrub();
  }

  /** Keeps a voice note until a day (`YYYY-MM-DD`), which is fixed once. */
  keep({ space, round }: RoundKey, id: string, day: string): Promise<void> {
    return this.#group.write(
      sql(
        `update voice set keep_until = coalesce(keep_until, ?) where ${OF} and id = ?`,
        day,
        space,
        round,
        id,
      ),
    );
  }

  /** Keeps every voice note of a round that nobody summarised until a day. */
  keepAll({ space, round }: RoundKey, day: string): Promise<void> {
    return this.#group.write(
      sql(`update voice set keep_until = coalesce(keep_until, ?) where ${OF}`, day, space, round),
    );
  }

  /** Deletes the voice notes whose day is past. */
  async expire(today: string): Promise<void> {
    const past = await this.#tables.get('select 1 from voice where keep_until < ? limit 1', today);
    if (past === undefined) return;
    const which =
      'select 1 from voice v where v.space = sound.space and v.round = sound.round and v.id = sound.id and v.keep_until < ?';
    await this.#group.write(
      sql(`delete from sound where exists (${which})`, today),
      sql('delete from voice where keep_until < ?', today),
    );
    await this.#tables.scrub();
  }
}

const spokenOf = (row: Row): Omit<Proposal, 'text'> => ({
  id: text(row, 'id'),
  language: text(row, 'language'),
  naming: namingOf(row),
  name: maybe(row, 'name'),
});
