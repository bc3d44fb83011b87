import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Variant } from '../../domain/pitch/pitch';
import { endedTakes } from '../../domain/progress/best-take';
import { takeDurationMs } from '../../domain/rehearsal/take-log';
import { characterTargetOf } from '../../domain/timing/character-target';
import { useAppActions, useAppStore, useScriptReport } from '../../state/use-app-store';
import { formatDuration } from '../../text-ja/format';
import { matrixText as text } from '../../text-ja/matrix';
import { tailorText } from '../../text-ja/tailor';
import { useInView } from '../../ui/in-view';
import { paths } from '../../ui/paths';
import styles from './matrix.module.css';
import { CharacterFigure, ElementFigure } from './variant-figures';

interface MatrixEntryProps {
  variant: Variant;
  /** Drawn wherever it stands. */
  whole: boolean;
}

/** One variant in its cell. Out of view its name stands for all of it. */
export function MatrixEntry({ variant, whole }: MatrixEntryProps) {
  const entry = useRef<HTMLDivElement>(null);
  const sight = useInView(entry, false);
  const inView = sight.inView || whole;
  return (
    <div ref={entry} className={styles.entry} data-in-view={inView} style={whole ? undefined : sight.style}>
      <Link href={paths.write(variant.id)}>{variant.title}</Link>
      {inView && <EntryFigures variant={variant} />}
    </div>
  );
}

function EntryFigures({ variant }: { variant: Variant }) {
  const { takesWanted } = useAppActions();
  const report = useScriptReport(variant.script, variant.overrules);
  const setting = useAppStore((state) => state.settings.characterTarget);
  const known = useAppStore((state) => state.library !== 'loading' && variant.id in state.takes);
  const lastTake = useAppStore((state) => endedTakes(state.takes[variant.id] ?? []).at(-1));
  const spoken = variant.medium === 'spoken';

  useEffect(() => {
    if (spoken && !known) void takesWanted([variant.id]);
  }, [takesWanted, spoken, known, variant.id]);

  const noTakes = known ? text.noTakes : tailorText.measuring;
  return (
    <>
      <div>
        <CharacterFigure count={report.characters.all} target={characterTargetOf(variant, setting)} />
      </div>
      <ElementFigure covered={report.covered} compact />
      {spoken && (
        <small className={styles.soft}>
          {lastTake ? text.lastTake(formatDuration(takeDurationMs(lastTake.log))) : noTakes}
        </small>
      )}
    </>
  );
}
