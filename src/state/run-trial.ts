import type { RecognitionError } from '../domain/rehearsal/recognition-error';
import type { RecognitionWay } from '../domain/rehearsal/recognition-way';
import type { Settings } from '../domain/settings/settings';
import { allowedPlace } from './allowed-place';
import type { Ports } from './ports';
import type { TrialRecognition, TrialReport } from './recognition-slice';

type TrialPorts = Pick<Ports, 'clock' | 'microphone' | 'recognition'>;

/** Length of a trial, ms; where microphone and recogniser cannot listen together, each has its part of it. */
export const TRIAL_MS = 10_000;
const VOICE_PART_MS = 4_000;

/**
 * Listens for ten seconds to what the person says, and keeps nothing of it but the report. `null` where `ending` ended
 * it before; whatever it opened is closed by then.
 */
export async function runTrial(
  { clock, microphone, recognition }: TrialPorts,
  { microphoneShared: shared, settings }: { microphoneShared: boolean; settings: Settings },
  ending: AbortSignal,
  onListening: (to: 'both' | 'voice' | 'words') => void,
): Promise<TrialReport | null> {
  let closers: (() => void)[] = [];
  const close = (): void => {
    for (const closer of closers.reverse()) closer();
    closers = [];
  };
  /** False where the trial was ended meanwhile. */
  const wait = (ms: number): Promise<boolean> =>
    new Promise((resolve) => {
      const ended = (): void => resolve(false);
      ending.addEventListener('abort', ended, { once: true });
      const cancel = clock.schedule(ms, () => resolve(true));
      closers.push(cancel, () => ending.removeEventListener('abort', ended));
    });

  const listen = async (): Promise<TrialReport | null> => {
    const opened = await microphone.open();
    if (opened.ok) closers.push(() => opened.source.close());
    if (ending.aborted) return null;
    let heard: TrialReport['microphone'] = opened.ok
      ? { ok: true, check: 'nothing-heard', voiceHeard: false }
      : { ok: false, error: opened.error };
    if (opened.ok) {
      closers.push(
        opened.source.subscribeLevel(({ check, voiced }) => {
          if (!heard.ok) return;
          // What was said of the sound while a voice was heard outlasts the silence after it.
          const kept = check === 'nothing-heard' && heard.voiceHeard ? heard.check : check;
          heard = { ok: true, check: kept, voiceHeard: heard.voiceHeard || voiced };
        }),
        opened.source.onLost(() => {
          heard = { ok: false, error: 'lost' };
        }),
      );
      if (!shared) {
        onListening('voice');
        if (!(await wait(VOICE_PART_MS))) return null;
        close();
      }
    }
    const together = shared && opened.ok;
    onListening(together ? 'both' : 'words');
    const words = recognise(recognition, settings, together ? opened.source.track : null);
    closers.push(words.stop);
    if (!(await wait(shared ? TRIAL_MS : TRIAL_MS - VOICE_PART_MS))) return null;
    return { microphone: heard, recognition: words.report() };
  };

  try {
    return await listen();
  } finally {
    close();
  }
}

function recognise(
  recognition: Ports['recognition'],
  settings: Settings,
  track: MediaStreamTrack | null,
): { report(): TrialRecognition; stop(): void } {
  let way: RecognitionWay | null = null;
  let words = '';
  let error: RecognitionError | null = null;
  const place = allowedPlace(settings);
  const run = recognition.start(track ? { track, place } : { place }, (event) => {
    if (event.kind === 'listening') way = event.way;
    else if (event.kind === 'gave-up') error = event.error;
    else if (event.kind === 'results' && event.parts.length > 0)
      words = event.parts.map((part) => part.transcript).join('');
  });
  return {
    report: () => {
      if (words !== '') return { kind: 'heard', way: way ?? 'cloud', words };
      return error ? { kind: 'failed', error } : { kind: 'silent', way };
    },
    stop: () => void run.stop(),
  };
}
