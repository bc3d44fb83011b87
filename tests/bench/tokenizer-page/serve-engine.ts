/** Opens an analyser and gives a function that counts the tokens it makes of a text. */
export type OpenEngine = () => Promise<(text: string) => number>;

/** Opens the engine, tokenises a text once, and then in `repeats` samples after as many to warm up. */
export interface EngineRequest {
  text: string;
  repeats: number;
}

export type EngineReply = { kind: 'opened'; tokens: number } | { kind: 'repeated'; medianMs: number };

/** Chromium's clock here has steps of a tenth of a millisecond: single calls are too short for it. */
const CALLS_AT_ONCE = 20;

const scope = globalThis as unknown as {
  postMessage(reply: EngineReply): void;
  onmessage: (event: MessageEvent<EngineRequest>) => void;
};

/** Makes this worker answer requests with an engine. */
export function serveEngine(open: OpenEngine): void {
  scope.onmessage = async ({ data: { text, repeats } }) => {
    const count = await open();
    scope.postMessage({ kind: 'opened', tokens: count(text) });
    const times: number[] = [];
    for (let i = 0; i < 2 * repeats; i++) {
      const started = performance.now();
      for (let call = 0; call < CALLS_AT_ONCE; call++) count(text);
      times.push((performance.now() - started) / CALLS_AT_ONCE);
    }
    times.splice(0, repeats);
    times.sort((a, b) => a - b);
    scope.postMessage({ kind: 'repeated', medianMs: times[times.length >> 1] ?? 0 });
  };
}
