import type { Pitch, Variant } from '../domain/pitch/pitch';
import type { AppStore } from './create-app-store';
import { byId } from './library-slice';
import type { Ports } from './ports';

/** The worked example shown on a first visit. */
export interface ExamplePitch {
  pitch: Pitch;
  variants: Variant[];
}

/** Deleted things can be brought back for this long, in ms: 30 days. */
const KEEP_DELETED_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Reads what is kept, follows other tabs, and saves before the page goes away. The function returned lets go of
 * everything the ports have open.
 */
export async function startApp(store: AppStore, ports: Ports, example: ExamplePitch): Promise<() => void> {
  const { getState, setState } = store;

  const showExample = async (): Promise<void> => {
    const { pitches, settings } = getState();
    if (settings.exampleDismissed || Object.keys(pitches).length > 0) return;
    setState({ pitches: byId([example.pitch]), variants: byId(example.variants) });
    if (getState().library !== 'ready') return;
    await ports.storage.savePitch(example.pitch);
    for (const variant of example.variants) getState().variantTouched(variant.id);
  };

  /** Nothing read before holds any more; a conflict with what was stored then has to be found anew. */
  const startOver = (): void => {
    const disputed = Object.keys(getState().conflicts);
    setState({ takes: {}, memories: {}, conflicts: {} });
    for (const variantId of disputed) getState().variantTouched(variantId);
    void getState().latestTakesWanted();
  };

  const followOtherTabs = (): (() => void) =>
    ports.storage.changes((change) => {
      if (change.kind === 'variant') void getState().variantChangedElsewhere(change.id);
      else if (change.kind === 'take') void getState().takesChangedElsewhere();
      else if (change.kind === 'memory') void getState().memoryChangedElsewhere(change.id);
      else {
        // Pitches, settings, or everything: read anew once what is unsaved here is safe.
        void getState()
          .savesFlushed()
          .then(getState().libraryRead)
          .then(() => {
            if (change.kind === 'everything') startOver();
          });
      }
    });

  const closers = [
    followOtherTabs(),
    ports.storage.interruptions((error) => getState().storageTroubled(error)),
    ports.clock.onVisibility((hidden) => {
      if (!hidden) return;
      void getState().savesFlushed();
      void getState().editsKept();
    }),
  ];
  await getState().libraryRead();
  await showExample();
  if (getState().library === 'ready') {
    await getState().unfinishedTakesRecovered();
    // The person's own rate comes from takes of every variant.
    await getState().latestTakesWanted();
    void ports.storage.purge(ports.clock.epochMs() - KEEP_DELETED_MS);
  }
  return () => {
    for (const close of closers) close();
    ports.storage.close();
    ports.analyzer.close();
    ports.soundTiming.close();
  };
}
