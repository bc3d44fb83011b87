import type { RecognitionRun } from '../adapters/recognition/recognition';
import type { ScriptPlace } from '../domain/alignment/script-place';
import type { ReadingCorrection } from '../domain/reading/read-aloud';
import type { RecognitionError } from '../domain/rehearsal/recognition-error';
import type { RecognitionWay } from '../domain/rehearsal/recognition-way';
import type { RecognitionPlace } from '../domain/settings/settings';
import type { Ports } from './ports';
import { openScriptFollower } from './script-follower';
import type { TakeWriter } from './take-writer';

interface TakeRecognitionPlan {
  script: string;
  /** Where the words may be recognised. */
  place: RecognitionPlace;
  phrases: string[];
  track: MediaStreamTrack | null;
  readingCorrections: readonly ReadingCorrection[];
  writer: TakeWriter;
  onPlace(place: ScriptPlace | null): void;
  onWay(way: RecognitionWay): void;
  onGaveUp(error: RecognitionError): void;
}

/** The recogniser during one take: its words go into the log, and the script is followed along. */
export interface TakeRecognition {
  /** While the clock stands still nothing is listened to. */
  pause(): void;
  resume(): void;
  /** Resolves once the last words have been written down. */
  stop(): Promise<void>;
}

/** Starts to listen at once. */
export function openTakeRecognition(
  ports: Pick<Ports, 'analyzer' | 'recognition'>,
  plan: TakeRecognitionPlan,
): TakeRecognition {
  const follower = openScriptFollower(ports.analyzer, plan.script, plan.readingCorrections, plan.onPlace);
  /** Sessions of runs before this one: a run counts its own from 1, the log counts them through. */
  let before = 0;
  let latest = 0;
  let over = false;
  let paused = false;
  let run: RecognitionRun | null = null;
  let stopped: Promise<void> = Promise.resolve();

  const start = (): void => {
    before = latest;
    const { place, phrases, track } = plan;
    run = ports.recognition.start({ place, phrases, ...(track && { track }) }, (event) => {
      if (event.kind === 'listening') return plan.onWay(event.way);
      if (event.kind === 'gave-up') {
        over = true;
        follower.close();
        return plan.onGaveUp(event.error);
      }
      const session = before + event.session;
      latest = Math.max(latest, session);
      if (event.kind === 'results') {
        plan.writer.append({ kind: 'recognised', by: 'speaker', session, parts: event.parts });
        follower.heard(session, event.parts);
      } else {
        plan.writer.append({ kind: 'recognition-ended', by: 'device', session, error: event.error });
      }
    });
  };
  const halt = (): Promise<void> => {
    if (run) stopped = run.stop();
    run = null;
    return stopped;
  };

  start();
  return {
    pause: () => {
      paused = true;
      void halt();
    },
    resume: () => {
      paused = false;
      // One run at a time: a recogniser started before the last has ended refuses.
      void stopped.then(() => {
        if (!paused && !over && run === null) start();
      });
    },
    stop: async () => {
      over = true;
      await halt();
      follower.close();
    },
  };
}
