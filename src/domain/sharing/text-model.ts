/**
 * Predicts text bit by bit, from the units before it: several models, each looking a little further back, and a mixer
 * that learns whom to trust. Two sides that must agree to the last bit run it, perhaps in different browsers, so only
 * sums, products and quotients of doubles are used, which every engine computes alike; `Math.exp` and `Math.log` may
 * differ. A change of any constant here is a new version of the link.
 */

/** Bits of a UTF-16 unit. */
export const UNIT_BITS = 16;
/** Slots per model, a power of two. A script of a minute takes some 5,000; in a long talk some come to be shared. */
const SLOTS = 1 << 16;
/** How many units each model looks back at. */
const ORDERS = [0, 1, 2, 3] as const;
/** Probabilities are whole numbers of this; none is ever 0 or 1, so that nothing is impossible. */
export const ONE = 1 << 16;
/** A slot learns by 1/2, 1/3, … of the error, down to this share. */
const SLOWEST_RATE = 1 / 24;
const MIXER_RATE = 0.02;
/** Trust in every input at first; eight of them are summed. */
const INITIAL_WEIGHT = 0.35;

/** The logistic function at −`RANGE` … `RANGE`, in steps of 1/`STEPS`. */
const RANGE = 10;
const STEPS = 64;
/** e^(1/64). */
const STEP_FACTOR = 1.0157477085866857;

const LOGISTIC = new Float64Array(2 * RANGE * STEPS + 1);
{
  let power = 1;
  for (let step = 0; step <= RANGE * STEPS; step += 1) {
    LOGISTIC[RANGE * STEPS + step] = power / (1 + power);
    LOGISTIC[RANGE * STEPS - step] = 1 / (1 + power);
    power *= STEP_FACTOR;
  }
}

/** The probability for log odds, straight lines between the steps. */
function probabilityOf(logOdds: number): number {
  const place = (Math.max(-RANGE, Math.min(RANGE, logOdds)) + RANGE) * STEPS;
  const step = Math.min(Math.floor(place), 2 * RANGE * STEPS - 1);
  const from = LOGISTIC[step] as number;
  return from + (place - step) * ((LOGISTIC[step + 1] as number) - from);
}

/** Log odds by probability in 1/4096. */
const LOG_ODDS = new Float64Array(4096);
{
  let step = 0;
  for (let p = 0; p < 4096; p += 1) {
    while (step < 2 * RANGE * STEPS && (LOGISTIC[step] as number) * 4096 < p + 0.5) step += 1;
    LOG_ODDS[p] = step / STEPS - RANGE;
  }
}

export interface Predictor {
  /** The probability, in 1/65536, that the next bit is 1. */
  predict(): number;
  learn(bit: number): void;
}

/** A predictor of the bits of UTF-16 units, highest bit first; `learn` follows each `predict`. */
export function startPredictor(): Predictor {
  const count = ORDERS.length;
  const chances = new Float64Array(count * SLOTS).fill(0.5);
  const seen = new Uint8Array(count * SLOTS);
  const slots = new Int32Array(count);
  const odds = new Float64Array(2 * count);
  /** Weights of the models for each bit of a unit. */
  const weights = new Float64Array(UNIT_BITS * 2 * count).fill(INITIAL_WEIGHT);
  const history = new Int32Array(ORDERS.length);
  const contexts = new Int32Array(count);
  /** The bits of the unit so far, behind a leading 1. */
  let partial = 1;
  let bitPlace = 0;
  let mixed = 0.5;

  const enterUnit = (): void => {
    let hash = 0;
    for (const [place, order] of ORDERS.entries()) {
      contexts[place] = Math.imul(hash + order + 1, 0x2c1b3c6d);
      hash = Math.imul(hash ^ ((history[place] as number) + 0x9e37), 0x297a2d39) ^ (hash >>> 15);
    }
  };
  enterUnit();

  return {
    predict: () => {
      let sum = 0;
      for (let place = 0; place < count; place += 1) {
        const hash = Math.imul((contexts[place] as number) ^ Math.imul(partial, 0x45d9f3b), 0x2c1b3c6d);
        const slot = place * SLOTS + ((hash ^ (hash >>> 15)) & (SLOTS - 1));
        slots[place] = slot;
        const chance = chances[slot] as number;
        const times = seen[slot] as number;
        const logOdds = LOG_ODDS[Math.floor(chance * 4096)] as number;
        // Said twice: from the first sight on, and once more from the second, so that experience can be weighed.
        odds[place] = times === 0 ? 0 : logOdds;
        odds[count + place] = times < 2 ? 0 : logOdds;
      }
      for (let input = 0; input < 2 * count; input += 1) {
        sum += (odds[input] as number) * (weights[bitPlace * 2 * count + input] as number);
      }
      mixed = probabilityOf(sum);
      return Math.max(1, Math.min(ONE - 1, Math.round(mixed * ONE)));
    },
    learn: (bit) => {
      const error = bit - mixed;
      for (let input = 0; input < 2 * count; input += 1) {
        const at = bitPlace * 2 * count + input;
        weights[at] = (weights[at] as number) + MIXER_RATE * error * (odds[input] as number);
      }
      for (let place = 0; place < count; place += 1) {
        const slot = slots[place] as number;
        const times = seen[slot] as number;
        const chance = chances[slot] as number;
        const moved = chance + (bit - chance) * Math.max(SLOWEST_RATE, 1 / (times + 1.5));
        chances[slot] = Math.max(1 / 4096, Math.min(4095 / 4096, moved));
        if (times < 255) seen[slot] = times + 1;
      }
      partial = partial * 2 + bit;
      bitPlace += 1;
      if (bitPlace < UNIT_BITS) return;
      history.copyWithin(1, 0);
      history[0] = partial & 0xffff;
      partial = 1;
      bitPlace = 0;
      enterUnit();
    },
  };
}
