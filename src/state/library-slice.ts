import { inOrder, lastPosition, moveByOne } from '../domain/pitch/order';
import { detailsOf, type Pitch, type Variant, type VariantDetails } from '../domain/pitch/pitch';
import type { StorageError } from '../domain/storage/storage-error';
import type { Slice } from './app-state';
import type { Ports } from './ports';

/** What a variant says, with the person's own word on it. */
type VariantText = Pick<Variant, 'script' | 'overrules'>;

export interface LibrarySlice {
  /** `loading` until storage has answered; `memory-only` where there is no storage and nothing will be kept. */
  library: 'loading' | 'ready' | 'memory-only';
  storageError: StorageError | null;
  pitches: Record<string, Pitch>;
  variants: Record<string, Variant>;

  /** Reads everything but takes from storage; what is unsaved on screen stays. */
  libraryRead(): Promise<void>;

  pitchCreated(
    title: string,
    details: VariantDetails,
    text?: VariantText,
  ): { pitchId: string; variantId: string };
  pitchRenamed(pitchId: string, title: string): void;
  pitchMoved(pitchId: string, direction: -1 | 1): void;
  pitchDeleted(pitchId: string): void;
  pitchRestored(pitchId: string): void;

  variantCreated(pitchId: string, details: VariantDetails, text?: VariantText): string;
  variantDescribed(variantId: string, details: VariantDetails): void;
  /** A new variant made from another, with its text or the one given. */
  variantDuplicated(variantId: string, details: VariantDetails, text?: VariantText): string | null;
  findingDismissed(variantId: string, key: string): void;
  findingsRecalled(variantId: string): void;
  variantMoved(variantId: string, direction: -1 | 1): void;
  variantDeleted(variantId: string): void;
  variantRestored(variantId: string): void;
}

/** What a new variant begins with. */
type VariantStart = Pick<Variant, 'script' | 'overrules' | 'dismissedFindings' | 'madeFrom'>;

/** The text given, or none. */
const startOf = ({ script, overrules }: VariantText = { script: '', overrules: [] }): VariantStart => ({
  script,
  overrules,
  dismissedFindings: [],
  madeFrom: null,
});

