import { useEffect, useState } from 'react';
import type { Picture, PictureRequest } from './map-picture.ts';
import { MapWorker } from './map-worker.ts';

/** The worker of a map, from its first drawing until the map closes. */
export const useMapWorker = (): MapWorker => {
  const [worker] = useState(() => new MapWorker());
  useEffect(() => () => worker.end(), [worker]);
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
