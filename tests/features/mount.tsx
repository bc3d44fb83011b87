import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import { createBrowserClock } from '../../src/adapters/clock/create-browser-clock';
import { createAppStore } from '../../src/state/create-app-store';
import { AppStoreContext } from '../../src/state/use-app-store';
import { createFakeStorage } from '../fakes/fake-storage';
import { PITCH, portsOver, VARIANT } from '../state/open-app';

/** An app's memory over a storage that holds one variant, on the real clock. */
export async function openStore() {
  const storage = createFakeStorage();
  storage.rows.pitches.set(PITCH.id, PITCH);
  storage.rows.variants.set(VARIANT.id, VARIANT);
  const open = portsOver(storage, createBrowserClock());
  const store = createAppStore(open.ports);
  await store.getState().libraryRead();
  return { ...open, store, now: store.getState };
}

/** Shows `children` in the page as the app does, until the test ends; mounted twice, as StrictMode does. */
export function mount(
  children: ReactNode,
  store: Awaited<ReturnType<typeof openStore>>['store'] | null = null,
): { element: HTMLElement; unmount(): void } {
  const element = document.createElement('div');
  document.body.append(element);
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <AppStoreContext value={store}>{children}</AppStoreContext>
    </StrictMode>,
  );
  let mounted = true;
  const unmount = () => {
    if (mounted) root.unmount();
    mounted = false;
    element.remove();
  };
  onTestFinished(unmount);
  return { element, unmount };
}
