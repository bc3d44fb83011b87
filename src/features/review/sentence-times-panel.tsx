import type { DeliveryReview, SentenceDelivery } from '../../domain/review/judge-delivery';
import { formatRate } from '../../text-ja/format';
import { formatSeconds, methodLine, methodNote, statusNote, timingText as text } from '../../text-ja/timing';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Panel } from '../../ui/panel';
import styles from './timing.module.css';
import type { RecordingPlayer } from './use-recording-player';

interface SentenceTimesPanelProps {
  delivery: DeliveryReview;
  /** Sentences of the script. */
  sentences: readonly string[];
  player: RecordingPlayer;
  /** Whether a recogniser or a keyboard tells what was said: then the sound does not judge that. */
  wordsKnown: boolean;
}

/** Each sentence with its time against the plan, to be heard with one press. */
export function SentenceTimesPanel({ delivery, sentences, player, wordsKnown }: SentenceTimesPanelProps) {
  const note = methodNote(delivery);
  const longestMs = Math.max(
    1,
    ...delivery.sentences.map(({ tookMs, plannedMs }) => Math.max(tookMs, plannedMs)),
  );
  return (
    <Panel className={styles.stack}>
      <div className={styles.head}>
        <h2>{text.heading}</h2>
        <p className={styles.method} data-sureness={delivery.sureness}>
          {methodLine(delivery)}
        </p>
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {delivery.sureness !== 'poor' && (
        <>
          <ol className={styles.sentences}>
            {delivery.sentences.map((sentence, index) => (
              <SentenceRow
                // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one revision never change places
                key={index}
                number={index + 1}
                words={sentences[index]?.trim() ?? ''}
                sentence={sentence}
                longestMs={longestMs}
                note={statusNote(sentence, wordsKnown)}
                current={player.sentence === index}
                player={player}
              />
            ))}
          </ol>
          <p className={styles.note}>{text.rateNote}</p>
        </>
      )}
    </Panel>
  );
}

interface SentenceRowProps {
  number: number;
  words: string;
  sentence: SentenceDelivery;
  longestMs: number;
  note: string | null;
  current: boolean;
  player: RecordingPlayer;
}

/** Beyond its plan by so much, as a share of it and in ms, a sentence is drawn as long. */
const LONG_RATIO = 1.2;
const LONG_BY_MS = 1000;

function isLong({ tookMs, plannedMs }: SentenceDelivery): boolean {
  return tookMs >= LONG_RATIO * plannedMs && tookMs - plannedMs >= LONG_BY_MS;
}

function SentenceRow({ number, words, sentence, longestMs, note, current, player }: SentenceRowProps) {
  const { status, sayings, tookMs, plannedMs, articulationRate, pauseAfterMs } = sentence;
  const [first, ...again] = sayings;
  const playing = current && player.playing;
  const percent = (ms: number): string => `${(ms / longestMs) * 100}%`;
  return (
    <li className={styles.sentence} data-status={status} aria-current={current ? 'true' : undefined}>
      {first && player.state === 'ready' ? (
        <Button
          look="quiet"
          icon={playing ? 'pause' : 'play'}
          iconOnly
          onClick={() => (playing ? player.pause() : player.playStretch(first))}
        >
          {playing ? text.stop(number) : text.listen(number)}
        </Button>
      ) : (
        <span className={styles.noButton} />
      )}
      <div className={styles.words}>
        <p>
          <span className={styles.number} aria-hidden="true">
            {number}
          </span>
          {words}
        </p>
        {note && (
          <p className={styles.statusNote}>
            {status !== 'unspoken' && <Icon name="warning" size={16} />}
            {note}
          </p>
        )}
        {first && (
          <p className={styles.figures}>
            <strong>{formatSeconds(tookMs)}</strong>
            <span>{text.planned(formatSeconds(plannedMs))}</span>
            {articulationRate !== null && <span>{text.rate(formatRate(articulationRate))}</span>}
            {pauseAfterMs !== null && pauseAfterMs > 0 && (
              <span>{text.pauseAfter(formatSeconds(pauseAfterMs))}</span>
            )}
            {text.unsure[sentence.sureness] && <span>{text.unsure[sentence.sureness]}</span>}
          </p>
        )}
        {first && (
          <div className={styles.bar} aria-hidden="true">
            <span
              className={styles.took}
              data-long={isLong(sentence)}
              style={{ inlineSize: percent(tookMs) }}
            />
            <span className={styles.plan} style={{ insetInlineStart: percent(plannedMs) }} />
          </div>
        )}
        {player.state === 'ready' && again.length > 0 && (
          <div className={styles.again}>
            {again.map((saying, index) => (
              <Button
                key={saying.startMs}
                look="quiet"
                icon="play"
                onClick={() => player.playStretch(saying)}
              >
                {text.listenAgain(index + 2)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}
