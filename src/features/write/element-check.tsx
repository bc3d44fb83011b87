import { carries, type ScriptReport } from '../../domain/analysis/report-script';
import { ELEMENTS, type Element } from '../../domain/coverage/element';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { formatDuration } from '../../text-ja/format';
import { elementPrompts, elementQuestions } from '../../text-ja/vocabulary';
import { writeText as text } from '../../text-ja/write';
import { DictionarySign } from '../../ui/dictionary-sign';
import { ElementMark } from '../../ui/element-mark';
import { Panel } from '../../ui/panel';
import styles from './write.module.css';

/** Whether the script says who it is for, what is special, and what the customer gains; what is missing is asked for. */
export function ElementCheck({ report, timed }: { report: ScriptReport; timed: boolean }) {
  const { dictionaryWanted } = useAppActions();
  const dictionary = useAppStore((state) => state.dictionary);
  const sentencesWith = (element: Element): number =>
    report.sentences.filter((sentence) => carries(sentence, element)).length;
  const written = report.characters.all > 0;
  return (
    <Panel className={styles.elements}>
      <h2>{text.elementsHeading}</h2>
      <DictionarySign status={dictionary} onRetry={dictionaryWanted} />
      <ul className={styles.elementList}>
        {ELEMENTS.map((element) => {
          const count = sentencesWith(element);
          return (
            <li key={element}>
              <ElementMark element={element} present={count > 0} />
              <span className={styles.elementState}>
                {count > 0 && text.elementCovered(count)}
                {count > 0 && timed && text.elementDuration(formatDuration(report.elementMs[element]))}
                {count === 0 && (report.complete ? text.elementMissing : text.elementUnknown)}
              </span>
              <p className={styles.elementHint}>
                {count === 0 && report.complete && written
                  ? elementPrompts[element]
                  : elementQuestions[element]}
              </p>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
