import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyzeSentence } from '../../../src/domain/analysis/analyze-sentence';
import { reportScript, type ScriptReport } from '../../../src/domain/analysis/report-script';
import { coachScript, findingKey } from '../../../src/domain/coaching/coach-script';
import type { ScriptFinding } from '../../../src/domain/coaching/script-finding';
import { ELEMENTS } from '../../../src/domain/coverage/element';
import type { Extent } from '../../../src/domain/pitch/occasion';
import type { Tokenize } from '../../../src/domain/reading/token';
import { splitSentences } from '../../../src/domain/text/sentences';
import { DEFAULT_SPEAKING_RATE } from '../../../src/domain/timing/estimate-duration';
import { scriptFindingText } from '../../../src/text-ja/coaching';
import { createStockTokenize } from '../../tokenizer/stock-kuromoji';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await createStockTokenize();
});

function report(script: string): ScriptReport {
  const analyses = new Map(splitSentences(script).map(({ text }) => [text, analyzeSentence(text, tokenize)]));
  return reportScript(script, analyses, [], DEFAULT_SPEAKING_RATE);
}

function coach(script: string, timeBudget = 60): ScriptFinding[] {
  return coachScript(report(script), { medium: 'spoken', timeBudget, characterTarget: null });
}

/** The words each finding of a kind is about. */
function wordsOf(script: string, kind: ScriptFinding['kind'], timeBudget = 60): string[] {
  const { sentences } = report(script);
  return coach(script, timeBudget).flatMap((finding) =>
    finding.kind === kind && 'place' in finding
      ? [sentences[finding.place.sentence]!.text.slice(finding.place.start, finding.place.end)]
      : [],
  );
}

const OPENING = '駅前で小さなパン屋をしております、石井と申します。';

describe('売り込み', () => {
  test.each([
    ['ご興味のある方は、今すぐご契約をお願いします。', '今すぐご契約'],
    ['保険のことなら、ぜひ私にお任せください。', 'ぜひ私にお任せ'],
    ['本日ご入会の方は、入会金を半額にいたします。', '本日ご入会の方は、入会金を半額'],
    ['絶対に損はさせません。', '絶対に損はさせません'],
  ])('%s', (sentence, words) => {
    expect(wordsOf(`${OPENING}${sentence}`, 'hard-sell')).toEqual([words]);
  });

  test.each([
    'お客さまから「石井さんに任せてよかった」と言っていただきました。',
    'ご予約はLINEで24時間受け付けています。',
    '今日は皆さんのお話も聞かせてください。',
  ])('%s is no pressing', (sentence) => {
    expect(wordsOf(`${OPENING}${sentence}`, 'hard-sell')).toEqual([]);
  });
});

test('asking for just anybody is told; naming the person is not', () => {
  expect(wordsOf(`${OPENING}どなたかご紹介ください。`, 'vague-referral')).toHaveLength(1);
  expect(
    wordsOf(
      `${OPENING}小麦アレルギーのお子さんがいるご家庭をご存じでしたら、ぜひご紹介ください。`,
      'vague-referral',
    ),
  ).toEqual([]);
});

describe('会話の糸口', () => {
  const BODY = `${OPENING}毎朝5時から、国産の小麦だけで焼いています。卵も牛乳も使いません。`;

  test('an ending that closes the door', () => {
    expect(wordsOf(`${BODY}創業は昭和40年です。どうぞよろしくお願いいたします。`, 'no-opening')).toEqual([
      '創業は昭和40年です。',
    ]);
  });

  test.each([
    '皆さんの朝ごはんは、パンですか、ごはんですか。どうぞよろしくお願いいたします。',
    'アレルギーで給食を食べられないお子さんがまわりにいらっしゃいましたら、思い出してください。',
    '今日は皆さんの朝ごはんのお話を聞かせてください。',
    '焼きたてを一つ、受付の横に置いてあります、どうぞ。どうぞよろしくお願いいたします。',
    'パンを焼く音に目を覚ますのは、うちの猫だけです。何卒よろしくお願い申し上げます。',
    '学校給食の栄養士さんを、ぜひお引き合わせください。ご清聴ありがとうございました。',
  ])('%s leaves it open', (ending) => {
    expect(wordsOf(`${BODY}${ending}`, 'no-opening')).toEqual([]);
  });
});

