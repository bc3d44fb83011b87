import { decideRestart, NO_RESTARTS_YET } from '../../domain/rehearsal/recognition-restart';
import { isReplay } from '../../domain/rehearsal/recognition-results';
import type { RecognisedPart } from '../../domain/rehearsal/take-log';
import { listenOnce, type RecognitionConstructor, type Session } from './listen-once';
import type { Recognition, RecognitionEvent } from './recognition';

function findConstructor(): RecognitionConstructor | undefined {
  const scope = globalThis as {
    SpeechRecognition?: RecognitionConstructor;
    webkitSpeechRecognition?: RecognitionConstructor;
  };
  return scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
}

/**
 * Whether `start(track)` can be tried. The specification offers no way to ask; browsers without it ignore the track
 * and open the microphone anew, so asking in vain costs nothing but the belief to share it. `processLocally` came to
 * Chrome after it (142 against 135).
 */
function takesTrack(Constructor: RecognitionConstructor): boolean {
  return 'processLocally' in Constructor.prototype;
}

/** The browser's recogniser of Japanese speech, which in most browsers sends the sound to its maker's servers. */
export function createBrowserRecognition(): Recognition {
  return {
    availability: () => (findConstructor() ? 'available' : 'unsupported'),

    start(options, listener) {
      const Constructor = findConstructor();
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
          { track, phrases, proven: record.everHeard },
          {
            began: () => tell({ kind: 'listening' }),
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

      if (Constructor) listen();
      else {
        waiting = setTimeout(() => {
          tell({ kind: 'gave-up', error: 'unsupported' });
          finish();
        }, 0);
      }

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
