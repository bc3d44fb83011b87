import type { SentenceReport } from '../analysis/report-script';
import type { Token } from '../reading/token';
import { TRADE } from './phrase-tables';

const COPULA = /^(?:です|だ|でし|や|じゃ)$/u;
const SAYING = /^(?:申し|申す|いい|言い|言う|いう)$/u;
/** A surname as most are written. */
const SURNAME = /^[\p{Script=Han}々ヶ]{1,4}$/u;
const ENDS_IN_TRADE = new RegExp(`(?:${TRADE.source})$`, 'u');

/**
 * Whether a sentence gives the speaker's name: a name that stands before です, だ or と申します (and what may follow
 * those), not one inside a story. A name the dictionary takes for another word counts where it hangs on an occupation
 * (「エアコン清掃の青柳です」).
 */
export function saysName({ analysis }: SentenceReport): boolean {
  const tokens = analysis?.tokens ?? [];
  return tokens.some((token, at) => {
    const next = tokens[at + 1]?.surface ?? '';
    const says = (token.surface === 'と' && SAYING.test(next)) || token.surface === '申し';
    const is = COPULA.test(token.surface) || (token.surface === 'で' && next === 'ござい');
    return (says || is) && endsNaming(tokens, at) && standsAsName(tokens, at, says);
  });
}

/** です and its like count only where the clause ends with them: 「堺です、覚えやすいでしょう」, not 「堺ですから」. */
function endsNaming(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(isSign);
  return rest
    .slice(0, end === -1 ? undefined : end)
    .every(
      ({ pos, surface, posDetail1 }) =>
        pos === '助動詞' ||
        SAYING.test(surface) ||
        posDetail1 === '終助詞' ||
        /^(?:まして|が)$/u.test(surface),
    );
}

/** Punctuation, and what the dictionary does not know as such: 「!」 and emoji are nouns to it. */
function isSign({ pos, surface }: Token): boolean {
  return pos === '記号' || /^[\p{P}\p{S}\s]+$/u.test(surface);
}

/** Nouns right before `at` that are a name, and what they hang on: an occupation with の, a comma, the beginning. */
function standsAsName(tokens: readonly Token[], at: number, says: boolean): boolean {
  let end = at;
  while (end > 0 && isSign(tokens[end - 1] as Token)) end -= 1;
  let from = end;
  while (from > 0 && tokens[from - 1]?.pos === '名詞' && !isSign(tokens[from - 1] as Token)) from -= 1;
  const run = tokens.slice(from, end);
  const before = tokens[from - 1];
  if (run.length === 0) return false;
  if (run.some(({ posDetail2, posDetail1 }) => posDetail2 === '人名' && posDetail1 === '固有名詞'))
    return true;
  const attached = before === undefined || before.surface === 'の' || isSign(before);
  const word = run.map(({ surface }) => surface).join('');
  const proper = run.some(
    ({ posDetail1, known }) =>
      posDetail1 === '固有名詞' || (!known && /^[\p{Script=Han}\p{Script=Katakana}々ヶー]+$/u.test(word)),
  );
  // 「車屋をやっている水谷です」
  const described = before?.pos === '動詞';
  if (((attached && before !== undefined) || described) && proper) return true;
  const plain = run.every(({ posDetail1 }) => /^(?:一般|数|固有名詞)$/u.test(posDetail1));
  if (!plain || !SURNAME.test(word)) return false;
  return says || (before?.surface === 'の' && namesWork(tokens.slice(0, from - 1)));
}

function namesWork(tokens: readonly Token[]): boolean {
  const text = tokens
    .slice(-4)
    .map(({ surface }) => surface)
    .join('');
  return (
    ENDS_IN_TRADE.test(text) ||
    /[\p{Script=Katakana}ー」』]$/u.test(text) ||
    /^(?:接尾|サ変接続)$/u.test(tokens.at(-1)?.posDetail1 ?? '')
  );
}
