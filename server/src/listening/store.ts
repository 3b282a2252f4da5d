import type { Naming, RoundAnswers } from '@tablee/domain/modules/listening';
import type { Row, Statement, Tables } from '../ledger/port.ts';
import { GroupCommit } from './group.ts';
import { count, maybe, namingOf, OF, type RoundKey, sql, text } from './row.ts';
import { SlipBox } from './slip-box.ts';
import { Spoken } from './spoken.ts';

/** A door to a round: one that many share, or one for a single person. Only the hash of its token is kept. */
export interface Door extends RoundKey {
  readonly id: string;
  readonly hash: string;
  readonly kind: 'public' | 'personal';
  /** The person for whom it was made, where it was made for one. Nothing leads from here to what they answered. */
  readonly person: string | undefined;
  readonly revoked: boolean;
}

/** Somebody who answers: a random id; no time, no address. */
export interface Listener {
  readonly id: string;
  readonly language: string;
  readonly sector: string | undefined;
  readonly naming: Naming;
  /** Only where they gave it. */
  readonly name: string | undefined;
}

/** How a round goes, without any answer. */
export interface Counts {
  /** People with at least one answer, on paper or by link. */
  readonly people: number;
  readonly answers: number;
  readonly sheets: number;
  readonly proposals: number;
  readonly voices: number;
  readonly bySector: readonly { readonly sector: string; readonly people: number }[];
}

/** Hands counted in a room for one statement. */
export interface Hands {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}

const stanceOf = (row: Row): 1 | 0 | -1 => {
  const stance = count(row, 'stance');
  return stance > 0 ? 1 : stance < 0 ? -1 : 0;
};

/** What people answer in listening rounds: in a file of its own, beside the ledger. */
export class ListeningStore {
  readonly #tables: Tables;
  readonly #group: GroupCommit;
  readonly #entering = new Set<string>();
  /** Proposed statements and voice notes. */
  readonly spoken: Spoken;
  /** The two questions after meetings. */
  readonly slips: SlipBox;

  /** Over tables that were opened with `LISTENING_MIGRATIONS`. */
  constructor(tables: Tables) {
    this.#tables = tables;
    this.#group = new GroupCommit(tables);
    this.spoken = new Spoken(tables, this.#group);
    this.slips = new SlipBox(tables, this.#group);
  }

  /** Adds doors; one of a token that is there stays as it is. Durable when it resolves. */
  addDoors(doors: readonly Door[]): Promise<void> {
    return this.#group.write(
      ...doors.map(({ hash, id, space, round, kind, person = null }) =>
        sql('insert or ignore into door values (?, ?, ?, ?, ?, 0, ?)', hash, id, space, round, kind, person),
      ),
    );
  }

  /** The door of a token's hash, revoked ones too. */
  async door(hash: string): Promise<Door | undefined> {
    const row = await this.#tables.get('select * from door where hash = ?', hash);
    return row && doorOf(row);
  }

  /** The doors of a round, by chance. */
  async doors({ space, round }: RoundKey): Promise<readonly Door[]> {
    return (await this.#tables.all(`select * from door where ${OF} order by id`, space, round)).map(doorOf);
  }

  /** Makes a door worthless; false when there is none of that id. */
  async revoke({ space, round }: RoundKey, id: string): Promise<boolean> {
    const done = await this.#tables.run(
      `update door set revoked = 1 where ${OF} and id = ?`,
      space,
      round,
      id,
    );
    return done === 1;
  }

  /** Makes every door worthless that was made for a person. */
  revokeFor(space: string, person: string): Promise<void> {
    return this.#group.write(
      sql('update door set revoked = 1 where space = ? and person = ?', space, person),
    );
  }

