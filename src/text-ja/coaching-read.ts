import type { ScriptFinding } from '../domain/coaching/script-finding';
import type { FindingWords } from './coaching';

/** What is said otherwise of a text that is read: of a reader and a message, not of ears, breath and a minute. */
export function readFindingText(finding: ScriptFinding, words: string): Partial<FindingWords> {
  switch (finding.kind) {
    case 'missing-element':
      return {
        reason: {
          target: 'だれのための話かが分かると、読む方は自分や知り合いの顔を思い浮かべられます。',
          feature: '何をどうするのかが分からないと、返事のしようがありません。',
          benefit: '読む方が知りたいのは、頼んだあとにどうなるかです。',
        }[finding.element],
      };
    case 'no-opening':
      return {
        title: '終わりに、返事をするきっかけがありません',
        reason: '最初のメッセージは、やりとりを始めるための文章です。',
        next: 'ひとことで答えられる問いかけか、次にお願いしたいことを一つだけ、終わりに置いてみてください。',
        pattern: '＿＿＿＿について、＿＿＿＿はいかがですか',
      };
    case 'name-missing':
      return {
        reason: 'だれからの文章か分からないと、返事をしてもらえません。',
        next: 'はじめのほうに、お名前の一文を入れてみてください。',
      };
    case 'name-buried':
      return {
        title: 'お名前が、文章の途中に出てきます',
        reason: '読む方がまず確かめるのは、だれからの文章かです。',
        next: 'この一文をはじめのほうへ移してみてください。',
      };
    case 'self-centred':
      return {
        title: 'ご自分の話のほうが、お客さまの話より長くなっています',
        reason: '自分のことばかりの文章は、途中で読むのをやめられがちです。',
      };
    case 'long-sentence':
      return {
        title: '一文が長めです',
        reason: '小さな画面では、長い文は読み飛ばされやすくなります。',
      };
    case 'unexplained-acronym':
      return {
        title: `「${words}」は、ご存じない方もいるかもしれません`,
        reason: '知らない略語が出ると、読む方はそこで立ち止まります。',
      };
    case 'same-endings':
      return { reason: '同じ終わりかたが続くと、文章が単調に見えます。' };
    default:
      return {};
  }
}
