import type { Network } from '@tablee/domain/engines/network';
import type { Picture, PictureRequest } from './map-picture.ts';

/** A file format of the shared map that the worker writes. */
export type NetworkFormat = 'graphml' | 'kumu' | 'elements' | 'connections';

/** What the worker is asked for. */
export type MapWork =
  | { readonly kind: 'picture'; readonly request: PictureRequest }
  | { readonly kind: 'findings'; readonly network: Network; readonly language: 'fr' | 'en' }
  | { readonly kind: 'file'; readonly network: Network; readonly format: NetworkFormat };

/** What each kind of work comes back as. */
export interface MapDone {
  readonly picture: Picture;
  readonly findings: readonly string[];
  readonly file: string;
}

/** A question with its number, as it travels to the worker. */
export interface Asked {
  readonly number: number;
  readonly work: MapWork;
}

/** An answer with the number of its question; `fault` when the work could not be done. */
export interface Answered {
  readonly number: number;
  readonly done?: MapDone[keyof MapDone];
  readonly fault?: string;
}
