import type { SoundCheck } from '../domain/delivery/voice-activity';
import type { MicrophoneError } from '../domain/rehearsal/microphone-error';
import type { RecognitionError } from '../domain/rehearsal/recognition-error';
import type { DeviceInstall, DeviceModel, RecognitionWay } from '../domain/rehearsal/recognition-way';
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

export const createRecognitionSlice =
  (ports: Pick<Ports, 'clock' | 'microphone' | 'recognition'>): Slice<RecognitionSlice> =>
  (set, get) => {
    /** Ends the trial under way, one on its way included. */
    let endTrial: () => void = () => {};

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
        endTrial();
        const ending = new AbortController();
        endTrial = () => ending.abort();
        set({ trial: { kind: 'opening' } });
        const { runTrial } = await import('./run-trial');
        if (ending.signal.aborted) return;
        const { microphoneShared, settings } = get();
        const report = await runTrial(ports, { microphoneShared, settings }, ending.signal, (to) =>
          set({ trial: { kind: 'listening', to } }),
        );
        if (report) set({ trial: { kind: 'done', report } });
      },
      trialLeft: () => {
        endTrial();
        set({ trial: { kind: 'idle' } });
      },
    };
  };
