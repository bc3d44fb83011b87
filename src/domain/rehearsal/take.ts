import type { Sayings } from '../review/count-sayings';
import type { TakeLog } from './take-log';

/**
 * One run from start to stop. `log` ends with `stopped` once the take has ended; `note` (気づき), `recalled` and
 * `sayings` may change after.
 */
export interface Take {
  id: string;
  variantId: string;
  /** The revision of the script it was spoken from. */
  revisionId: string;
  log: TakeLog;
  note: string;
  /** What was said, as the person wrote it down or ticked it while listening back; where no recogniser told. */
  recalled?: string | undefined;
  /** How often each sentence was said, once its recording was looked at: the person's own rate stands on it. */
  sayings?: Sayings | undefined;
  /** Ms since the take began at its last save: where a take ends whose tab was killed. */
  aliveAtMs: number;
  /** MIME type of its recording, `null` where nothing was recorded. */
  recordingType: string | null;
  deletedAt: number | null;
}
