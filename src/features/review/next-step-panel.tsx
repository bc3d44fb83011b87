import type { Finding } from '../../domain/review/next-step';
import { findingText, reviewText as text } from '../../text-ja/review';
import { ButtonLink } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import styles from './review.module.css';

/** Findings that are mended in the script rather than by saying it again. */
const MENDED_BY_WRITING: readonly Finding['kind'][] = [
  'over-time',
  'element-missing-in-script',
  'under-time',
];
const MENDED_IN_LIBRARY: readonly Finding['kind'][] = ['shorter-budget', 'another-variant'];

interface NextStepPanelProps {
  /** `null` while what it hangs on is being worked out. */
  finding: Finding | null;
  sentences: readonly string[];
  variantId: string;
}

/** One moment and one change. */
export function NextStepPanel({ finding, sentences, variantId }: NextStepPanelProps) {
  if (!finding) {
    return (
      <Panel className={styles.next}>
        <p className={styles.nextName}>{text.nextHeading}</p>
        <p>{text.nextWaiting}</p>
      </Panel>
    );
  }
  const words = findingText(finding, sentences);
  const saidTwice = finding.kind === 'over-time' && finding.cut?.because === 'said-twice';
  return (
    <Panel className={styles.next}>
      <p className={styles.nextName}>{text.nextHeading}</p>
      <h2>{words.title}</h2>
      <p>{words.body}</p>
      <div>
        {MENDED_BY_WRITING.includes(finding.kind) && !saidTwice ? (
          <ButtonLink look="primary" icon="edit" to={paths.write(variantId)}>
            {text.rewrite}
          </ButtonLink>
        ) : MENDED_IN_LIBRARY.includes(finding.kind) ? (
          <ButtonLink look="primary" icon="list" to={paths.library()}>
            {text.tailor}
          </ButtonLink>
        ) : (
          <ButtonLink look="primary" icon="play" to={paths.rehearse(variantId)}>
            {text.again}
          </ButtonLink>
        )}
      </div>
    </Panel>
  );
}
