import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import { ELEMENTS, type Element } from '../coverage/element';
import type { Stretch } from '../delivery/detect-speech';
import type { TakeTiming } from '../sound-alignment/time-take';
import { countCharacters } from '../text/characters';
import type { SpeakingRate } from '../timing/estimate-duration';
import { articulationRate, charactersPerMinute, speechRate } from '../timing/pace';
import type { RecordingGaps } from './device-gaps';
import { findMoments, type Moment } from './find-moments';
import type { HeardTake } from './heard-take';
import { type Melody, measureEnding, measureMelody } from './judge-voice';
import { planSentences } from './plan-sentences';
import type { TakeReview } from './review-take';
import { type Sureness, surenessOf, surenessOfTake } from './sureness';
import { type PhrasePace, tracePace } from './trace-pace';
import { addUnheard, overlapsGap } from './unheard-gaps';

/** One sentence of the script as the sound tells it. */
export interface SentenceDelivery {
  /**
   * `cut-off`: the take ended before it did. `not-heard`: left out, as far as sound tells. `lost-to-device`: where it
   * belongs no sound came in. `not-found`: not known, said or not. `unspoken`: nothing in it is said aloud.
   */
  status: 'said' | 'repeated' | 'cut-off' | 'not-heard' | 'lost-to-device' | 'not-found' | 'unspoken';
  /** Every time it was said, in order. */
  sayings: Stretch[];
  /** From its start to the next word, over all sayings, ms: what the take would be shorter by without it. */
  tookMs: number;
  plannedMs: number;
  /** 調音速度, 拍/秒; `null` where it is not measured or the sentence is too short for it. */
  articulationRate: number | null;
  /** After the last saying, ms; 0 where the next word follows at once, `null` where there is none. */
  pauseAfterMs: number | null;
  /** How much softer than the sentence its last saying ends, dB; `null` where that cannot be told. */
  endingDropDb: number | null;
  sureness: Sureness;
}

/** What the take would be so much shorter by. */
export interface Gain {
  /** `cut`: without the sentence; `once`: with it said once only. */
  by: 'cut' | 'once';
  sentence: number;
  savesMs: number;
  /** Elements that no other sentence carries: they would be lost with a cut. */
  onlyFor: Element[];
}

/** How fast the sentences were said that the sound tells of. */
export interface SpokenRates {
  characters: number;
  morae: number;
  /** 字/分, pauses in. */
  charactersPerMinute: number;
  /** 調音速度, 拍/秒. */
  articulation: number;
  /** 話速, 拍/秒. */
  speech: number;
}

/** What the sound of a take tells, held against its script and plan. Times are ms of the recording. */
export interface DeliveryReview {
  /** `sound`: sentences were recognised by their sound; `duration`: only lengths and pauses were compared. */
  method: TakeTiming['method'];
  sureness: Sureness;
  /** Share of the sentences found that are expected to begin where it is said, 0–1. */
  confidence: number;
  durationMs: number;
  /** Where no sound came in although no device said so. */
  unheard: Stretch[];
  sentences: SentenceDelivery[];
  /** Time of the sentences that carry each element; one that carries two counts for both. */
  elementMs: Record<Element, number>;
  /** The longest first, three at most. */
  gains: Gain[];
  /** In the order they were said. */
  moments: Moment[];
  pauses: Stretch[];
  /** Over what was said of the script; `null` where that was not recognised by its sound. */
  rates: SpokenRates | null;
  /** Pace over time. */
  paces: PhrasePace[];
  /** Variety of the voice's height; `null` where it cannot be told. */
  melody: Melody | null;
}

/** A rate of fewer morae says more about where a sentence was cut than about its pace. */
const LEAST_MORAE_FOR_RATE = 6;
const MOST_GAINS = 3;

