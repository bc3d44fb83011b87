import { carryOverrules } from '../domain/coverage/hold-overrules';
import { splitSentences } from '../domain/text/sentences';
import type { AppState } from './app-state';
import type { Ports } from './ports';

/** Reads every revision of a variant, and its takes. */
export async function readRevisions(
  { storage }: Pick<Ports, 'storage'>,
  set: (change: (state: AppState) => Partial<AppState>) => void,
  get: () => AppState,
  variantId: string,
): Promise<void> {
  await get().takesWanted([variantId]);
  if (get().library === 'memory-only') return;
  const result = await storage.revisionsOf([variantId]);
  if (!result.ok) return get().storageTroubled(result.error);
  const read = Object.fromEntries(result.revisions.map((revision) => [revision.id, revision]));
  set((state) => ({ revisions: { ...state.revisions, ...read } }));
}

/** Puts a revision in place of the script, which is kept first; one step that can be undone, here and from the notice. */
export async function restoreRevision(
  get: () => AppState,
  variantId: string,
  revisionId: string,
): Promise<void> {
  const revision = get().revisions[revisionId];
  const variant = get().variants[variantId];
  if (!revision || !variant || revision.script === variant.script) return;
  const { script, overrules } = variant;
  const kept = get().scriptKept(variantId);
  const carried = carryOverrules(overrules, sentenceTexts(script), sentenceTexts(revision.script));
  get().scriptReplaced(variantId, revision.script, carried, true);
  get().noticed({ kind: 'revision-restored' }, () =>
    get().scriptReplaced(variantId, script, overrules, true),
  );
  await kept;
}

const sentenceTexts = (script: string): string[] => splitSentences(script).map(({ text }) => text);
