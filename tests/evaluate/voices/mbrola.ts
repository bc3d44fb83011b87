import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Phone, Utterance } from './open-jtalk';
import { createNormal, type Random } from './random';
import { readWav, resample } from './wav';

/** MBROLA's three Japanese speakers: jp1 a man, jp2 and jp3 women. */
export const MBROLA_SPEAKERS = ['jp1', 'jp2', 'jp3'] as const;
export type MbrolaSpeaker = (typeof MBROLA_SPEAKERS)[number];

export interface MbrolaVoice {
  speaker: MbrolaSpeaker;
  /** Fundamental frequency of a low mora at the start of a phrase, Hz. */
  lowHz: number;
  /** Semitones from a low mora to a high one: small is flat, large is lively. */
  rangeSemitones: number;
  /** Ratio; above 1 is quicker. */
  rate: number;
  /** Ratio of vocal tract lengths; above 1 sounds smaller. */
  tract: number;
}

/** How much single phones, and whole sentences, are longer or shorter than the given timing (deviation of ln). */
const PHONE_SPREAD = 0.15;
const SENTENCE_SPREAD = 0.08;
/** Silence before and after each sentence as synthesised, cut off again by whoever joins sentences. */
const MARGIN_MS = 200;

/** Says phones with an MBROLA voice; their durations are taken from `phones` and varied. */
export function sayWithMbrola(phones: readonly Phone[], voice: MbrolaVoice, random: Random): Utterance {
  const normal = createNormal(random);
  const sentence = voice.rate * Math.exp(SENTENCE_SPREAD * normal());
  const timed: Phone[] = [];
  let at = 0;
  phones.forEach((phone) => {
    const silent = phone.name === 'sil' || phone.name === 'pau';
    let length = phone.name === 'sil' ? MARGIN_MS : (phone.endMs - phone.startMs) / sentence;
    if (phone.name === 'pau') length = 120 + 500 * random() ** 1.5;
    if (!silent) length = Math.max(25, length * Math.exp(PHONE_SPREAD * normal()));
    timed.push({ ...phone, startMs: at, endMs: at + Math.round(length) });
    at += Math.round(length);
  });
  const sound = synthesise(timed, voice);
  return { sound, phones: timed };
}

/** Pairs of symbols a speaker has no diphone for: MBROLA says silence in their stead, which no truth would know of. */
const unsaid: Record<MbrolaSpeaker, Set<string>> = { jp1: new Set(), jp2: new Set(), jp3: new Set() };
/** Substitutes can lack diphones in turn. */
const ATTEMPTS = 3;

