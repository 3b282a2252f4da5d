import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import { isRegrouped, message, type Sink, tailFor } from '../space/feed.ts';
import { type AuthorizedSpace, reopenGate } from '../space/gate.ts';
import { folded, personsIn } from '../space/reading.ts';
import { type AppDeps, type Call, type Env, gateOf } from './context.ts';

/** A receiver that is this far behind, in bytes, is cut off and comes back with its cursor. */
const FAR_BEHIND = 4_000_000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-content-type-options': 'nosniff',
  // Some proxies gather a response before they pass it on, which a feed must not suffer.
  'x-accel-buffering': 'no',
} as const;

/** A sink that holds back what is live until the tail has gone out, so that nothing comes out of order. */
class Ordered implements Sink {
  readonly #sink: Sink;
  #held: Uint8Array[] | undefined = [];
  #closing = false;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  send(bytes: Uint8Array): boolean {
    if (this.#held === undefined) return this.#sink.send(bytes);
    this.#held.push(bytes);
    return true;
  }

  close(): void {
    if (this.#held === undefined) this.#sink.close();
    else this.#closing = true;
  }

  /** Sends the tail, then what came meanwhile. */
  release(tail: Uint8Array | undefined): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    if (tail !== undefined && tail.byteLength > 0) this.#sink.send(tail);
    for (const bytes of held) this.#sink.send(bytes);
    if (this.#closing) this.#sink.close();
  }
}

/** Writes straight to the connection: one write per message, none of the machinery of web streams. */
const directSink = (outgoing: NonNullable<Env['Bindings']['outgoing']>, ended: () => void): Sink => {
  outgoing.on('close', ended);
  // A feed ends with its connection: without frames around each message, a message is one write to the system.
  outgoing.removeHeader('transfer-encoding');
  outgoing.writeHead(200, HEADERS);
  outgoing.flushHeaders();
  return {
    send: (bytes) => {
      if (outgoing.writableEnded || outgoing.destroyed) return false;
      outgoing.write(bytes);
      return outgoing.writableLength < FAR_BEHIND;
    },
    close: () => {
      if (outgoing.writableLength >= FAR_BEHIND) outgoing.destroy();
      else outgoing.end();
      ended();
    },
  };
};

/** The same over a web stream, where there is no connection below (`app.request()`). */
const streamSink = (ended: () => void): { readonly sink: Sink; readonly response: Response } => {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let open = true;
  const stream = new ReadableStream<Uint8Array>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      open = false;
      ended();
    },
  });
  const sink: Sink = {
    send: (bytes) => {
      if (open) controller?.enqueue(bytes);
      return open;
    },
    close: () => {
      if (open) controller?.close();
      open = false;
      ended();
    },
  };
  return { sink, response: new Response(stream, { headers: HEADERS }) };
};

const cursorOf = (c: Call): number | undefined => {
  const given = c.req.header('last-event-id') ?? c.req.query('after');
  if (given === undefined || !/^\d{1,15}$/.test(given)) return undefined;
  return Number(given);
};

/** Sends what this reader may see of the vault; not when the device already holds this version. */
const tellPeople = async (deps: AppDeps, gate: AuthorizedSpace, sink: Sink, held?: number): Promise<void> => {
  const current = await reopenGate(deps.spaces, gate);
  if (current === undefined) return sink.close();
  const { state } = await folded(deps.spaces, current);
  const persons = personsIn(deps.spaces, state, current.actor);
  const reader = { person: current.actor.id, circles: current.circles };
  const people = await deps.vault.people(gate.space, persons, reader);
  if (people.version !== held) sink.send(message('people', people));
};

const open = async (deps: AppDeps, c: Call): Promise<Response> => {
  const gate = await gateOf(deps, c);
  const space = await folded(deps.spaces, gate);
  const after = cursorOf(c) ?? space.state.seq;
  let remove = (): void => undefined;
  const ended = (): void => remove();
  const { outgoing } = c.env ?? {};
  const made = outgoing === undefined ? streamSink(ended) : undefined;
  const inner = made?.sink ?? (outgoing && directSink(outgoing, ended));
  if (inner === undefined) throw new Error('a feed has neither a connection nor a stream');
  const sink = new Ordered(inner);
  const peopleChanged = (): void => {
    tellPeople(deps, gate, sink).catch(() => sink.close());
  };
  // From here to tailFor's first step nothing else runs: no event falls between the tail and what is live.
  remove = deps.spaces.hub.add({ gate, sink, peopleChanged });
  const held = c.req.query('people');
  // Somebody was put in safety or back in view since: what the device holds of their words is in no event after it.
  const isVeiled = held !== undefined && Number(held) < space.shelter.since;
  const tail =
    isRegrouped(space, { gate }) || isVeiled
      ? { reset: true as const, seq: space.state.seq }
      : await tailFor(deps.spaces.ledger, space, gate, after).catch(() => ({
          reset: true as const,
          seq: space.state.seq,
        }));
  if (tail.reset) {
    sink.close();
    sink.release(message('reset', { seq: tail.seq }));
  } else {
    sink.release(tail.bytes ?? message('tick', { seq: tail.seq }, tail.seq));
    // Somebody put in safety while the device was away leaves it at this contact, not at the next change.
    if (held !== undefined) await tellPeople(deps, gate, sink, Number(held)).catch(() => sink.close());
  }
  return made?.response ?? RESPONSE_ALREADY_SENT;
};

/**
 * `GET …/feed`: events after the cursor (`Last-Event-ID` or `?after=`), then each change as it becomes durable. With
 * `?people=` and the version of the vault that the device holds, the current one comes too when it is another.
 */
export const feedRoute = (app: Hono<Env>, deps: AppDeps): void => {
  app.get('/api/spaces/:space/feed', (c) => open(deps, c));
};
