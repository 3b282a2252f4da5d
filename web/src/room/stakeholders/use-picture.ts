import { useEffect, useState } from 'react';
import type { Picture, PictureRequest } from './map-picture.ts';
import { MapWorker } from './map-worker.ts';

/** How long a worker outlives the last map, so that the next tab finds it running. */
const KEPT_MS = 5_000;
let held: { readonly worker: MapWorker; users: number } | undefined;

const hold = (): MapWorker => {
  held ??= { worker: new MapWorker(), users: 0 };
  held.users += 1;
  return held.worker;
};

const release = (): void => {
  if (held === undefined) return;
  held.users -= 1;
  setTimeout(() => {
    if (held === undefined || held.users > 0) return;
    held.worker.end();
    held = undefined;
  }, KEPT_MS);
};

/** The worker of the maps: one for all of them, until some seconds after the last one closed. */
export const useMapWorker = (): MapWorker => {
  const [worker] = useState(hold);
  useEffect(() => release, []);
  return worker;
};

/** A picture with what was asked for, since its numbers are places in that request. */
export interface Drawn {
  readonly request: PictureRequest;
  readonly picture: Picture;
}

/** The drawing of a request, laid out beside the page; until it is there, the one before it. */
export const usePicture = (worker: MapWorker, request: PictureRequest): Drawn | undefined => {
  const [drawn, setDrawn] = useState<Drawn>();
  useEffect(() => {
    let isWanted = true;
    void worker.ask({ kind: 'picture', request }).then((picture) => {
      if (isWanted) setDrawn({ request, picture });
    });
    return () => {
      isWanted = false;
    };
  }, [worker, request]);
  return drawn;
};
