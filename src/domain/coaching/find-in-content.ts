import { carries, durationOf, type ScriptReport, type SentenceReport } from '../analysis/report-script';
import { ELEMENTS } from '../coverage/element';
import type { Token } from '../reading/token';
import { CLOSING_COURTESY, GENERIC_TRADES, NAMING, OPENING, SELF, TRADE } from './phrase-tables';
import type { CutCandidate, OwnWords, ScriptFinding } from './script-finding';

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
/** Shortest name of an offer worth asking with, in characters. */
const LEAST_OFFER = 3;

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

/** The person's own trade, customers and offer, as their script names them. */
export function ownWords(sentences: readonly SentenceReport[]): OwnWords {
  const texts = sentences.map(({ text }) => text).join('');
  const trades = [...texts.matchAll(new RegExp(TRADE, 'gu'))].map(([word]) => word);
  const trade = trades.find((word) => !GENERIC_TRADES.has(word)) ?? null;
  return { trade, customer: customerIn(sentences), offer: offerIn(sentences) };
}

/** The longest name of a thing in the sentences that say what is special; short words say too little. */
function offerIn(sentences: readonly SentenceReport[]): string | null {
  const nouns = sentences
    .filter((sentence) => carries(sentence, 'feature'))
    .flatMap((sentence) => compoundNouns(sentence.analysis?.tokens ?? []));
  const longest = nouns.reduce((best, noun) => (noun.length > best.length ? noun : best), '');
  return longest.length >= LEAST_OFFER ? longest : null;
}

/** 「〜の方」「〜の社長さん」 in a sentence that names the target. */
function customerIn(sentences: readonly SentenceReport[]): string | null {
  for (const sentence of sentences) {
    if (!carries(sentence, 'target')) continue;
    const match = /[^、。「」\s]{1,14}?(?:の方|な方|さん|社長|経営者|企業|会社|ご家族|ママ|お店)/u.exec(
      sentence.text,
    );
    if (match) return match[0];
  }
  return null;
}

/** Runs of nouns joined: 「訪問型病児保育」, not 「訪問」 and 「型」. */
function compoundNouns(tokens: readonly Token[]): string[] {
  const compounds: string[] = [];
  let run = '';
  for (const token of tokens) {
    const noun =
      token.pos === '名詞' &&
      !['数', '代名詞', '非自立', '副詞可能'].includes(token.posDetail1) &&
      /[^\d]/u.test(token.surface);
    if (noun) run += token.surface;
    else {
      if (run !== '') compounds.push(run);
      run = '';
    }
  }
  if (run !== '') compounds.push(run);
  return compounds;
}

function saysName({ text, analysis }: SentenceReport): boolean {
  if (NAMING.test(text)) return true;
  const named = analysis?.tokens.some((token) => token.posDetail2 === '人名') ?? false;
  // A name in a sentence that ends with です is an introduction; one inside a story is not.
  return (
    named &&
    /(?:です|でした|だ|やで|や|ですよ|と申し上げます)[。！!\s\p{Extended_Pictographic}]*$/u.test(text)
  );
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

/** Whether the last words, courtesies aside, leave something to ask about. */
function findOpening(sentences: readonly SentenceReport[]): ScriptFinding[] {
  const indices = sentences.flatMap(({ text }, index) =>
    text.trim() === '' || CLOSING_COURTESY.test(text.trim()) ? [] : [index],
  );
  const lastTwo = indices.slice(-2);
  if (lastTwo.some((index) => OPENING.test(sentences[index]?.text.trimEnd() ?? ''))) return [];
  const last = lastTwo.at(-1);
  if (last === undefined) return [];
  const end = sentences[last]?.text.trimEnd().length ?? 0;
  return [{ kind: 'no-opening', place: { sentence: last, start: 0, end } }];
}
