import rfft from 'fourier-transform';
import { fillGaps } from '../../../domain/delivery/fill-gaps';
import { findMutedStretches } from '../../../domain/prosody/muted-stretches';
import { traceLevels, traceVoice } from '../../../domain/prosody/voice-trace';
import { readSoundModel, type StoredSoundModel } from '../../../domain/sound-alignment/sound-model';
import storedModel from '../../../domain/sound-alignment/sound-model.json';
import { timeTake } from '../../../domain/sound-alignment/time-take';
import type { TimingReply, TimingRequest } from '../protocol';

declare const self: DedicatedWorkerGlobalScope;

/** Progress finer than this, as a share of the whole, nobody sees. */
const PROGRESS_STEP = 0.02;

function reply(message: TimingReply): void {
  self.postMessage(message);
}

self.onmessage = ({ data: { samples, readings, gaps, voice } }: MessageEvent<TimingRequest>) => {
  let told = 0;
  const levelDb = traceLevels(samples);
  const silent = [...gaps, ...findMutedStretches(levelDb)];
  const { timing, heard } = timeTake(fillGaps(samples, silent), readings, {
    model: readSoundModel(storedModel as StoredSoundModel),
    measureSpectrum: (frame) => rfft(frame),
    voice: voice ?? undefined,
    onProgress: (ratio) => {
      if (ratio - told < PROGRESS_STEP) return;
      told = ratio;
      reply({ kind: 'progress', ratio });
    },
  });
  const trace = traceVoice(samples, timing.speech, levelDb);
  reply({ kind: 'timed', heard: { timing, trace }, voice: heard });
};
