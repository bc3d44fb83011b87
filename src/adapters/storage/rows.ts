import * as v from 'valibot';
import { ELEMENTS } from '../../domain/coverage/element';
import type { Preparation } from '../../domain/memorising/preparation';
import {
  RECALL_SCOPES,
  RECALL_WAYS,
  RECOLLECTIONS,
  type Recall,
  RUNGS,
} from '../../domain/memorising/recall';
import { MEDIUMS, type Pitch, type Revision, type Variant } from '../../domain/pitch/pitch';
import { TRACE_VERSION, type VoiceTrace } from '../../domain/prosody/voice-trace';
import { RECOGNITION_ERRORS } from '../../domain/rehearsal/recognition-error';
import type { Take } from '../../domain/rehearsal/take';
import { HEARINGS, PROMPTERS, TAKE_LOG_VERSIONS } from '../../domain/rehearsal/take-log';
import type { Settings } from '../../domain/settings/settings';
import {
  DEFAULT_SETTINGS,
  RECOGNITION_CONSENTS,
  RECOGNITION_PLACES,
  THEMES,
} from '../../domain/settings/settings';
import { type TakeTiming, TIMING_VERSION } from '../../domain/sound-alignment/time-take';
import type { KeptVoice } from '../../domain/voice-memory/kept-voice';
import type { RecordingChunk, StoredTiming } from './schema';

