// biome-ignore-all lint/style/noNonNullAssertion: indices stay inside arrays whose lengths are known here
import type { MoraPartners } from './align-morae';
import { LIKENESS, MORA_KINDS, SOUNDS_ALIKE } from './mora';
import type { MoraSequence, ScriptReading } from './mora-sequence';

/** 一致・言い換え・言い漏らし・付け足し. */
export type RunKind = 'matched' | 'substituted' | 'omitted' | 'inserted';

/**
 * A stretch of morae of the script, `[scriptStart, scriptEnd)`, held against one of what was heard. Runs in order
 * tile both: nothing of either text is lost or used twice. `sentence` is the index of the script's sentence, `null`
 * for what was inserted.
 */
export interface MoraRun {
  kind: RunKind;
  sentence: number | null;
  scriptStart: number;
  scriptEnd: number;
  heardStart: number;
  heardEnd: number;
  /** Of a matched run, the morae that sound the same or alike; what is left of it was forgiven. 0 for others. */
  same: number;
}

/** A stretch that sounds the same on both sides, or one that does not. */
interface Stretch {
  same: boolean;
  i0: number;
  i1: number;
  j0: number;
  j1: number;
}

/** Longest chance likeness, in morae, that is told from speech by what surrounds it. */
const LONGEST_ISLAND = 4;

/** A mishearing, in morae, that does not break a match; one word of the recogniser's going astray. */
const LONGEST_MISHEARING = 3;

/** Two stretches can be said to stand for one another where the shorter has at least this share of the longer. */
const REWORDING_RATIO = 0.4;

/** Turns partners into runs: chance likenesses inside other words are dropped, small mishearings forgiven. */
export function traceRuns(script: ScriptReading, heard: MoraSequence, partners: MoraPartners): MoraRun[] {
  const stretches = forgiveMishearings(dropIslands(findStretches(script.morae, heard.morae, partners)));
  const runs: MoraRun[] = [];
  let sentence = 0;
  for (const stretch of stretches) {
    let { i0, j0 } = stretch;
    while (i0 < stretch.i1 || j0 < stretch.j1) {
      while (sentence < script.sentences.length - 1 && script.sentences[sentence]!.moraEnd <= i0)
        sentence += 1;
      const boundary = script.sentences[sentence]?.moraEnd ?? 0;
      const cut = i0 < boundary && boundary < stretch.i1;
      const i1 = cut ? boundary : stretch.i1;
      const j1 = cut ? heardAt(boundary, stretch, i0, j0, partners) : stretch.j1;
      const same = stretch.same ? countSame(script.morae, heard.morae, partners, i0, i1) : 0;
      for (const run of classify(stretch.same, sentence, i0, i1, j0, j1)) append(runs, { ...run, same });
      i0 = i1;
      j0 = j1;
    }
  }
  return runs;
}

function findStretches(script: Uint8Array, heard: Uint8Array, partners: MoraPartners): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (same: boolean, i0: number, i1: number, j0: number, j1: number) => {
    const last = stretches.at(-1);
    if (last?.same === same) {
      last.i1 = i1;
      last.j1 = j1;
    } else {
      stretches.push({ same, i0, i1, j0, j1 });
    }
  };
  let [i, j] = [0, 0];
  for (let k = 0; k < script.length; k += 1) {
    const partner = partners[k]!;
    if (!soundsAlike(script, heard, k, partner)) continue;
    if (k > i || partner > j) add(false, i, k, j, partner);
    add(true, k, k + 1, partner, partner + 1);
    i = k + 1;
    j = partner + 1;
  }
  if (i < script.length || j < heard.length) add(false, i, script.length, j, heard.length);
  return stretches;
}

function soundsAlike(script: Uint8Array, heard: Uint8Array, mora: number, partner: number): boolean {
  return partner !== -1 && LIKENESS[script[mora]! * MORA_KINDS + heard[partner]!]! >= SOUNDS_ALIKE;
}

function countSame(
  script: Uint8Array,
  heard: Uint8Array,
  partners: MoraPartners,
  start: number,
  end: number,
) {
  let same = 0;
  for (let mora = start; mora < end; mora += 1) {
    if (soundsAlike(script, heard, mora, partners[mora]!)) same += 1;
  }
  return same;
}

const sizeOf = (stretch: Stretch): number => Math.max(stretch.i1 - stretch.i0, stretch.j1 - stretch.j0);

