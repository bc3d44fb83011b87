import { ANY_SPEECH, type SentenceChain } from './sentence-chain';
import { SILENCE } from './sound-model';

/** One saying of one sentence. `[startFrame, endFrame)` in frames. */
export interface FoundPassage {
  sentence: number;
  startFrame: number;
  endFrame: number;
  /** End of the passage before, or 0; start of the one after, or the end of the take. */
  earliestFrame: number;
  latestFrame: number;
  /** False where the take ends before the sentence does. */
  whole: boolean;
}

/** Log likelihoods of every frame: `width` numbers a frame, those of states, `SILENCE` and `ANY_SPEECH`. */
export interface Emissions {
  frames: number;
  width: number;
  logs: Float32Array;
}

/**
 * Costs of the ways through a script, ln. A frame of right speech differs from one of wrong speech by about 3: a jump
 * has to be worth a few words. Chosen on the tuning set of tests/evaluate/make-voices.ts, where half and twice as much
 * do as well.
 */
const SKIP = 40;
const SKIP_EACH_FURTHER = 5;
const GO_BACK = 40;
const GO_BACK_EACH_FURTHER = 2;
const WITHOUT_SILENCE = 6;
const OTHER_SPEECH = 15;
/** A sentence is broken off and begun again, having got no further than this share of it: further is a repetition. */
const BREAK_OFF = 60;
const MOST_BROKEN_OFF = 0.75;
/** The take ends after another sentence than the last, or within one. */
const END_EARLY = 20;
const END_WITHIN = 60;
/** Ways this much worse than the best, ln, are given up: more than any two jumps cost. */
const BEAM = 350;

/**
 * Finds when each sentence was said: the best path through sentences that follow one another, may be skipped or said
 * again, with silence or other speech between them; one that is broken off and begun again counts from where it was
 * begun again, unless the model knows the voice too little to tell (`knowsVoice`). Memory grows with frames ×
 * sentences, not with frames × sounds: a path remembers only where its sentence began.
 */
