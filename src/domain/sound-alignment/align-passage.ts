import type { Emissions, FoundPassage } from './find-passages';
import type { SentenceChain } from './sentence-chain';

/**
 * The node of each frame of a passage on the best way through its sentence. `null` where the passage is shorter than
 * the sentence's shortest way. A passage that is not whole may end at any node.
 */
export function alignPassage(
  emissions: Emissions,
  chain: SentenceChain,
  passage: FoundPassage,
): Int32Array | null {
  const { width, logs } = emissions;
  const { sounds, stay, advance, arcHead, arcFrom, arcCost } = chain;
  const nodes = sounds.length;
  const frames = passage.endFrame - passage.startFrame;
  // 0: stayed, 1: came from the node before, 2 and up: came by a further way in.
  const ways = new Uint8Array(frames * nodes);
  const score = new Float64Array(nodes).fill(-Infinity);
  for (let t = 0; t < frames; t++) {
    const row = (passage.startFrame + t) * width;
    const top = Math.min(nodes - 1, t * chain.reach);
    for (let k = top; k >= 0; k--) {
      let value = (score[k] as number) + (stay[k] as number);
      let way = 0;
      if (k > 0) {
        const next = (score[k - 1] as number) + (advance[k] as number);
        if (next > value) {
          value = next;
          way = 1;
        }
        const head = arcHead[k] as number;
        for (let a = head, end = arcHead[k + 1] as number; a < end; a++) {
          const arc = (score[arcFrom[a] as number] as number) + (arcCost[a] as number);
          if (arc > value) {
            value = arc;
            way = 2 + a - head;
          }
        }
      } else if (t === 0) value = 0;
      score[k] = value + (logs[row + (sounds[k] as number)] as number);
      ways[t * nodes + k] = way;
    }
  }
  let node = -1;
  let best = -Infinity;
  const exits = passage.whole ? chain.exits : Array.from(sounds, (_, k) => ({ node: k, cost: 0 }));
  for (const exit of exits) {
    const value = (score[exit.node] ?? -Infinity) + exit.cost;
    if (value > best) {
      best = value;
      node = exit.node;
    }
  }
  if (node < 0) return null;
  const path = new Int32Array(frames);
  for (let t = frames - 1; t >= 0; t--) {
    path[t] = node;
    const way = ways[t * nodes + node] as number;
    if (way === 1) node--;
    else if (way > 1) node = arcFrom[(arcHead[node] as number) + way - 2] as number;
  }
  return path;
}
