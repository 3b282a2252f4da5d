import { type ReadHow, readFile } from './read-file.ts';

/** What the page asks of the worker: a file, and how to read it. */
export interface ReadAsked {
  readonly file: Blob;
  readonly how: ReadHow;
}

addEventListener('message', (event: MessageEvent<ReadAsked>) => {
  const { file, how } = event.data;
  void file
    .arrayBuffer()
    .then((buffer) => readFile(new Uint8Array(buffer), how))
    .then((outcome) => postMessage(outcome));
});
