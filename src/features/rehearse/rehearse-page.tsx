import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { Variant } from '../../domain/pitch/pitch';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { rehearseText as text } from '../../text-ja/rehearse';
import { paths } from '../../ui/paths';
import { Countdown } from './countdown';
import { Preparing } from './preparing';
import { RehearsalSetup } from './rehearsal-setup';
import { Stage } from './stage';

/** One take from the choice of how to its end; the review follows on a screen of its own. */
export function RehearsePage({ variant }: { variant: Variant }) {
  const [, navigate] = useLocation();
  const { rehearsalLeft, analysisWanted } = useAppActions();
  const phase = useAppStore((state) => state.phase);
  const takeId = phase.kind === 'reviewed' ? phase.takeId : null;

  useEffect(() => {
    analysisWanted([variant.script]);
  }, [variant.script, analysisWanted]);
  useEffect(() => () => void rehearsalLeft(), [rehearsalLeft]);
  useEffect(() => {
    if (takeId) navigate(paths.take(variant.id, takeId), { replace: true });
  }, [takeId, variant.id, navigate]);

  switch (phase.kind) {
    case 'idle':
    case 'failed':
      return <RehearsalSetup variant={variant} />;
    case 'preparing':
      return <Preparing />;
    case 'countdown':
      return <Countdown remaining={phase.remaining} title={variant.title} />;
    case 'speaking':
    case 'paused':
    case 'finishing':
      return <Stage variant={variant} phase={phase} />;
    case 'reviewed':
      return <p role="status">{text.finishing}</p>;
  }
}