  /** Lets somebody begin; beginning again under the same hash changes nothing. */
  begin({ space, round }: RoundKey, listener: Listener, hash: string): Promise<void> {
    const { id, language, sector = null, naming, name = null } = listener;
    return this.#group.write(
      sql(
        'insert or ignore into listener values (?, ?, ?, ?, ?, ?, ?, ?)',
        space,
        round,
        id,
        hash,
        language,
        sector,
        naming,
        name,
      ),
    );
  }

  /** Who has this hash. */
  async listener(hash: string): Promise<Listener | undefined> {
    const row = await this.#tables.get('select * from listener where hash = ?', hash);
    return (
      row && {
        id: text(row, 'id'),
        language: text(row, 'language'),
        sector: maybe(row, 'sector'),
        naming: namingOf(row),
        name: maybe(row, 'name'),
      }
    );
  }

  /** Writes down how somebody wants to be named, their sector and language. */
  change({ space, round }: RoundKey, { id, language, sector, naming, name }: Listener): Promise<void> {
    return this.#group.write(
      sql(
        `update listener set language = ?, sector = ?, naming = ?, name = ? where ${OF} and id = ?`,
        language,
        sector ?? null,
        naming,
        name ?? null,
        space,
        round,
        id,
      ),
    );
  }

  /** What somebody answered, by statement. */
  async answers({ space, round }: RoundKey, listener: string): Promise<ReadonlyMap<string, 1 | 0 | -1>> {
    const rows = await this.#tables.all(
      `select statement, stance from answer where ${OF} and listener = ?`,
      space,
      round,
      listener,
    );
    return new Map(rows.map((row) => [text(row, 'statement'), stanceOf(row)]));
  }

  /** Writes an answer, the last of which counts; durable when it resolves. */
  answer({ space, round }: RoundKey, listener: string, statement: string, stance: 1 | 0 | -1): Promise<void> {
    return this.#group.write(answerOf({ space, round }, listener, statement, stance));
  }

  /** Deletes somebody with all their answers; what they proposed was never tied to them. */
  withdraw({ space, round }: RoundKey, listener: string): Promise<void> {
    return this.#group.write(
      sql(`delete from answer where ${OF} and listener = ?`, space, round, listener),
      sql(`delete from listener where ${OF} and id = ?`, space, round, listener),
    );
  }

  /**
   * Enters one sheet of paper as one person; false when a sheet of that code was entered before, in which case
   * nothing of it is counted again.
   */
  async enterSheet(
    { space, round }: RoundKey,
    sheet: {
      readonly code: string;
      readonly person: Listener;
      readonly answers: ReadonlyMap<string, 1 | 0 | -1>;
    },
  ): Promise<boolean> {
    const { code, person } = sheet;
    const { id, language, sector = null, naming, name = null } = person;
    return this.#once({ space, round }, code, [
      sql(
        'insert into listener values (?, ?, ?, null, ?, ?, ?, ?)',
        space,
        round,
        id,
        language,
        sector,
        naming,
        name,
      ),
      ...[...sheet.answers].map(([statement, stance]) => answerOf({ space, round }, id, statement, stance)),
    ]);
  }

  /** Enters hands counted in a room; false when a count of that code was entered before. */
  enterHands(
    { space, round }: RoundKey,
    count: {
      readonly code: string;
      readonly sector: string | undefined;
      readonly hands: ReadonlyMap<string, Hands>;
    },
  ): Promise<boolean> {
    const { code, sector = null, hands } = count;
    return this.#once(
      { space, round },
      code,
      [...hands].map(([statement, { agree, disagree, pass }]) =>
        sql(
          'insert into hand values (?, ?, ?, ?, ?, ?, ?, ?)',
          space,
          round,
          code,
          statement,
          sector,
          agree,
          disagree,
          pass,
        ),
      ),
    );
  }

  async #once({ space, round }: RoundKey, code: string, statements: readonly Statement[]): Promise<boolean> {
    const key = JSON.stringify([space, round, code]);
    // Two presses at the same moment: the second finds the first on its way.
    if (this.#entering.has(key)) return false;
    this.#entering.add(key);
    try {
      const held = await this.#tables.get(
        `select code from sheet where ${OF} and code = ?`,
        space,
        round,
        code,
      );
      if (held !== undefined) return false;
      await this.#group.write(sql('insert into sheet values (?, ?, ?)', space, round, code), ...statements);
      return true;
    } finally {
      this.#entering.delete(key);
    }
  }

  /** How a round goes; never an answer. */
  async counts({ space, round }: RoundKey): Promise<Counts> {
    const one = async (words: string): Promise<number> => count(await this.#tables.get(words, space, round));
    const answered = `exists (select 1 from answer a where a.space = l.space and a.round = l.round and a.listener = l.id)`;
    const sectors = await this.#tables.all(
      `select sector, count(*) as n from listener l where ${OF} and sector is not null and ${answered} group by sector`,
      space,
      round,
    );
    return {
      people: await one(`select count(*) as n from listener l where ${OF} and ${answered}`),
      answers: await one(`select count(*) as n from answer where ${OF}`),
      sheets: await one(`select count(*) as n from sheet where ${OF}`),
      proposals: await one(`select count(*) as n from proposal where ${OF}`),
      voices: await one(`select count(*) as n from voice where ${OF}`),
      bySector: sectors.map((row) => ({ sector: text(row, 'sector'), people: count(row) })),
    };
  }

  /** All answers of a round, for its one publication. */
  async collected({ space, round }: RoundKey): Promise<Pick<RoundAnswers, 'voices' | 'hands'>> {
    const people = await this.#tables.all(
      `select id, sector from listener where ${OF} order by id`,
      space,
      round,
    );
    const rows = await this.#tables.all(
      `select listener, statement, stance from answer where ${OF} order by listener, statement`,
      space,
      round,
    );
    const answers = new Map<string, { statement: string; stance: 1 | 0 | -1 }[]>();
    for (const row of rows) {
      const own = answers.get(text(row, 'listener')) ?? [];
      own.push({ statement: text(row, 'statement'), stance: stanceOf(row) });
      answers.set(text(row, 'listener'), own);
    }
    const hands = await this.#tables.all(
      `select * from hand where ${OF} order by code, statement`,
      space,
      round,
    );
    const rooms = new Map<string, { sector: string | undefined; counts: Record<string, Hands> }>();
    for (const row of hands) {
      const room = rooms.get(text(row, 'code')) ?? { sector: maybe(row, 'sector'), counts: {} };
      room.counts[text(row, 'statement')] = {
        agree: count(row, 'agree'),
        disagree: count(row, 'disagree'),
        pass: count(row, 'pass'),
      };
      rooms.set(text(row, 'code'), room);
    }
    return {
      voices: people.map((row) => ({
        person: text(row, 'id'),
        sector: maybe(row, 'sector'),
        answers: answers.get(text(row, 'id')) ?? [],
      })),
      hands: [...rooms.values()],
    };
  }

  /** Deletes answers and people once their counts are published: what is not there cannot be joined to anybody. */
  async forget({ space, round }: RoundKey): Promise<void> {
    const tables = ['answer', 'listener', 'hand', 'sheet'];
    await this.#group.write(...tables.map((table) => sql(`delete from ${table} where ${OF}`, space, round)));
    await this.#tables.scrub();
  }

  /** The rounds of which answers are kept. */
  async held(): Promise<readonly RoundKey[]> {
    const rows = await this.#tables.all('select distinct space, round from door');
    return rows.map((row) => ({ space: text(row, 'space'), round: text(row, 'round') }));
  }

  /** Closes the file. */
  close(): Promise<void> {
    return this.#tables.close();
  }
}

const answerOf = (
  { space, round }: RoundKey,
  listener: string,
  statement: string,
  stance: number,
): Statement =>
  sql(
    `insert into answer values (?, ?, ?, ?, ?) on conflict do update set stance = excluded.stance`,
    space,
    round,
    listener,
    statement,
    stance,
  );

const doorOf = (row: Row): Door => ({
  space: text(row, 'space'),
  round: text(row, 'round'),
  id: text(row, 'id'),
  hash: text(row, 'hash'),
  kind: row['kind'] === 'personal' ? 'personal' : 'public',
  person: maybe(row, 'person'),
  revoked: row['revoked'] !== 0,
});
