import { proposeRung } from '../../domain/memorising/propose-rung';
import { RUNGS, type Rung } from '../../domain/memorising/recall';
import { memoriseText as text } from '../../text-ja/memorise';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import type { FinishedRecall } from './finished-recall';
import styles from './memorise.module.css';
import { ViewHeading } from './view-heading';

interface KeptRecallProps {
  kept: FinishedRecall;
  /** The rung that is tried next. */
  onGo(rung: Rung): void;
  onClose(): void;
}

/** What came of a run, and the rung to try next; going there, or anywhere else, is the person's choice. */
export function KeptRecall({ kept, onGo, onClose }: KeptRecallProps) {
  const came = kept.sentences.filter(({ recollection }) => recollection === 'recalled').length;
  if (kept.scope === 'joints') {
    return (
      <Panel className={styles.stack}>
        <ViewHeading>{text.jointsDone(came, kept.sentences.length)}</ViewHeading>
        <div className={styles.actions}>
          <Button onClick={onClose}>{text.close}</Button>
        </div>
      </Panel>
    );
  }
  const proposed = proposeRung(kept);
  const [from, to] = [RUNGS.indexOf(kept.rung), RUNGS.indexOf(proposed)];
  const clean = kept.peeks === 0 && came === kept.sentences.length;
  const advice =
    to > from
      ? text.nextRung(proposed)
      : to < from
        ? text.rungBefore(proposed)
        : clean && kept.rung === 'title'
          ? text.topRung
          : text.sameRung;
  return (
    <Panel className={styles.stack}>
      <ViewHeading>{text.keptTitle(came, kept.sentences.length)}</ViewHeading>
      <p>{advice}</p>
      <div className={styles.actions}>
        {to !== from && (
          <Button look="primary" icon={to > from ? 'up' : 'down'} onClick={() => onGo(proposed)}>
            {text.goToRung(proposed)}
          </Button>
        )}
        <Button look={to === from ? 'primary' : 'secondary'} onClick={() => onGo(kept.rung)}>
          {text.again}
        </Button>
      </div>
    </Panel>
  );
}
