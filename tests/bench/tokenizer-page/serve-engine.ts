/** Opens an analyser and gives a function that counts the tokens it makes of a text. */
export type OpenEngine = () => Promise<(text: string) => number>;

/** Opens the engine, tokenises a text once, and then `repeats` times after as many to warm up. */
export interface EngineRequest {
  text: string;
  repeats: number;
}

export type EngineReply = { kind: 'opened'; tokens: number } | { kind: 'repeated'; medianMs: number };

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
      count(text);
      times.push(performance.now() - started);
    }
    times.splice(0, repeats);
    times.sort((a, b) => a - b);
    scope.postMessage({ kind: 'repeated', medianMs: times[times.length >> 1] ?? 0 });
  };
}
