import { useEffect, useRef, useState } from 'react';
import WaveSurfer from 'wavesurfer.js';
import { useAppActions } from '../../state/use-app-store';
import { formatClock, formatFileDate } from '../../text-ja/format';
import { reviewText as text } from '../../text-ja/review';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { saveFile } from '../../ui/save-file';
import styles from './review.module.css';

/** Height of the waveform in CSS pixels; the page's style policy knows the library's styles by this height. */
export const WAVEFORM_HEIGHT = 72;
const RATES = [0.75, 1, 1.25, 1.5];
/** How far an arrow key moves, in seconds. */
const STEP_SECONDS = 3;

type RecordingState = 'loading' | 'ready' | 'missing' | 'broken';

/** The recording as a waveform that can be played, moved through, slowed down and saved. */
export function RecordingPanel({ takeId, startedAt }: { takeId: string; startedAt: number }) {
  const { recordingOf } = useAppActions();
  const container = useRef<HTMLDivElement>(null);
  const player = useRef<WaveSurfer | null>(null);
  const recording = useRef<Blob | null>(null);
  const [state, setState] = useState<RecordingState>('loading');
  const [playing, setPlaying] = useState(false);
  const [rate, setRate] = useState(1);
  const [position, setPosition] = useState(0);
  const [length, setLength] = useState(0);

  useEffect(() => {
    let left = false;
    let wave: WaveSurfer | null = null;
    const open = async () => {
      const blob = await recordingOf(takeId);
      if (left || !container.current) return;
      if (!blob) return setState('missing');
      recording.current = blob;
      const colours = getComputedStyle(document.documentElement);
      wave = WaveSurfer.create({
        container: container.current,
        height: WAVEFORM_HEIGHT,
        waveColor: colours.getPropertyValue('--line-strong').trim(),
        progressColor: colours.getPropertyValue('--accent').trim(),
        cursorColor: colours.getPropertyValue('--ink').trim(),
        barWidth: 3,
        barGap: 2,
        barRadius: 2,
        normalize: true,
        dragToSeek: true,
      });
      player.current = wave;
      wave.on('ready', (seconds) => {
        setLength(seconds);
        setState('ready');
      });
      wave.on('error', () => !left && setState('broken'));
      wave.on('play', () => setPlaying(true));
      wave.on('pause', () => setPlaying(false));
      wave.on('timeupdate', (seconds) => setPosition(Math.floor(seconds)));
      await wave.loadBlob(blob).catch(() => !left && setState('broken'));
    };
    void open();
    return () => {
      left = true;
      player.current = null;
      wave?.destroy();
    };
  }, [takeId, recordingOf]);

  const changeRate = (next: number) => {
    setRate(next);
    player.current?.setPlaybackRate(next, true);
  };

  return (
    <Panel className={styles.stack}>
      <h2>{text.recordingHeading}</h2>
      {state === 'loading' && <p role="status">{text.recordingLoading}</p>}
      {state === 'missing' && <p>{text.noRecording}</p>}
      {state === 'broken' && <p role="alert">{text.recordingBroken}</p>}
      <div ref={container} className={styles.wave} hidden={state === 'missing' || state === 'broken'} />
      {state === 'ready' && (
        <>
          <label className={styles.position}>
            <span className="visually-hidden">{text.recordingPosition}</span>
            <input
              type="range"
              min={0}
              max={Math.ceil(length)}
              step={1}
              value={position}
              aria-valuetext={formatClock(position * 1000)}
              onChange={(event) => player.current?.setTime(Math.min(length, Number(event.target.value)))}
              onKeyDown={(event) => {
                if (event.key === 'PageUp') player.current?.skip(STEP_SECONDS);
                if (event.key === 'PageDown') player.current?.skip(-STEP_SECONDS);
              }}
            />
          </label>
          <div className={styles.controls}>
            <Button
              look="primary"
              icon={playing ? 'pause' : 'play'}
              onClick={() => void player.current?.playPause()}
            >
              {playing ? text.pausePlayback : text.play}
            </Button>
            <span className="numeric">
              {formatClock(position * 1000)} / {formatClock(length * 1000)}
            </span>
            <label className={styles.rateChoice}>
              {text.playbackRate}
              <select value={rate} onChange={(event) => changeRate(Number(event.target.value))}>
                {RATES.map((value) => (
                  <option key={value} value={value}>
                    {text.playbackRateOf(value)}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </>
      )}
      {(state === 'ready' || state === 'broken') && (
        <div>
          <Button
            look="quiet"
            icon="download"
            onClick={() => {
              const blob = recording.current;
              if (blob) saveFile(blob, `ippun-${formatFileDate(startedAt)}.${fileEnding(blob.type)}`);
            }}
          >
            {text.saveRecording}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function fileEnding(mimeType: string): string {
  if (mimeType.includes('mp4')) return 'm4a';
  return mimeType.includes('ogg') ? 'ogg' : 'webm';
}
