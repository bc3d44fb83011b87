import { describe, expect, it } from 'vitest';
import { chooseCounterpart } from '../../../src/domain/comparison/choose-counterpart';
import type { Variant } from '../../../src/domain/pitch/pitch';
import { VARIANT } from '../../state/open-app';

const variant = (id: string, fields: Partial<Variant> = {}): Variant => ({ ...VARIANT, id, ...fields });

describe('chooseCounterpart', () => {
  const minute = variant('minute');
  const copy = variant('copy', { madeFrom: 'minute', timeBudget: 30 });
  const card = variant('card', { timeBudget: 15 });
  const talk = variant('talk', { timeBudget: 300 });

  it('takes the one it was made from, however far in time', () => {
    const made = variant('made', { madeFrom: 'talk', timeBudget: 15 });
    expect(chooseCounterpart(made, [minute, card, talk, made])?.id).toBe('talk');
  });

  it('else one made from it, else the nearest in time', () => {
    expect(chooseCounterpart(minute, [minute, card, talk, copy])?.id).toBe('copy');
    expect(chooseCounterpart(card, [minute, card, talk, copy])?.id).toBe('copy');
    expect(chooseCounterpart(talk, [minute, card, talk, copy])?.id).toBe('minute');
  });

  it('takes none that is deleted, of another pitch, or itself', () => {
    const gone = variant('minute', { deletedAt: 1 });
    const elsewhere = variant('elsewhere', { pitchId: 'other' });
    expect(chooseCounterpart(copy, [gone, elsewhere, copy])).toBeNull();
  });
});
