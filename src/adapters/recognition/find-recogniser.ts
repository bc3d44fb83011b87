/** What newer browsers have beside what the types know; on-device recognition brought both (Chrome 139–142). */
export type RecognitionConstructor = new () => SpeechRecognition & {
  phrases?: unknown;
  processLocally?: boolean;
};

/** The browser's recogniser under either of its names; nothing is started by asking. */
export function findRecogniser(): RecognitionConstructor | undefined {
  const scope = globalThis as {
    SpeechRecognition?: RecognitionConstructor;
    webkitSpeechRecognition?: RecognitionConstructor;
  };
  return scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
}
