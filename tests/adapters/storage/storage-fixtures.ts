import { deleteDB } from 'idb';
import { afterEach } from 'vitest';
import type { BrowserStorageOptions } from '../../../src/adapters/storage/create-browser-storage';
import { createBrowserStorage } from '../../../src/adapters/storage/create-browser-storage';
import type { Storage } from '../../../src/adapters/storage/storage';
import type { Preparation } from '../../../src/domain/memorising/preparation';
import type { Recall } from '../../../src/domain/memorising/recall';
import type { Pitch, Revision, Variant } from '../../../src/domain/pitch/pitch';
import { TRACE_VERSION } from '../../../src/domain/prosody/voice-trace';
import type { Take } from '../../../src/domain/rehearsal/take';
import type { HeardTake } from '../../../src/domain/review/heard-take';
import { createSoundSums } from '../../../src/domain/sound-alignment/sound-model';
import { type TakeTiming, TIMING_VERSION } from '../../../src/domain/sound-alignment/time-take';
import type { KeptVoice } from '../../../src/domain/voice-memory/kept-voice';

const opened: Storage[] = [];
const names = new Set<string>();

afterEach(async () => {
  for (const storage of opened.splice(0)) storage.close();
  for (const name of names) await deleteDB(name);
  names.clear();
});

/** A database name that no other test uses; the database is deleted after the test. */
export function newDatabaseName(): string {
  const name = `ippun-test-${crypto.randomUUID()}`;
  names.add(name);
  return name;
}

/** One tab's storage. Storages of one name are tabs of one browser. */
export function openTab(
  databaseName: string = newDatabaseName(),
  options: Partial<BrowserStorageOptions> = {},
): Storage {
  const storage = createBrowserStorage({ newId: () => crypto.randomUUID(), databaseName, ...options });
  opened.push(storage);
  return storage;
}

export const SCRIPT =
  '毎月の請求書づくりに追われる個人事業主のみなさん、はじめまして。「らくらく請求」の佐藤です。😀';

export function pitchOf(fields: Partial<Pitch> = {}): Pitch {
  return {
    id: 'pitch-1',
    title: 'らくらく請求',
    position: 1,
    createdAt: 1_760_000_000_000,
    example: false,
    deletedAt: null,
    ...fields,
  };
}

export function variantOf(fields: Partial<Variant> = {}): Variant {
  return {
    id: 'variant-1',
    pitchId: 'pitch-1',
    title: '朝の交流会',
    audience: '地元の経営者',
    medium: 'spoken',
    timeBudget: 60,
    characterTarget: null,
    script: SCRIPT,
    overrules: [{ sentenceText: '「らくらく請求」の佐藤です。', element: 'feature', carries: false }],
    dismissedFindings: ['same-endings ています。'],
    madeFrom: null,
    position: 1,
    createdAt: 1_760_000_000_000,
    updatedAt: 1_760_000_060_000,
    saveCount: 0,
    deletedAt: null,
    ...fields,
  };
}

export function revisionOf(fields: Partial<Revision> = {}): Revision {
  return {
    id: 'revision-1',
    variantId: 'variant-1',
    script: SCRIPT,
    keptAt: 1_760_000_100_000,
    ...fields,
  };
}

/** A take that has ended after 58.25 s. */
export function takeOf(fields: Partial<Take> = {}): Take {
  return {
    id: 'take-1',
    variantId: 'variant-1',
    revisionId: 'revision-1',
    log: {
      version: 1,
      startedAt: 1_760_000_200_000,
      hearing: 'audio-and-words',
      prompter: 'sentence-heads',
      timeBudget: 60,
      events: [
        {
          kind: 'recognised',
          atMs: 2000.5,
          by: 'speaker',
          session: 0,
          parts: [{ transcript: '毎月の請求書づくりに', confidence: 0.92, final: true }],
        },
        { kind: 'hidden', atMs: 3000, by: 'device' },
        { kind: 'shown', atMs: 4000, by: 'device' },
        { kind: 'stopped', atMs: 58_250, by: 'speaker' },
      ],
    },
    note: '語尾が消えた',
    aliveAtMs: 58_250,
    recordingType: 'audio/webm;codecs=opus',
    deletedAt: null,
    ...fields,
  };
}

/** A take in the middle, as it is saved while it runs. */
export function runningTakeOf(fields: Partial<Take> = {}): Take {
  const take = takeOf();
  return { ...take, log: { ...take.log, events: take.log.events.slice(0, 1) }, aliveAtMs: 3000, ...fields };
}

/** When what was said: the first sentence, and not the second. */
function timingOf(fields: Partial<TakeTiming>): TakeTiming {
  return {
    version: TIMING_VERSION,
    method: 'sound',
    confidence: 0.83,
    snrDb: 21.5,
    durationMs: 6200,
    passages: [
      {
        sentence: 0,
        startMs: 410,
        endMs: 5120,
        whole: true,
        confidence: 0.83,
        spans: [{ span: 0, startMs: 410, endMs: 900 }],
      },
    ],
    omitted: [1],
    speech: [{ startMs: 410, endMs: 5120 }],
    pauses: [],
    otherSpeech: [],
    ...fields,
  };
}

/** What the sound of a take told, as a buffer each of its own. */
export function heardTakeOf(fields: Partial<TakeTiming> = {}): HeardTake {
  return {
    timing: timingOf(fields),
    trace: {
      version: TRACE_VERSION,
      levelDb: Float32Array.of(-60.5, -22, -24.25),
      fundamentalHz: Float32Array.of(0, 118.5, 121),
    },
  };
}

export function voiceOf(fields: Partial<KeptVoice> = {}): KeptVoice {
  const sums = createSoundSums();
  sums.counts[0] = 12;
  sums.sums[5] = -3.5;
  return { version: TIMING_VERSION, takeIds: ['take-1'], sums, ...fields };
}

export function preparationOf(fields: Partial<Preparation> = {}): Preparation {
  return {
    variantId: 'variant-1',
    eventDate: '2026-12-03',
    keyWords: [{ sentenceText: '「らくらく請求」の佐藤です。', words: ['らくらく請求'] }],
    draft: {
      rung: 'key-words',
      scope: 'part',
      asked: ['「らくらく請求」の佐藤です。'],
      atOnce: false,
      typed: ['らくらく請求の'],
      peeks: 1,
    },
    updatedAt: 1_760_000_300_000,
    ...fields,
  };
}

export function recallOf(fields: Partial<Recall> = {}): Recall {
  return {
    id: 'recall-1',
    variantId: 'variant-1',
    recalledAt: 1_760_000_400_000,
    durationMs: 41_250.5,
    rung: 'sentence-heads',
    way: 'typing',
    scope: 'part',
    peeks: 2,
    sentences: [{ text: '「らくらく請求」の佐藤です。', recollection: 'partly', stopped: true }],
    ...fields,
  };
}

export function bytesOf(length: number, seed = 1): ArrayBuffer {
  return new Uint8Array(length).map((_, place) => (place * 31 + seed * 17) % 256).buffer;
}
