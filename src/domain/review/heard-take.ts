import type { VoiceTrace } from '../prosody/voice-trace';
import type { TakeTiming } from '../sound-alignment/time-take';

/** What the sound of a take told: when what was said, and how loud and how high. Each carries its method's version. */
export interface HeardTake {
  timing: TakeTiming;
  trace: VoiceTrace;
}
