import { beforeAll, describe, expect, test } from 'vitest';
import type { Element, Evidence } from '../../../src/domain/coverage/element';
import type { Tokenize } from '../../../src/domain/reading/token';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';
import { saidAlone } from './said-alone';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await createStockTokenize();
});

const labelsOf = (text: string): Element[] => saidAlone(text, tokenize).map(({ element }) => element);
const evidenceOf = (text: string, element: Element): string[] =>
  (saidAlone(text, tokenize).find((leaning) => leaning.element === element)?.evidence ?? []).map(
    ({ start, end }: Evidence) => text.slice(start, end),
  );

describe('who: the customer narrowed', () => {
  test.each([
    '膝が痛くて階段がつらいという方はいらっしゃいませんか。',
    '夜中に何度も目が覚めて、そのまま朝になっていませんか？',
    '開業して間もない歯科医院の院長先生のお手伝いをしています。',
    '従業員が10名前後の製造業の社長さんをご紹介ください。',
    '小さなお子さんがいて、なかなか美容室に行けないお母さんへ。',
    '親の介護と仕事の両立に悩んでいる50代の方が多いんです。',
    '60代から始める方がほとんどです。',
    'うちのお客さんは、ほとんどが一人暮らしのお年寄りです。',
    '事務所の片づけまで手が回らへん社長さん、いてはりませんか。',
  ])('%s', (text) => {
    expect(labelsOf(text)).toContain('target');
  });

  test.each([
    'お客様に感謝しております。',
    '皆さま、本日はお集まりいただきありがとうございます。',
    '私も二児の母で、毎日ばたばたしています。',
    'お困りの方は、お気軽にお声がけください。',
    '一緒に働いてくれる仲間を募集しています。',
    'ターゲットという言葉が、私は苦手です。',
  ])('not: %s', (text) => {
    expect(labelsOf(text)).not.toContain('target');
  });
});

describe('what: act, scope, price, credential, negation', () => {
  test.each([
    '毎月1回伺って、帳簿の数字を図にしてご説明します。',
    '料金は1時間3300円、出張費はいただきません。',
    '24時間いつでもLINEで予約できます。',
    '国家資格を持つスタッフが15年以上担当しています。',
    '薬は一切使いません。',
    '営業の電話はかけません。',
    '最短で翌日にお届けします。',
    '見積もりは無料、追加の費用はかかりません。',
    '注文は一個から、写真を送ってもろたら三日で仕上げますわ。',
  ])('%s', (text) => {
    expect(labelsOf(text)).toContain('feature');
  });

  test.each([
    '税理士の岡部です。',
    'おかげさまで創業30周年を迎えました。',
    '定休日は水曜です。',
    '私の特徴は、声が大きいことです。',
    '今後ともどうぞよろしくお願いいたします。',
    'まごころを込めて、地域の皆さまに愛される会社を目指します。',
  ])('not: %s', (text) => {
    expect(labelsOf(text)).not.toContain('feature');
  });
});

describe('why: what the customer gains', () => {
  test.each([
    '3か月後には、残業がゼロになりました。',
    '朝までぐっすり眠れるようになります。',
    '家族と過ごす時間が増えたと喜んでいただいています。',
    '経理の担当者さんが定時に帰れるようになりました。',
    '夫婦げんかが減りました、とお手紙をいただきました。',
    'もう雨の日に慌てなくて済みます。',
    '電気代が半分に。',
    '孫と一緒に旅行に行けるようになったと、お客様が話してくださいました。',
    '肩の荷が下りて、夜もよう眠れる言うてはりました。',
  ])('%s', (text) => {
    expect(labelsOf(text)).toContain('benefit');
  });

  test.each([
    'おかげさまで、私も元気になりました。',
    'お客様からご好評をいただいております。',
    '備えのない会社は、いずれ倒れます。',
    '私は子どもの頃、体が弱くて学校を休んでばかりでした。',
    'LINEで予約できます。',
    '継続は力なりと申します。',
  ])('not: %s', (text) => {
    expect(labelsOf(text)).not.toContain('benefit');
  });
});

describe('several at once, or none', () => {
  test('one sentence that carries all three', () => {
    expect(
      labelsOf(
        '人手の足りない町の工務店さんに、月3万円の事務代行で、社長が現場に集中できる時間をお届けします。',
      ),
    ).toEqual(['target', 'feature', 'benefit']);
  });

  test.each([
    '皆さん、おはようございます。',
    '大工の棟方と申します。',
    '生まれも育ちも浅草です。',
    '趣味は釣りと将棋です。',
    'ご清聴ありがとうございました。',
    '名刺交換をさせてください。',
    'Thank you!',
    '',
    '😊',
  ])('none: %s', (text) => {
    expect(labelsOf(text)).toEqual([]);
  });
});

describe('the evidence is words of the sentence', () => {
  test.each([
    ['60代から始める方に、文法抜きのレッスンをしています。', 'target', /60代|始める方/],
    ['料金は1時間3300円、出張費はいただきません。', 'feature', /円|いただきません/],
    ['朝までぐっすり眠れるようになります。', 'benefit', /眠れるようになります/],
    ['去年から、残業がゼロになりました。', 'benefit', /ゼロになりました/],
    ['腰痛で困っている方はいませんか。', 'target', /困っている方|いませんか/],
  ] as const)('%s', (text, element, expected) => {
    expect(evidenceOf(text, element).join('｜')).toMatch(expected);
  });
});