export function findPassages(
  emissions: Emissions,
  chains: readonly SentenceChain[],
  knowsVoice = true,
): FoundPassage[] {
  const { frames, width, logs } = emissions;
  const count = chains.length;
  const sayable = chains.map((chain) => chain.sounds.length > 0);
  const scores = chains.map((chain) => new Float64Array(chain.sounds.length).fill(-Infinity));
  const entries = chains.map((chain) => new Int32Array(chain.sounds.length));
  const lows = new Int32Array(count);
  const highs = new Int32Array(count).fill(-1);
  // Where a sentence that ends before frame t began, and which gap, ended when, it was entered from.
  const startOf = new Int32Array((frames + 1) * count);
  const enteredFrom = new Int32Array((frames + 1) * count);
  // Gap g lies after sentence g − 1; gap 0 is before the first.
  const gaps = count + 1;
  const silent = new Float64Array(gaps).fill(-Infinity);
  const silentSince = new Int32Array(gaps);
  const other = new Float64Array(gaps).fill(-Infinity);
  const otherSince = new Int32Array(gaps);
  const ended = new Float64Array(gaps).fill(-Infinity);
  // Silence after a sentence was broken off; it is begun again as from where it was first entered from.
  const broken = new Float64Array(count).fill(-Infinity);
  const brokenFrom = new Int32Array(count);
  const gapBest = new Float64Array(gaps);
  const gapSince = new Int32Array(gaps);
  const entry = new Float64Array(count);
  const entryGap = new Int32Array(count);
  const entryFrom = new Int32Array(count);
  silent[0] = 0;
  let best = 0;

  for (let t = 0; t < frames; t++) {
    const row = t * width;
    const threshold = best - BEAM;
    best = -Infinity;
    for (let g = 0; g < gaps; g++) {
      let score = silent[g] as number;
      let since = silentSince[g] as number;
      if ((other[g] as number) > score) {
        score = other[g] as number;
        since = otherSince[g] as number;
      }
      const direct = (ended[g] as number) - WITHOUT_SILENCE;
      if (direct > score) {
        score = direct;
        since = t;
      }
      gapBest[g] = score;
      gapSince[g] = since;
    }
    chooseEntries(gapBest, entry, entryGap);
    for (let s = 0; s < count; s++) {
      const gap = entryGap[s] as number;
      entryFrom[s] = gap * (frames + 1) + (gapSince[gap] as number);
      if ((broken[s] as number) <= (entry[s] as number)) continue;
      entry[s] = broken[s] as number;
      entryFrom[s] = brokenFrom[s] as number;
    }

    for (let s = 0; s < count; s++) {
      if (!sayable[s]) continue;
      const enters = (entry[s] as number) > threshold;
      if (!enters && (highs[s] as number) < (lows[s] as number)) continue;
      const chain = chains[s] as SentenceChain;
      const score = scores[s] as Float64Array;
      const began = entries[s] as Int32Array;
      const { sounds, stay, advance, arcHead, arcFrom, arcCost } = chain;
      const top = Math.min(score.length - 1, Math.max(highs[s] as number, -1) + chain.reach);
      const bottom = enters ? 0 : (lows[s] as number);
      for (let k = top; k >= bottom; k--) {
        let value = (score[k] as number) + (stay[k] as number);
        let from = began[k] as number;
        if (k > 0) {
          const way = (score[k - 1] as number) + (advance[k] as number);
          if (way > value) {
            value = way;
            from = began[k - 1] as number;
          }
          for (let a = arcHead[k] as number, end = arcHead[k + 1] as number; a < end; a++) {
            const origin = arcFrom[a] as number;
            const arc = (score[origin] as number) + (arcCost[a] as number);
            if (arc > value) {
              value = arc;
              from = began[origin] as number;
            }
          }
        } else if (enters && (entry[s] as number) > value) {
          value = entry[s] as number;
          from = t;
          enteredFrom[t * count + s] = entryFrom[s] as number;
        }
        value += logs[row + (sounds[k] as number)] as number;
        score[k] = value;
        began[k] = from;
        if (value > best) best = value;
      }
      lows[s] = bottom;
      highs[s] = top;
    }

    // Gaps take in sentences that ended with the frame before this one.
    const silence = logs[row + SILENCE] as number;
    const speech = logs[row + ANY_SPEECH] as number;
    for (let s = 0; s < count; s++) broken[s] = (broken[s] as number) + silence;
    for (let g = 0; g < gaps; g++) {
      const wasSilent = silent[g] as number;
      const wasOther = other[g] as number;
      const end = ended[g] as number;
      let score = wasSilent;
      let since = silentSince[g] as number;
      const sinceOther = otherSince[g] as number;
      if (wasOther > score) {
        score = wasOther;
        since = sinceOther;
      }
      if (end > score) {
        score = end;
        since = t;
      }
      let otherScore = wasOther;
      let otherFrom = sinceOther;
      if (score - OTHER_SPEECH > otherScore) {
        otherScore = score - OTHER_SPEECH;
        otherFrom = since;
      }
      silent[g] = score + silence;
      silentSince[g] = since;
      other[g] = otherScore + speech;
      otherSince[g] = otherFrom;
      if ((silent[g] as number) > best) best = silent[g] as number;
      if ((other[g] as number) > best) best = other[g] as number;
    }

    const least = best - BEAM;
    for (let s = 0; s < count; s++) {
      ended[s + 1] = -Infinity;
      let low = lows[s] as number;
      let high = highs[s] as number;
      if (high < low) continue;
      const score = scores[s] as Float64Array;
      while (low <= high && (score[low] as number) < least) score[low++] = -Infinity;
      while (high >= low && (score[high] as number) < least) score[high--] = -Infinity;
      lows[s] = low;
      highs[s] = high;
      if (knowsVoice) breakOff(s, low, high);
      for (const exit of (chains[s] as SentenceChain).exits) {
        const value = (score[exit.node] as number) + exit.cost;
        if (value > (ended[s + 1] as number)) {
          ended[s + 1] = value;
          startOf[(t + 1) * count + s] = (entries[s] as Int32Array)[exit.node] as number;
        }
      }
    }
  }
  return tracePassages();

  function breakOff(s: number, low: number, high: number): void {
    const score = scores[s] as Float64Array;
    const last = Math.min(high, Math.floor(MOST_BROKEN_OFF * score.length));
    let at = low;
    for (let k = low + 1; k <= last; k++) if ((score[k] as number) > (score[at] as number)) at = k;
    if (at > last || (score[at] as number) - BREAK_OFF <= (broken[s] as number)) return;
    broken[s] = (score[at] as number) - BREAK_OFF;
    brokenFrom[s] = enteredFrom[((entries[s] as Int32Array)[at] as number) * count + s] as number;
  }

  function tracePassages(): FoundPassage[] {
    let top = -Infinity;
    let gap = 0;
    let since = 0;
    const found: FoundPassage[] = [];
    for (let g = 0; g < gaps; g++) {
      const tail = g === count ? 0 : END_EARLY;
      for (const [score, from] of [
        [silent[g], silentSince[g]],
        [other[g], otherSince[g]],
        [ended[g], frames],
      ] as [number, number][]) {
        if (score - tail <= top) continue;
        top = score - tail;
        gap = g;
        since = from;
      }
    }
    let cut = -1;
    for (let s = 0; s < count; s++) {
      const score = scores[s] as Float64Array;
      for (let k = 0; k < score.length; k++) {
        if ((score[k] as number) - END_WITHIN <= top) continue;
        top = (score[k] as number) - END_WITHIN;
        cut = s;
        gap = s + 1;
        since = frames;
        startOf[frames * count + s] = (entries[s] as Int32Array)[k] as number;
      }
    }
    while (gap > 0) {
      const sentence = gap - 1;
      const endFrame = since;
      const startFrame = startOf[endFrame * count + sentence] as number;
      const code = enteredFrom[startFrame * count + sentence] as number;
      gap = Math.floor(code / (frames + 1));
      since = code % (frames + 1);
      const whole = cut < 0 || found.length > 0;
      const latestFrame = found.at(-1)?.startFrame ?? frames;
      found.push({ sentence, startFrame, endFrame, earliestFrame: gap > 0 ? since : 0, latestFrame, whole });
    }
    return found.reverse();
  }
}

/** The best gap to enter each sentence from: the one before it, one further back, or one after it. */
function chooseEntries(gapBest: Float64Array, entry: Float64Array, entryGap: Int32Array): void {
  const count = entry.length;
  let forward = -Infinity;
  let forwardGap = 0;
  for (let s = 0; s < count; s++) {
    entry[s] = gapBest[s] as number;
    entryGap[s] = s;
    if (forward > (entry[s] as number)) {
      entry[s] = forward;
      entryGap[s] = forwardGap;
    }
    forward -= SKIP_EACH_FURTHER;
    const skipping = (gapBest[s] as number) - SKIP;
    if (skipping > forward) {
      forward = skipping;
      forwardGap = s;
    }
  }
  let back = -Infinity;
  let backGap = 0;
  for (let s = count - 1; s >= 0; s--) {
    back -= GO_BACK_EACH_FURTHER;
    const repeating = (gapBest[s + 1] as number) - GO_BACK;
    if (repeating > back) {
      back = repeating;
      backGap = s + 1;
    }
    if (back > (entry[s] as number)) {
      entry[s] = back;
      entryGap[s] = backGap;
    }
  }
}
