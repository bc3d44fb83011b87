import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEARINGS } from '../../src/domain/rehearsal/take-log';
import { openApp, type TestApp, VARIANT } from './open-app';

/** What a person, the devices and the time can do in a rehearsal; none of it waits for what came before. */
const happening = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), hearing: fc.constantFrom(...HEARINGS) }),
  fc.record({ kind: fc.constant('time' as const), ms: fc.constantFrom(0, 10, 700, 3000) }),
  fc.record({
    kind: fc.constantFrom(
      'countdown',
      'countdown',
      'pause',
      'resume',
      'type',
      'stop',
      'discard',
      'leave',
      'lose microphone',
      'refuse microphone',
      'hear words',
      'end session',
      'give up words',
      'hide',
      'show',
      'slow storage',
      'storage again',
      'fail storage',
      'remove variant',
    ),
  }),
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

async function happen(app: TestApp, each: Happening, storage: { release(): void }): Promise<void> {
  const { now, microphone, recognition, clock } = app;
  switch (each.kind) {
    case 'open':
      void now().rehearsalOpened({ variantId: VARIANT.id, hearing: each.hearing, prompter: 'script' });
      break;
    case 'time':
      await clock.advance(each.ms);
      break;
    case 'countdown':
      now().countdownStarted();
      break;
    case 'pause':
      now().takePaused();
      break;
    case 'resume':
      now().takeResumed();
      break;
    case 'type':
      now().takeTyped('夕方になると');
      break;
    case 'stop':
      void now().takeStopped();
      break;
    case 'discard':
      void now().takeDiscarded();
      break;
    case 'leave':
      void now().rehearsalLeft();
      break;
    case 'lose microphone':
      await microphone.lose();
      break;
    case 'refuse microphone':
      microphone.failNext('permission-denied');
      break;
    case 'hear words':
      await recognition.hear(1, '夕方になると');
      break;
    case 'end session':
      await recognition.emit({ kind: 'session-ended', session: 1, error: 'no-speech' });
      break;
    case 'give up words':
      await recognition.emit({ kind: 'gave-up', error: 'network' });
      break;
    case 'hide':
      clock.setHidden(true);
      break;
    case 'show':
      clock.setHidden(false);
      break;
    case 'slow storage':
      storage.release();
      storage.release = app.storage.hold();
      break;
    case 'storage again':
      storage.release();
      app.storage.fail(null);
      break;
    case 'fail storage':
      app.storage.fail({ kind: 'quota-exceeded' });
      break;
    case 'remove variant':
      app.store.setState({ variants: {} });
      break;
  }
}

test('whatever happens in whatever order: once left, nothing is open, and every take has its end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
      const app = await openApp();
      const storage = { release: () => {} };
      for (const each of happenings) await happen(app, each, storage);
      storage.release();
      app.storage.fail(null);
      await app.now().rehearsalLeft();
      await app.clock.advance(10_000);
      expect(app.now().phase).toEqual({ kind: 'idle' });
      expect(app.microphone.openCount()).toBe(0);
      expect(app.microphone.recordingCount()).toBe(0);
      expect(app.recognition.runningCount()).toBe(0);
      expect(app.awakeCount()).toBe(0);
      expect(app.clock.openCount()).toBe(0);
      const written = app.storage.savedTakes.length;
      for (const take of app.now().takes[VARIANT.id] ?? [])
        expect(take.log.events.at(-1)?.kind).toBe('stopped');
      await app.clock.advance(60_000);
      expect(app.storage.savedTakes).toHaveLength(written);
      const storageFailed = happenings.some(({ kind }) => kind === 'fail storage');
      if (!storageFailed) {
        for (const take of app.storage.rows.takes.values())
          expect(take.log.events.at(-1)?.kind).toBe('stopped');
      }
    }),
    { numRuns: 400 },
  );
});
