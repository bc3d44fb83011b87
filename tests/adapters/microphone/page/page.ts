import { createBrowserMicrophone } from '../../../../src/adapters/microphone/create-browser-microphone';
import type {
  Microphone,
  MicrophoneLevel,
  OpenMicrophone,
} from '../../../../src/adapters/microphone/microphone';

/** What the tests ask from outside. */
export interface MicrophonePage {
  opening: ReturnType<Microphone['open']> | null;
  clickedAtMs: number | null;
  source: OpenMicrophone | null;
  levels: (MicrophoneLevel & { atMs: number })[];
  contexts: AudioContext[];
  recorders: MediaRecorder[];
  streams: MediaStream[];
}
declare global {
  interface Window {
    microphonePage: MicrophonePage;
  }
}

const page: MicrophonePage = {
  opening: null,
  clickedAtMs: null,
  source: null,
  levels: [],
  contexts: [],
  recorders: [],
  streams: [],
};
window.microphonePage = page;

// Looks on at what the adapter opens, to see afterwards that it was closed.
window.AudioContext = new Proxy(AudioContext, {
  construct(target, args: [AudioContextOptions?]) {
    const context = new target(...args);
    page.contexts.push(context);
    return context;
  },
});
window.MediaRecorder = new Proxy(MediaRecorder, {
  construct(target, args: [MediaStream, MediaRecorderOptions?]) {
    const recorder = new target(...args);
    page.recorders.push(recorder);
    return recorder;
  },
});
// A page without encryption has no devices.
if (navigator.mediaDevices) {
  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    page.streams.push(stream);
    return stream;
  };
}

const microphone = createBrowserMicrophone();
function open(): void {
  page.opening = microphone.open().then((result) => {
    if (result.ok) {
      page.source = result.source;
      result.source.subscribeLevel((level) => page.levels.push({ ...level, atMs: performance.now() }));
    }
    return result;
  });
}
document.querySelector('button')?.addEventListener('click', open);
document.addEventListener('pointerdown', () => {
  page.clickedAtMs ??= performance.now();
});
// Asking the page from outside counts as a click: only what it does by itself is without.
if (location.hash === '#open') open();