/** Single morae agree by chance between any two texts: a short likeness between two longer differences is none. */
function dropIslands(stretches: Stretch[]): Stretch[] {
  let kept = stretches;
  for (let length = 1; length <= LONGEST_ISLAND; length += 1) {
    let before: number;
    do {
      before = kept.length;
      const next: Stretch[] = [];
      for (let index = 0; index < kept.length; index += 1) {
        const stretch = kept[index]!;
        const left = next.at(-1);
        const right = kept[index + 1];
        const size = sizeOf(stretch);
        const island =
          stretch.same &&
          size <= length &&
          left &&
          right &&
          Math.min(sizeOf(left), sizeOf(right)) >= 2 * size;
        if (island) {
          left.i1 = right.i1;
          left.j1 = right.j1;
          index += 1;
        } else {
          next.push({ ...stretch });
        }
      }
      kept = next;
    } while (kept.length < before);
  }
  return kept;
}

function forgiveMishearings(stretches: Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (let index = 0; index < stretches.length; index += 1) {
    const stretch = stretches[index]!;
    const left = kept.at(-1);
    const right = stretches[index + 1];
    const size = sizeOf(stretch);
    if (
      !stretch.same &&
      size <= LONGEST_MISHEARING &&
      left?.same &&
      right?.same &&
      sizeOf(left) + sizeOf(right) >= 2 * size
    ) {
      left.i1 = right.i1;
      left.j1 = right.j1;
      index += 1;
    } else {
      kept.push(stretch);
    }
  }
  return kept;
}

/** Where in what was heard a sentence boundary inside a stretch falls: between partners, else in proportion. */
function heardAt(boundary: number, stretch: Stretch, i0: number, j0: number, partners: MoraPartners): number {
  let lowest = j0;
  for (let i = boundary - 1; i >= i0; i -= 1) {
    if (partners[i]! === -1) continue;
    lowest = Math.max(j0, partners[i]! + 1);
    break;
  }
  let highest = stretch.j1;
  for (let i = boundary; i < stretch.i1; i += 1) {
    if (partners[i]! === -1) continue;
    highest = partners[i]!;
    break;
  }
  if (stretch.same) return highest;
  const share = (boundary - i0) / (stretch.i1 - i0);
  return Math.min(highest, Math.max(lowest, j0 + Math.round((stretch.j1 - j0) * share)));
}

function classify(
  same: boolean,
  sentence: number,
  scriptStart: number,
  scriptEnd: number,
  heardStart: number,
  heardEnd: number,
): Omit<MoraRun, 'same'>[] {
  const [expected, said] = [scriptEnd - scriptStart, heardEnd - heardStart];
  const whole = { scriptStart, scriptEnd, heardStart, heardEnd };
  if (expected === 0) return [{ kind: 'inserted', sentence: null, ...whole }];
  if (said === 0) return [{ kind: 'omitted', sentence, ...whole }];
  if (same) return [{ kind: 'matched', sentence, ...whole }];
  if (Math.min(expected, said) >= REWORDING_RATIO * Math.max(expected, said)) {
    return [{ kind: 'substituted', sentence, ...whole }];
  }
  return [
    { kind: 'omitted', sentence, ...whole, heardEnd: heardStart },
    { kind: 'inserted', sentence: null, ...whole, scriptStart: scriptEnd },
  ];
}

/**
 * Of sentences that were left out after all, or said elsewhere, nothing was said in their place: what stands there was
 * added. The runs still tile both texts.
 */
export function giveBackRuns(runs: readonly MoraRun[], isGone: (sentence: number) => boolean): MoraRun[] {
  const settled: MoraRun[] = [];
  let [gone, addedFrom]: [MoraRun[], number] = [[], 0];
  const settle = (heardEnd: number) => {
    for (const run of gone.filter(({ sentence }) => sentence !== null))
      append(settled, { ...run, kind: 'omitted', heardStart: addedFrom, heardEnd: addedFrom, same: 0 });
    const last = gone.at(-1);
    if (last && heardEnd > addedFrom)
      append(settled, {
        kind: 'inserted',
        sentence: null,
        scriptStart: last.scriptEnd,
        scriptEnd: last.scriptEnd,
        heardStart: addedFrom,
        heardEnd,
        same: 0,
      });
    gone = [];
  };
  for (const run of runs) {
    const joins = run.sentence === null ? gone.length > 0 : isGone(run.sentence);
    if (!joins) {
      settle(run.heardStart);
      append(settled, { ...run });
    } else {
      if (gone.length === 0) addedFrom = run.heardStart;
      gone.push(run);
    }
  }
  settle(runs.at(-1)?.heardEnd ?? 0);
  return settled;
}

function append(runs: MoraRun[], run: MoraRun): void {
  const last = runs.at(-1);
  if (last && last.kind === run.kind && last.sentence === run.sentence) {
    last.scriptEnd = run.scriptEnd;
    last.heardEnd = run.heardEnd;
    last.same += run.same;
  } else {
    runs.push(run);
  }
}
