import { useEffect, useState } from 'react';
import { cardWords, ownWords } from '../../domain/memorising/key-words';
import type { Variant } from '../../domain/pitch/pitch';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { useMemory, useRecitedSentences } from '../../state/use-memory';
import { formatBudget } from '../../text-ja/format';
import { memoriseText as text } from '../../text-ja/memorise';
import { Button, ButtonLink } from '../../ui/button';
import { ClockRing } from '../../ui/clock-ring';
import { paths } from '../../ui/paths';
import { BreathGuide } from './breath-guide';
import styles from './doorway.module.css';

/** The last minute before it is said: the way in, the way through, the way out, a breath, and the clock. */
export function DoorwayPage({ variant }: { variant: Variant }) {
  const { clockStarted, screenKeptAwake } = useAppActions();
  const marks = useAppStore((state) => state.settings.marks);
  const sentences = useRecitedSentences(variant);
  const keyWords = useMemory(variant.id)?.preparation.keyWords ?? [];
  const [running, setRunning] = useState(false);
  useEffect(() => screenKeptAwake(), [screenKeptAwake]);

  const first = sentences[0];
  const last = sentences.length > 1 ? sentences.at(-1) : undefined;
  return (
    <div className={styles.doorway}>
      <div className={styles.top}>
        <ButtonLink look="quiet" icon="back" to={paths.memorise(variant.id)}>
          {text.back}
        </ButtonLink>
        <h1 tabIndex={-1}>
          <span className="visually-hidden">{text.doorwayTitle} </span>
          {variant.title}
        </h1>
      </div>
      {!first && <p>{text.emptyTitle}</p>}
      {first && (
        <div className={styles.words}>
          <h2>{text.first}</h2>
          <p className={styles.sentence}>{first.text.trim()}</p>
          {sentences.length > 2 && (
            <>
              <h2>{text.middle}</h2>
              <ol className={styles.cues}>
                {sentences.slice(1, -1).map((sentence) => (
                  <li key={sentence.start}>
                    {cardWords(
                      sentence.text,
                      sentence.analysis?.tokens ?? null,
                      ownWords(keyWords, sentence.text),
                    ).map((word) => (
                      <span key={word}>{word}</span>
                    ))}
                  </li>
                ))}
              </ol>
            </>
          )}
          {last && (
            <>
              <h2>{text.last}</h2>
              <p className={styles.sentence}>{last.text.trim()}</p>
            </>
          )}
        </div>
      )}
      <div className={styles.foot}>
        {running ? (
          <>
            <ClockRing timeBudget={variant.timeBudget} marks={marks} onElapsed={clockStarted} />
            <Button icon="stop" large onClick={() => setRunning(false)}>
              {text.stop}
            </Button>
          </>
        ) : (
          <>
            <BreathGuide />
            <Button look="primary" large icon="timer" onClick={() => setRunning(true)}>
              {text.start(formatBudget(variant.timeBudget))}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
