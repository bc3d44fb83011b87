import { carries, durationOf, type ScriptReport, type SentenceReport } from '../analysis/report-script';
import { ELEMENTS } from '../coverage/element';
import { ownWords } from './own-words';
import { CLOSING_COURTESY, OPENING, SELF, TRADE } from './phrase-tables';
import { saysName } from './says-name';
import type { CutCandidate, ScriptFinding } from './script-finding';

/** Scripts shorter than this, in characters, are being begun: nothing is missing yet. */
const LEAST_CHARACTERS = 40;
/** Over the budget by more than this, in ms, is told: takes of one script differ by that much anyway. */
const OVER_TOLERANCE_MS = 2000;
/** Below this share of the budget there is room for more: the lower end of the character target, 300 of 350. */
const UNDER_RATIO = 300 / 350;
/** At most so many sentences are offered for cutting. */
const MOST_CANDIDATES = 3;
/** From this share of the whole, talk about oneself weighs on a listener when the customer gets less. */
const SELF_RATIO = 0.3;
/** The name is remembered from the first three sentences or from the last two. */
const NAME_FIRST = 3;
const NAME_LAST = 2;
/** The ending is the last three sentences, courtesies aside. */
const ENDING_SENTENCES = 3;

/** Findings about what the script says and leaves out. `timeBudget` in seconds. */
export function findInContent(report: ScriptReport, timeBudget: number): ScriptFinding[] {
  const { sentences } = report;
  if (!report.complete || report.characters.all < LEAST_CHARACTERS) return [];
  return [
    ...findTime(report, timeBudget),
    ...findMissingElements(report),
    ...findIntroduction(sentences),
    ...findBalance(sentences),
    ...findOpening(sentences),
  ];
}

function findTime({ durationMs, sentences }: ScriptReport, timeBudget: number): ScriptFinding[] {
  const budgetMs = timeBudget * 1000;
  if (durationMs === null) return [];
  const overMs = durationMs - budgetMs;
  if (overMs > OVER_TOLERANCE_MS) {
    return [{ kind: 'over-time', overMs, candidates: cutCandidates(sentences) }];
  }
  return durationMs < budgetMs * UNDER_RATIO ? [{ kind: 'under-time', underMs: -overMs }] : [];
}

/** Sentences that could go, those that cost the pitch least first, then the longest; never the name. */
function cutCandidates(sentences: readonly SentenceReport[]): CutCandidate[] {
  const carriedBy = (sentence: number): number => sentences[sentence]?.covered.labels.length ?? 0;
  return sentences
    .map(
      (sentence, index): CutCandidate => ({
        sentence: index,
        durationMs: sentence.durationMs ?? 0,
        onlyCarrierOf: ELEMENTS.filter(
          (element) =>
            carries(sentence, element) && sentences.filter((other) => carries(other, element)).length === 1,
        ),
      }),
    )
    .filter(({ sentence, durationMs }) => {
      const report = sentences[sentence];
      return durationMs > 0 && report !== undefined && !saysName(report);
    })
    .sort(
      (a, b) =>
        a.onlyCarrierOf.length - b.onlyCarrierOf.length ||
        carriedBy(a.sentence) - carriedBy(b.sentence) ||
        b.durationMs - a.durationMs,
    )
    .slice(0, MOST_CANDIDATES);
}

function findMissingElements({ covered, sentences }: ScriptReport): ScriptFinding[] {
  const own = ownWords(sentences);
  return ELEMENTS.filter((element) => covered !== null && !covered[element]).map((element) => ({
    kind: 'missing-element',
    element,
    own,
  }));
}

function findIntroduction(sentences: readonly SentenceReport[]): ScriptFinding[] {
  const findings: ScriptFinding[] = [];
  const named = sentences.flatMap((sentence, index) => (saysName(sentence) ? [index] : []));
  if (named.length === 0) findings.push({ kind: 'name-missing' });
  else if (named.every((index) => index >= NAME_FIRST && index < sentences.length - NAME_LAST)) {
    const index = named[0] ?? 0;
    const end = sentences[index]?.text.trimEnd().length ?? 0;
    findings.push({ kind: 'name-buried', place: { sentence: index, start: 0, end } });
  }
  const trade = sentences.some(({ text }) => TRADE.test(text));
  const feature = sentences.some((sentence) => carries(sentence, 'feature'));
  if (!trade && !feature) findings.push({ kind: 'trade-missing' });
  return findings;
}

function findBalance(sentences: readonly SentenceReport[]): ScriptFinding[] {
  const customerMs = durationOf(
    sentences.filter((sentence) => carries(sentence, 'target') || carries(sentence, 'benefit')),
  );
  const selfMs = durationOf(
    sentences.filter(({ covered, text }) => covered.labels.length === 0 && SELF.test(text)),
  );
  const allMs = durationOf(sentences);
  return selfMs > customerMs && selfMs > allMs * SELF_RATIO
    ? [{ kind: 'self-centred', selfMs, customerMs }]
    : [];
}

/** Whether the last words, courtesies and the name aside, leave something to ask about. */
function findOpening(sentences: readonly SentenceReport[]): ScriptFinding[] {
  const indices = sentences.flatMap((sentence, index) => {
    const text = sentence.text.trim();
    return text === '' || CLOSING_COURTESY.test(text) ? [] : [index];
  });
  const ending = indices.slice(-ENDING_SENTENCES);
  const opens = ending.some((index) => {
    const sentence = sentences[index];
    return sentence !== undefined && (OPENING.test(sentence.text.trimEnd()) || carries(sentence, 'target'));
  });
  const last = ending.at(-1);
  if (opens || last === undefined) return [];
  const end = sentences[last]?.text.trimEnd().length ?? 0;
  return [{ kind: 'no-opening', place: { sentence: last, start: 0, end } }];
}
