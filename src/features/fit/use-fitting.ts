import { useEffect, useMemo } from 'react';
import { ELEMENTS, type Element } from '../../domain/coverage/element';
import { carryToFitting, composeScript, composeSentences } from '../../domain/fitting/compose-fitting';
import { type FittedSentence, type Fitting, refit, startFitting } from '../../domain/fitting/fitting';
import { choose, type FittingHistory, startHistory } from '../../domain/fitting/fitting-history';
import { measureFitting } from '../../domain/fitting/measure-fitting';
import { readFitting } from '../../domain/fitting/read-fitting';
import type { WeighedSentence } from '../../domain/fitting/suggest-fitting';
import { divideSentence, weighSentences } from '../../domain/fitting/weigh-sentences';
import type { LabelOverrule, Variant } from '../../domain/pitch/pitch';
import { countCharacters } from '../../domain/text/characters';
import { splitSentences } from '../../domain/text/sentences';
import { characterTargetOf } from '../../domain/timing/character-target';
import { selectSpeakingRate } from '../../state/speaking-rate';
import { useAppActions, useAppStore, useScriptReport } from '../../state/use-app-store';

/** What is left after the choices. */
export interface Outcome {
  script: string;
  overrules: LabelOverrule[];
  characters: number;
  /** `null` until the script is analysed. */
  durationMs: number | null;
  covered: Record<Element, boolean> | null;
  /** Elements that the script carries and the choices have lost. */
  lost: Element[];
}

export interface FittingUnderWay {
  history: FittingHistory;
  fitting: Fitting;
  /** The script's sentences, in its own order. */
  sentences: FittedSentence[];
  weighed: WeighedSentence[];
  /** Elements that only this sentence still carries, by its place in the script. */
  soleOf(index: number): Element[];
  outcome: Outcome;
  /** One more step of choices. */
  onChoose(next: Fitting): void;
  onHistory(history: FittingHistory): void;
}

/** The choices for one variant with what they come to; kept while other screens are looked at, and over a reload. */
export function useFitting(variant: Variant): FittingUnderWay {
  const { fittingChosen } = useAppActions();
  const kept = useAppStore((state) => state.fittings[variant.id]);
  const rate = useAppStore(selectSpeakingRate);
  const report = useScriptReport(variant.script, variant.overrules);
  const sentences = useMemo(() => report.sentences.map(divideSentence), [report]);
  const weighed = useMemo(() => weighSentences(report.sentences, sentences, rate), [report, sentences, rate]);

  const history = useMemo(
    () => kept ?? startHistory(rememberedFitting(variant, sentences.length)),
    [kept, variant, sentences.length],
  );
  const fitting = useMemo(() => onScript(history.present, variant.script), [history, variant.script]);
  useEffect(() => rememberFitting(fitting), [fitting]);

  const composed = useMemo(() => composeSentences(fitting, sentences), [fitting, sentences]);
  const script = composeScript(composed, sentences.length);
  const overrules = useMemo(
    () => carryToFitting(variant.overrules, sentences, composed),
    [variant.overrules, sentences, composed],
  );
  const result = useScriptReport(script, overrules);
  // Until the shortened sentences are analysed themselves, what follows from the whole ones.
  const measure = measureFitting(fitting, weighed);
  const covered =
    result.covered ??
    (report.complete
      ? (Object.fromEntries(
          ELEMENTS.map((element) => [element, measure.carriers[element].length > 0]),
        ) as Record<Element, boolean>)
      : null);

  return {
    history,
    fitting,
    sentences,
    weighed,
    soleOf: (index) =>
      ELEMENTS.filter((element) => {
        const carriers = measure.carriers[element];
        return carriers.length === 1 && carriers[0] === index;
      }),
    outcome: {
      script,
      overrules,
      characters: result.characters.all,
      durationMs: result.durationMs ?? (report.complete ? measure.durationMs : null),
      covered,
      lost: ELEMENTS.filter((element) => report.covered?.[element] && covered?.[element] === false),
    },
    onChoose: (next) => fittingChosen(variant.id, choose({ ...history, present: fitting }, next)),
    onHistory: (next) => fittingChosen(variant.id, next),
  };
}

/** Choices brought to the script as it is now: it may have been rewritten since. */
function onScript(fitting: Fitting, script: string): Fitting {
  if (fitting.script === script) return fitting;
  const texts = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);
  return refit(fitting, texts(fitting.script), script, texts(script));
}

/** The name under which the browser keeps the choices with this entry of its history, so that a reload finds them. */
const ENTRY = 'ippunFitting';

function rememberFitting(fitting: Fitting): void {
  const state: unknown = window.history.state;
  window.history.replaceState({ ...(state instanceof Object ? state : {}), [ENTRY]: fitting }, '');
}

/**
 * A first proposal of what to fit into: the variant's own where it is read, or its text is too long for it; else half
 * the time, as from a minute to 30 s.
 */
function rememberedFitting(variant: Variant, count: number): Fitting {
  const { medium, timeBudget, characterTarget } = variant;
  const own = medium === 'written' || countCharacters(variant.script).all > characterTargetOf(variant).max;
  const state: unknown = window.history.state;
  const value = state instanceof Object ? (state as Record<string, unknown>)[ENTRY] : null;
  return (
    readFitting(value, variant.script, count) ??
    startFitting(
      variant.script,
      count,
      own
        ? { medium, timeBudget, characterTarget }
        : { medium, timeBudget: Math.max(15, Math.round(timeBudget / 2)), characterTarget: null },
    )
  );
}
