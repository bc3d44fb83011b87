import type { SentenceAnalysis } from '../domain/analysis/analyze-sentence';
import type { DictionaryStatus } from '../domain/analysis/dictionary-status';
import { splitSentences } from '../domain/text/sentences';
import type { Slice } from './app-state';
import type { Ports } from './ports';

export interface AnalysisSlice {
  dictionary: DictionaryStatus;
  /** What is known so far of sentences, by their text. */
  analyses: ReadonlyMap<string, SentenceAnalysis>;
  /** Asks for whatever sentences of these scripts are not known yet. */
  analysisWanted(scripts: readonly string[]): void;
  /** Loads the dictionary (again, after a failure). */
  dictionaryWanted(): void;
  /** Readings were corrected: everything known is out of date. */
  readingsChanged(): void;
}

/**
 * Sentences remembered. Every keystroke makes one new sentence text, so the oldest have to go; 1,500 is a library of
 * about a hundred one-minute scripts.
 */
const MOST_ANALYSES = 1500;

export const createAnalysisSlice = (ports: Pick<Ports, 'analyzer'>): Slice<AnalysisSlice> => {
  const pending = new Set<string>();
  const wantedAfterFailure = new Set<string>();
  let generation = 0;

  return (set, get) => {
    const ask = async (texts: string[]): Promise<void> => {
      const askedIn = generation;
      for (const text of texts) pending.add(text);
      const result = await ports.analyzer.analyze(texts, get().settings.readingCorrections);
      for (const text of texts) pending.delete(text);
      if (askedIn !== generation) return;
      if (!result.ok) {
        for (const text of texts) wantedAfterFailure.add(text);
        return;
      }
      set((state) => {
        const analyses = new Map(state.analyses);
        for (const analysis of result.analyses) {
          analyses.delete(analysis.text);
          analyses.set(analysis.text, analysis);
        }
        for (const text of analyses.keys()) {
          if (analyses.size <= MOST_ANALYSES) break;
          analyses.delete(text);
        }
        return { analyses };
      });
    };

    ports.analyzer.subscribe((dictionary) => {
      set({ dictionary });
      if (dictionary.kind === 'ready' && wantedAfterFailure.size > 0) {
        const texts = [...wantedAfterFailure];
        wantedAfterFailure.clear();
        void ask(texts);
      }
    });

    return {
      dictionary: ports.analyzer.status(),
      analyses: new Map(),
      analysisWanted: (scripts) => {
        const { analyses } = get();
        const texts = new Set(
          scripts.flatMap((script) => splitSentences(script).map((sentence) => sentence.text)),
        );
        const unknown = [...texts].filter((text) => !analyses.has(text) && !pending.has(text));
        if (unknown.length > 0) void ask(unknown);
      },
      dictionaryWanted: () => ports.analyzer.prepare(),
      readingsChanged: () => {
        generation += 1;
        const texts = [...new Set([...get().analyses.keys(), ...pending])];
        pending.clear();
        set({ analyses: new Map() });
        if (texts.length > 0) void ask(texts);
      },
    };
  };
};
