import type { SentenceAnalysis } from '../analysis/analyze-sentence';
import type { Token } from '../reading/token';

/** Words or an ending that the speaker came back to more often than the script has them. */
export interface Habit {
  words: string;
  kind: 'word' | 'ending';
  /** How often they were heard. */
  times: number;
  /** Where, in UTF-16 offsets of what was heard. */
  ranges: { start: number; end: number }[];
}

/** Heard so often, and so much more often than the script has it, a listener begins to count. */
const LEAST_TIMES = 3;
const LEAST_BEYOND_SCRIPT = 2;
/** An ending has at least so many characters (ですね); です and ます are in every sentence. */
const SHORTEST_ENDING = 3;
/** A word has at least so many. */
const SHORTEST_WORD = 2;
/** Most that are told. */
const MOST = 6;

const WORDS = new Set(['副詞', '接続詞', '形容詞', '連体詞', '感動詞', '名詞']);
const ENDINGS = new Set(['助詞', '助動詞']);

/** Words and endings (やっぱり、んですけど) repeated without the script asking for it, the most frequent first. */
export function findHabits(
  sentences: readonly SentenceAnalysis[],
  heard: readonly SentenceAnalysis[],
): Habit[] {
  const scripted = collect(sentences);
  const found = [...collect(heard).values()].filter(
    ({ times, words }) =>
      times >= LEAST_TIMES && times - (scripted.get(words)?.times ?? 0) >= LEAST_BEYOND_SCRIPT,
  );
  // んですけど tells more than ですけど, which is in it.
  const longest = found.filter((habit) =>
    found.every(
      (other) => other === habit || other.times < habit.times || !other.words.endsWith(habit.words),
    ),
  );
  return longest.sort((one, other) => other.times - one.times).slice(0, MOST);
}

function collect(sentences: readonly SentenceAnalysis[]): Map<string, Habit> {
  const found = new Map<string, Habit>();
  let offset = 0;
  const add = (kind: Habit['kind'], words: string, start: number) => {
    const habit = found.get(words) ?? { words, kind, times: 0, ranges: [] };
    habit.times += 1;
    habit.ranges.push({ start: offset + start, end: offset + start + words.length });
    found.set(words, habit);
  };
  for (const { text, tokens } of sentences) {
    tokens.forEach((token, index) => {
      if (isWord(token)) add('word', token.surface, token.start);
      const next = tokens[index + 1];
      if (!isEnding(token) || (next && isEnding(next))) return;
      const end = token.start + token.surface.length;
      // Every ending that ends here: けど、ですけど、んですけど.
      for (let first = index; first >= 0 && isEnding(tokens[first] as Token); first -= 1) {
        const start = (tokens[first] as Token).start;
        if (end - start >= SHORTEST_ENDING) add('ending', text.slice(start, end), start);
      }
    });
    offset += text.length;
  }
  return found;
}

function isWord({ pos, posDetail1, surface }: Token): boolean {
  if (surface.length < SHORTEST_WORD || !WORDS.has(pos)) return false;
  return (
    pos !== '名詞' || posDetail1 === '副詞可能' || posDetail1 === '一般' || posDetail1 === '形容動詞語幹'
  );
}

/** ん of んですけど is a noun to the dictionary. */
function isEnding({ pos, posDetail1 }: Token): boolean {
  return ENDINGS.has(pos) || posDetail1 === '非自立' || posDetail1 === '接尾';
}
