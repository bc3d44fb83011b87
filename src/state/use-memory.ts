import { useEffect, useMemo } from 'react';
import type { SentenceReport } from '../domain/analysis/report-script';
import { calendarDay } from '../domain/memorising/calendar-day';
import { type MemoryRun, memoryRuns } from '../domain/memorising/memory-run';
import { type PracticeSession, planSessions } from '../domain/memorising/plan-sessions';
import { practisedDays } from '../domain/memorising/practised-days';
import { recitedSentences } from '../domain/memorising/recited-sentences';
import { type WeakJoint, weakJoints } from '../domain/memorising/weak-joints';
import type { Variant } from '../domain/pitch/pitch';
import { endedTakes } from '../domain/progress/best-take';
import type { Memory } from './memory-slice';
import { useAppActions, useAppStore, useScriptReport } from './use-app-store';
import { useDeliveries, useReviewedTakes } from './use-reviewed-takes';

/** The sentences of a variant that are to be said, each as far as it is analysed. */
export function useRecitedSentences(variant: Variant): SentenceReport[] {
  const report = useScriptReport(variant.script);
  return useMemo(() => {
    const recited = new Set(recitedSentences(variant.script).map(({ start }) => start));
    return report.sentences.filter(({ start }) => recited.has(start));
  }, [report, variant.script]);
}

/** What is set and was recalled of a variant; `null` until it is read. Asks for it. */
export function useMemory(variantId: string): Memory | null {
  const { memoriesWanted } = useAppActions();
  const memory = useAppStore((state) => state.memories[variantId] ?? null);
  const loading = useAppStore((state) => state.library === 'loading');
  useEffect(() => {
    if (!memory && !loading) void memoriesWanted([variantId]);
  }, [memory, loading, memoriesWanted, variantId]);
  return memory;
}

interface MemoryTrace {
  /** From recalls and takes, the oldest first. */
  runs: MemoryRun[];
  joints: WeakJoint[];
}

/** What recalls and takes together tell of a script's sentences. */
export function useMemoryTrace(
  variant: Variant,
  memory: Memory | null,
  sentences: readonly SentenceReport[],
): MemoryTrace {
  const { takes, reviewed } = useReviewedTakes(variant);
  const deliveries = useDeliveries(takes, reviewed);
  return useMemo(() => {
    const remembered = reviewed.map((take, index) => ({ take, delivery: deliveries[index] ?? null }));
    const runs = memoryRuns(memory?.recalls ?? [], remembered);
    return {
      runs,
      joints: weakJoints(
        sentences.map(({ text }) => text),
        runs,
      ),
    };
  }, [memory, reviewed, deliveries, sentences]);
}

export interface Plan {
  /** `YYYY-MM-DD`. */
  today: string;
  doneToday: boolean;
  sessions: PracticeSession[];
}

/** The plan up to the event's day; without a day, or past it, without sessions. */
export function usePlan(
  variantId: string,
  { preparation, recalls }: Memory,
  sentences: number,
  joints: readonly WeakJoint[],
): Plan {
  const { wallClock } = useAppActions();
  const today = calendarDay(wallClock());
  const takes = useAppStore((state) => endedTakes(state.takes[variantId] ?? []));
  const eventDay = preparation.eventDate;
  return useMemo(() => {
    const practised = practisedDays(recalls, takes);
    const weak = joints.map(({ sentence }) => sentence);
    return {
      today,
      doneToday: practised.includes(today),
      sessions: eventDay ? planSessions({ eventDay, today, practised, sentences, weak }) : [],
    };
  }, [eventDay, recalls, takes, sentences, joints, today]);
}