describe('名前と仕事', () => {
  test('a script without a name', () => {
    const script =
      '毎朝5時から、国産の小麦だけでパンを焼いています。卵も牛乳も使わないので、アレルギーのお子さんも安心して召し上がれます。';
    expect(coach(script).map(({ kind }) => kind)).toContain('name-missing');
    expect(coach(`${OPENING}${script}`).map(({ kind }) => kind)).not.toContain('name-missing');
  });

  test('a script without a trade', () => {
    const script =
      '山田太郎と申します。本日はこのような会にお招きいただき、まことにありがとうございます。皆さまとお会いできて、とてもうれしく思います。';
    expect(coach(script).map(({ kind }) => kind)).toContain('trade-missing');
  });
});

describe('the name is found where it is said', () => {
  const REST = '毎朝5時から、国産の小麦だけでパンを焼いています。卵も牛乳も使いません。';
  const misses = (introduction: string) =>
    coach(`${introduction}${REST}`).some(({ kind }) => kind === 'name-missing');

  test.each([
    '店舗デザイナーの矢ヶ崎です。',
    'エアコン清掃の青柳です、三点お話しします。',
    '水道屋の辰巳だ、親父の代から深川だ。',
    '害虫駆除の喜多川でございます。',
    '乾と申します、請求書を早く現金にする商売です。',
    'コワーキング「えんがわ」の小春です。',
    '愛知の蟹江で車屋やっとる水谷だがね。',
    '司会者の白河華子でございます。',
    '家事代行「からり」の仁科です!',
  ])('%s', (introduction) => {
    expect(misses(introduction)).toBe(false);
  });

  test.each([
    '元介護福祉士が5人、面接に同席できるのも強みです。',
    '6秒待つと、たいていの怒りは峠を越えると申します。',
    'ご存じですか。',
    '隣の田中さんが泣いて喜んでくださいました。',
  ])('%s names nobody who speaks', (sentence) => {
    expect(misses(sentence)).toBe(true);
  });
});

describe('questions take up the script’s own words', () => {
  const own = (script: string) =>
    coach(script).flatMap((finding) => (finding.kind === 'missing-element' ? [finding.own] : []))[0];

  test('the occupation in whole, the customer from where the phrase begins', () => {
    const words = own(
      '話し方講師の滝沢麻衣です。結婚式のスピーチを頼まれた上司の方、前の晩に眠れなくなったことはありませんか。どうぞよろしくお願いいたします。',
    );
    expect(words).toMatchObject({ trade: '話し方講師', customer: '結婚式のスピーチを頼まれた上司の方' });
  });

  test('what is made or done, not a certificate that is held', () => {
    const words = own(
      '一等無人航空機操縦士の谷口です。上空から撮った写真で、三次元の測量図面を作っております。一等無人航空機操縦士が6名在籍しています。',
    );
    expect(words?.offer).toBe('測量図面');
  });
});

