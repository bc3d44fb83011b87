import type { SentenceAnalysis } from '../domain/analysis/analyze-sentence';
import { coverPitch } from '../domain/coverage/cover-pitch';
import type { Label } from '../domain/coverage/element';
import type { LabelOverrule, Revision } from '../domain/pitch/pitch';
import type { ReviewedTake } from '../domain/progress/trace-progress';
import type { Take } from '../domain/rehearsal/take';
import { reviewTake } from '../domain/review/review-take';
import type { SpeakingRate } from '../domain/timing/estimate-duration';
import { analysedSentences } from './analysed-sentences';
import { heardText, scriptOf } from './take-texts';

export interface TakesToReview {
  takes: readonly Take[];
  revisions: Readonly<Record<string, Revision>>;
  analyses: ReadonlyMap<string, SentenceAnalysis>;
  overrules: readonly LabelOverrule[];
  rate: SpeakingRate;
}

/** Reviews the takes whose texts are all analysed, in the order given; the others are left out until they are. */
export function reviewTakes({ takes, revisions, analyses, overrules, rate }: TakesToReview): ReviewedTake[] {
  return takes.flatMap((take) => {
    const sentences = analysedSentences(scriptOf(take, revisions), analyses);
    const text = heardText(take);
    const heard = text === null ? null : analysedSentences(text, analyses);
    if (!sentences || (text !== null && !heard)) return [];
    const labels = coverPitch(sentences, overrules).sentences.map((sentence): Label[] => sentence.labels);
    return [
      {
        takeId: take.id,
        startedAt: take.log.startedAt,
        sentenceTexts: sentences.map((sentence) => sentence.text),
        review: reviewTake({ log: take.log, sentences, labels, heard, rate }),
      },
    ];
  });
}
