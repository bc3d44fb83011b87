import type { DeliveryReview } from '../../domain/review/judge-delivery';
import { formatClock, formatFileDate } from '../../text-ja/format';
import { reviewText as text } from '../../text-ja/review';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { saveFile } from '../../ui/save-file';
import { PauseLine } from './pause-line';
import styles from './review.module.css';
import type { RecordingPlayer } from './use-recording-player';

/** Height of the waveform in CSS pixels; the page's style policy knows the library's styles by this height. */
export const WAVEFORM_HEIGHT = 72;
const RATES = [0.75, 1, 1.25, 1.5];
/** How far a page key moves, in seconds. */
const STEP_SECONDS = 3;

interface RecordingPanelProps {
  player: RecordingPlayer;
  /** Epoch ms. */
  startedAt: number;
  delivery: DeliveryReview | null;
  onDelete(): void;
}

/** The recording as a waveform that can be played, moved through, slowed down and saved. */
export function RecordingPanel({ player, startedAt, delivery, onDelete }: RecordingPanelProps) {
  const { state, playing, rate, position, lengthSeconds } = player;
  const keeping = (
    <div className={styles.keeping}>
      <Button
        look="quiet"
        icon="download"
        onClick={() => {
          const blob = player.recording();
          if (blob) saveFile(blob, `ippun-${formatFileDate(startedAt)}.${fileEnding(blob.type)}`);
        }}
      >
        {text.saveRecording}
      </Button>
      <Button look="quiet" icon="delete" onClick={onDelete}>
        {text.deleteRecording}
      </Button>
    </div>
  );
  return (
    <Panel className={styles.stack}>
      <h2>{text.recordingHeading}</h2>
      {state === 'loading' && <p role="status">{text.recordingLoading}</p>}
      {state === 'missing' && <p>{text.noRecording}</p>}
      {state === 'broken' && <p role="alert">{text.recordingBroken}</p>}
      <div
        ref={player.container}
        className={styles.wave}
        hidden={state === 'missing' || state === 'broken'}
      />
      {state === 'ready' && (
        <>
          {delivery && (delivery.sureness !== 'poor' || delivery.pauses.length > 0) && (
            <PauseLine delivery={delivery} />
          )}
          <label className={styles.position}>
            <span className="visually-hidden">{text.recordingPosition}</span>
            <input
              type="range"
              min={0}
              max={Math.ceil(lengthSeconds)}
              step={1}
              value={position}
              aria-valuetext={formatClock(position * 1000)}
              onChange={(event) => player.seek(Number(event.target.value))}
              onKeyDown={(event) => {
                if (event.key === 'PageUp') player.skip(STEP_SECONDS);
                if (event.key === 'PageDown') player.skip(-STEP_SECONDS);
              }}
            />
          </label>
          <div className={styles.controls}>
            <Button look="primary" icon={playing ? 'pause' : 'play'} onClick={player.toggle}>
              {playing ? text.pausePlayback : text.play}
            </Button>
            <span className="numeric">
              {formatClock(position * 1000)} / {formatClock(lengthSeconds * 1000)}
            </span>
            <label className={styles.rateChoice}>
              {text.playbackRate}
              <select value={rate} onChange={(event) => player.changeRate(Number(event.target.value))}>
                {RATES.map((value) => (
                  <option key={value} value={value}>
                    {text.playbackRateOf(value)}
                  </option>
                ))}
              </select>
            </label>
            {keeping}
          </div>
        </>
      )}
      {state === 'broken' && keeping}
    </Panel>
  );
}

function fileEnding(mimeType: string): string {
  if (mimeType.includes('mp4')) return 'm4a';
  return mimeType.includes('ogg') ? 'ogg' : 'webm';
}
