import type { MicrophoneLevel } from '../adapters/microphone/microphone';
import { advancePhase, type PhaseEvent } from '../domain/rehearsal/advance-phase';
import type { Phase } from '../domain/rehearsal/phase';
import type { RecognitionError } from '../domain/rehearsal/recognition-error';
import { findPhrases } from '../domain/rehearsal/recognition-phrases';
import type { Take } from '../domain/rehearsal/take';
import { type Hearing, NEWEST_TAKE_LOG_VERSION } from '../domain/rehearsal/take-log';
import { splitSentences } from '../domain/text/sentences';
import { allowedPlace } from './allowed-place';
import type { AppState } from './app-state';
import type { Ports } from './ports';

import type { Rehearsal, RehearsalSlice } from './rehearsal-slice';
import { openTakeRecognition, type TakeRecognition } from './take-recognition';
import { holdMicrophone, type TakeSound } from './take-sound';
import { openTakeWriter, type TakeWriter } from './take-writer';

export type ConductorPorts = Pick<
  Ports,
  'storage' | 'analyzer' | 'clock' | 'microphone' | 'recognition' | 'keepAwake' | 'newId'
>;

/** Takes a rehearsal through its phases and owns the devices that it opens. */
export interface Conductor
  extends Pick<
    RehearsalSlice,
    | 'rehearsalOpened'
    | 'countdownStarted'
    | 'takePaused'
    | 'takeResumed'
    | 'takeTyped'
    | 'takeStopped'
    | 'takeDiscarded'
    | 'rehearsalLeft'
  > {
  /** Ms on the person's clock; `null` while no take is running. */
  elapsedMs(): number | null;
}

interface KeptTake {
  variantId: string;
  takeId: string;
}

/** Length of one count of the countdown, in ms. */
const COUNT_MS = 1000;