describe('聞き取りにくい言葉', () => {
  test('an acronym is told once, and not where it is explained or known', () => {
    expect(wordsOf('弊社はBPOとSESの会社です。BPOが得意です。', 'unexplained-acronym')).toEqual([
      'BPO',
      'SES',
    ]);
    expect(wordsOf('BPOという、事務の外注をお受けしています。', 'unexplained-acronym')).toEqual([]);
    expect(wordsOf('ご予約はLINEかSNSでどうぞ。PDFでお渡しします。', 'unexplained-acronym')).toEqual([]);
  });

  test('a word the ear takes for another, but not inside a compound', () => {
    expect(wordsOf('終活のご相談をお受けしています。', 'homophone')).toEqual(['終活']);
    expect(wordsOf('起業家の方の会計をお手伝いしています。', 'homophone')).toEqual([]);
  });

  test('kanji without a seam', () => {
    expect(wordsOf('中小企業経営革新等支援認定機関です。', 'kanji-run')).toEqual([
      '中小企業経営革新等支援認定機関',
    ]);
    expect(wordsOf('一級建築士事務所を開いています。', 'kanji-run')).toEqual([]);
  });

  test('contracted sounds in a row', () => {
    expect(wordsOf('出張手術中でもお電話ください。', 'tongue-twister')).toHaveLength(1);
    expect(wordsOf('朝の空気のようなパンを焼いています。', 'tongue-twister')).toEqual([]);
  });

  test('a sentence of more than a few breaths', () => {
    const long =
      '私どもは創業以来、地域の皆さまに支えられながら、住まいの困りごとを一つひとつ伺い、雨漏りや床のきしみ、段差の解消、お風呂場の手すりの取り付けまで、大工が自分で伺って、その場でお見積もりをお出しして、翌日には工事に入れるように準備をしてまいりました。';
    expect(wordsOf(long, 'long-sentence')).toHaveLength(1);
    expect(wordsOf(OPENING, 'long-sentence')).toEqual([]);
  });

  test('the same ending four times', () => {
    const script = '壁を塗っています。屋根も塗っています。雨どいも直しています。足場も組んでいます。';
    const finding = coach(script).find(({ kind }) => kind === 'same-endings');
    expect(finding).toMatchObject({ sentences: 4, ending: 'ています' });
  });

  test('two words where one would do, two honorifics where one is enough', () => {
    expect(wordsOf('まず最初に、写真を撮ります。', 'wordy')).toEqual(['まず最初に']);
    expect(wordsOf('施術をさせていただきます。', 'wordy')).toEqual([]);
    expect(wordsOf('施術をさせていただきます。ご説明もさせていただきます。', 'wordy')).toHaveLength(1);
    expect(wordsOf('お客さまがおっしゃられたことを書き留めます。', 'double-honorific')).toEqual([
      'おっしゃられ',
    ]);
  });
});

describe('時間', () => {
  const SCRIPT = `肩こりで夜も眠れない、デスクワークの方をみている鍼灸師の小林と申します。先日、庭の梅が咲きました。去年より三日も早い開花でした。髪の毛ほどの細い鍼だけを使い、強く押すことはしません。3回ほどで、朝まで眠れるようになったと言っていただけます。`;

  test('what is said in 30 seconds does not fit into 15, and the idle sentences go first', () => {
    const finding = coach(SCRIPT, 15).find(({ kind }) => kind === 'over-time');
    expect(finding).toBeDefined();
    if (finding?.kind !== 'over-time') return;
    const { sentences } = report(SCRIPT);
    expect(finding.overMs).toBeGreaterThan(5000);
    expect(finding.candidates[0]?.onlyCarrierOf).toEqual([]);
    expect(sentences[finding.candidates[0]!.sentence]?.text).toMatch(/梅|開花/u);
    expect(finding.candidates.map(({ sentence }) => sentence)).not.toContain(0);
  });

  test('over time comes before everything else', () => {
    expect(coach(`${SCRIPT}今すぐご契約ください。`, 15)[0]?.kind).toBe('over-time');
  });
});

test('what is missing is asked for with the person’s own words', () => {
  const finding = coach(`${OPENING}毎朝5時から、国産の小麦だけで焼いています。卵も牛乳も使いません。`).find(
    (candidate) => candidate.kind === 'missing-element',
  );
  expect(finding).toMatchObject({ own: { trade: expect.stringContaining('パン屋') } });
});

test('a script just begun is left in peace', () => {
  expect(coach('肩こりの')).toEqual([]);
  expect(coach('')).toEqual([]);
});

