import type { Clock } from '../../src/adapters/clock/clock';
import type { Storage } from '../../src/adapters/storage/storage';
import type { Pitch, Variant } from '../../src/domain/pitch/pitch';
import { type AppStore, createAppStore } from '../../src/state/create-app-store';
import type { Ports } from '../../src/state/ports';
import { createFakeAnalyzer, type FakeAnalyzer } from '../fakes/fake-analyzer';
import { createFakeClock, type FakeClock } from '../fakes/fake-clock';
import { createFakeMicrophone, type FakeMicrophone } from '../fakes/fake-microphone';
import { createFakeRecognition, type FakeRecognition } from '../fakes/fake-recognition';
import { createFakeSoundTiming, type FakeSoundTiming } from '../fakes/fake-sound-timing';
import { createFakeStorage, type FakeStorage } from '../fakes/fake-storage';

export const SCRIPT =
  '夕方になると頭まで重い、という方はいらっしゃいませんか。緑町の鍼灸師、小林です。3回ほどで頭が軽くなります。';

export const PITCH: Pitch = {
  id: 'pitch',
  title: 'はなみずき鍼灸院',
  position: 1,
  createdAt: 0,
  example: false,
  deletedAt: null,
};

export const VARIANT: Variant = {
  id: 'variant',
  pitchId: 'pitch',
  title: '朝の交流会',
  audience: '地元の経営者',
  medium: 'spoken',
  timeBudget: 60,
  characterTarget: null,
  script: SCRIPT,
  overrules: [],
  dismissedFindings: [],
  madeFrom: null,
  position: 1,
  createdAt: 0,
  updatedAt: 0,
  saveCount: 1,
  deletedAt: null,
};

export interface TestApp {
  store: AppStore;
  /** The state as it is now. */
  now: AppStore['getState'];
  ports: Ports;
  storage: FakeStorage;
  clock: FakeClock;
  microphone: FakeMicrophone;
  recognition: FakeRecognition;
  analyzer: FakeAnalyzer;
  soundTiming: FakeSoundTiming;
  /** How many hold the screen awake. */
  awakeCount(): number;
  /** Everything opened and not closed: devices, timers, listeners, the screen kept awake. */
  openCount(): number;
}

/** Ports over fake devices, the storage and the clock given. */
export function portsOver<S extends Storage, C extends Clock>(
  storage: S,
  clock: C,
  recognition = createFakeRecognition(),
) {
  const microphone = createFakeMicrophone();
  const analyzer = createFakeAnalyzer();
  const soundTiming = createFakeSoundTiming();
  let awake = 0;
  const ports = {
    storage,
    analyzer,
    microphone,
    recognition,
    soundTiming,
    clock,
    offline: { subscribe: () => () => {}, applyUpdate: () => {} },
    keepAwake: () => {
      awake += 1;
      return () => {
        awake -= 1;
      };
    },
    newId: () => crypto.randomUUID(),
  } satisfies Ports;
  return { ports, storage, clock, microphone, recognition, analyzer, soundTiming, awakeCount: () => awake };
}

/** An app over fakes whose storage holds one pitch with one variant, read but not started. */
export async function openApp(
  parts: Partial<Pick<TestApp, 'storage' | 'recognition'>> = {},
): Promise<TestApp> {
  const storage = parts.storage ?? createFakeStorage();
  if (!parts.storage) {
    storage.rows.pitches.set(PITCH.id, PITCH);
    storage.rows.variants.set(VARIANT.id, VARIANT);
  }
  const open = portsOver(storage, createFakeClock(), parts.recognition);
  const store = createAppStore(open.ports);
  await store.getState().libraryRead();
  return {
    ...open,
    store,
    now: store.getState,
    openCount: () =>
      open.microphone.openCount() +
      open.microphone.recordingCount() +
      open.recognition.runningCount() +
      open.clock.openCount() +
      open.awakeCount(),
  };
}