export const createLibrarySlice =
  (ports: Pick<Ports, 'clock' | 'newId' | 'storage'>): Slice<LibrarySlice> =>
  (set, get) => {
    const keepPitch = async (pitch: Pitch): Promise<void> => {
      set((state) => ({ pitches: { ...state.pitches, [pitch.id]: pitch } }));
      const result = await ports.storage.savePitch(pitch);
      if (!result.ok) get().storageTroubled(result.error);
    };

    /** Puts a changed variant in place and has it saved through the one gate for variants. */
    const keepVariant = (variant: Variant): void => {
      set((state) => ({
        variants: { ...state.variants, [variant.id]: { ...variant, updatedAt: ports.clock.epochMs() } },
      }));
      get().variantTouched(variant.id);
      // One press is one change: unlike typing, it need not wait for the next.
      void get().savesFlushed();
    };

    const variantsOf = (pitchId: string): Variant[] =>
      Object.values(get().variants).filter((variant) => variant.pitchId === pitchId);

    const create = (pitchId: string, details: VariantDetails, start: VariantStart): Variant => {
      const now = ports.clock.epochMs();
      const variant: Variant = {
        ...start,
        ...detailsOf(details),
        id: ports.newId(),
        pitchId,
        position: lastPosition(variantsOf(pitchId)),
        createdAt: now,
        updatedAt: now,
        saveCount: 0,
        deletedAt: null,
      };
      keepVariant(variant);
      return variant;
    };

    return {
      library: 'loading',
      storageError: null,
      pitches: {},
      variants: {},

      libraryRead: async () => {
        const result = await ports.storage.load();
        if (!result.ok) {
          // Without storage the app still counts, checks and times; nothing outlives the tab, and that is said.
          set({ library: 'memory-only', storageError: result.error });
          return;
        }
        // What is not saved yet stays as it is on screen; its own save finds out whether another tab was faster. What
        // was saved while the answer was on its way is newer than the answer.
        const { saves, variants: known, settings: before, histories } = get();
        const newer = Object.values(known).filter((variant) => {
          const read = result.variants.find((candidate) => candidate.id === variant.id);
          return (saves[variant.id] ?? 'saved') !== 'saved' || (read && variant.saveCount > read.saveCount);
        });
        const variants = byId([...result.variants, ...newer]);
        const unsaved = newer.filter((variant) => (saves[variant.id] ?? 'saved') !== 'saved');
        get().variantsRead(
          result.variants.filter((read) => !unsaved.some((variant) => variant.id === read.id)),
        );
        set({
          pitches: byId(result.pitches),
          variants,
          // An undo leads back to words that were on screen here, never past a change made elsewhere.
          histories: Object.fromEntries(
            Object.entries(histories).filter(([id, { present }]) => variants[id]?.script === present.script),
          ),
          settings: result.settings,
          library: 'ready',
        });
        const readings = JSON.stringify(result.settings.readingCorrections);
        if (readings !== JSON.stringify(before.readingCorrections)) get().readingsChanged();
        if (result.unreadable.length > 0) {
          get().noticed({ kind: 'unreadable-rows', count: result.unreadable.length });
        }
      },

      pitchCreated: (title, details, text) => {
        const pitch: Pitch = {
          id: ports.newId(),
          title,
          position: lastPosition(Object.values(get().pitches)),
          createdAt: ports.clock.epochMs(),
          example: false,
          deletedAt: null,
        };
        void keepPitch(pitch);
        return { pitchId: pitch.id, variantId: create(pitch.id, details, startOf(text)).id };
      },
      pitchRenamed: (pitchId, title) => {
        const pitch = get().pitches[pitchId];
        // Renaming the example makes it the person's own.
        if (pitch) void keepPitch({ ...pitch, title, example: false });
      },
      pitchMoved: (pitchId, direction) => {
        for (const pitch of moveByOne(Object.values(get().pitches), pitchId, direction))
          void keepPitch(pitch);
      },
      pitchDeleted: (pitchId) => {
        const pitch = get().pitches[pitchId];
        if (!pitch) return;
        void keepPitch({ ...pitch, deletedAt: ports.clock.epochMs() });
        get().noticed({ kind: 'pitch-deleted', title: pitch.title }, () => get().pitchRestored(pitchId));
      },
      pitchRestored: (pitchId) => {
        const pitch = get().pitches[pitchId];
        if (pitch) void keepPitch({ ...pitch, deletedAt: null });
      },

      variantCreated: (pitchId, details, text) => create(pitchId, details, startOf(text)).id,
      variantDescribed: (variantId, details) => {
        const variant = get().variants[variantId];
        if (variant) keepVariant({ ...variant, ...detailsOf(details) });
      },
      variantDuplicated: (variantId, details, text) => {
        const variant = get().variants[variantId];
        if (!variant) return null;
        const { script, overrules } = text ?? variant;
        const { dismissedFindings } = variant;
        const start = { script, overrules, dismissedFindings, madeFrom: variantId };
        return create(variant.pitchId, details, start).id;
      },
      findingDismissed: (variantId, key) => {
        const variant = get().variants[variantId];
        if (!variant || variant.dismissedFindings.includes(key)) return;
        keepVariant({ ...variant, dismissedFindings: [...variant.dismissedFindings, key] });
      },
      findingsRecalled: (variantId) => {
        const variant = get().variants[variantId];
        if (variant) keepVariant({ ...variant, dismissedFindings: [] });
      },
      variantMoved: (variantId, direction) => {
        const variant = get().variants[variantId];
        if (!variant) return;
        for (const moved of moveByOne(variantsOf(variant.pitchId), variantId, direction)) keepVariant(moved);
      },
      variantDeleted: (variantId) => {
        const variant = get().variants[variantId];
        if (!variant) return;
        keepVariant({ ...variant, deletedAt: ports.clock.epochMs() });
        get().noticed({ kind: 'variant-deleted', title: variant.title }, () =>
          get().variantRestored(variantId),
        );
      },
      variantRestored: (variantId) => {
        const variant = get().variants[variantId];
        if (variant) keepVariant({ ...variant, deletedAt: null });
      },
    };
  };

export function byId<T extends { id: string }>(items: readonly T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}

/** Pitches in the person's order, without deleted ones. */
export function selectPitches(state: LibrarySlice): Pitch[] {
  return inOrder(Object.values(state.pitches));
}

/** Variants of one pitch in the person's order, without deleted ones. */
export function selectVariantsOf(state: LibrarySlice, pitchId: string): Variant[] {
  return inOrder(Object.values(state.variants).filter((variant) => variant.pitchId === pitchId));
}

/** Variants that can be learnt by heart: what is read needs no learning. */
export function selectLearnable(state: LibrarySlice): Variant[] {
  return Object.values(state.variants).filter(
    ({ deletedAt, medium, pitchId }) =>
      deletedAt === null && medium === 'spoken' && state.pitches[pitchId]?.deletedAt === null,
  );
}
