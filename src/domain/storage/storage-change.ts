/** Something another tab has kept or removed. `everything`: all that was read before is out of date. */
export type StorageChange =
  | { kind: 'pitch' | 'variant' | 'take'; id: string }
  /** What is set or done for learning a variant by heart; `id` is the variant's. */
  | { kind: 'memory'; id: string }
  | { kind: 'settings' }
  | { kind: 'everything' };

/** Room taken and room there is, as far as the browser tells (`null` where it does not). */
export interface StorageUsage {
  usageBytes: number | null;
  quotaBytes: number | null;
  /** Whether the browser has promised not to clear it by itself. */
  persisted: boolean | null;
}
