import type { StorageUsage } from '../../domain/storage/storage-change';

/** What the browser says about room taken and left; `null` for what it does not say. */
export async function askUsage(): Promise<StorageUsage> {
  const manager = storageManager();
  const estimate = await manager?.estimate?.().catch(() => null);
  const persisted = await manager?.persisted?.().catch(() => null);
  return {
    usageBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
    persisted: persisted ?? null,
  };
}

/** Asks for storage that is not cleared by itself; `false` where it is refused or cannot be asked for. */
export async function askPersistence(): Promise<boolean> {
  return (
    (await storageManager()
      ?.persist?.()
      .catch(() => false)) ?? false
  );
}

/** Absent outside secure contexts; older Safari has it without `estimate`. */
function storageManager(): Partial<StorageManager> | undefined {
  return (navigator as { storage?: Partial<StorageManager> }).storage;
}
