import { createContext, useContext, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { reportScript, type ScriptReport } from '../domain/analysis/report-script';
import type { LabelOverrule } from '../domain/pitch/pitch';
import type { AppState } from './app-state';
import type { AppStore } from './create-app-store';
import { selectSpeakingRate } from './speaking-rate';

export const AppStoreContext = createContext<AppStore | null>(null);

function useAppStoreApi(): AppStore {
  const store = useContext(AppStoreContext);
  if (!store) throw new Error('AppStoreContext has no store; the app must be mounted inside its provider.');
  return store;
}

/** Reads from the store; renders again when the selected value changes (compared one level deep). */
export function useAppStore<T>(select: (state: AppState) => T): T {
  return useStore(useAppStoreApi(), useShallow(select));
}

/** The store's actions and present values, read without following them. */
export function useAppActions(): AppState {
  return useAppStoreApi().getState();
}

const NO_OVERRULES: LabelOverrule[] = [];

/** The report on a script as far as its analysis has come; asks for what is missing. */
export function useScriptReport(
  script: string,
  overrules: readonly LabelOverrule[] = NO_OVERRULES,
): ScriptReport {
  const { analysisWanted } = useAppActions();
  const analyses = useAppStore((state) => state.analyses);
  const rate = useAppStore(selectSpeakingRate);
  const report = useMemo(
    () => reportScript(script, analyses, overrules, rate),
    [script, analyses, overrules, rate],
  );
  useEffect(() => {
    if (!report.complete) analysisWanted([script]);
  }, [report, script, analysisWanted]);
  return report;
}
