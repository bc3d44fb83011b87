/** Characters per minute (字/分), pauses in. Zero where no time has passed. */
export function charactersPerMinute(characters: number, elapsedMs: number): number {
  return elapsedMs > 0 ? (characters * 60_000) / elapsedMs : 0;
}

/** Speech rate (話速) in morae per second, pauses in. Zero where no time has passed. */
export function speechRate(morae: number, elapsedMs: number): number {
  return elapsedMs > 0 ? (morae * 1000) / elapsedMs : 0;
}

/** Articulation rate (調音速度) in morae per second, pauses left out. Zero where nothing but pauses was heard. */
export function articulationRate(morae: number, elapsedMs: number, pausedMs: number): number {
  return speechRate(morae, elapsedMs - pausedMs);
}
