import type { SentenceAnalysis } from '../domain/analysis/analyze-sentence';
import type { Revision } from '../domain/pitch/pitch';
import { endedTakes } from '../domain/progress/best-take';
import type { Take } from '../domain/rehearsal/take';
import { takeDurationMs, transcriptText } from '../domain/rehearsal/take-log';
import {
  DEFAULT_SPEAKING_RATE,
  type SpeakingRate,
  type SpokenLength,
} from '../domain/timing/estimate-duration';
import { type PersonalRate, personalRate, type RateSample, sampleRate } from '../domain/timing/personal-rate';
import { analysedSentences } from './analysed-sentences';
import type { AppState } from './app-state';

/** Takes looked at, the latest of all variants: more than `personalRate` counts, since some do not qualify. */
const LATEST_TAKES = 24;

interface Known {
  latestTakes: AppState['latestTakes'];
  revisions: AppState['revisions'];
  analyses: AppState['analyses'];
}

let last: { known: Known; personal: PersonalRate | null } | null = null;

/** The person's own rate from their spoken takes; `null` until there are any. */
export function selectPersonalRate({ latestTakes, revisions, analyses }: Known): PersonalRate | null {
  const same =
    last?.known.latestTakes === latestTakes &&
    last.known.revisions === revisions &&
    last.known.analyses === analyses;
  if (!same) {
    const known = { latestTakes, revisions, analyses };
    last = { known, personal: personalRate(collectSamples(known)) };
  }
  return last?.personal ?? null;
}

/** The rate that estimates are made with: the person's own, or the default. */
export function selectSpeakingRate(state: AppState): SpeakingRate {
  return selectPersonalRate(state)?.rate ?? DEFAULT_SPEAKING_RATE;
}

/**
 * Spoken takes with the length of what was said in them, oldest first: of the script, what the sound tells of. Where
 * it was not asked, a take whose words are known counts only if about as much was said as written; of any other
 * `personalRate` leaves out what cannot have been the whole script.
 */
function collectSamples({ latestTakes, revisions, analyses }: Known): RateSample[] {
  return endedTakes(latestTakes)
    .filter(({ log }) => log.hearing !== 'typed' && log.events.at(-1)?.by === 'speaker')
    .sort((a, b) => a.log.startedAt - b.log.startedAt)
    .slice(-LATEST_TAKES)
    .flatMap((take) => {
      const revision = revisions[take.revisionId];
      const lengths = revision && lengthsOf(revision, analyses);
      if (!lengths || !(take.sayings || saidAbout(take, revision))) return [];
      return sampleRate(lengths, takeDurationMs(take.log), take.sayings) ?? [];
    });
}

const known = new WeakMap<Revision, SpokenLength[]>();

/** Of a script's sentences, in order. */
function lengthsOf(
  revision: Revision,
  analyses: ReadonlyMap<string, SentenceAnalysis>,
): SpokenLength[] | undefined {
  const remembered = known.get(revision);
  if (remembered) return remembered;
  const lengths = analysedSentences(revision.script, analyses)?.map(({ length }) => length);
  if (lengths) known.set(revision, lengths);
  return lengths;
}

/** How far the words heard may differ in number of characters from the script: recognisers rewrite, people improvise. */
const ABOUT = { least: 0.75, most: 1.25 };

function saidAbout(take: Take, revision: Revision): boolean {
  const words = transcriptText(take.log);
  if (words === null) return true;
  const letters = (text: string): number => text.replaceAll(/[\p{P}\s]/gu, '').length;
  const ratio = letters(words) / Math.max(1, letters(revision.script));
  return ratio >= ABOUT.least && ratio <= ABOUT.most;
}
