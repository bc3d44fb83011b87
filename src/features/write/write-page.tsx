import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Variant } from '../../domain/pitch/pitch';
import { characterTargetOf } from '../../domain/timing/character-target';
import { useAppActions, useAppStore, useScriptReport } from '../../state/use-app-store';
import { formatAllowance } from '../../text-ja/format';
import { tailorText } from '../../text-ja/tailor';
import { writeText as text } from '../../text-ja/write';
import { Menu } from '../../ui/menu';
import { paths } from '../../ui/paths';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import { ConflictBox } from './conflict-box';
import { ElementCheck } from './element-check';
import { FindingsPanel } from './findings-panel';
import { MadeFrom } from './made-from';
import { ReadingPanel } from './reading-panel';
import { SaveSign } from './save-sign';
import { ScriptField, type ScriptFieldHandle } from './script-field';
import { ScriptMeter } from './script-meter';
import { ScriptTools } from './script-tools';
import { SentenceList } from './sentence-list';
import styles from './write.module.css';

/** Drafting one variant: the script, and beside it what it weighs and what it says. */
export function WritePage({ variant }: { variant: Variant }) {
  const [, navigate] = useLocation();
  const { dictionaryWanted, savesFlushed, editsKept, variantDescribed, variantDuplicated } = useAppActions();
  const [asking, setAsking] = useState<'edit' | 'duplicate' | null>(null);
  const report = useScriptReport(variant.script, variant.overrules);
  const settings = useAppStore((state) => state.settings);
  // A text that is read has neither time nor readings.
  const timed = variant.medium === 'spoken';
  const field = useRef<ScriptFieldHandle>(null);

  useEffect(() => {
    dictionaryWanted();
    return () => {
      void savesFlushed();
      void editsKept(variant.id);
    };
  }, [dictionaryWanted, savesFlushed, editsKept, variant.id]);

  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1 tabIndex={-1}>{variant.title}</h1>
          <p className={styles.details}>{text.details(formatAllowance(variant), variant.audience)}</p>
        </div>
        <div className={styles.headTools}>
          <SaveSign variantId={variant.id} />
          <Menu
            label={text.variantActions}
            items={[
              { name: tailorText.edit, icon: 'edit', onChoose: () => setAsking('edit') },
              { name: tailorText.duplicate, icon: 'copy', onChoose: () => setAsking('duplicate') },
              { name: tailorText.share, icon: 'share', onChoose: () => navigate(paths.share(variant.id)) },
              {
                name: tailorText.fit[variant.medium],
                icon: 'timer',
                onChoose: () => navigate(paths.fit(variant.id)),
              },
              {
                name: tailorText.compare,
                icon: 'compare',
                onChoose: () => navigate(paths.compareVariants(variant.id)),
              },
              {
                name: tailorText.revisions,
                icon: 'history',
                onChoose: () => navigate(paths.revisions(variant.id)),
              },
            ]}
          />
        </div>
      </div>
      <MadeFrom variant={variant} />
      {asking === 'edit' && (
        <VariantDetailsDialog
          purpose="change"
          initial={variant}
          settings={settings}
          onClose={() => setAsking(null)}
          onSubmit={(details) => variantDescribed(variant.id, details)}
        />
      )}
      {asking === 'duplicate' && (
        <VariantDetailsDialog
          purpose="copy"
          initial={{ ...variant, title: tailorText.copyTitle(variant.title) }}
          settings={settings}
          onClose={() => setAsking(null)}
          onSubmit={(details) => {
            const copyId = variantDuplicated(variant.id, details);
            if (copyId) navigate(paths.write(copyId));
          }}
        />
      )}
      <ConflictBox variant={variant} />
      <p className={styles.printed}>{variant.script}</p>
      <div className={styles.columns}>
        <div className={styles.draft}>
          <ScriptMeter
            report={report}
            target={characterTargetOf(variant, settings.characterTarget)}
            timeBudget={timed ? variant.timeBudget : null}
          />
          <ScriptField ref={field} variant={variant} />
          <ScriptTools variant={variant} />
          <FindingsPanel
            variant={variant}
            report={report}
            onGoTo={(start, end) => field.current?.select(start, end)}
          />
        </div>
        <div className={styles.check}>
          <ElementCheck report={report} timed={timed} />
          {report.sentences.length > 0 && (
            <SentenceList
              variantId={variant.id}
              timed={timed}
              sentences={report.sentences}
              onGoTo={(start, end) => field.current?.select(start, end)}
            />
          )}
          {timed && report.sentences.length > 0 && <ReadingPanel sentences={report.sentences} />}
        </div>
      </div>
    </div>
  );
}
