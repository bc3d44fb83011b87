import type { MicrophoneLevel } from '../adapters/microphone/microphone';
import type { ScriptPlace } from '../domain/alignment/script-place';
import type { MicrophoneError } from '../domain/rehearsal/microphone-error';
import type { Phase } from '../domain/rehearsal/phase';
import type { RecognitionError } from '../domain/rehearsal/recognition-error';
import type { RecognitionWay } from '../domain/rehearsal/recognition-way';
import type { Hearing, Prompter } from '../domain/rehearsal/take-log';
import type { Slice } from './app-state';
import type { Conductor, ConductorPorts } from './conduct-rehearsal';
import type { SoundTrouble } from './take-sound';

export interface RehearsalPlan {
  variantId: string;
  hearing: Hearing;
  prompter: Prompter;
}

/** A device that let the take down; the take goes on without it. */
export type RehearsalTrouble =
  | { kind: 'recognition'; error: RecognitionError }
  | { kind: 'microphone'; error: MicrophoneError }
  | SoundTrouble;

export interface Rehearsal extends RehearsalPlan {
  /** Seconds allowed. */
  timeBudget: number;
  /** Whether the microphone has heard a voice since it was opened. */
  voiceHeard: boolean;
  trouble: RehearsalTrouble | null;
  typed: string;
  /** The clause being spoken; `null` where that is not known. */
  place: ScriptPlace | null;
  /** Where the words are recognised; `null` until that is known. */
  way: RecognitionWay | null;
}

export interface RehearsalSlice {
  phase: Phase;
  rehearsal: Rehearsal | null;
  /** How the person rehearsed last, for the next time. */
  habit: Pick<RehearsalPlan, 'hearing' | 'prompter'>;
  /** Another screen sends the person to a rehearsal of this kind. */
  rehearsalSuggested(habit: Pick<RehearsalPlan, 'hearing' | 'prompter'>): void;
  rehearsalOpened(plan: RehearsalPlan): Promise<void>;
  countdownStarted(): void;
  takePaused(): void;
  takeResumed(): void;
  takeTyped(text: string): void;
  takeStopped(): Promise<void>;
  /** Stops and puts the take away; it can be brought back from the notice. */
  takeDiscarded(): Promise<void>;
  /** Leaves the rehearsal; a running take is kept first. */
  rehearsalLeft(): Promise<void>;
  /** Calls `listener` every frame with ms on the person's clock: it draws them without a render. */
  onElapsed(listener: (elapsedMs: number) => void): () => void;
  onVoiceLevel(listener: (level: MicrophoneLevel) => void): () => void;
}

/** What a person does in a rehearsal; who does it comes with the first one that is opened. */
export const createRehearsalSlice =
  (ports: ConductorPorts): Slice<RehearsalSlice> =>
  (set, get) => {
    let coming: Promise<Conductor> | null = null;
    /** `null` until the first rehearsal: nothing is under way then. */
    let conductor: Conductor | null = null;
    /** Counts the times a rehearsal was left: one that was on its way then must not open any more. */
    let leavings = 0;
    const levelListeners = new Set<(level: MicrophoneLevel) => void>();

    const conductorCame = async (): Promise<Conductor> => {
      const { conductRehearsals } = await import('./conduct-rehearsal');
      return conductRehearsals(ports, set, get, (level) => {
        for (const listener of levelListeners) listener(level);
      });
    };

    return {
      phase: { kind: 'idle' },
      rehearsal: null,
      habit: { hearing: 'audio-only', prompter: 'script' },
      rehearsalSuggested: (habit) => set({ habit }),
      rehearsalOpened: async (plan) => {
        const ticket = leavings;
        coming ??= conductorCame();
        conductor = await coming;
        if (ticket === leavings) await conductor.rehearsalOpened(plan);
      },
      countdownStarted: () => conductor?.countdownStarted(),
      takePaused: () => conductor?.takePaused(),
      takeResumed: () => conductor?.takeResumed(),
      takeTyped: (text) => conductor?.takeTyped(text),
      takeStopped: async () => conductor?.takeStopped(),
      takeDiscarded: async () => conductor?.takeDiscarded(),
      rehearsalLeft: async () => {
        leavings += 1;
        await conductor?.rehearsalLeft();
      },
      onElapsed: (listener) =>
        ports.clock.onFrame(() => {
          const elapsedMs = conductor?.elapsedMs() ?? null;
          if (elapsedMs !== null) listener(elapsedMs);
        }),
      onVoiceLevel: (listener) => {
        levelListeners.add(listener);
        return () => levelListeners.delete(listener);
      },
    };
  };
