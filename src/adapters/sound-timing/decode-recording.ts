import { ANALYSIS_HZ } from '../../domain/delivery/band-levels';

/**
 * A recording's samples at `ANALYSIS_HZ`, mono; `null` where the browser cannot read it. The browser decodes what it
 * recorded itself, and resamples to the rate of the context it decodes for, off the page's thread and with a proper
 * filter. It does so on the page alone: workers have no Web Audio.
 */
export async function decodeRecording(recording: Blob): Promise<Float32Array | null> {
  try {
    const bytes = await recording.arrayBuffer();
    const context = new OfflineAudioContext({ numberOfChannels: 1, length: 1, sampleRate: ANALYSIS_HZ });
    return mixDown(await context.decodeAudioData(bytes));
  } catch (cause) {
    // An empty or damaged file, one of an unknown codec, or a browser without such a context.
    if (cause instanceof DOMException || cause instanceof ReferenceError) return null;
    throw cause;
  }
}

/** The mean of the channels: some devices put the voice on one side only. */
function mixDown(sound: AudioBuffer): Float32Array {
  const samples = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    const side = sound.getChannelData(channel);
    for (let i = 0; i < side.length; i++)
      samples[i] = (samples[i] as number) + (side[i] as number) / sound.numberOfChannels;
  }
  return samples;
}
