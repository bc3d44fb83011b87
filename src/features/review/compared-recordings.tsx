import { compareText as text } from '../../text-ja/compare';
import { formatClock } from '../../text-ja/format';
import { reviewText } from '../../text-ja/review';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import styles from './compare.module.css';
import type { RecordingPlayer } from './use-recording-player';

export interface Players {
  before: RecordingPlayer;
  after: RecordingPlayer;
}

/** Both recordings, one above the other; only one of them is heard at a time. */
export function ComparedRecordings({ players: { before, after } }: { players: Players }) {
  if (before.state === 'missing' && after.state === 'missing') return null;
  return (
    <Panel className={styles.stack}>
      <h2>{reviewText.recordingHeading}</h2>
      <ComparedRecording
        name={text.first}
        play={text.playFirst}
        stop={text.stopFirst}
        player={before}
        other={after}
      />
      <ComparedRecording
        name={text.second}
        play={text.playSecond}
        stop={text.stopSecond}
        player={after}
        other={before}
      />
    </Panel>
  );
}

interface ComparedRecordingProps {
  name: string;
  play: string;
  stop: string;
  player: RecordingPlayer;
  other: RecordingPlayer;
}

function ComparedRecording({ name, play, stop, player, other }: ComparedRecordingProps) {
  const { state, playing, position, lengthSeconds } = player;
  return (
    <div className={styles.recording}>
      <div className={styles.controls}>
        <strong>{name}</strong>
        {state === 'ready' && (
          <>
            <Button
              icon={playing ? 'pause' : 'play'}
              onClick={() => {
                other.pause();
                player.toggle();
              }}
            >
              {playing ? stop : play}
            </Button>
            <span className="numeric">
              {formatClock(position * 1000)} / {formatClock(lengthSeconds * 1000)}
            </span>
          </>
        )}
        {state === 'loading' && <span role="status">{reviewText.recordingLoading}</span>}
        {state === 'missing' && <span>{reviewText.noRecording}</span>}
        {state === 'broken' && <span role="alert">{reviewText.recordingBroken}</span>}
      </div>
      <div
        ref={player.container}
        className={styles.wave}
        hidden={state === 'missing' || state === 'broken'}
      />
    </div>
  );
}
