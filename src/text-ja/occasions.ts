import { type BuiltInOccasion, builtInOccasions, type Extent, type Occasion } from '../domain/pitch/occasion';
import type { Settings } from '../domain/settings/settings';
import { formatBudget, formatNumber } from './format';

const builtInNames: Record<BuiltInOccasion, string> = {
  networking: '異業種交流会',
  'morning-meeting': '朝会',
  'business-cards': '名刺交換',
  'main-presentation': 'メインプレゼン',
  'one-to-one': '1対1(5〜10分)',
  'first-message': 'SNSの最初のメッセージ',
};

/** The person's own occasions, or those one begins with. */
export function occasionsIn({ occasions, characterTarget }: Settings): Occasion[] {
  return occasions ?? builtInOccasions(builtInNames, characterTarget);
}

/** 1分; 10分・1,500〜3,500字; 文章・100〜200字: what an occasion allows, as far as one does not follow from the other. */
export function formatExtent({ medium, timeBudget, characterTarget }: Extent): string {
  const allowance = medium === 'written' ? '文章' : formatBudget(timeBudget);
  if (!characterTarget) return allowance;
  return `${allowance}・${formatNumber(characterTarget.min)}〜${formatNumber(characterTarget.max)}字`;
}

export const occasionsText = {
  occasion: '場面',
  otherOccasion: 'そのほか',
  otherOccasionHint: '下で決める',
  medium: '届けかた',
  mediums: { spoken: '話す', written: '読んでもらう' },
  timeBudget: '持ち時間',
  minutes: '分',
  seconds: '秒',
  timeInvalid: '5秒から30分までの時間を、数字で入れてください。',
  characterTarget: '目標文字数',
  charactersFrom: '字から',
  charactersTo: '字まで',
  charactersFollow: '持ち時間に合わせて決まります。書きかえることもできます。',
  charactersOwn: '持ち時間を変えると、それに合わせて決め直します。',
  charactersInvalid: '1から20000までの数で、少ないほうを先に入れてください。',

  settingsHeading: '場面',
  settingsLead: 'パターンを作るときに選ぶ場面です。ここで変えても、もうあるパターンは変わりません。',
  none: '場面がありません。足すか、はじめの一覧に戻してください。',
  add: '場面を足す',
  addTitle: '新しい場面',
  edit: '変える',
  editTitle: '場面を変える',
  name: '場面の名前',
  nameHint: '例:朝礼、商工会の集まり、メールの署名の前',
  nameMissing: '名前を入れてください。',
  addSubmit: '足す',
  save: '変更を保存',
  moveUp: '上へ動かす',
  moveDown: '下へ動かす',
  remove: '一覧から外す',
  actions: (name: string) => `「${name}」の操作`,
  reset: 'はじめの一覧に戻す',
};