function synthesise(phones: readonly Phone[], voice: MbrolaVoice) {
  const scratch = mkdtempSync(join(tmpdir(), 'ippun-mbrola-'));
  try {
    const pho = join(scratch, 'phones.pho');
    const wav = join(scratch, 'spoken.wav');
    const database = `/usr/share/mbrola/${voice.speaker}/${voice.speaker}`;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      writeFileSync(pho, scoreOf(phones, voice));
      const { status, stderr } = spawnSync('mbrola', ['-e', database, pho, wav], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`MBROLA failed: ${stderr}`);
      const unknown = [...stderr.matchAll(/Warning: (\S+-\S+) unknown/gu)].map((match) => match[1]!);
      if (unknown.every((pair) => unsaid[voice.speaker].has(pair))) break;
      for (const pair of unknown) unsaid[voice.speaker].add(pair);
    }
    const { samples, hz } = readWav(readFileSync(wav));
    // Played at another rate than it was made for, a voice has another tract; scoreOf() allows for the time.
    return resample({ samples, hz: Math.round(hz * voice.tract) }, hz);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** What comes nearest to a symbol whose diphones a speaker lacks. */
const NEAREST: Record<string, string> = {
  Qs: 's',
  QS: 'S',
  Qp: 'p',
  Qt: 't',
  Qk: 'k',
  Qts: 'ts',
  QtS: 'tS',
  i_0: 'i',
  u_0: 'u',
  'm:': 'N:',
  'n:': 'N:',
  'G:': 'N:',
  C: 'h',
  n1: 'n',
  Z: 'dZ',
};

/** Declination over a sentence, in semitones: the fall of a read statement. */
const DECLINATION = 4;

/** Height in the middle of a phone of a sentence that lasts `totalMs`, Hz. */
export function heightOf(phone: Phone, totalMs: number, voice: MbrolaVoice): number {
  const semitones = (phone.high ? voice.rangeSemitones : 0) - DECLINATION * (phone.startMs / totalMs);
  return voice.lowHz * 2 ** (semitones / 12);
}

/** The `.pho` score: one phone a line, with its length in ms and its pitch at given percents of it. */
function scoreOf(phones: readonly Phone[], voice: MbrolaVoice): string {
  const total = phones.at(-1)!.endMs;
  const score: { symbol: string; length: number; hz: number }[] = [];
  let closure = 0;
  phones.forEach((phone, i) => {
    const hz = heightOf(phone, total, voice) / voice.tract;
    const length = (phone.endMs - phone.startMs) * voice.tract + closure;
    const symbols = voice.speaker === 'jp2' ? symbolsOfJp2(phones, i) : symbolsOfJp1(phones, i);
    // A closure joins the consonant after it, which then lasts for both.
    closure = symbols === null ? length : 0;
    symbols?.forEach((symbol, k) => {
      const share = symbols.length === 1 ? 1 : k === 0 ? 0.65 : 0.35;
      score.push({ symbol, length: share * length, hz });
    });
  });
  const lacks = (left?: string, right?: string) => unsaid[voice.speaker].has(`${left}-${right}`);
  // From left to right, so that a substitute on the left is what the next symbol is paired with.
  score.forEach((line, i) => {
    const [before, after] = [score[i - 1]?.symbol, score[i + 1]?.symbol];
    for (let symbol: string | undefined = line.symbol; symbol; symbol = NEAREST[symbol]) {
      line.symbol = symbol;
      if (!lacks(before, symbol) && !lacks(symbol, after)) break;
    }
  });
  return score
    .map(({ symbol, length, hz }) => `${symbol} ${length.toFixed(1)} 50 ${hz.toFixed(1)}\n`)
    .join('');
}

const SILENT = ['sil', 'pau'];
const VOWELS = ['a', 'i', 'u', 'e', 'o'];
const OWN_JP1: Record<string, string> = {
  sh: 'S',
  ch: 'tS',
  j: 'dZ',
  y: 'j',
  r: 'rr',
  f: 'h',
  ty: 't',
  dy: 'd',
};
const GEMINATES_JP1 = ['t', 'p', 'k', 'S', 's', 'ts', 'tS'];

/** Symbols of jp1 and jp3; `null` where the phone is said with the next one. */
function symbolsOfJp1(phones: readonly Phone[], i: number): string[] | null {
  const name = phones[i]!.name;
  if (SILENT.includes(name)) return ['_'];
  if (name === 'cl') return SILENT.includes(phones[i + 1]?.name ?? 'sil') ? ['_'] : null;
  if (name === 'N' || VOWELS.includes(name)) return [name];
  if ('AIUEO'.includes(name)) return [name.toLowerCase()];
  const contracted = /^[kgnhbpmr]y$/u.test(name);
  const base = contracted ? name[0]! : name;
  const symbol = OWN_JP1[base] ?? base;
  const geminate = phones[i - 1]?.name === 'cl' && GEMINATES_JP1.includes(symbol);
  return contracted ? [geminate ? `Q${symbol}` : symbol, 'j'] : [geminate ? `Q${symbol}` : symbol];
}

const OWN_JP2: Record<string, string> = { sh: 'S', ch: 'tS', j: 'dZ', y: 'j', ty: 't', dy: 'd' };

function symbolsOfJp2(phones: readonly Phone[], i: number): string[] | null {
  const name = phones[i]!.name;
  const next = phones[i + 1]?.name ?? 'sil';
  if (SILENT.includes(name)) return ['_'];
  if (name === 'cl') return SILENT.includes(next) ? ['_'] : null;
  if (VOWELS.includes(name)) return [name];
  if ('IU'.includes(name)) return [`${name.toLowerCase()}_0`];
  if ('AEO'.includes(name)) return [name.toLowerCase()];
  if (name === 'N' && !SILENT.includes(next)) {
    if (/^[pbm]/u.test(next)) return ['m:'];
    if (/^[kg]/u.test(next)) return ['G:'];
    return /^([tdnrz]|ch|ts|j$)/u.test(next) ? ['n:'] : ['N:'];
  }
  if (name === 'N') return ['N:'];
  if ((name === 'n' || name === 'ny') && (next === 'i' || name === 'ny'))
    return name === 'ny' ? ['n1', 'j'] : ['n1'];
  if (name === 'h' && /^i$/iu.test(next)) return ['C'];
  if (name === 'hy') return ['C', 'j'];
  if (name === 'j' && VOWELS.includes(phones[i - 1]?.name ?? '')) return ['Z'];
  const contracted = /^[kgbpmr]y$/u.test(name);
  const symbol = OWN_JP2[name] ?? (contracted ? name[0]! : name);
  return contracted ? [symbol, 'j'] : [symbol];
}
