import type { Pitch, Variant } from '../domain/pitch/pitch';

const FULL = `肩こりで夕方になると頭まで重い、というデスクワークの方はいらっしゃいませんか。
緑町で「はなみずき鍼灸院」をしております、院長の小林です。
当院では、最初の20分で姿勢と首の動きを写真に撮り、こりの原因を一緒に確かめてから施術に入ります。
髪の毛ほどの細い鍼を使いますので、はじめての方でもほとんど痛みはありません。
夜9時まで開けていて、ご予約はLINEで24時間受け付けています。
3回ほど通われた経理の方は、薬を飲まずに月末を越せたと喜んでくださいました。
夕方になっても頭が軽く、お子さんと遊ぶ元気が残っている。そんな毎日を取り戻していただけます。
パソコンに向かう時間の長いお知り合いがいらっしゃいましたら、「首の写真を撮ってくれる鍼の先生がいるよ」とお伝えください。`;

const SHORT = `頭まで重くなる、デスクワークの方の肩こりをみている鍼灸師の小林です。
首の動きを写真で確かめてから、細い鍼で施術します。
3回ほどで、夕方も頭が軽いと言っていただけます。`;

// Fixed identifiers: two tabs opened on a first visit make one example, not two.
const example: Pitch = {
  id: 'example',
  title: '【見本】はなみずき鍼灸院',
  position: 1,
  createdAt: 0,
  example: true,
  deletedAt: null,
};

const variant = (id: string, position: number, rest: Partial<Variant>): Variant => ({
  id,
  pitchId: example.id,
  title: '',
  audience: '',
  medium: 'spoken',
  timeBudget: 60,
  characterTarget: null,
  script: '',
  overrules: [],
  dismissedFindings: [],
  madeFrom: null,
  position,
  createdAt: 0,
  updatedAt: 0,
  saveCount: 0,
  deletedAt: null,
  ...rest,
});

/** The worked example of a first visit: one pitch for two occasions. */
export const examplePitch = {
  pitch: example,
  variants: [
    variant('example-60', 1, {
      title: '異業種交流会',
      audience: 'はじめて会う経営者の方',
      timeBudget: 60,
      script: FULL,
    }),
    variant('example-15', 2, {
      title: '名刺交換',
      audience: '隣の席の方',
      timeBudget: 15,
      script: SHORT,
    }),
  ],
};
