import type { SentenceReport } from '../../domain/analysis/report-script';
import { ELEMENTS, type Evidence } from '../../domain/coverage/element';
import { useAppActions } from '../../state/use-app-store';
import { formatDuration } from '../../text-ja/format';
import { elementNames } from '../../text-ja/vocabulary';
import { writeText as text } from '../../text-ja/write';
import { ElementShape, elementMarkClass } from '../../ui/element-mark';
import { Panel } from '../../ui/panel';
import styles from './write.module.css';

interface SentenceListProps {
  variantId: string;
  /** Whether the time of each is of use: not where the text is read. */
  timed: boolean;
  sentences: readonly SentenceReport[];
  onGoTo(start: number, end: number): void;
}

/** Every sentence with the elements it carries and the words that decided; a person can say otherwise. */
export function SentenceList({ variantId, timed, sentences, onGoTo }: SentenceListProps) {
  const { labelOverruled } = useAppActions();
  return (
    <Panel className={styles.sentences}>
      <h2>{text.sentencesHeading}</h2>
      <p className={styles.elementHint}>{text.sentencesLead}</p>
      <ol>
        {sentences
          .filter((sentence) => sentence.text.trim() !== '')
          .map((sentence, index) => (
            <li key={sentence.start} className={styles.sentence}>
              <button
                type="button"
                className={styles.sentenceText}
                title={text.sentenceGoTo(index + 1)}
                onClick={() => onGoTo(sentence.start, sentence.start + sentence.text.trimEnd().length)}
              >
                <MarkedSentence sentence={sentence} />
              </button>
              <div className={styles.labels}>
                {ELEMENTS.map((element) => {
                  const label = sentence.covered.labels.find((candidate) => candidate.element === element);
                  const corrected = label?.by === 'person' || sentence.covered.denied.includes(element);
                  return (
                    <button
                      key={element}
                      type="button"
                      className={`${elementMarkClass(element, label !== undefined)} ${styles.label}`}
                      aria-pressed={label !== undefined}
                      onClick={() => labelOverruled(variantId, sentence.text, element, label === undefined)}
                    >
                      <ElementShape element={element} present={label !== undefined} />
                      {elementNames[element]}
                      {corrected && <small>{text.corrected}</small>}
                    </button>
                  );
                })}
                {timed && sentence.durationMs !== null && sentence.durationMs > 0 && (
                  <span className={styles.sentenceDuration}>{formatDuration(sentence.durationMs)}</span>
                )}
              </div>
            </li>
          ))}
      </ol>
    </Panel>
  );
}

/** The sentence with its deciding words underlined in the colour of what they decided. */
function MarkedSentence({ sentence }: { sentence: SentenceReport }) {
  const body = sentence.text.trimEnd();
  const marks = sentence.covered.labels.flatMap((label) =>
    label.evidence.map((evidence: Evidence) => ({ ...evidence, element: label.element })),
  );
  const edges = [...new Set([0, body.length, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge <= body.length)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? body.length;
    const elements = marks
      .filter((mark) => mark.start <= start && end <= mark.end)
      .map((mark) => mark.element);
    const piece = body.slice(start, end);
    const first = elements[0];
    return first ? (
      <mark key={start} className={styles.evidence} data-element={first}>
        {piece}
      </mark>
    ) : (
      piece
    );
  });
}
