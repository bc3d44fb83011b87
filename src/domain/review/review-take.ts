import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import type { Element, Label } from '../coverage/element';
import { labelInContext } from '../coverage/label-in-context';
import {
  type Hearing,
  type Prompter,
  type TakeLog,
  takeDurationMs,
  transcriptText,
} from '../rehearsal/take-log';
import { countCharacters } from '../text/characters';
import { DEFAULT_SPEAKING_RATE, estimateDuration, type SpeakingRate } from '../timing/estimate-duration';
import { type DeviceGap, findDeviceGaps, findRecordingGaps, type RecordingGaps } from './device-gaps';
import { findHabits, type Habit } from './find-habits';
import { type ContentReview, judgeContent } from './judge-content';
import { type ElementReview, judgeElements } from './judge-elements';
import { judgePace, type PaceReview } from './judge-pace';
import { judgeTime, type TimeVerdict } from './judge-time';
import { type SaidSentences, saidByWords } from './said-sentences';

/** A take and what is needed to judge it. */
export interface TakeToReview {
  log: TakeLog;
  /** The script of the revision the take was spoken from. */
  sentences: readonly SentenceAnalysis[];
  /** Labels per sentence with a person's overrules applied; without them, those of the analyses. */
  labels?: readonly (readonly Label[])[];
  /** What `transcriptText` or `typedText` gives for the log, analysed; `null` where there are no words. */
  heard: readonly SentenceAnalysis[] | null;
  /** The person's own rate where it is known. */
  rate?: SpeakingRate;
}

/** What one take shows (振り返り). There is no total score on purpose. */
export interface TakeReview {
  hearing: Hearing;
  prompter: Prompter;
  /** Whether the speaker ended the take; `device`: the page was lost before. */
  endedBy: 'speaker' | 'device';
  /** From start to stop without the speaker's pauses of the clock, in ms; for a typed take the time of typing. */
  durationMs: number;
  time: TimeVerdict;
  pace: PaceReview;
  content: ContentReview;
  /** `null` where neither words nor sound tell. */
  said: SaidSentences | null;
  /** Words and endings repeated without the script asking for it; none where no words are known. */
  habits: Habit[];
  elements: Record<Element, ElementReview>;
  typed: TypedReview | null;
  deviceGaps: DeviceGap[];
  recordingGaps: RecordingGaps;
  /** Texts of the script's sentences: what indices mean, also after the script has changed. */
  sentenceTexts: string[];
  /** Time, in ms, each sentence of the script takes to say: estimated, or as the sound tells it. */
  sentenceMs: number[];
  /** Sentences that give a person's name: never the ones to cut. */
  naming: number[];
}

/** A take that was typed. */
export interface TypedReview {
  elapsedMs: number;
  characters: number;
  /** 0 where no time passed. */
  charactersPerMinute: number;
  /** What the typed text would take to say. */
  sayingMs: number;
}

/** Derives everything a review shows from a take's log and its words. */
export function reviewTake({
  log,
  sentences,
  labels = labelInContext(sentences.map(({ leanings }) => leanings)),
  heard,
  rate = DEFAULT_SPEAKING_RATE,
}: TakeToReview): TakeReview {
  const durationMs = takeDurationMs(log);
  const deviceGaps = findDeviceGaps(log);
  // Where the words come from the speaker's own memory, no recogniser has slept through any.
  const gaps = transcriptText(log) ? deviceGaps : deviceGaps.filter(({ device }) => device !== 'recogniser');
  const content = judgeContent(sentences, heard, gaps, rate);
  const typed = log.hearing === 'typed' ? reviewTyping(durationMs, heard ?? [], rate) : null;
  const budgetMs = log.timeBudget * 1000;
  const sentenceMs = sentences.map(({ length }) => estimateDuration(length, rate));
  return {
    hearing: log.hearing,
    prompter: log.prompter,
    endedBy: log.events.at(-1)?.kind === 'stopped' ? (log.events.at(-1)?.by ?? 'device') : 'device',
    durationMs,
    time: typed
      ? judgeTime(typed.sayingMs, budgetMs, 'typed-estimate')
      : judgeTime(durationMs, budgetMs, 'spoken'),
    pace: judgePace(log.hearing, durationMs, sentences, heard, content, gaps, rate),
    content,
    said: saidByWords(content, sentenceMs),
    habits: findHabits(sentences, heard ?? []),
    elements: judgeElements(labels, sentences, heard, content),
    typed,
    deviceGaps,
    recordingGaps: findRecordingGaps(log, deviceGaps),
    sentenceTexts: sentences.map(({ text }) => text),
    sentenceMs,
    naming: sentences.flatMap(({ tokens }, index) =>
      tokens.some((token) => token.posDetail1 === '固有名詞' && token.posDetail2 === '人名') ? [index] : [],
    ),
  };
}

function reviewTyping(
  elapsedMs: number,
  typed: readonly SentenceAnalysis[],
  rate: SpeakingRate,
): TypedReview {
  const characters = countCharacters(typed.map(({ text }) => text).join('')).all;
  return {
    elapsedMs,
    characters,
    charactersPerMinute: elapsedMs === 0 ? 0 : (characters * 60_000) / elapsedMs,
    sayingMs: typed.reduce((sum, { length }) => sum + estimateDuration(length, rate), 0),
  };
}
