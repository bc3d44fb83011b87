/**
 * A likely reading for a kanji that stands alone outside the dictionary: names mostly. `漢カン` pairs. A kanji that is
 * not here counts as two morae, the commonest length of an on-reading.
 */
const READINGS = `
翔ショウ 颯ソウ 凛リン 蓮レン 陽ヨウ 結ユイ 菜ナ 愛アイ 心ココ 葵アオイ 湊ミナト 樹キ 悠ユウ 真マ 斗ト 太タ 郎ロウ
朗ロウ 介スケ 輔スケ 助スケ 佑ユウ 祐ユウ 裕ユウ 優ユウ 雄オ 夫オ 男オ 生キ 也ヤ 哉ヤ 弥ヤ 人ト 仁ジン 彦ヒコ 平ヘイ
兵ヘイ 馬マ 磨マ 希キ 貴キ 紀キ 季キ 輝キ 子コ 美ミ 実ミ 未ミ 恵エ 絵エ 江エ 枝エ 衣イ 依イ 伊イ 奈ナ 那ナ 乃ノ 音ネ
華カ 花カ 香カ 佳カ 歌カ 加カ 里リ 理リ 莉リ 梨リ 璃リ 穂ホ 帆ホ 歩ホ 乎コ 瑠ル 瑚コ 琉リュウ 龍リュウ 竜リュウ
隆リュウ 涼リョウ 亮リョウ 諒リョウ 遼リョウ 良リョウ 健ケン 賢ケン 謙ケン 憲ケン 拳ケン 剣ケン 研ケン 大ダイ 一イチ
二ジ 三ゾウ 慎シン 晋シン 信シン 伸シン 進ススム 誠マコト 智トモ 友トモ 知トモ 朋トモ 和カズ 正マサ 昌マサ 雅マサ
政マサ 明アキ 昭アキ 秋アキ 彰アキ 晃アキ 晶アキ 英ヒデ 秀ヒデ 博ヒロ 弘ヒロ 宏ヒロ 浩ヒロ 寛ヒロ 洋ヒロ 広ヒロ 義ヨシ
吉ヨシ 好ヨシ 芳ヨシ 由ユ 有ユウ 勇ユウ 咲サキ 沙サ 紗サ 早サ 彩アヤ 綾アヤ 文アヤ 千チ 智トモ 春ハル 晴ハル 遥ハルカ
桜サクラ 桃モモ 杏アン 柚ユズ 鈴スズ 琴コト 雪ユキ 幸ユキ 之ユキ 行ユキ 月ツキ 星ホシ 空ソラ 海ウミ 光ヒカル 風フウ
夏ナツ 冬フユ 瀬セ 崎サキ 澤サワ 沢サワ 橋ハシ 浜ハマ 辺ベ 藤トウ 田タ 山ヤマ 川カワ 木キ 村ムラ 本モト 井イ 上ウエ
野ノ 原ハラ 森モリ 林ハヤシ 島シマ 谷タニ 岡オカ 石イシ 松マツ 竹タケ 梅ウメ 岩イワ 富トミ 高タカ 小コ 中ナカ 西ニシ
東ヒガシ 南ミナミ 北キタ 鯵アジ 鱈タラ 鰤ブリ 鯖サバ 鮭サケ 鮪マグロ 鰹カツオ 鰻ウナギ 麹コウジ 糀コウジ 粥カユ 噌ソ
餃ギョウ 麵メン 麺メン 鍼ハリ 灸キュウ 癒イ 躾シツケ 躁ソウ 鬱ウツ 橙ダイダイ 茜アカネ 栞シオリ 翼ツバサ 暉キ 煌キラ
燈アカリ 灯アカリ 叶カナ 夢ユメ 輪ワ 環ワ 楓カエデ 椿ツバキ 菫スミレ 蘭ラン 凪ナギ 渚ナギサ 汐シオ 澪ミオ 藍アイ
碧アオ 翠ミドリ 紬ツムギ 絆キズナ 縁エン 匠タクミ 巧タクミ 丞スケ 嵐アラシ 響ヒビキ 奏カナ
`;

const KANJI: ReadonlyMap<string, string> = new Map(
  READINGS.trim()
    .split(/\s+/u)
    .map((pair): [string, string] => [pair[0] as string, pair.slice(1)]),
);

/** Morae assumed for a kanji of unknown reading. */
export const MORAE_PER_UNKNOWN_KANJI = 2;

/** A likely reading of a single kanji, or undefined. */
export function readKanji(kanji: string): string | undefined {
  return KANJI.get(kanji);
}