/** Derives what a review shows of a take's sound. All arguments are of the same take. */
export function judgeDelivery(
  { timing: recorded, trace }: HeardTake,
  sentences: readonly SentenceAnalysis[],
  review: Pick<TakeReview, 'elements' | 'naming' | 'time' | 'recordingGaps'>,
  rate: SpeakingRate,
): DeliveryReview {
  const gaps = addUnheard(review.recordingGaps, trace);
  const timing = withoutGaps(recorded, gaps);
  const planned = planSentences(sentences, review.time.budgetMs, rate);
  const sureness = surenessOfTake(timing);
  const judged = sentences.map(({ length }, index): SentenceDelivery => {
    const passages = timing.passages.filter(({ sentence }) => sentence === index);
    const sayings = passages.map(({ startMs, endMs }) => ({ startMs, endMs }));
    const last = sayings.at(-1);
    const lasted = sayings.reduce((sum, saying) => sum + lengthOf(saying), 0);
    const pausesAfter = sayings.map((saying) => pauseAfter(saying, timing, gaps) ?? 0);
    const pausedMs = sayings.reduce((sum, saying) => sum + pausedWithin(saying, timing.pauses), 0);
    const whole = passages.length > 0 && passages.every((passage) => passage.whole);
    const broken = sayings.some((saying) => gaps.silent.some((gap) => overlapsGap(saying, gap)));
    const measured = timing.method === 'sound' && length.morae >= LEAST_MORAE_FOR_RATE && whole && !broken;
    const status = statusOf(length.morae, sayings.length, whole, timing.method, sureness);
    return {
      status: mayBeLost(status, index, timing, gaps) ? 'lost-to-device' : status,
      sayings,
      tookMs: lasted + pausesAfter.reduce((sum, ms) => sum + ms, 0),
      plannedMs: planned[index] ?? 0,
      articulationRate: measured ? articulationRate(length.morae * sayings.length, lasted, pausedMs) : null,
      pauseAfterMs: last ? pauseAfter(last, timing, gaps) : null,
      endingDropDb: last && measured ? measureEnding(trace, last, timing.snrDb) : null,
      sureness: passages.length > 0 ? surenessOf(Math.min(...passages.map((p) => p.confidence))) : sureness,
    };
  });
  return {
    method: timing.method,
    sureness,
    confidence: timing.confidence,
    durationMs: timing.durationMs,
    unheard: gaps.unheard,
    sentences: judged,
    elementMs: Object.fromEntries(
      ELEMENTS.map((element) => [
        element,
        review.elements[element].sentences.reduce((sum, index) => sum + (judged[index]?.tookMs ?? 0), 0),
      ]),
    ) as Record<Element, number>,
    gains: findGains(judged, sentences, review),
    moments: findMoments(judged, sentences, timing),
    pauses: timing.pauses,
    rates: ratesOf(judged, sentences, timing, gaps),
    paces: tracePace(timing, sentences),
    melody:
      timing.method === 'sound'
        ? measureMelody(
            trace,
            judged.flatMap(({ sayings }) => sayings),
            timing.snrDb,
          )
        : null,
  };
}

function statusOf(
  morae: number,
  sayings: number,
  whole: boolean,
  method: TakeTiming['method'],
  sureness: Sureness,
): SentenceDelivery['status'] {
  if (sayings > 1 && method === 'sound') return 'repeated';
  if (sayings > 0) return whole ? 'said' : 'cut-off';
  if (morae === 0) return 'unspoken';
  return method === 'sound' && sureness === 'sure' ? 'not-heard' : 'not-found';
}

/** A silence of the device is nobody's pause, and what it leaves of a sentence is no remark. */
function withoutGaps(timing: TakeTiming, { silent }: RecordingGaps): TakeTiming {
  if (silent.length === 0) return timing;
  const clear = (stretch: Stretch) => !silent.some((gap) => overlapsGap(stretch, gap));
  return {
    ...timing,
    pauses: timing.pauses.filter(clear),
    otherSpeech: timing.otherSpeech.filter(clear),
  };
}

