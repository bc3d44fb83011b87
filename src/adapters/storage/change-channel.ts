import * as v from 'valibot';
import type { StorageChange } from '../../domain/storage/storage-change';

const change: v.GenericSchema<unknown, StorageChange> = v.variant('kind', [
  v.object({ kind: v.picklist(['pitch', 'variant', 'take']), id: v.string() }),
  v.object({ kind: v.literal('settings') }),
  v.object({ kind: v.literal('everything') }),
]);

/** Tells other tabs what this one has kept, and the reverse. The own tab never hears itself. */
export interface ChangeChannel {
  tell(change: StorageChange): void;
  listen(listener: (change: StorageChange) => void): () => void;
  close(): void;
}

export function createChangeChannel(name: string): ChangeChannel {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  const listeners = new Set<(change: StorageChange) => void>();
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      // The other tab may run another version of the app.
      const told = v.safeParse(change, data);
      if (told.success) for (const listener of listeners) listener(told.output);
    };
  }
  return {
    tell: (told) => channel?.postMessage(told),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel?.close(),
  };
}
