import { useId, useState } from 'react';
import { RECOLLECTIONS, type Recollection } from '../../domain/memorising/recall';
import { recollectionNames, memoriseText as text } from '../../text-ja/memorise';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import type { FinishedRecall, MarkedSentence } from './finished-recall';
import styles from './memorise.module.css';
import { RecallDifferences } from './recall-differences';
import { ViewHeading } from './view-heading';

interface RecallMarksProps {
  finished: FinishedRecall;
  onKeep(finished: FinishedRecall): void;
  onBack(): void;
}

/** What came of each sentence, as the app sees it; the person has the last word before it is kept. */
export function RecallMarks({ finished, onKeep, onBack }: RecallMarksProps) {
  const [sentences, setSentences] = useState(finished.sentences);
  const [aloud, setAloud] = useState(finished.way === 'voice');
  const typed = finished.way === 'typing';
  const mark = (index: number, recollection: Recollection) => {
    const seen = finished.sentences[index];
    // What the app saw of the joint holds only with what it saw of the sentence.
    const stopped = seen?.recollection === recollection ? seen.stopped : recollection === 'omitted';
    setSentences(sentences.with(index, { ...(sentences[index] as MarkedSentence), recollection, stopped }));
  };
  return (
    <Panel className={styles.stack}>
      <ViewHeading>{text.marksHeading}</ViewHeading>
      <p className={styles.soft}>{typed ? text.typedMarksLead : text.marksLead}</p>
      <ol className={styles.marks}>
        {sentences.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sentences that were asked for never change places
          <li key={index} data-recollection={sentence.recollection}>
            <p>{sentence.text}</p>
            <RecallDifferences differences={sentence.differences} />
            <MarkChoice
              legend={text.markOf(index + 1)}
              value={sentence.recollection}
              onChange={(recollection) => mark(index, recollection)}
            />
          </li>
        ))}
      </ol>
      {!typed && (
        <label className={styles.aloud}>
          <input type="checkbox" checked={aloud} onChange={(event) => setAloud(event.target.checked)} />
          {text.saidAloud}
        </label>
      )}
      <div className={styles.actions}>
        <Button
          look="primary"
          large
          icon="check"
          onClick={() =>
            onKeep({ ...finished, way: typed ? 'typing' : aloud ? 'voice' : 'reading', sentences })
          }
        >
          {text.keep}
        </Button>
        <Button look="quiet" icon="back" onClick={onBack}>
          {text.backToCard}
        </Button>
      </div>
    </Panel>
  );
}

interface MarkChoiceProps {
  legend: string;
  value: Recollection;
  onChange(recollection: Recollection): void;
}

function MarkChoice({ legend, value, onChange }: MarkChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.markChoice}>
      <legend className="visually-hidden">{legend}</legend>
      {RECOLLECTIONS.map((recollection) => (
        <label key={recollection}>
          <input
            type="radio"
            name={name}
            checked={recollection === value}
            onChange={() => onChange(recollection)}
          />
          {recollectionNames[recollection]}
        </label>
      ))}
    </fieldset>
  );
}
