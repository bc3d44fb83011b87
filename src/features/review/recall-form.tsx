import { useEffect, useId, useRef, useState } from 'react';
import type { Stretch } from '../../domain/delivery/detect-speech';
import type { Take } from '../../domain/rehearsal/take';
import { useAppActions } from '../../state/use-app-store';
import { reviewText as text } from '../../text-ja/review';
import { Button } from '../../ui/button';
import { ChoiceGroup } from '../../ui/choice-group';
import styles from './review.module.css';
import type { RecordingPlayer } from './use-recording-player';

interface RecallFormProps {
  take: Take;
  /** Sentences of the script. */
  sentences: readonly string[];
  /** Indices of those that count as said so far. */
  said: readonly number[];
  momentOf(sentence: number): Stretch | null;
  player: RecordingPlayer | null;
  onDone(): void;
}

/** Quiet time before what is typed is kept, in ms. */
const QUIET_MS = 500;

/** Where no recogniser told what was said, the person does: ticks each sentence heard, or types the words. */
export function RecallForm({ take, sentences, said, momentOf, player, onDone }: RecallFormProps) {
  const { takeRecalled } = useAppActions();
  const [way, setWay] = useState<'ticks' | 'words'>('ticks');
  const [words, setWords] = useState(take.recalled ?? '');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set(said));
  const [changed, setChanged] = useState(false);
  const id = useId();
  const recalled = way === 'words' ? words : sentences.filter((_, index) => ticked.has(index)).join('');

  /** What was changed is kept after a while, and in any case when the form goes away. */
  const keep = useRef(() => {});
  useEffect(() => {
    keep.current = () => {
      if (changed) takeRecalled(take.variantId, take.id, recalled);
    };
    const timer = setTimeout(keep.current, QUIET_MS);
    return () => clearTimeout(timer);
  }, [changed, recalled, take.variantId, take.id, takeRecalled]);
  useEffect(() => () => keep.current(), []);

  const finish = (last: string | null) => {
    keep.current = () => {};
    takeRecalled(take.variantId, take.id, last);
    onDone();
  };
  const tick = (index: number, on: boolean) => {
    setChanged(true);
    setTicked((before) => {
      const after = new Set(before);
      if (on) after.add(index);
      else after.delete(index);
      return after;
    });
  };

  return (
    <>
      <ChoiceGroup<typeof way>
        legend={text.recallLegend}
        inline
        value={way}
        onChange={setWay}
        choices={[
          { value: 'ticks', name: text.recallWays.ticks },
          { value: 'words', name: text.recallWays.words },
        ]}
      />
      {way === 'ticks' && (
        <ol className={styles.ticks}>
          {sentences.map((sentence, index) => {
            const moment = momentOf(index);
            if (sentence.trim() === '') return null;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one revision never change places
              <li key={index}>
                <label>
                  <input
                    type="checkbox"
                    checked={ticked.has(index)}
                    onChange={(event) => tick(index, event.target.checked)}
                  />
                  <span>{sentence.trim()}</span>
                </label>
                {player?.state === 'ready' && moment && (
                  <Button look="quiet" icon="play" iconOnly onClick={() => player.playStretch(moment)}>
                    {text.hearAgain(sentence.trim())}
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {way === 'words' && (
        <>
          <label htmlFor={id}>{text.recallWords}</label>
          <textarea
            id={id}
            rows={6}
            lang="ja"
            value={words}
            onChange={(event) => {
              setChanged(true);
              setWords(event.target.value);
            }}
          />
        </>
      )}
      <div className={styles.actions}>
        {player?.state === 'ready' && (
          <Button icon={player.playing ? 'pause' : 'play'} onClick={player.toggle}>
            {player.playing ? text.pausePlayback : text.recallPlay}
          </Button>
        )}
        <Button look="primary" onClick={() => finish(recalled)}>
          {text.recallDone}
        </Button>
        {take.recalled !== undefined && (
          <Button look="quiet" onClick={() => finish(null)}>
            {text.recallForget}
          </Button>
        )}
      </div>
    </>
  );
}
