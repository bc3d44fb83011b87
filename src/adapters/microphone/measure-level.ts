import { LEVEL_PROCESSOR, type LevelMessage } from './level-message';
import levelProcessorUrl from './level-processor.ts?worker&url';

/** The page's side of the level meter; owns its AudioContext. */
export interface LevelMeter {
  /** Begins to measure `stream`. Rejects with a DOMException where the browser cannot. */
  connect(stream: MediaStream, onLevel: (message: LevelMessage) => void): Promise<void>;
  close(): void;
}

/**
 * `null` where the browser has no sound processing. Create it inside a click, before anything is awaited. Throws a
 * DOMException where the browser has run out of sound devices.
 */
export function createLevelMeter(): LevelMeter | null {
  if (!('AudioContext' in globalThis) || !('AudioWorkletNode' in globalThis)) return null;
  const listening = new AbortController();
  let closed = false;
  let context = openContext();
  let node: AudioWorkletNode | null = null;
  let input: MediaStreamAudioSourceNode | null = null;

  // iOS stops the context for a phone call ("interrupted") and when the page goes to the back; every browser keeps it
  // from starting where nobody has clicked yet. Each chance to start it is taken.
  function wake(): void {
    if (!closed && context.state !== 'running' && context.state !== 'closed')
      context.resume().catch(() => {});
  }

  function openContext(options?: AudioContextOptions): AudioContext {
    const opened = new AudioContext({ latencyHint: 'interactive', ...options });
    opened.addEventListener('statechange', wake, { signal: listening.signal });
    opened.resume().catch(() => {});
    return opened;
  }

  function sourceOf(stream: MediaStream): MediaStreamAudioSourceNode {
    try {
      return context.createMediaStreamSource(stream);
    } catch (error) {
      // Firefox refuses a context whose rate is not the microphone's (a Bluetooth headset's 16 kHz).
      const rate = stream.getAudioTracks()[0]?.getSettings().sampleRate;
      if (!rate || rate === context.sampleRate) throw error;
      void context.close();
      context = openContext({ sampleRate: rate });
      return context.createMediaStreamSource(stream);
    }
  }

  return {
    async connect(stream, onLevel) {
      input = sourceOf(stream);
      await context.audioWorklet.addModule(levelProcessorUrl);
      if (closed) return;
      // Whatever the device gives, it is mixed down to one channel: some put the voice on one side only.
      node = new AudioWorkletNode(context, LEVEL_PROCESSOR, {
        channelCount: 1,
        channelCountMode: 'explicit',
      });
      node.port.onmessage = (event: MessageEvent<LevelMessage>) => onLevel(event.data);
      // Engines run only what leads to the output. The processor writes nothing there, so nothing is heard.
      input.connect(node).connect(context.destination);
      for (const chance of ['visibilitychange', 'pointerup', 'keyup'])
        document.addEventListener(chance, wake, { signal: listening.signal });
    },
    close() {
      if (closed) return;
      closed = true;
      listening.abort();
      if (node) {
        node.port.onmessage = null;
        node.port.close();
        node.disconnect();
      }
      input?.disconnect();
      void context.close();
    },
  };
}
