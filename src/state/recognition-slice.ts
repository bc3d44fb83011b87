import type { SoundCheck } from '../domain/delivery/voice-activity';
import type { MicrophoneError } from '../domain/rehearsal/microphone-error';
import type { RecognitionError } from '../domain/rehearsal/recognition-error';
import type { DeviceInstall, DeviceModel, RecognitionWay } from '../domain/rehearsal/recognition-way';
import type { RecognitionPlace, Settings } from '../domain/settings/settings';
import type { Slice } from './app-state';
import type { Ports } from './ports';

/** How recognition went in a trial. */
export type TrialRecognition =
  | { kind: 'heard'; way: RecognitionWay; words: string }
  | { kind: 'silent'; way: RecognitionWay | null }
  | { kind: 'failed'; error: RecognitionError };

/** What works in this browser with this microphone. */
export interface TrialReport {
  microphone: { ok: true; check: SoundCheck; voiceHeard: boolean } | { ok: false; error: MicrophoneError };
  recognition: TrialRecognition;
}

export type RecognitionTrial =
  | { kind: 'idle' }
  /** `opening` lasts until the microphone is there; the two listen together where they can. */
  | { kind: 'opening' }
  | { kind: 'listening'; to: 'both' | 'voice' | 'words' }
  | { kind: 'done'; report: TrialReport };

export interface RecognitionSlice {
  /** Whether a take can be recorded while its words are recognised. */
  microphoneShared: boolean;
  /** `null` until asked for. */
  deviceModel: DeviceModel | null;
  deviceInstall: 'not-asked' | 'under-way' | DeviceInstall;
  trial: RecognitionTrial;
  /** Finds out what there is for recognition on this device. */
  deviceModelWanted(): Promise<DeviceModel>;
  deviceInstallWanted(): Promise<void>;
  /** Listens for ten seconds to what the person says, and keeps nothing of it but the report. */
  trialStarted(): Promise<void>;
  trialLeft(): void;
}

/** Length of a trial, ms; where microphone and recogniser cannot listen together, each has its part of it. */
export const TRIAL_MS = 10_000;
const VOICE_PART_MS = 4_000;

/** Where speech may be recognised: without a word of agreement it never leaves the device. */
export function allowedPlace(settings: Settings): RecognitionPlace {
  return settings.recognitionConsent === 'agreed' ? settings.recognitionPlace : 'device-only';
}

export const createRecognitionSlice =
  (ports: Pick<Ports, 'clock' | 'microphone' | 'recognition'>): Slice<RecognitionSlice> =>
  (set, get) => {
    /** Ends what a trial has opened. */
    let closers: (() => void)[] = [];
    let trials = 0;

    const close = (): void => {
      for (const closer of closers.reverse()) closer();
      closers = [];
    };

    const wait = (ms: number): Promise<void> =>
      new Promise((resolve) => closers.push(ports.clock.schedule(ms, resolve)));

    const recognise = (track: MediaStreamTrack | null): { report(): TrialRecognition } => {
      let way: RecognitionWay | null = null;
      let words = '';
      let error: RecognitionError | null = null;
      const place = allowedPlace(get().settings);
      const run = ports.recognition.start(track ? { track, place } : { place }, (event) => {
        if (event.kind === 'listening') way = event.way;
        else if (event.kind === 'gave-up') error = event.error;
        else if (event.kind === 'results' && event.parts.length > 0)
          words = event.parts.map((part) => part.transcript).join('');
      });
      closers.push(() => void run.stop());
      return {
        report: () => {
          if (words !== '') return { kind: 'heard', way: way ?? 'cloud', words };
          return error ? { kind: 'failed', error } : { kind: 'silent', way };
        },
      };
    };

    const listen = async (isOver: () => boolean): Promise<TrialReport | null> => {
      const { microphoneShared: shared } = get();
      const opened = await ports.microphone.open();
      if (isOver()) {
        if (opened.ok) opened.source.close();
        return null;
      }
      let microphone: TrialReport['microphone'] = opened.ok
        ? { ok: true, check: 'nothing-heard', voiceHeard: false }
        : { ok: false, error: opened.error };
      if (opened.ok) {
        closers.push(
          () => opened.source.close(),
          opened.source.subscribeLevel(({ check, voiced }) => {
            if (!microphone.ok) return;
            // What was said of the sound while a voice was heard outlasts the silence after it.
            const kept = check === 'nothing-heard' && microphone.voiceHeard ? microphone.check : check;
            microphone = { ok: true, check: kept, voiceHeard: microphone.voiceHeard || voiced };
          }),
          opened.source.onLost(() => {
            microphone = { ok: false, error: 'lost' };
          }),
        );
        if (!shared) {
          set({ trial: { kind: 'listening', to: 'voice' } });
          await wait(VOICE_PART_MS);
          if (isOver()) return null;
          close();
        }
      }
      const together = shared && opened.ok;
      set({ trial: { kind: 'listening', to: together ? 'both' : 'words' } });
      const recognition = recognise(together ? opened.source.track : null);
      await wait(shared ? TRIAL_MS : TRIAL_MS - VOICE_PART_MS);
      return { microphone, recognition: recognition.report() };
    };

    return {
      microphoneShared: ports.recognition.sharesMicrophone(),
      deviceModel: null,
      deviceInstall: 'not-asked',
      trial: { kind: 'idle' },
      deviceModelWanted: async () => {
        const deviceModel = await ports.recognition.deviceModel();
        set({ deviceModel });
        return deviceModel;
      },
      deviceInstallWanted: async () => {
        set({ deviceInstall: 'under-way' });
        set({ deviceInstall: await ports.recognition.installDeviceModel() });
        await get().deviceModelWanted();
      },
      trialStarted: async () => {
        close();
        trials += 1;
        const own = trials;
        const isOver = (): boolean => own !== trials;
        set({ trial: { kind: 'opening' } });
        const report = await listen(isOver);
        if (isOver()) return;
        close();
        set({ trial: report ? { kind: 'done', report } : { kind: 'idle' } });
      },
      trialLeft: () => {
        trials += 1;
        close();
        set({ trial: { kind: 'idle' } });
      },
    };
  };