type Equals<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Takes a schema whose output is exactly `T`; the compiler refuses any other, so the two cannot drift apart. */
function schemaOf<T>() {
  return <S extends v.GenericSchema>(
    schema: Equals<v.InferOutput<S>, T> extends true ? S : { outputMustEqual: T },
  ): S => schema as S;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const finite = v.pipe(v.number(), v.finite());
const position = v.pipe(finite, v.minValue(Number.MIN_SAFE_INTEGER), v.maxValue(Number.MAX_SAFE_INTEGER));
/** The largest time a JavaScript date can hold, in ms (ECMA-262, time values). */
const epochMs = v.pipe(finite, v.minValue(0), v.maxValue(8.64e15));
const ms = epochMs;
/** A day: wider than any time budget that can be set, so that a change of that limit makes no row unreadable. */
const seconds = v.pipe(finite, v.minValue(0), v.maxValue(86_400));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const deletedAt = v.nullable(epochMs);
const characterRange = v.object({ min: count, max: count });

export const pitchRow = schemaOf<Pitch>()(
  v.object({
    id,
    title: v.string(),
    position,
    createdAt: epochMs,
    example: v.boolean(),
    deletedAt,
  }),
);

export const variantRow = schemaOf<Variant>()(
  v.object({
    id,
    pitchId: id,
    title: v.string(),
    audience: v.string(),
    // Rows from before there were such fields lack them.
    medium: v.optional(v.picklist(MEDIUMS), 'spoken'),
    timeBudget: seconds,
    characterTarget: v.optional(v.nullable(characterRange), null),
    script: v.string(),
    overrules: v.array(
      v.object({ sentenceText: v.string(), element: v.picklist(ELEMENTS), carries: v.boolean() }),
    ),
    dismissedFindings: v.array(v.string()),
    madeFrom: v.optional(v.nullable(id), null),
    position,
    createdAt: epochMs,
    updatedAt: epochMs,
    saveCount: count,
    deletedAt,
  }),
);

export const revisionRow = schemaOf<Revision>()(
  v.object({ id, variantId: id, script: v.string(), keptAt: epochMs }),
);

export const preparationRow = schemaOf<Preparation>()(
  v.object({
    variantId: id,
    eventDate: v.nullable(v.pipe(v.string(), v.isoDate())),
    keyWords: v.array(v.object({ sentenceText: v.string(), words: v.array(v.string()) })),
    // Rows from before there were such fields lack them, here and below.
    draft: v.optional(
      v.nullable(
        v.object({
          rung: v.picklist(RUNGS),
          scope: v.picklist(RECALL_SCOPES),
          asked: v.array(v.string()),
          atOnce: v.boolean(),
          typed: v.array(v.string()),
          peeks: count,
        }),
      ),
      null,
    ),
    updatedAt: epochMs,
  }),
);

export const recallRow = schemaOf<Recall>()(
  v.object({
    id,
    variantId: id,
    recalledAt: epochMs,
    durationMs: ms,
    rung: v.picklist(RUNGS),
    way: v.picklist(RECALL_WAYS),
    scope: v.optional(v.picklist(RECALL_SCOPES), 'whole'),
    peeks: count,
    sentences: v.array(
      v.object({
        text: v.string(),
        recollection: v.picklist(RECOLLECTIONS),
        stopped: v.optional(v.boolean(), false),
      }),
    ),
  }),
);

const bySpeaker = { atMs: ms, by: v.literal('speaker') };
const byDevice = { atMs: ms, by: v.literal('device') };

const takeEvent = v.variant('kind', [
  v.object({ kind: v.literal('paused'), ...bySpeaker }),
  v.object({ kind: v.literal('resumed'), ...bySpeaker }),
  v.object({ kind: v.literal('typed'), ...bySpeaker, text: v.string() }),
  v.object({
    kind: v.literal('recognised'),
    ...bySpeaker,
    session: count,
    parts: v.array(v.object({ transcript: v.string(), confidence: finite, final: v.boolean() })),
  }),
  v.object({
    kind: v.literal('recognition-ended'),
    ...byDevice,
    session: count,
    error: v.nullable(v.picklist(RECOGNITION_ERRORS)),
  }),
  v.object({ kind: v.literal('microphone-changed'), ...byDevice, sampleHz: v.nullable(ms) }),
  v.object({ kind: v.literal('sound-dropped'), ...byDevice, lostMs: ms }),
  v.object({ kind: v.literal('microphone-lost'), ...byDevice }),
  v.object({ kind: v.literal('microphone-muted'), ...byDevice }),
  v.object({ kind: v.literal('microphone-unmuted'), ...byDevice }),
  v.object({ kind: v.literal('recording-began'), ...byDevice }),
  v.object({ kind: v.literal('recording-ended'), ...byDevice }),
  v.object({ kind: v.literal('hidden'), ...byDevice }),
  v.object({ kind: v.literal('shown'), ...byDevice }),
  v.object({ kind: v.literal('stopped'), atMs: ms, by: v.picklist(['speaker', 'device']) }),
]);

export const takeRow = schemaOf<Take>()(
  v.object({
    id,
    variantId: id,
    revisionId: id,
    log: v.object({
      version: v.picklist(TAKE_LOG_VERSIONS),
      startedAt: epochMs,
      hearing: v.picklist(HEARINGS),
      prompter: v.picklist(PROMPTERS),
      timeBudget: seconds,
      events: v.array(takeEvent),
    }),
    note: v.string(),
    recalled: v.optional(v.string()),
    sayings: v.optional(v.object({ version: count, timesSaid: v.nullable(v.array(count)), brokenOffMs: ms })),
    aliveAtMs: ms,
    recordingType: v.nullable(v.string()),
    deletedAt,
  }),
);

export const recordingChunkRow = schemaOf<RecordingChunk>()(
  v.object({ takeId: id, index: count, type: v.string(), bytes: v.instance(ArrayBuffer) }),
);

const stretch = { startMs: ms, endMs: ms };
const ratio = v.pipe(finite, v.minValue(0), v.maxValue(1));

const takeTiming = schemaOf<TakeTiming>()(
  v.object({
    // One of another version is not read but worked out anew.
    version: v.literal(TIMING_VERSION),
    method: v.picklist(['sound', 'duration']),
    confidence: ratio,
    snrDb: finite,
    durationMs: ms,
    passages: v.array(
      v.object({
        ...stretch,
        sentence: count,
        whole: v.boolean(),
        confidence: ratio,
        spans: v.array(v.object({ span: count, ...stretch })),
      }),
    ),
    omitted: v.array(count),
    speech: v.array(v.object(stretch)),
    pauses: v.array(v.object(stretch)),
    otherSpeech: v.array(v.object(stretch)),
  }),
);

// `v.instance` would tell arrays over shared memory apart, which the domain does not.
const singles = v.custom<Float32Array>((value) => value instanceof Float32Array);
const doubles = v.custom<Float64Array>((value) => value instanceof Float64Array);

const voiceTrace = schemaOf<VoiceTrace>()(
  v.object({
    version: v.literal(TRACE_VERSION),
    levelDb: singles,
    fundamentalHz: singles,
  }),
);

export const storedTimingRow = schemaOf<StoredTiming>()(
  v.object({ takeId: id, timing: takeTiming, trace: voiceTrace }),
);

export const voiceRow = schemaOf<KeptVoice>()(
  v.object({
    version: v.literal(TIMING_VERSION),
    takeIds: v.array(id),
    sums: v.object({ counts: doubles, sums: doubles, squares: doubles }),
  }),
);

const occasion = v.object({
  id,
  name: v.string(),
  medium: v.picklist(MEDIUMS),
  timeBudget: seconds,
  characterTarget: v.nullable(characterRange),
});

const settingsFields = {
  characterTarget: characterRange,
  recognitionConsent: v.picklist(RECOGNITION_CONSENTS),
  recognitionPlace: v.picklist(RECOGNITION_PLACES),
  theme: v.picklist(THEMES),
  readingCorrections: v.array(v.object({ surface: v.string(), kana: v.string() })),
  recordAudio: v.boolean(),
  keepVoice: v.boolean(),
  lastBackupAt: v.nullable(epochMs),
  exampleDismissed: v.boolean(),
  // Settings from before there were occasions lack them.
  occasions: v.optional(v.nullable(v.array(occasion)), null),
  marks: v.array(seconds),
};

export const settingsRow = schemaOf<Settings>()(v.object(settingsFields));

/** Settings from whatever is stored: a field that is missing or unreadable is its default, one by one. */
export function readSettings(stored: unknown): Settings {
  const settings = structuredClone(DEFAULT_SETTINGS);
  if (typeof stored !== 'object' || stored === null) return settings;
  for (const [name, schema] of Object.entries(settingsFields)) {
    const field = v.safeParse(schema, Reflect.get(stored, name));
    if (field.success) Object.assign(settings, { [name]: field.output });
  }
  return settings;
}