test('a dismissed finding is known by its words, wherever they stand', () => {
  const one = report(`${OPENING}まず最初に、写真を撮ります。`);
  const other = report(`${OPENING}梅が咲きました。まず最初に、写真を撮ります。`);
  const keys = [one, other].map((of) => {
    const finding = coachScript(of, { medium: 'spoken', timeBudget: 60, characterTarget: null }).find(
      ({ kind }) => kind === 'wordy',
    );
    return finding && findingKey(finding, of);
  });
  expect(keys[0]).toBeDefined();
  expect(keys[0]).toBe(keys[1]);
});

test('ordinary pitches get few findings', () => {
  const folder = join(import.meta.dirname, '../../fixtures/pitches');
  const counts = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => coach(readFileSync(join(folder, file), 'utf8'), 60))
    .filter((findings) => !findings.some(({ kind }) => kind === 'over-time'))
    .map((findings) => findings.length);
  expect(counts.length).toBeGreaterThan(5);
  expect(Math.max(...counts)).toBeLessThanOrEqual(8);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(4.5);
}, 60_000);

describe('読んでもらう文章', () => {
  /** What is only of the clock, the tongue and the ear. */
  const SPOKEN: ScriptFinding['kind'][] = [
    'over-time',
    'under-time',
    'tongue-twister',
    'homophone',
    'kanji-run',
  ];
  const script =
    `${OPENING}出張手術中の消費者調査表を、起業の公開で、中小企業経営者支援協議会へお送りします。`.repeat(6);

  test('has what is of the words, and nothing of how they sound or how long they take', () => {
    const spoken = coach(script, 5);
    const written = coachScript(report(script), {
      medium: 'written',
      timeBudget: 5,
      characterTarget: { min: 1, max: 20_000 },
    });
    expect(spoken.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['over-time', 'kanji-run']));
    expect(written).toEqual(spoken.filter(({ kind }) => !SPOKEN.includes(kind)));
    expect(written.length).toBeGreaterThan(0);
  });

  test('is told first by how many characters it is too long; what is spoken never is', () => {
    const of = report(script);
    const most = (max: number): Extent => ({
      medium: 'written',
      timeBudget: 60,
      characterTarget: { min: 1, max },
    });
    const { all } = of.characters;
    expect(coachScript(of, most(all - 12))[0]).toEqual({ kind: 'over-characters', over: 12 });
    const kinds = (extent: Extent) => coachScript(of, extent).map(({ kind }) => kind);
    expect(kinds(most(all))).not.toContain('over-characters');
    expect(kinds({ ...most(10), medium: 'spoken' })).not.toContain('over-characters');
  });

  test('is spoken of as what is read, whatever the finding', () => {
    const place = { sentence: 0, start: 0, end: 4 };
    const own = { trade: null, customer: null, offer: null };
    const found: { [K in ScriptFinding['kind']]?: Extract<ScriptFinding, { kind: K }>[] } = {
      'missing-element': ELEMENTS.map((element) => ({ kind: 'missing-element', element, own })),
      'over-characters': [{ kind: 'over-characters', over: 21 }],
      'vague-referral': [{ kind: 'vague-referral', place }],
      'no-opening': [{ kind: 'no-opening', place }],
      'name-missing': [{ kind: 'name-missing' }],
      'name-buried': [{ kind: 'name-buried', place }],
      'self-centred': [{ kind: 'self-centred', selfMs: 9000, customerMs: 3000 }],
      'long-sentence': [{ kind: 'long-sentence', place, durationMs: 15_000 }],
      'unexplained-acronym': [{ kind: 'unexplained-acronym', place }],
      'same-endings': [{ kind: 'same-endings', place, sentences: 4, ending: 'です' }],
      wordy: [{ kind: 'wordy', place, better: 'できます' }],
    };
    const ofEar = /聞き手|耳|声に出|ひと息|1分|\d秒|聞こえ|読み上げ|話せ/u;
    for (const finding of Object.values(found).flat()) {
      const { title, reason, next } = scriptFindingText(finding, '協会', 'written');
      expect(`${title}${reason}${next}`).not.toMatch(ofEar);
      expect(scriptFindingText(finding, '協会', 'spoken').title).not.toBe('');
    }
  });
});
