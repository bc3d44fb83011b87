import { describe, expect, test } from 'vitest';
import { mergeVariant } from '../../../src/domain/pitch/merge-variant';
import type { Variant } from '../../../src/domain/pitch/pitch';

const base: Variant = {
  id: 'v',
  pitchId: 'p',
  title: '異業種交流会',
  audience: '経営者の方',
  medium: 'spoken',
  timeBudget: 60,
  characterTarget: null,
  script: '鍼灸師の小林です。',
  overrules: [],
  dismissedFindings: [],
  madeFrom: null,
  position: 1,
  createdAt: 1,
  updatedAt: 2,
  saveCount: 4,
  deletedAt: null,
};
const by = (change: Partial<Variant>): Variant => ({ ...base, ...change });

describe('two tabs on one variant', () => {
  test('one wrote, the other moved it: both stay', () => {
    const mine = by({ script: '鍼灸師の小林と申します。', updatedAt: 9 });
    const theirs = by({ position: 2, saveCount: 5, updatedAt: 8 });
    expect(mergeVariant(base, mine, theirs)).toEqual({
      ...theirs,
      script: mine.script,
      updatedAt: 9,
    });
  });

  test('one renamed, the other wrote: both stay, the other way round too', () => {
    const mine = by({ title: '朝会' });
    const theirs = by({ script: '鍼灸師の小林と申します。', saveCount: 5 });
    expect(mergeVariant(base, mine, theirs)).toMatchObject({
      title: '朝会',
      script: theirs.script,
      saveCount: 5,
    });
  });

  test('both wrote: a conflict', () => {
    expect(mergeVariant(base, by({ script: 'あ。' }), by({ script: 'い。', saveCount: 5 }))).toBeNull();
  });

  test('both wrote the same: none', () => {
    const mine = by({ script: 'あ。' });
    expect(mergeVariant(base, mine, by({ script: 'あ。', saveCount: 5 }))?.script).toBe('あ。');
  });

  test('without a common base different texts are a conflict', () => {
    expect(mergeVariant(undefined, by({ script: 'あ。' }), by({ saveCount: 5 }))).toBeNull();
    expect(mergeVariant(undefined, by({ title: '朝会' }), by({ saveCount: 5 }))?.title).toBe('朝会');
  });

  test('both renamed: ours, and nothing of the text is touched', () => {
    const merged = mergeVariant(base, by({ title: '朝会' }), by({ title: '名刺交換', saveCount: 5 }));
    expect(merged).toMatchObject({ title: '朝会', script: base.script, saveCount: 5 });
  });

  test('a label overruled in both, the text the same: ours', () => {
    const overrule = { sentenceText: base.script, element: 'target' as const, carries: true };
    const mine = by({ overrules: [overrule] });
    const theirs = by({ overrules: [{ ...overrule, carries: false }], saveCount: 5 });
    expect(mergeVariant(base, mine, theirs)?.overrules).toEqual([overrule]);
  });
});
