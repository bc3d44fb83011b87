import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWav, type Sound } from './wav';

const DICTIONARY = '/var/lib/mecab/dic/open-jtalk/naist-jdic';
const NITECH = '/usr/share/hts-voice/nitech-jp-atr503-m001/nitech_jp_atr503_m001.htsvoice';
/** Where further voices are looked for: `HTS_VOICES`, or .cache/hts-voices. */
const FURTHER = process.env.HTS_VOICES ?? join(import.meta.dirname, '../../../.cache/hts-voices');

/** One phone as Open JTalk names it; `pau` and `sil` are silence, capital vowels are devoiced. */
export interface Phone {
  name: string;
  startMs: number;
  endMs: number;
  /** Whether the mora it belongs to is high in the accent phrase. */
  high: boolean;
}

/** Open JTalk's own options. */
export interface JtalkVoice {
  /** A voice among `HTS_VOICES`, without `.htsvoice`; else NIT ATR503 M001. */
  file?: string;
  /** All-pass constant: 0.55 is the speaker himself; less sounds larger, more sounds smaller. `null`: the voice's own. */
  alpha: number | null;
  /** Semitones. */
  halfTone: number;
  /** Ratio; 1 is the voice's ordinary rate. */
  rate: number;
}

export interface Utterance {
  sound: Sound;
  phones: Phone[];
}

/** Says a text with an HTS voice. Throws where the voice is not there. */
export function sayWithJtalk(text: string, voice: JtalkVoice): Utterance {
  const scratch = mkdtempSync(join(tmpdir(), 'ippun-jtalk-'));
  try {
    const wav = join(scratch, 'spoken.wav');
    const trace = join(scratch, 'trace.txt');
    const model = voice.file ? join(FURTHER, `${voice.file}.htsvoice`) : NITECH;
    if (!existsSync(model)) throw new Error(`There is no voice ${model}.`);
    const options = ['-fm', `${voice.halfTone}`, '-r', `${voice.rate}`];
    if (voice.alpha !== null) options.push('-a', `${voice.alpha}`);
    const args = ['-x', DICTIONARY, '-m', model, ...options, '-ow', wav, '-ot', trace];
    execFileSync('open_jtalk', args, { input: text.replaceAll(/\s+/gu, '') });
    return { sound: readWav(readFileSync(wav)), phones: phonesOf(readFileSync(trace, 'utf8')) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Label times are in units of 100 ns. */
const LABEL_UNITS_PER_MS = 10_000;

function phonesOf(trace: string): Phone[] {
  const labels = trace.slice(trace.indexOf('[Output label]'), trace.indexOf('[Global parameter]'));
  return [...labels.matchAll(/^(\d+) (\d+) [^-]*-([A-Za-z]+)\+.*$/gmu)].map((match) => {
    const position = Number(/\/A:-?\d+\+(\d+)/u.exec(match[0])?.[1] ?? 0);
    const accent = Number(/\/F:\d+_(\d+)/u.exec(match[0])?.[1] ?? 0);
    return {
      name: match[3]!,
      startMs: Number(match[1]) / LABEL_UNITS_PER_MS,
      endMs: Number(match[2]) / LABEL_UNITS_PER_MS,
      high: accent === 1 ? position === 1 : position >= 2 && (accent === 0 || position <= accent),
    };
  });
}
