/** A sound that is being recorded. */
export interface Recording {
  /** Ends it and gives what was heard. */
  stop(): Promise<File>;
  /** Ends it and keeps nothing. */
  cancel(): void;
}

/** What browsers record that this place takes, the first one best. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
/** Enough for a voice, in bits per second: ten minutes weigh 2 MB. */
const RATE = 24_000;

/** Whether this browser records at all. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && globalThis.navigator.mediaDevices !== undefined;

/** Begins to record from the microphone; `undefined` when the person or the device does not allow it. */
export const record = async (): Promise<Recording | undefined> => {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => undefined);
  if (stream === undefined) return undefined;
  const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: RATE,
    ...(mimeType === undefined ? {} : { mimeType }),
  });
  const pieces: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => void pieces.push(data));
  recorder.start();
  const end = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
    // The sign that the microphone is open goes with the last track.
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener('stop', () => {
          const type = recorder.mimeType.split(';')[0] ?? 'audio/webm';
          resolve(new File(pieces, `memo.${type.split('/')[1] ?? 'webm'}`, { type }));
        });
        end();
      }),
    cancel: end,
  };
};
