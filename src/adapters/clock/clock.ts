/** Time as the app sees it: one monotonic source for a take, and the wall clock for dates alone. */
export interface Clock {
  /** Milliseconds from an arbitrary origin; never runs backwards, not moved by changes of the wall clock. */
  nowMs(): number;
  /** Milliseconds since 1970, for dates a person reads; never for durations. */
  epochMs(): number;
  /** Calls `listener` with `nowMs()` about 60 times a second, and a few times a second while the tab is hidden. */
  onFrame(listener: (nowMs: number) => void): () => void;
  /** Calls `listener` each time the tab is hidden (`true`) or shown again (`false`). */
  onVisibility(listener: (hidden: boolean) => void): () => void;
  /** Calls `action` once after at least `delayMs`; the function returned cancels it. */
  schedule(delayMs: number, action: () => void): () => void;
  /** Resolves after at least `delayMs`. */
  wait(delayMs: number): Promise<void>;
}
