import type { RecognitionError } from '../../domain/rehearsal/recognition-error';
import { decideRestart, NO_RESTARTS_YET } from '../../domain/rehearsal/recognition-restart';
import { isReplay } from '../../domain/rehearsal/recognition-results';
import type { RecognitionWay } from '../../domain/rehearsal/recognition-way';
import type { RecognisedPart } from '../../domain/rehearsal/take-log';
import { askDeviceModel, installDeviceModel, knowsDeviceModels } from './device-model';
import { findRecogniser, type RecognitionConstructor } from './find-recogniser';
import { listenOnce, type Session } from './listen-once';
import type { Recognition, RecognitionEvent } from './recognition';
import { sharesMicrophone } from './shares-microphone';

/**
 * Whether `start(track)` can be tried. The specification offers no way to ask; browsers without it ignore the track
 * and open the microphone anew, so asking in vain costs nothing but the belief to share it. `processLocally` came to
 * Chrome after it (142 against 135).
 */
function takesTrack(Constructor: RecognitionConstructor): boolean {
  return 'processLocally' in Constructor.prototype;
}

/** Errors of a recogniser on this device that may not befall one elsewhere. */
const DEVICE_FAILS: readonly (RecognitionError | null)[] = [
  'language-not-supported',
  'service-not-allowed',
  'network',
  'no-backend',
];

/** The browser's recogniser of Japanese speech, which in most browsers sends the sound to its maker's servers. */
export function createBrowserRecognition(): Recognition {
  return {
    availability: () => (findRecogniser() ? 'available' : 'unsupported'),
    sharesMicrophone: () => sharesMicrophone(),
    deviceModel: () => askDeviceModel(findRecogniser()),
    installDeviceModel: () => installDeviceModel(findRecogniser()),

    start(options, listener) {
      const Constructor = findRecogniser();
      const place = options.place ?? 'anywhere';
      let way: RecognitionWay = 'cloud';
      let session: Session | null = null;
      let sessions = 0;
      let record = NO_RESTARTS_YET;
      let track = Constructor && options.track && takesTrack(Constructor) ? options.track : null;
      let phrases = options.phrases ?? [];
      let partsBefore: RecognisedPart[] = [];
      let waiting: ReturnType<typeof setTimeout> | undefined;
      let resolveStopped: () => void = () => {};
      let stopping: Promise<void> | null = null;
      let over = false;

      const tell = (event: RecognitionEvent) => {
        if (!over) listener(event);
      };
      const finish = () => {
        over = true;
        session = null;
        resolveStopped();
      };

      const listen = () => {
        if (!Constructor) return;
        const number = ++sessions;
        const startedAtMs = performance.now();
        const heardBefore = partsBefore;
        let replayed: string | null = null;
        let told = '';

        /** Without what only comes back from the session before; judged when it first comes, and remembered. */
        const own = (parts: RecognisedPart[]) => {
          const first = parts[0];
          if (first && isReplay(first, heardBefore, performance.now() - startedAtMs))
            replayed = first.transcript;
          return first?.transcript === replayed ? parts.slice(1) : parts;
        };

        const tellParts = (parts: RecognisedPart[]) => {
          const now = JSON.stringify(parts);
          if (now === told) return;
          told = now;
          tell({ kind: 'results', session: number, parts });
        };

        session = listenOnce(
          Constructor,
          { track, phrases, local: way === 'device', proven: record.everHeard },
          {
            began: () => tell({ kind: 'listening', way }),
            heard: (parts) => tellParts(own(parts)),
            ended: ({ error, parts, lastedMs }) => {
              session = null;
              const kept = own(parts);
              if (kept.length > 0) tellParts(kept);
              tell({ kind: 'session-ended', session: number, error });
              if (kept.length > 0) partsBefore = kept;
              if (stopping) return finish();
              if (error === 'phrases-not-supported' && phrases.length > 0) {
                phrases = [];
                return again(0);
              }
              // A track the recogniser will not take looks like a device that fails: try the default microphone.
              if (
                track &&
                !record.everHeard &&
                kept.length === 0 &&
                (error === 'audio-capture' || error === 'aborted')
              ) {
                track = null;
                return again(0);
              }
              if (
                way === 'device' &&
                place === 'anywhere' &&
                !record.everHeard &&
                kept.length === 0 &&
                DEVICE_FAILS.includes(error)
              ) {
                way = 'cloud';
                return again(0);
              }
              const next = decideRestart(record, { error, heard: kept.length > 0, lastedMs });
              record = next.record;
              if (next.decision.kind === 'restart') return again(next.decision.afterMs);
              tell({ kind: 'gave-up', error: next.decision.error });
              finish();
            },
          },
        );
      };
      const again = (afterMs: number) => {
        waiting = setTimeout(listen, afterMs);
      };

      const giveUp = (error: RecognitionError) => {
        waiting = setTimeout(() => {
          tell({ kind: 'gave-up', error });
          finish();
        }, 0);
      };
      const begin = async () => {
        const model = await askDeviceModel(Constructor);
        if (over) return;
        if (model === 'ready') way = 'device';
        else if (place === 'device-only') return giveUp('not-on-device');
        listen();
      };

      if (!Constructor) giveUp('unsupported');
      else if (knowsDeviceModels(Constructor)) void begin();
      else if (place === 'device-only') giveUp('not-on-device');
      else listen();

      return {
        stop() {
          stopping ??= new Promise((resolve) => {
            resolveStopped = resolve;
            clearTimeout(waiting);
            if (session) session.stop();
            else finish();
          });
          return stopping;
        },
      };
    },
  };
}
