import type { StorageError } from '../storage/storage-error';

/** Something the person is told in passing. */
export type NoticeContent =
  | { kind: 'pitch-deleted'; title: string }
  | { kind: 'variant-deleted'; title: string }
  | { kind: 'take-deleted' }
  | { kind: 'take-discarded' }
  | { kind: 'recording-deleted' }
  | { kind: 'take-recovered'; variantTitle: string }
  | { kind: 'occasion-removed'; name: string }
  | { kind: 'occasions-reset' }
  | { kind: 'revision-restored' }
  | { kind: 'copied' }
  | { kind: 'copy-failed' }
  | { kind: 'storage-failed'; error: StorageError }
  | { kind: 'unreadable-rows'; count: number };
