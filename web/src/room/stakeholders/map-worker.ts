import type { Answered, Asked, MapDone, MapWork } from './map-work.ts';

/** Draws and writes the map beside the page: the main thread never waits for it. */
export class MapWorker {
  readonly #worker = new Worker(new URL('./map.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<
    number,
    { readonly resolve: (done: unknown) => void; readonly reject: (fault: Error) => void }
  >();
  #number = 0;

  /** Starts the worker; it ends with {@link end}. */
  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if (data.fault === undefined) waiting?.resolve(data.done);
      else waiting?.reject(new Error(data.fault));
    };
    this.#worker.onerror = ({ message }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(message));
      this.#waiting.clear();
    };
  }

  /** Has a piece of work done. Never settles after {@link end}. @throws {Error} when it could not be done. */
  ask<Kind extends MapWork['kind']>(work: Extract<MapWork, { kind: Kind }>): Promise<MapDone[Kind]> {
    this.#number += 1;
    const asked: Asked = { number: this.#number, work };
    return new Promise((resolve, reject) => {
      // The worker answers each kind of work with what MapDone says of it.
      this.#waiting.set(asked.number, { resolve: resolve as (done: unknown) => void, reject });
      this.#worker.postMessage(asked);
    });
  }

  /** Ends the worker with whatever it is doing. */
  end(): void {
    this.#waiting.clear();
    this.#worker.terminate();
  }
}
