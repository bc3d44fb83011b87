import { LEVEL_PROCESSOR, type LevelMessage } from './level-message';

/** Runs in the sound thread (AudioWorkletGlobalScope), whose globals no library of TypeScript declares. */
declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
declare const sampleRate: number;
declare const currentTime: number;

/** Length of one stretch of sound, s: short enough for a lively meter, long enough for a low voice's 80 Hz. */
const STRETCH_SECONDS = 0.02;

/** Measures the level of every sample, which polling an AnalyserNode from a hidden tab's slowed timers would not. */
class LevelProcessor extends AudioWorkletProcessor {
  private squares = 0;
  private peak = 0;
  private samples = 0;

  process([input]: Float32Array[][]): boolean {
    const channel = input?.[0];
    if (!channel) return true;
    for (const sample of channel) {
      this.squares += sample * sample;
      const size = Math.abs(sample);
      if (size > this.peak) this.peak = size;
    }
    this.samples += channel.length;
    if (this.samples >= STRETCH_SECONDS * sampleRate) {
      const message: LevelMessage = {
        atMs: currentTime * 1_000,
        meanSquare: this.squares / this.samples,
        peak: this.peak,
      };
      this.port.postMessage(message);
      this.squares = 0;
      this.peak = 0;
      this.samples = 0;
    }
    return true;
  }
}

registerProcessor(LEVEL_PROCESSOR, LevelProcessor);
