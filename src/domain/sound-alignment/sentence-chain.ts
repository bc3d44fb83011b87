import { mayBeDevoiced, phonesOfKana } from './kana-phones';
import type { SentenceReading } from './sentence-reading';
import { CLASS_STATES, classesOfPhone, FIRST_STATE, STATES } from './sound-classes';
import { SILENCE, type SoundModel } from './sound-model';

/** What a node of a chain is matched against: a state, silence, or any speech at all. */
export const ANY_SPEECH: number = STATES + 1;

/** A sentence as a chain of nodes passed from left to right, some of which may be left out. Costs are ≤ 0, ln. */
export interface SentenceChain {
  /** State, `SILENCE` or `ANY_SPEECH` of each node. */
  sounds: Uint8Array;
  /** Cost of staying one more frame in a node. */
  stay: Float32Array;
  /** Cost of coming from the node before; −Infinity where that is not allowed. */
  advance: Float32Array;
  /** Further ways in: those of node `k` are `arcFrom[arcHead[k]]` to `arcFrom[arcHead[k + 1] - 1]`. */
  arcHead: Int32Array;
  arcFrom: Int32Array;
  arcCost: Float32Array;
  /** The longest way in, nodes. */
  reach: number;
  exits: { node: number; cost: number }[];
  /** The span each node belongs to; −1 for pauses and for what has no reading. */
  span: Int32Array;
}

/** Costs, ln: of a pause where a 、 stands, where none does, of a filler at a 、, of either way to say a vowel. */
const PAUSE_AT_COMMA = -0.7;
const PAUSE_ELSEWHERE = -6;
const FILLER_AT_COMMA = -40;
const DEVOICED_OR_NOT = -0.7;
/** A pause or other speech, once begun, goes on: hardly any cost per frame. */
const STAY_IN_PAUSE = -0.02;
const LEAVE_PAUSE = -0.1;
const STAY_IN_SPEECH = -0.05;
/** Speech nobody could read is left when it has lasted about as long as it should. */
const STAY_IN_UNKNOWN = -0.3;
/** Frames a mora of unknown speech lasts at least. */
const LEAST_FRAMES_PER_MORA = 5;

class ChainBuilder {
  readonly sounds: number[] = [];
  readonly stays: number[] = [];
  readonly spans: number[] = [];
  readonly ways: { from: number; cost: number }[][] = [];
  ends: { node: number; cost: number }[] = [];

  add(sound: number, stay: number, leave: number, span: number): void {
    const node = this.sounds.push(sound) - 1;
    this.stays.push(stay);
    this.spans.push(span);
    this.ways.push(this.ends.map((end) => ({ from: end.node, cost: end.cost })));
    this.ends = [{ node, cost: leave }];
  }

  /** Adds what may be left out; taking it costs `cost`. */
  option(cost: number, add: () => void): void {
    const before = this.ends;
    this.ends = before.map((end) => ({ node: end.node, cost: end.cost + cost }));
    add();
    this.ends = [...this.ends, ...before];
  }

  build(): SentenceChain {
    const nodes = this.sounds.length;
    const advance = new Float32Array(nodes).fill(-Infinity);
    const arcHead = new Int32Array(nodes + 1);
    const arcFrom: number[] = [];
    const arcCost: number[] = [];
    let reach = 1;
    this.ways.forEach((ways, node) => {
      for (const { from, cost } of ways) {
        if (from === node - 1) advance[node] = Math.max(advance[node] as number, cost);
        else {
          arcFrom.push(from);
          arcCost.push(cost);
          reach = Math.max(reach, node - from);
        }
      }
      arcHead[node + 1] = arcFrom.length;
    });
    return {
      sounds: Uint8Array.from(this.sounds),
      stay: Float32Array.from(this.stays),
      advance,
      arcHead,
      arcFrom: Int32Array.from(arcFrom),
      arcCost: Float32Array.from(arcCost),
      reach,
      exits: this.ends,
      span: Int32Array.from(this.spans),
    };
  }
}

/** Builds the chain of a sentence; one without anything to say has no nodes. */
export function buildSentenceChain(reading: SentenceReading, model: SoundModel): SentenceChain {
  const builder = new ChainBuilder();
  const addState = (state: number, span: number) => {
    const length = Math.max(1.05, model.lengths[state] as number);
    builder.add(state, Math.log(1 - 1 / length), Math.log(1 / length), span);
  };
  const addPhone = (phone: string, span: number) => {
    for (const name of classesOfPhone(phone))
      for (let k = 0; k < CLASS_STATES[name]; k++) addState(FIRST_STATE[name] + k, span);
  };
  const addPause = (cost: number) =>
    builder.option(cost, () => builder.add(SILENCE, STAY_IN_PAUSE, LEAVE_PAUSE, -1));
  const readings = reading.pieces;
  readings.forEach((piece, index) => {
    if (piece.kind === 'comma') {
      addPause(PAUSE_AT_COMMA);
      builder.option(FILLER_AT_COMMA, () => {
        for (let k = 0; k < 2 * LEAST_FRAMES_PER_MORA; k++)
          builder.add(ANY_SPEECH, STAY_IN_SPEECH, STAY_IN_SPEECH, -1);
        addPause(0);
      });
      return;
    }
    if (
      index > 0 &&
      readings[index - 1]?.kind !== 'comma' &&
      (piece.kind === 'unknown' || piece.startsPhrase)
    )
      addPause(PAUSE_ELSEWHERE);
    if (piece.kind === 'unknown') {
      for (let k = 0; k < piece.morae * LEAST_FRAMES_PER_MORA; k++)
        builder.add(ANY_SPEECH, STAY_IN_UNKNOWN, STAY_IN_UNKNOWN, -1);
      return;
    }
    // Sounds across the border of words decide about devoicing: ですか, 好きです.
    const following = readings[index + 1];
    const next = following?.kind === 'kana' ? phonesOfKana(following.kana) : [];
    const previous = readings[index - 1];
    const before = previous?.kind === 'kana' ? phonesOfKana(previous.kana) : [];
    const own = phonesOfKana(piece.kana);
    const all = [...before, ...own, ...next];
    own.forEach((phone, i) => {
      const at = before.length + i;
      if (!mayBeDevoiced(all, at)) {
        addPhone(phone, piece.span);
        return;
      }
      const start = builder.ends;
      builder.ends = start.map((end) => ({ node: end.node, cost: end.cost + DEVOICED_OR_NOT }));
      addPhone(phone.toUpperCase(), piece.span);
      const devoiced = builder.ends;
      builder.ends = start.map((end) => ({ node: end.node, cost: end.cost + DEVOICED_OR_NOT }));
      addPhone(phone, piece.span);
      builder.ends = [...builder.ends, ...devoiced];
    });
  });
  return builder.build();
}
