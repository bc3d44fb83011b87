import type { SentenceReport } from '../../domain/analysis/report-script';
import { chooseWords, keyWordsOf, ownWords } from '../../domain/memorising/key-words';
import type { Preparation } from '../../domain/memorising/preparation';
import { useAppActions } from '../../state/use-app-store';
import { memoriseText as text } from '../../text-ja/memorise';
import { Button } from '../../ui/button';
import styles from './memorise.module.css';
import { ViewHeading } from './view-heading';

interface WordChooserProps {
  variantId: string;
  sentences: readonly SentenceReport[];
  keyWords: Preparation['keyWords'];
  onDone(): void;
}

/** All content words of each sentence; those on the card are switched on. */
export function WordChooser({ variantId, sentences, keyWords, onDone }: WordChooserProps) {
  const { preparationChanged } = useAppActions();
  const choose = (sentence: string, words: string[] | null) =>
    preparationChanged(variantId, { keyWords: chooseWords(keyWords, sentence, words) });
  return (
    <div className={styles.stack}>
      <ViewHeading>{text.chooseWords}</ViewHeading>
      <p className={styles.soft}>{text.chooseWordsLead}</p>
      <ol className={styles.choosing}>
        {sentences.map((sentence, index) => {
          const own = ownWords(keyWords, sentence.text);
          const words = sentence.analysis && keyWordsOf(sentence.text, sentence.analysis.tokens, own);
          return (
            <li key={sentence.start}>
              <p className={styles.soft}>{sentence.text.trim()}</p>
              {words === null && <p role="status">{text.analysing}</p>}
              <fieldset className={styles.chips} aria-label={text.wordsOf(index + 1)}>
                {words?.map(({ word, chosen }) => (
                  <button
                    key={word}
                    type="button"
                    aria-pressed={chosen}
                    onClick={() =>
                      choose(
                        sentence.text,
                        words.flatMap((other) =>
                          (other.word === word ? !chosen : other.chosen) ? other.word : [],
                        ),
                      )
                    }
                  >
                    {word}
                  </button>
                ))}
                {own && (
                  <Button look="quiet" icon="undo" onClick={() => choose(sentence.text, null)}>
                    {text.wordsByApp}
                  </Button>
                )}
              </fieldset>
            </li>
          );
        })}
      </ol>
      <div className={styles.actions}>
        <Button look="primary" icon="check" onClick={onDone}>
          {text.chooseWordsDone}
        </Button>
      </div>
    </div>
  );
}
