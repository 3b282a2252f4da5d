import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Actor, SNAPSHOT_FORMAT, seenBy } from '@tablee/domain/kernel';
import type { You } from '@tablee/domain/protocol';
import type { Vault } from '../http/identity.ts';
import type { Folded } from './folded.ts';
import type { AuthorizedSpace } from './gate.ts';
import { folded, personsIn, readersByCircle } from './reading.ts';
import type { Runtime } from './runtime.ts';
import type { Spaces } from './spaces.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The encodings in which a body is kept ready. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A snapshot as bytes, ready to be sent again. */
export interface Body {
  /** Without quotes: the same for the same reader as long as nothing changed. */
  readonly etag: string;
  readonly raw: Uint8Array<ArrayBuffer>;
  encoded(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>>;
}

/** A body, and what it was made of: it holds as long as none of them is another one. */
interface Kept extends Body {
  readonly seq: number;
  /** Of the vault's cards of the space. */
  readonly version: number;
  /** The same object as long as no member and no circle of the space changes. */
  readonly actor: Actor;
}

/** Memory for bodies, in bytes. */
const KEPT_BYTES = 32_000_000;
/** Fast enough to be made when asked, and within a tenth of the smallest. */
const QUALITY = 5;

const bytesOf = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

const bodyOf = (etag: string, text: string): Body => {
  const raw = bytesOf(Buffer.from(text));
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  const make = async (encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> => {
    if (encoding === 'identity') return raw;
    if (encoding === 'gzip') return bytesOf(await zip(raw));
    return bytesOf(await brotli(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }));
  };
  return {
    etag,
    raw,
    encoded: (encoding) => {
      const held = made.get(encoding) ?? make(encoding);
      made.set(encoding, held);
      return held;
    },
  };
};

const youOf = ({ actor }: AuthorizedSpace): You => ({
  person: actor.id,
  roles: [...actor.roles].filter((role) => role !== 'system'),
  ...(actor.organisation === undefined ? {} : { organisation: actor.organisation }),
  circles: [...actor.circles].sort(),
});

/** Snapshots per reader, kept as long as nothing changed for them. */
export class Snapshots {
  readonly #spaces: Spaces;
  readonly #vault: Vault;
  readonly #runtime: Runtime;
  readonly #bodies = new Map<string, Kept>();
  #bytes = 0;

  /** Reads from `spaces` and `vault`. */
  constructor(spaces: Spaces, vault: Vault, runtime: Runtime) {
    this.#spaces = spaces;
    this.#vault = vault;
    this.#runtime = runtime;
  }

  /** What this reader may see now: entities of their circles, the people they meet, and who they are here. */
  async of(gate: AuthorizedSpace): Promise<Body> {
    const space = await folded(this.#spaces, gate);
    const version = await this.#vault.version(gate.space);
    const key = `${gate.space} ${gate.actor.id}`;
    const held = this.#bodies.get(key);
    if (held?.seq === space.state.seq && held.version === version && held.actor === gate.actor) return held;
    return this.#keep(key, await this.#make(gate));
  }

  async #make(gate: AuthorizedSpace): Promise<Kept> {
    const space = await folded(this.#spaces, gate);
    const { seq } = space.state;
    const persons = personsIn(this.#spaces, space.state, gate.actor);
    const reader = { person: gate.actor.id, circles: gate.circles };
    const people = await this.#vault.people(gate.space, persons, reader);
    // A change came while the cards were read: they would be those of an earlier state.
    if (space.state.seq !== seq) return this.#make(gate);
    const you = youOf(gate);
    const etag = this.#runtime
      .hash(JSON.stringify([SNAPSHOT_FORMAT, space.space, seq, you, people.version]))
      .slice(0, 32);
    const readers = JSON.stringify(readersByCircle(space.membership, gate.circles));
    const text = `{"snapshot":${snapshotText(space, gate)},"people":${JSON.stringify(people)},"you":${JSON.stringify(you)},"readers":${readers}}`;
    return { ...bodyOf(etag, text), seq, version: people.version, actor: gate.actor };
  }

  #keep(key: string, body: Kept): Body {
    this.#bytes += body.raw.byteLength - (this.#bodies.get(key)?.raw.byteLength ?? 0);
    this.#bodies.delete(key);
    this.#bodies.set(key, body);
    for (const [oldest, held] of this.#bodies) {
      if (this.#bytes <= KEPT_BYTES || oldest === key) break;
      this.#bodies.delete(oldest);
      this.#bytes -= held.raw.byteLength;
    }
    return body;
  }
}

/** The reader's snapshot as JSON; entities ordered by id, as the kernel orders them. */
const snapshotText = (space: Folded, gate: AuthorizedSpace): string => {
  const shelter = space.shelter.for(gate.actor.id);
  const seen = [...space.state.entities.values()].flatMap((entity) => {
    const whole = seenBy(entity, gate.actor);
    return whole === undefined ? [] : [shelter.entity(whole)];
  });
  seen.sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify({
    format: SNAPSHOT_FORMAT,
    space: space.space,
    seq: space.state.seq,
    entities: seen,
  });
};
