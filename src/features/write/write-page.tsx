import { useEffect, useRef } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { characterTarget } from '../../domain/timing/character-target';
import { useAppActions, useAppStore, useScriptReport } from '../../state/use-app-store';
import { formatBudget } from '../../text-ja/format';
import { writeText as text } from '../../text-ja/write';
import { ConflictBox } from './conflict-box';
import { ElementCheck } from './element-check';
import { ReadingPanel } from './reading-panel';
import { SaveSign } from './save-sign';
import { ScriptField, type ScriptFieldHandle } from './script-field';
import { ScriptMeter } from './script-meter';
import { ScriptTools } from './script-tools';
import { SentenceList } from './sentence-list';
import styles from './write.module.css';

/** Drafting one variant: the script, and beside it what it weighs and what it says. */
export function WritePage({ variant }: { variant: Variant }) {
  const { dictionaryWanted, savesFlushed } = useAppActions();
  const report = useScriptReport(variant.script, variant.overrules);
  const setting = useAppStore((state) => state.settings.characterTarget);
  const field = useRef<ScriptFieldHandle>(null);

  useEffect(() => {
    dictionaryWanted();
    return () => void savesFlushed();
  }, [dictionaryWanted, savesFlushed]);

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1 tabIndex={-1}>{variant.title}</h1>
          <p className={styles.details}>{text.details(formatBudget(variant.timeBudget), variant.audience)}</p>
        </div>
        <SaveSign variantId={variant.id} />
      </div>
      <ConflictBox variant={variant} />
      <div className={styles.columns}>
        <div className={styles.draft}>
          <ScriptMeter
            report={report}
            target={characterTarget(variant.timeBudget, setting)}
            timeBudget={variant.timeBudget}
          />
          <ScriptField ref={field} variant={variant} />
          <ScriptTools variant={variant} />
        </div>
        <div className={styles.check}>
          <ElementCheck report={report} />
          {report.sentences.length > 0 && (
            <SentenceList
              variantId={variant.id}
              sentences={report.sentences}
              onGoTo={(start, end) => field.current?.select(start, end)}
            />
          )}
          {report.sentences.length > 0 && <ReadingPanel sentences={report.sentences} />}
        </div>
      </div>
    </div>
  );
}
