/**
 * Old, variant and platform-specific kanji → the form the dictionary knows. Names are where they occur; the reading is
 * the same. Pairs, variant first.
 */
const PAIRS =
  '髙高 﨑崎 𠮷吉 濵浜 濱浜 瀨瀬 德徳 增増 栁柳 桒桑 槗橋 𣘺橋 邉辺 邊辺 齋斎 齊斉 澤沢 廣広 嶋島 嶌島 嶽岳 國国 冨富 眞真 惠恵 櫻桜 舘館 圓円 條条 實実 壽寿 ' +
  '榮栄 藏蔵 學学 會会 當当 寶宝 寳宝 豐豊 來来 靜静 淨浄 淺浅 澁渋 瀧滝 螢蛍 邨村 綠緑 黑黒 吳呉 內内 步歩 每毎 顏顔 兒児 賴頼 鄕郷 敎教 將将 尙尚 渕淵 渊淵 ' +
  '桺柳 舩船 髮髪 淸清 靑青 緖緒 郞郎 嶮険 亙亘 凜凛 恆恒 遙遥 搖揺 槇槙 堯尭 穗穂 彌弥 禮礼 亞亜 圀国 凉涼 埜野 峯峰 嵜崎 碕崎 塲場 卽即 旣既 鷗鴎 繫繋 蟬蝉 ' +
  '瘦痩 俠侠 摑掴 頰頬 剝剥 塡填 巢巣 單単 戶戸 户戸 黃黄 橫横 錄録 曆暦 歷歴 姬姫 柗松 枩松 㐂喜 㟢崎 𡈽土 𠀋丈';

const VARIANTS: ReadonlyMap<string, string> = new Map(
  PAIRS.split(' ').map((pair) => {
    const [variant = '', known = ''] = pair;
    return [variant, known];
  }),
);

/** The kanji the dictionary knows for a variant kanji; any other character is returned as it is. */
export function foldKanjiVariant(character: string): string {
  return VARIANTS.get(character) ?? character;
}