/** One at a time: opening a rehearsal ends the one before. `onLevel` hears the microphone about 60 times a second. */
export function conductRehearsals(
  ports: ConductorPorts,
  set: (change: Partial<AppState> | ((state: AppState) => Partial<AppState>)) => void,
  get: () => AppState,
  onLevel: (level: MicrophoneLevel) => void,
): Conductor {
  let sound: TakeSound | null = null;
  let recognition: TakeRecognition | null = null;
  let writer: TakeWriter | null = null;
  /** Closes what one take opened, in reverse order of opening. */
  let closers: (() => void)[] = [];
  /** Counts what has been closed: a late answer finds another number than the one it set out with. */
  let closings = 0;
  /** The take being written down, for whoever has to wait until it is. */
  let ending: Promise<KeptTake> | null = null;

  const advance = (event: PhaseEvent): void => set((state) => ({ phase: advancePhase(state.phase, event) }));
  const update = (change: Partial<Rehearsal>): void =>
    set((state) => ({ rehearsal: state.rehearsal ? { ...state.rehearsal, ...change } : null }));

  const isRunning = (): boolean => get().phase.kind === 'speaking' || get().phase.kind === 'paused';

  const closeDevices = (): void => {
    closings += 1;
    for (const close of closers.reverse()) close();
    closers = [];
    void recognition?.stop();
    sound?.close();
    writer?.stopClock();
    sound = null;
    recognition = null;
    writer = null;
  };

  const microphoneLost = (): void => {
    if (get().phase.kind === 'preparing' || get().phase.kind === 'countdown') {
      closeDevices();
      advance({ kind: 'microphone-failed', reason: 'lost' });
      return;
    }
    // Without the microphone that is shown, nothing must go on listening through another.
    void recognition?.stop();
    update({ trouble: { kind: 'microphone', error: 'lost' } });
    advance({ kind: 'hearing-reduced', hearing: 'clock-only' });
  };

  const openMicrophone = async (): Promise<void> => {
    const ticket = closings;
    const result = await ports.microphone.open();
    if (ticket !== closings) {
      if (result.ok) result.source.close();
      return;
    }
    if (!result.ok) return advance({ kind: 'microphone-failed', reason: result.error });
    sound = holdMicrophone(result.source, {
      onLevel: (level) => {
        onLevel(level);
        if (level.voiced && get().rehearsal?.voiceHeard === false) update({ voiceHeard: true });
      },
      onLost: microphoneLost,
      onTrouble: (trouble) => {
        // A lost microphone ends the recording as well; of the two the person is told the cause.
        if (get().rehearsal?.trouble?.kind !== 'microphone') update({ trouble });
      },
    });
    advance({ kind: 'devices-ready' });
  };

  const startRecognition = (script: string): void => {
    if (!writer) return;
    const { analyses, settings } = get();
    recognition = openTakeRecognition(ports, {
      script,
      place: allowedPlace(settings),
      phrases: findPhrases(splitSentences(script).flatMap(({ text }) => analyses.get(text) ?? [])),
      track: sound?.track ?? null,
      readingCorrections: settings.readingCorrections,
      writer,
      onPlace: (place) => update({ place }),
      onWay: (way) => get().rehearsal?.way !== way && update({ way }),
      onGaveUp: (error) => {
        // A lost microphone silences the recogniser as well; of the two the person is told the cause.
        if (get().rehearsal?.trouble?.kind !== 'microphone')
          update({ trouble: { kind: 'recognition', error } });
        update({ place: null, way: null });
        advance({ kind: 'hearing-reduced', hearing: sound ? 'audio-only' : 'clock-only' });
      },
    });
  };

  const begin = async (): Promise<void> => {
    const { rehearsal } = get();
    const variant = rehearsal && get().variants[rehearsal.variantId];
    if (!rehearsal || !variant) return leave();
    const ticket = closings;
    const { id: revisionId } = await get().scriptKept(variant.id);
    if (ticket !== closings) return;
    const { hearing } = get().phase as Extract<Phase, { hearing: Hearing }>;
    writer = openTakeWriter(
      ports,
      beginTake(ports.newId(), revisionId, ports.clock.epochMs(), { ...rehearsal, hearing }),
      get().storageTroubled,
    );
    const kept = writer;
    closers.push(
      ports.keepAwake(),
      ports.clock.onVisibility((hidden) => kept.append({ kind: hidden ? 'hidden' : 'shown', by: 'device' })),
    );
    if (hearing === 'audio-and-words' && !get().microphoneShared) {
      sound?.close();
      sound = null;
    }
    sound?.begin(kept);
    if (get().settings.recordAudio) sound?.record();
    if (hearing === 'audio-and-words') startRecognition(variant.script);
    advance({ kind: 'began' });
  };

  const count = (): void => {
    const { phase } = get();
    if (phase.kind !== 'countdown') return;
    if (phase.remaining > 1) {
      advance({ kind: 'counted' });
      closers.push(ports.clock.schedule(COUNT_MS, count));
    } else void begin();
  };

  /** Ends the running take and writes it down. */
  const end = async (kept: TakeWriter): Promise<KeptTake> => {
    kept.stopClock();
    advance({ kind: 'stopped' });
    await Promise.all([sound?.stop(), recognition?.stop()]);
    // From here on nothing may be appended: who listens stops before the log is sealed.
    for (const close of closers.reverse()) close();
    closers = [];
    const take = await kept.finish();
    await get().takesWanted([take.variantId]);
    await get().takeKept(take);
    closeDevices();
    void ports.storage.requestPersistence();
    return { variantId: take.variantId, takeId: take.id };
  };

  const finish = (): Promise<KeptTake> | null => {
    if (!writer || !isRunning()) return null;
    ending = end(writer);
    return ending;
  };

  /** Without any wait: what is opened right after must find everything closed, and not be closed in its place. */
  const leave = (): void => {
    closeDevices();
    set({ rehearsal: null });
    advance({ kind: 'left' });
  };

  /** Why the words cannot be recognised as was asked for; `null` where they can. */
  const recognitionRefused = async (hearing: Hearing): Promise<RecognitionError | null> => {
    if (hearing !== 'audio-and-words') return null;
    if (ports.recognition.availability() === 'unsupported') return 'unsupported';
    if (get().settings.recognitionPlace !== 'device-only') return null;
    return (await get().deviceModelWanted()) === 'ready' ? null : 'not-on-device';
  };

  return {
    rehearsalOpened: async (plan) => {
      const variant = get().variants[plan.variantId];
      if (!variant || get().phase.kind === 'finishing') return;
      if (isRunning()) {
        await get().takeStopped();
        // Whoever left in the meantime does not want it any more.
        if (get().phase.kind !== 'reviewed') return;
      }
      closeDevices();
      const ticket = closings;
      const refused = await recognitionRefused(plan.hearing);
      if (ticket !== closings) return;
      const hearing = refused ? 'audio-only' : plan.hearing;
      set({
        habit: { hearing: plan.hearing, prompter: plan.prompter },
        rehearsal: {
          ...plan,
          hearing,
          timeBudget: variant.timeBudget,
          voiceHeard: false,
          trouble: refused ? { kind: 'recognition', error: refused } : null,
          typed: '',
          place: null,
          way: null,
        },
      });
      advance({ kind: 'opened', hearing });
      if (hearing === 'typed') await begin();
      else if (hearing !== 'clock-only') await openMicrophone();
    },
    countdownStarted: () => {
      advance({ kind: 'countdown-began' });
      if (get().phase.kind === 'countdown') closers.push(ports.clock.schedule(COUNT_MS, count));
    },
    takePaused: () => {
      if (get().phase.kind !== 'speaking') return;
      writer?.append({ kind: 'paused', by: 'speaker' });
      sound?.pause();
      recognition?.pause();
      advance({ kind: 'paused' });
    },
    takeResumed: () => {
      if (get().phase.kind !== 'paused') return;
      writer?.append({ kind: 'resumed', by: 'speaker' });
      sound?.resume();
      recognition?.resume();
      advance({ kind: 'resumed' });
    },
    takeTyped: (text) => {
      if (get().phase.kind !== 'speaking') return;
      writer?.typed(text);
      update({ typed: text });
    },
    takeStopped: async () => {
      const kept = await finish();
      if (kept) advance({ kind: 'kept', takeId: kept.takeId });
    },
    takeDiscarded: async () => {
      const kept = finish();
      if (kept) {
        const { variantId, takeId } = await kept;
        get().takeDeleted(variantId, takeId, { kind: 'take-discarded' });
      }
      if (get().phase.kind !== 'finishing' || kept) leave();
    },
    rehearsalLeft: async () => {
      const kept = finish();
      if (kept || get().phase.kind === 'finishing') await ending;
      leave();
    },
    elapsedMs: () => writer?.elapsedMs() ?? null,
  };
}

/** A take as it is at its first moment. */
function beginTake(
  id: string,
  revisionId: string,
  startedAt: number,
  { variantId, hearing, prompter, timeBudget }: Rehearsal,
): Take {
  return {
    id,
    variantId,
    revisionId,
    log: { version: NEWEST_TAKE_LOG_VERSION, startedAt, hearing, prompter, timeBudget, events: [] },
    note: '',
    aliveAtMs: 0,
    recordingType: null,
    deletedAt: null,
  };
}
