import type { SentenceReading } from '../../../src/domain/sound-alignment/sentence-reading';
import type { TakeTiming } from '../../../src/domain/sound-alignment/time-take';

/** What a timer without ears can do: the time from the first sound to the last, divided by morae. */
export function splitInProportion(timing: TakeTiming, readings: readonly SentenceReading[]): TakeTiming {
  const fromMs = timing.speech[0]?.startMs ?? 0;
  const toMs = timing.speech.at(-1)?.endMs ?? 0;
  const total = readings.reduce((sum, reading) => sum + reading.morae, 0);
  let morae = 0;
  const at = () => fromMs + ((toMs - fromMs) * morae) / Math.max(1, total);
  const passages = readings.flatMap((reading, sentence) => {
    const startMs = at();
    morae += reading.morae;
    return reading.morae > 0
      ? [{ sentence, startMs, endMs: at(), whole: true, confidence: 0, spans: [] }]
      : [];
  });
  return { ...timing, method: 'duration', confidence: 0, passages, omitted: [], otherSpeech: [] };
}
