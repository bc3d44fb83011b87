import type { TimedRecording } from '../adapters/sound-timing/create-sound-timing';
import type { Take } from '../domain/rehearsal/take';
import { countSayings } from '../domain/review/count-sayings';
import { findDeviceGaps, findRecordingGaps } from '../domain/review/device-gaps';
import type { HeardTake } from '../domain/review/heard-take';
import type { TimingFailure } from '../domain/review/sound-timing-error';
import { addUnheard } from '../domain/review/unheard-gaps';
import { readSentence } from '../domain/sound-alignment/sentence-reading';
import { splitSentences } from '../domain/text/sentences';
import { hintOf, type KeptVoice, learnVoice } from '../domain/voice-memory/kept-voice';
import type { AppState } from './app-state';
import type { Ports } from './ports';
import { scriptOf } from './take-texts';
import type { TimingProgress } from './timing-slice';

export type TimingPorts = Pick<Ports, 'storage' | 'analyzer' | 'soundTiming'>;

type SetState = (change: Partial<AppState>) => void;

/** Finds out when each sentence of a take was said: from what is kept, else from the recording. */
export async function timeRecording(
  ports: TimingPorts,
  set: SetState,
  get: () => AppState,
  take: Take,
  { signal, onProgress }: { signal: AbortSignal; onProgress(ratio: number): void },
): Promise<TimingProgress> {
  const failed = (error: TimingFailure): TimingProgress => ({ kind: 'failed', error });
  const gaps = findRecordingGaps(take.log, findDeviceGaps(take.log));
  const sentences = splitSentences(scriptOf(take, get().revisions)).map(({ text }) => text);

  /** Keeps with the take how often each sentence was said, where that is not known by this method. */
  const count = ({ timing, trace }: HeardTake): void => {
    const before = get().takes[take.variantId]?.find(({ id }) => id === take.id);
    if (!before || before.deletedAt !== null || before.sayings?.version === timing.version) return;
    const sayings = countSayings(timing, sentences.length, addUnheard(gaps, trace));
    if (sayings) get().takeCounted(take.variantId, take.id, sayings);
  };

  const kept = await ports.storage.heardTake(take.id);
  if (kept.ok && kept.heard) {
    count(kept.heard);
    return { kind: 'ready', heard: kept.heard };
  }
  const recording = await get().recordingOf(take.id);
  if (!recording) return failed({ kind: 'no-recording' });
  const analysed = await ports.analyzer.analyze(sentences, get().settings.readingCorrections);
  if (!analysed.ok) return failed({ kind: 'no-dictionary' });
  const readings = analysed.analyses.map(({ text, spans }) => readSentence(text, spans));
  const known = await knownVoice(ports, get);
  const voice = known && hintOf(known);
  const result = await ports.soundTiming.time(recording, readings, {
    gaps: gaps.silent,
    voice,
    signal,
    onProgress,
  });
  if (!result.ok) return failed(result.error);
  // Where it cannot be kept it is worked out again: nothing is lost but time.
  void ports.storage.saveHeardTake(take.id, result.heard);
  count(result.heard);
  await learn(ports, set, get, take.id, result);
  return { kind: 'ready', heard: result.heard };
}

async function knownVoice(ports: TimingPorts, get: () => AppState): Promise<KeptVoice | null> {
  if (!get().settings.keepVoice) return null;
  const kept = await ports.storage.voice();
  return kept.ok ? kept.voice : null;
}

async function learn(
  ports: TimingPorts,
  set: SetState,
  get: () => AppState,
  takeId: string,
  { heard, voice }: Extract<TimedRecording, { ok: true }>,
): Promise<void> {
  // Read anew: the person may have had it forgotten while the sound was worked on.
  const before = await knownVoice(ports, get);
  const after = get().settings.keepVoice && learnVoice(before, takeId, heard.timing, voice);
  if (!after || after === before) return;
  set({ voiceTakes: after.takeIds.length });
  await ports.storage.saveVoice(after);
}
