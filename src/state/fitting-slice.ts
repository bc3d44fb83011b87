import type { FittingHistory } from '../domain/fitting/fitting-history';
import type { Slice } from './app-state';

export interface FittingSlice {
  /** Choices under way, by the variant they begin with; they wait while other screens are looked at. */
  fittings: Record<string, FittingHistory>;
  fittingChosen(variantId: string, history: FittingHistory): void;
}

export const createFittingSlice: Slice<FittingSlice> = (set) => ({
  fittings: {},
  fittingChosen: (variantId, history) =>
    set((state) => ({ fittings: { ...state.fittings, [variantId]: history } })),
});
