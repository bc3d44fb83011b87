import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveSentence, startFitting, switchSentence } from '../../../src/domain/fitting/fitting';
import {
  choose,
  type FittingHistory,
  redoChoice,
  startHistory,
  undoChoice,
} from '../../../src/domain/fitting/fitting-history';

const SENTENCES = 4;
const start = startHistory(
  startFitting('一。二。三。四。', SENTENCES, { medium: 'spoken', timeBudget: 30, characterTarget: null }),
);

/** Any choices, each as one step. */
const choices = fc
  .array(fc.record({ move: fc.boolean(), a: fc.nat(SENTENCES - 1), b: fc.nat(SENTENCES - 1) }), {
    maxLength: 8,
  })
  .map((acts) =>
    acts.reduce<FittingHistory>(
      (history, { move, a, b }) =>
        choose(history, move ? moveSentence(history.present, a, b) : switchSentence(history.present, a)),
      start,
    ),
  );

describe('steps of fitting', () => {
  it('go all the way back to the beginning, and forward to where they were', () => {
    fc.assert(
      fc.property(choices, (history) => {
        let back = history;
        for (let step = 0; step < history.past.length; step += 1) back = undoChoice(back);
        expect(back.present).toEqual(start.present);
        let forward = back;
        for (let step = 0; step < history.past.length; step += 1) forward = redoChoice(forward);
        expect(forward).toEqual(history);
      }),
    );
  });

  it('has no step where nothing changed, and none beyond the ends', () => {
    expect(choose(start, { ...start.present })).toBe(start);
    expect(undoChoice(start)).toBe(start);
    expect(redoChoice(start)).toBe(start);
  });
});
