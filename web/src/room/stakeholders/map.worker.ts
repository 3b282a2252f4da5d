import {
  buildUndirected,
  findFindings,
  type Network,
  sayFinding,
  tieSectors,
} from '@tablee/domain/engines/network';
import { fileOf } from './map-file.ts';
import { NOBODY, relationPlaces, settle } from './map-force.ts';
import { drawMap, type Picture, type PictureRequest, ringPlaces } from './map-picture.ts';
import type { Answered, Asked, MapDone, MapWork } from './map-work.ts';

let known = NOBODY;

const draw = (request: PictureRequest): Picture => {
  if (request.form === 'rings') return drawMap(request, ringPlaces(request.actors));
  known = settle(request, known);
  return drawMap(request, relationPlaces(request, known));
};

const findings = (network: Network, language: 'fr' | 'en'): readonly string[] => {
  const graph = buildUndirected(network);
  const names = new Map(network.actors.map(({ id, name }) => [id, name]));
  return findFindings(graph, network.actors, tieSectors(graph, network.actors)).map((finding) =>
    sayFinding(finding, language, (id) => names.get(id) ?? id),
  );
};

const doneOf = (work: MapWork): MapDone[keyof MapDone] => {
  if (work.kind === 'picture') return draw(work.request);
  if (work.kind === 'findings') return findings(work.network, work.language);
  return fileOf(work.network, work.format);
};

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { number, work } = data;
  try {
    postMessage({ number, done: doneOf(work) } satisfies Answered);
  } catch (error) {
    postMessage({ number, fault: error instanceof Error ? error.message : String(error) } satisfies Answered);
  }
});
