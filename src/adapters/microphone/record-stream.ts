import type { Recorder, RecordingListener } from './microphone';

/** A tab killed in mid-take loses this and the time it takes to write it down: less than a second. */
const CHUNK_MS = 500;

/** Enough for speech to sound clean in Opus and AAC, bit/s: half a megabyte a minute. */
const BITS_PER_SECOND = 64_000;

/** How long the browser may take to hand over the last chunk, ms; some never say that they have stopped. */
const STOP_LIMIT_MS = 3_000;

/** Best first. Safari before 18.4 has only the second and third; the last is for what comes. */
const MIME_TYPES = [
  'audio/webm;codecs=opus',
  'audio/mp4;codecs=opus',
  'audio/mp4;codecs=mp4a.40.2',
  'audio/mp4',
  'audio/ogg;codecs=opus',
  'audio/webm',
];

/** Records `stream`; `null` where the browser has no recorder or none of its codecs works for this stream. */
export function recordStream(
  stream: MediaStream,
  { onChunk, onBegan, onEnded }: RecordingListener,
): Recorder | null {
  if (!('MediaRecorder' in globalThis)) return null;
  const mimeType = MIME_TYPES.find((type) => MediaRecorder.isTypeSupported(type));
  let recorder: MediaRecorder;
  let chunks = 0;
  let began = false;
  const begin = (): void => {
    if (!began) onBegan?.();
    began = true;
  };
  try {
    recorder = new MediaRecorder(stream, {
      ...(mimeType && { mimeType }),
      audioBitsPerSecond: BITS_PER_SECOND,
    });
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size === 0) return;
      begin();
      onChunk(data, chunks++);
    });
    recorder.addEventListener('start', begin, { once: true });
    recorder.start(CHUNK_MS);
  } catch {
    return null;
  }

  let stopping: Promise<void> | null = null;
  // A lost microphone stops the recorder by itself, so the end is awaited from the beginning.
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener(
      'stop',
      () => {
        resolve();
        if (!stopping) onEnded?.();
      },
      { once: true },
    );
  });

  return {
    // Firefox and Safari name the type only once the recorder runs.
    get mimeType() {
      return recorder.mimeType || mimeType || '';
    },
    pause() {
      if (recorder.state === 'recording') recorder.pause();
    },
    resume() {
      if (recorder.state === 'paused') recorder.resume();
    },
    stop() {
      stopping ??= new Promise((resolve) => {
        const limit = setTimeout(resolve, STOP_LIMIT_MS);
        void ended.then(() => {
          clearTimeout(limit);
          resolve();
        });
        if (recorder.state !== 'inactive') recorder.stop();
      });
      return stopping;
    },
  };
}