/** Whether a sentence that the sound lacks may have been said where no sound came in. */
function mayBeLost(
  status: SentenceDelivery['status'],
  sentence: number,
  { passages, durationMs }: TakeTiming,
  { silent, endsEarly }: RecordingGaps,
): boolean {
  if (status !== 'not-heard' && status !== 'not-found' && status !== 'cut-off') return false;
  const before = passages.findLast((passage) => passage.sentence < sentence);
  const after = passages.find((passage) => passage.sentence > sentence);
  if (endsEarly && !after) return true;
  if (status === 'cut-off') return false;
  const place = { startMs: before?.endMs ?? 0, endMs: after?.startMs ?? durationMs };
  return silent.some((gap) => overlapsGap(place, gap));
}

function lengthOf({ startMs, endMs }: Stretch): number {
  return endMs - startMs;
}

/** A word this soon before the end of a sentence is still the sentence's own, ms: edges are known to about 40 ms. */
const EDGE_MS = 50;

/** Silence after a saying until anything is said; `null` where nothing more is, or where the device was silent. */
function pauseAfter({ endMs }: Stretch, { speech }: TakeTiming, { silent }: RecordingGaps): number | null {
  const next = speech.find((stretch) => stretch.endMs > endMs + EDGE_MS);
  if (!next || silent.some((gap) => overlapsGap({ startMs: endMs, endMs: next.startMs }, gap))) return null;
  return Math.max(0, next.startMs - endMs);
}

function pausedWithin({ startMs, endMs }: Stretch, pauses: readonly Stretch[]): number {
  return pauses.reduce(
    (sum, pause) => sum + Math.max(0, Math.min(pause.endMs, endMs) - Math.max(pause.startMs, startMs)),
    0,
  );
}

/** Names that no dictionary knows are given in one of these forms. */
const GIVES_A_NAME = /と(?:申し|もうし|言い|いい)ます/u;

/** Not the first or last sentence, which greet and close, nor one with a name. */
function findGains(
  judged: readonly SentenceDelivery[],
  sentences: readonly SentenceAnalysis[],
  { elements, naming }: Pick<TakeReview, 'elements' | 'naming'>,
): Gain[] {
  return judged
    .flatMap(({ status, sayings, tookMs }, sentence): Gain[] => {
      if (status === 'repeated') {
        const savesMs = tookMs * (1 - 1 / sayings.length);
        return [{ by: 'once', sentence, savesMs, onlyFor: [] }];
      }
      const names = naming.includes(sentence) || GIVES_A_NAME.test(sentences[sentence]?.text ?? '');
      if (sentence === 0 || sentence === judged.length - 1 || names || sayings.length === 0) return [];
      const onlyFor = ELEMENTS.filter((element) => {
        const carriers = elements[element].sentences;
        return carriers.includes(sentence) && carriers.length === 1;
      });
      return [{ by: 'cut', sentence, savesMs: tookMs, onlyFor }];
    })
    .sort((one, other) => other.savesMs - one.savesMs)
    .slice(0, MOST_GAINS);
}

function ratesOf(
  judged: readonly SentenceDelivery[],
  sentences: readonly SentenceAnalysis[],
  { method, pauses }: TakeTiming,
  { silent }: RecordingGaps,
): SpokenRates | null {
  if (method !== 'sound' || silent.length > 0) return null;
  let [characters, morae, saidMs, pausedMs, tookMs] = [0, 0, 0, 0, 0];
  judged.forEach(({ status, sayings, tookMs: took }, index) => {
    if (status === 'cut-off') return;
    tookMs += took;
    for (const saying of sayings) {
      characters += countCharacters(sentences[index]?.text ?? '').all;
      morae += sentences[index]?.length.morae ?? 0;
      saidMs += lengthOf(saying);
      pausedMs += pausedWithin(saying, pauses);
    }
  });
  if (morae < LEAST_MORAE_FOR_RATE) return null;
  return {
    characters,
    morae,
    charactersPerMinute: charactersPerMinute(characters, tookMs),
    articulation: articulationRate(morae, saidMs, pausedMs),
    speech: speechRate(morae, tookMs),
  };
}
