/**
 * Whether a line break ends a unit of speech. Meeting scripts break lines at full units, but also inside a sentence,
 * to mark a breath: after a comma, a particle, or a noun the next line goes on from. The decision is made on the
 * two lines' own words, since sentences are split before anything is tokenised.
 */

/** Words in a list, separated by white space; each may be a pattern. */
function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/u).join('|')})`;
}

function ending(words: string, particles?: string): RegExp {
  return new RegExp(`${anyOf(words)}${particles === undefined ? '' : `${anyOf(particles)}?`}$`, 'u');
}

function starting(words: string, butNotBefore = ''): RegExp {
  return new RegExp(`^${anyOf(words)}${butNotBefore}`, 'u');
}

/** Polite forms, requests and greetings: they seldom modify what follows. */
const COMPLETE = ending(
  `
  です ます でした ました ません でしょう ましょう ください 下さい ませ なさい だろう のだ
  [るたいな]んだ よろしく 宜しく ありがとう 有難う こんにちは こんばんは おはよう はじめまして
  初めまして さようなら ようこそ お願い いかが 如何 やねん やで っす ^はい ^以上 ^どうも`,
  `か ね よ わ な ぞ ぜ さ の よね よな かね かな わよ わね のよ のね かしら`,
);

/** Plain forms, which may modify a noun on the next line (困っている／社長さん). */
const PLAIN = /(?:[うくすぬむるぐぶ]|(?<![一二三四五六七八九0-9０-９])つ|[いただ]|ん)$/u;

/** Nouns that a plain form before them modifies. */
const MODIFIED_NOUN = starting(`
  方 人 かた ひと あなた お客 ママ パパ 社長 経営者 店長 院長 お母 お父 お子 ご夫婦 ご家族 会社
  企業 お店 仕事 商品 こと 事 もの 物 とき 時 場所 そんな こんな そういう 私たち わたしたち 女性
  男性 サービス サロン 教室 専門`);

/** UTF-16 length up to which a line may be a part said in one breath; a longer one in a plain form is a sentence. */
const LONGEST_BREATH = 18;

/** 税理士をしております／岡田と申します: a polite form before the speaker's name goes on. */
const NAME_LINE = /^[^。、の]{1,10}(?:と申します|ともうします|と言います|といいます|でございます)/u;

/** Particles and forms that always go on: a breath. */
const CONTINUES = ending(`
  [、，,・〜～~＝=＋+×&＆／/] [はがをにへとのもや] から まで より ので のに けど けれど けれども
  ながら たり だり って て で ば たら なら ても でも など しか ばかり ずつ こそ さえ とか という
  といった ような ように ため として による における に対する または 及び および そして また
  しかし そのため さらに ただし 例えば たとえば だから なので すると ところが つまり 実は
  (?<=[いうくすつぬむるぐぶただ])し`);

/** Words that open a unit of their own, whatever noun or plain form stood before. */
const OPENS_UNIT = starting(`
  皆さん 皆さま 皆様 みなさん みなさま みな様 こんにちは こんばんは おはよう はじめまして
  初めまして 私(?:は|が|も|の|たち|ども|自身) わたし(?:は|が|も|の|たち|ども) わたくし
  僕(?:は|が|も|の|たち) ぼくは 俺は 弊社 当社 当店 当院 当サロン 当スクール 当事務所 当校 当園
  うち(?:は|が|の) 我が社 わが社 そして また、 しかし でも、 だから ですから なので そこで
  ところが さらに しかも 例えば たとえば 実は じつは 特に、 ぜひ 是非 どうぞ どうか さて では、
  それでは ちなみに 最後に まず 次に 本日は 今日は 今回は おかげさまで お陰様で もし もちろん なぜ
  以上 よろしく 宜しく 特徴は 強みは 一番の お気軽に お困りの際`);

/** Words that hang on to the line before, even to a polite form: です／が、… です／ので… …？／と思った. */
const HANGS_ON =
  /^(?:(?:が|けど|けれど|けれども|ので|のに|から|し|と|って|という|といった|などと|など)(?:[、，,]|(?=[^\p{Script=Hiragana}]))|[、，,。」』）)】〉》・])/u;

/** A particle or copula as the next line's first word: the line before was only a part. */
const STARTS_WITH_PARTICLE = starting(
  `
  を [はがにへのもやでと](?!\\p{Script=Hiragana}) には では(?!、) とは との への での にも
  でも(?!、) から まで より(?!\\p{Script=Han}) です でした だ(?=[、。！？!?]|と|ろう|った) である
  として という といった による における さん 様 さま など ばかり だけ ほど くらい ぐらい する
  した(?!\\p{Script=Han}) している して(?!\\p{Script=Han}) します できる ができ いませ いらっしゃ
  ありませ あります ございま おられ`,
  '(?![\\p{Script=Katakana}])',
);

/** List marks and numbering at the start of a line. A dash counts only with a space, so that -5 stays a number. */
const BULLET =
  /^(?:[・•‣◦●○◎◆◇■□▪▫▶►▷★☆※✓✔✅☑→⇒➡❶-❿①-⑳➀-➓]|[-*+–—]\s|[(（]?[0-9０-９]{1,2}[)）.．、]\s*(?![0-9０-９])|【|■|＜)/u;

/** A line that says what it is about before a colon (料金：…), which is not one of the time (10:30) or an address. */
const LABELLED = /^[^。、，,：:／/0-9０-９]{1,10}[：:](?!\/)/u;

const EMOJI_START = /^\p{Extended_Pictographic}/u;
const PICTURE_AT_END = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|[♪♫♡♥☆★])$/u;
const PICTURES =
  /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}♪♫♡♥☆★〜～~ー…‥w]|\u200D|\uFE0F|\u20E3|[（(]笑[）)])+$/u;

/** Takes pictures, ♪, 〜 and … off the end, so that ですー♪ is seen as です. */
export function withoutTail(line: string): string {
  return line.replace(/\s+$/u, '').replace(PICTURES, '').replace(/\s+$/u, '');
}

/** Whether text ends in a form after which nothing can hang on: polite forms, requests, greetings. */
export function isCompleteUnit(text: string): boolean {
  return COMPLETE.test(withoutTail(text));
}

/** Whether a picture after this text and before a space may end a unit: no particle, no comma, no adjective before it. */
export function mayEndUnit(text: string): boolean {
  const bare = withoutTail(text);
  return bare !== '' && !CONTINUES.test(bare) && !/い$/u.test(bare);
}

/** Whether what follows a full stop, an exclamation or question mark still belongs to the sentence (…？と思った). */
export function hangsOn(following: string): boolean {
  return (
    /^(?:[、，,を]|の声|との)/u.test(following) ||
    /^(?:と|って|なんて|という|とか)(?=[、，,]|思|おも[うっわ]|感じ|言|いう|いった|いわれ|悩|不安|考|聞|叫|心配|お(?:思い|考え|感じ|悩み|っしゃ|聞き)|諦|あきらめ|声)/u.test(
      following,
    )
  );
}

/** Whether a line starts a list item. */
export function isBullet(line: string): boolean {
  return BULLET.test(line);
}

/** How a script is written. */
export interface ScriptStyle {
  /** Whether it marks its sentence ends with 。. */
  usesFullStops: boolean;
  /** Whether the unit at hand is already broken into breaths. */
  breathing: boolean;
}

/**
 * Decides whether the break between two lines ends a unit. Where a script marks its sentence ends, a bare plain form
 * or noun at a line's end is a breath; where it never does, each line that does not visibly go on is a unit.
 */
export function lineBreakEndsUnit(line: string, next: string, style: ScriptStyle): boolean {
  const before = line.trim();
  const after = next.trim();
  if (isBullet(after)) return !/[、，,]$/u.test(before) || isBullet(before);
  const bare = withoutTail(before);
  if (HANGS_ON.test(after) && !isBullet(before)) return false;
  if (bare === '') return false;
  if (LABELLED.test(after)) return true;
  if (/[：:】]$/u.test(bare)) return true;
  if (/[。！？!?][」』”）)]$/u.test(bare))
    return !/^(?:と|って|という|なんて|そんな|こんな|の|は|が|を|に)/u.test(after);
  if (/(?:おり|てい|営み|やり|め|扱い|いたし)ます$/u.test(bare) && NAME_LINE.test(after)) return false;
  if (COMPLETE.test(bare)) return !STARTS_WITH_PARTICLE.test(after) || OPENS_UNIT.test(after);
  if (/[、，,]$/u.test(bare)) return false;
  if (isBullet(before)) return !STARTS_WITH_PARTICLE.test(after) || OPENS_UNIT.test(after);
  if (CONTINUES.test(bare)) return false;
  // After a noun, では is a particle.
  if (/^で[はも]/u.test(after) && !PLAIN.test(bare)) return false;
  if (OPENS_UNIT.test(after)) return true;
  if (STARTS_WITH_PARTICLE.test(after)) return false;
  if (PICTURE_AT_END.test(before)) return true;
  if (style.usesFullStops) return false;
  if (EMOJI_START.test(after)) return true;
  if (!PLAIN.test(bare)) return !style.breathing;
  return !(bare.length <= LONGEST_BREATH && MODIFIED_NOUN.test(after));
}
