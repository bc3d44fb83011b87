import { useState } from 'react';
import { useLocation } from 'wouter';
import { chooseCounterpart } from '../../domain/comparison/choose-counterpart';
import { countRows } from '../../domain/comparison/count-rows';
import type { Variant } from '../../domain/pitch/pitch';
import { selectVariantsOf } from '../../state/library-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { useComparison } from '../../state/use-comparison';
import { formatAllowance } from '../../text-ja/format';
import { tailorText } from '../../text-ja/tailor';
import { comparisonText as text } from '../../text-ja/variant-comparison';
import { Button, ButtonLink } from '../../ui/button';
import { MessageBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { SideBySideDifference, WovenDifference } from '../../ui/script-difference';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import styles from './compare.module.css';
import { FiguresTable } from './figures-table';

interface CompareVariantsPageProps {
  variant: Variant;
  otherId: string | undefined;
}

/** Two variants of a pitch beside each other: what was cut, added, moved, reworded, and what it did to the figures. */
export function CompareVariantsPage({ variant, otherId }: CompareVariantsPageProps) {
  const siblings = useAppStore((state) => selectVariantsOf(state, variant.pitchId));
  const other =
    siblings.find(({ id }) => id === otherId && id !== variant.id) ?? chooseCounterpart(variant, siblings);
  return (
    <div className={styles.page}>
      <div>
        <h1 tabIndex={-1}>{text.title}</h1>
        <p className={styles.lead}>{text.lead}</p>
      </div>
      {other ? (
        <Comparison before={other} after={variant} siblings={siblings} />
      ) : (
        <Alone variant={variant} />
      )}
    </div>
  );
}

/** There is nothing to compare with yet: the ways to make it. */
function Alone({ variant }: { variant: Variant }) {
  const [, navigate] = useLocation();
  const { variantDuplicated } = useAppActions();
  const settings = useAppStore((state) => state.settings);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <MessageBox title={text.alone} body={text.aloneBody} icon="copy">
        <ButtonLink look="primary" icon="timer" to={paths.fit(variant.id)}>
          {text.fit[variant.medium]}
        </ButtonLink>
        <Button icon="copy" onClick={() => setAsking(true)}>
          {text.duplicate}
        </Button>
      </MessageBox>
      {asking && (
        <VariantDetailsDialog
          purpose="copy"
          settings={settings}
          initial={{ ...variant, title: tailorText.copyTitle(variant.title) }}
          onClose={() => setAsking(false)}
          onSubmit={(details) => {
            const copyId = variantDuplicated(variant.id, details);
            if (copyId) navigate(paths.write(copyId));
          }}
        />
      )}
    </>
  );
}

interface ComparisonProps {
  before: Variant;
  after: Variant;
  siblings: readonly Variant[];
}

function Comparison({ before, after, siblings }: ComparisonProps) {
  const [, navigate] = useLocation();
  const { rows, complete } = useComparison(before.script, after.script);
  const show = (afterId: string, beforeId: string) =>
    navigate(paths.compareVariants(afterId, beforeId), { replace: true });
  // Choosing the one that stands on the other side changes sides.
  const chooseBefore = (id: string) => show(id === after.id ? before.id : after.id, id);
  const chooseAfter = (id: string) => show(id, id === before.id ? after.id : before.id);
  const equal = rows.every(({ kind }) => kind === 'same');

  return (
    <>
      <div className={styles.choice}>
        <VariantSelect label={text.before} value={before} variants={siblings} onChange={chooseBefore} />
        <Button look="quiet" icon="swap" iconOnly onClick={() => show(before.id, after.id)}>
          {text.swap}
        </Button>
        <VariantSelect label={text.after} value={after} variants={siblings} onChange={chooseAfter} />
      </div>
      <Panel className={styles.panel}>
        <h2>{text.figures}</h2>
        <FiguresTable before={before} after={after} />
      </Panel>
      <Panel className={styles.panel}>
        <h2>{text.sentences}</h2>
        {equal ? (
          <div>
            <p>{text.equal}</p>
            <p className={styles.lead}>{text.equalBody}</p>
          </div>
        ) : (
          <>
            <p role="status" className={styles.lead}>
              {complete ? text.summary(countRows(rows)) : text.coarse}
            </p>
            <div className={styles.narrow}>
              <WovenDifference rows={rows} />
            </div>
            <div className={styles.wide}>
              <SideBySideDifference rows={rows} before={before.title} after={after.title} />
            </div>
          </>
        )}
        <p className={styles.links}>
          {[before, after].map((variant) => (
            <ButtonLink key={variant.id} icon="edit" to={paths.write(variant.id)}>
              {text.writeOf(variant.title)}
            </ButtonLink>
          ))}
        </p>
      </Panel>
    </>
  );
}

interface VariantSelectProps {
  label: string;
  value: Variant;
  variants: readonly Variant[];
  onChange(id: string): void;
}

function VariantSelect({ label, value, variants, onChange }: VariantSelectProps) {
  return (
    <label className={styles.select}>
      <span>{label}</span>
      <select value={value.id} onChange={(event) => onChange(event.target.value)}>
        {variants.map((variant) => (
          <option key={variant.id} value={variant.id}>
            {text.option(variant.title, formatAllowance(variant))}
          </option>
        ))}
      </select>
    </label>
  );
}
