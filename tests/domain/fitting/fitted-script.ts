import { analyzeSentence } from '../../../src/domain/analysis/analyze-sentence';
import { reportScript, type ScriptReport } from '../../../src/domain/analysis/report-script';
import type { FittedSentence } from '../../../src/domain/fitting/fitting';
import { divideSentence } from '../../../src/domain/fitting/weigh-sentences';
import type { LabelOverrule } from '../../../src/domain/pitch/pitch';
import { splitSentences } from '../../../src/domain/text/sentences';
import { DEFAULT_SPEAKING_RATE } from '../../../src/domain/timing/estimate-duration';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';

const tokenize = await createStockTokenize();

/** A script judged as the app judges it. */
export function judge(script: string, overrules: readonly LabelOverrule[] = []): ScriptReport {
  const analyses = new Map(
    splitSentences(script).map(({ text }) => [text, analyzeSentence(text, tokenize)] as const),
  );
  return reportScript(script, analyses, overrules, DEFAULT_SPEAKING_RATE);
}

export function fitted(script: string): FittedSentence[] {
  return judge(script).sentences.map(divideSentence);
}
