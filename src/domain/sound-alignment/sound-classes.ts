/**
 * Broad classes of sound: what a short stretch of speech is, as far as a few Gaussians can tell for any speaker.
 * `V` is a devoiced vowel, `N` ん, `m` the other nasals, `D` the voiced plosives, `q` a closure (of っ, k, t, p, ch, ts),
 * `k` a burst after it, `S` and `Z` the sounds of シ and ジ. The number of states is the least length in frames.
 */
export const CLASS_STATES = {
  a: 2,
  i: 2,
  u: 2,
  e: 2,
  o: 2,
  V: 1,
  N: 2,
  m: 2,
  r: 1,
  w: 1,
  y: 1,
  D: 2,
  q: 1,
  k: 1,
  s: 2,
  S: 2,
  h: 2,
  z: 2,
  Z: 2,
} as const;
export type SoundClass = keyof typeof CLASS_STATES;

export const SOUND_CLASSES = Object.keys(CLASS_STATES) as SoundClass[];

/** First state of each class; states are numbered class after class. */
export const FIRST_STATE = {} as Record<SoundClass, number>;
let count = 0;
for (const name of SOUND_CLASSES) {
  FIRST_STATE[name] = count;
  count += CLASS_STATES[name];
}
/** Number of states of all classes. */
export const STATES: number = count;

const PHONE_CLASSES: Record<string, SoundClass[]> = {
  a: ['a'],
  i: ['i'],
  u: ['u'],
  e: ['e'],
  o: ['o'],
  A: ['V'],
  I: ['V'],
  U: ['V'],
  E: ['V'],
  O: ['V'],
  N: ['N'],
  cl: ['q'],
  m: ['m'],
  n: ['m'],
  r: ['r'],
  w: ['w'],
  y: ['y'],
  b: ['D'],
  d: ['D'],
  g: ['D'],
  v: ['D'],
  k: ['q', 'k'],
  t: ['q', 'k'],
  p: ['q', 'k'],
  ch: ['q', 'S'],
  ts: ['q', 's'],
  s: ['s'],
  sh: ['S'],
  h: ['h'],
  f: ['h'],
  z: ['z'],
  j: ['Z'],
};

/** Classes of one phone, in order; `ky` and the like are their consonant and `y`. Empty for silence. */
export function classesOfPhone(phone: string): SoundClass[] {
  const classes = PHONE_CLASSES[phone];
  if (classes) return classes;
  const base = phone.endsWith('y') ? PHONE_CLASSES[phone.slice(0, -1)] : undefined;
  return base ? [...base, 'y'] : [];
}

const UNVOICED: readonly SoundClass[] = ['V', 'q', 'k', 's', 'S', 'h'];
const VOICED_STATES = new Uint8Array(STATES);
for (const name of SOUND_CLASSES)
  if (!UNVOICED.includes(name))
    VOICED_STATES.fill(1, FIRST_STATE[name], FIRST_STATE[name] + CLASS_STATES[name]);

/** Whether a state is of a sound made with the voice. */
export function isVoiced(state: number): boolean {
  return VOICED_STATES[state] === 1;
}
