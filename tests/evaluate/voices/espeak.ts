import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { phonesOfKana } from '../../../src/domain/sound-alignment/kana-phones';
import type { Phone, Utterance } from './open-jtalk';
import { readWav, type Sound } from './wav';

/** eSpeak NG's Japanese: a voice made of formants, unlike any that is cut from recordings. */
export interface EspeakVoice {
  /** `ja`, or with a variant of the speaker: `ja+f2`. */
  voice: string;
  /** Words per minute as eSpeak counts them; 160 is an ordinary rate here. */
  wordsPerMinute: number;
  /** 0–99. */
  pitch: number;
}

/** Quieter than this the synthesis is silent: it adds no noise of its own. */
const SILENT = 1e-3;
/** A silence this short is the closure of a consonant, ms. */
const CLOSURE_MS = 100;

/** Says phones; eSpeak reads no kanji, and tells no timing: speech and silence are taken from the sound itself. */
export function sayWithEspeak(phones: readonly Phone[], voice: EspeakVoice): Utterance {
  const scratch = mkdtempSync(join(tmpdir(), 'ippun-espeak-'));
  try {
    const wav = join(scratch, 'spoken.wav');
    const { wordsPerMinute, pitch } = voice;
    const args = ['-v', voice.voice, '-s', `${wordsPerMinute}`, '-p', `${pitch}`, '-w', wav];
    execFileSync('espeak-ng', [...args, kanaOf(phones)], { stdio: 'ignore' });
    const sound = readWav(readFileSync(wav));
    return { sound, phones: speechAndSilence(sound) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function speechAndSilence({ samples, hz }: Sound): Phone[] {
  const phones: Phone[] = [];
  const add = (name: string, from: number, to: number) => {
    const [startMs, endMs] = [(1000 * from) / hz, (1000 * to) / hz];
    phones.push({ name, startMs, endMs, high: false });
  };
  let spokenFrom = -1;
  let lastLoud = 0;
  samples.forEach((sample, i) => {
    if (Math.abs(sample) < SILENT) return;
    if (spokenFrom < 0) {
      add('sil', 0, i);
      spokenFrom = i;
    } else if (i - lastLoud > (CLOSURE_MS * hz) / 1000) {
      add('speech', spokenFrom, lastLoud);
      add('pau', lastLoud, i);
      spokenFrom = i;
    }
    lastLoud = i;
  });
  if (spokenFrom < 0) throw new Error('eSpeak said nothing.');
  add('speech', spokenFrom, lastLoud);
  add('sil', lastLoud, samples.length);
  return phones;
}

const KANA = [
  ...'アイウエオカガキギクグケゲコゴサザシジスズセゼソゾタダチツテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモヤユヨラリルレロワン',
];
const VOWELS = 'アイウエオ';
const SMALL = ['', ...'ャュョァィゥェォ'];
/** Phones joined by blanks → the kana that stands for them, shortest spelling first. */
const KANA_OF = new Map<string, string>([['cl', 'ッ']]);
for (const small of SMALL)
  for (const kana of KANA) {
    if (small !== '' && VOWELS.includes(kana)) continue;
    const phones = phonesOfKana(kana + small).join(' ');
    if (!KANA_OF.has(phones)) KANA_OF.set(phones, kana + small);
  }

function kanaOf(phones: readonly Phone[]): string {
  const names = phones.map(({ name }) => (/^[AIUEO]$/u.test(name) ? name.toLowerCase() : name));
  let kana = '';
  for (let i = 0; i < names.length; ) {
    if (names[i] === 'pau') kana += '、';
    const [two, one] = [KANA_OF.get(`${names[i]} ${names[i + 1]}`), KANA_OF.get(names[i]!)];
    kana += two ?? one ?? '';
    i += two ? 2 : 1;
  }
  return kana;
}
