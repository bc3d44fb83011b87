import type { Token } from '../reading/token';
import type { Label } from './element';

/** Decides which elements one sentence carries, from its tokens alone. */
export function labelSentence(_text: string, _tokens: readonly Token[]): Label[] {
  return [];
}
