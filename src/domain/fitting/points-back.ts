/**
 * Words with which a sentence, or a part of one, takes up what was said just before it: その分を, そんな町工場の, それを,
 * これが. Not what has become a word of its own (そのほか, それでは, そこで), nor この, which mostly points at what is there
 * to see.
 */
const POINTING =
  /^[「『（(\s]*(?:その(?!ほか|他|後|あと|うち|まま)|それ(?=[がをはもら]|だけ|ほど|こそ)|そんな|そう(?:した|いう|いった)|これ(?=[がをは])|こう(?:した|いう|いった))/u;

/** Whether a text makes no sense without what stands before it. */
export function pointsBack(text: string): boolean {
  return POINTING.test(text.normalize('NFKC'));
}
