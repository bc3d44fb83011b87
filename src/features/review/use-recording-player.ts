import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin from 'wavesurfer.js/plugins/regions';
import type { Stretch } from '../../domain/delivery/detect-speech';
import { useAppActions } from '../../state/use-app-store';
import { WAVEFORM_HEIGHT } from './recording-panel';

/** One saying of one sentence, ms of the recording. */
export interface SpokenSentence extends Stretch {
  /** Index in the script. */
  sentence: number;
}

/** A take's recording as a waveform that can be played and moved through. */
export interface RecordingPlayer {
  container: RefObject<HTMLDivElement | null>;
  state: 'loading' | 'ready' | 'missing' | 'broken';
  playing: boolean;
  rate: number;
  /** Whole seconds. */
  position: number;
  lengthSeconds: number;
  /** The sentence that is under the cursor. */
  sentence: number | null;
  toggle(): void;
  pause(): void;
  /** Plays one stretch and stops at its end. */
  playStretch(stretch: Stretch): void;
  seek(seconds: number): void;
  skip(seconds: number): void;
  changeRate(rate: number): void;
  recording(): Blob | null;
}

const REGION_COLOUR = 'color-mix(in srgb, var(--ink) 9%, transparent)';
const REGION_COLOUR_NOW = 'color-mix(in srgb, var(--accent) 24%, transparent)';

/**
 * Opens a take's recording in `container`, where it has one; `spoken` are marked as regions, to be heard with a click.
 */
export function useRecordingPlayer(
  takeId: string | null,
  spoken: readonly SpokenSentence[],
): RecordingPlayer {
  const { recordingOf } = useAppActions();
  const container = useRef<HTMLDivElement>(null);
  const player = useRef<WaveSurfer | null>(null);
  const regions = useRef<ReturnType<typeof RegionsPlugin.create> | null>(null);
  const recording = useRef<Blob | null>(null);
  const marks = useRef(spoken);
  const [state, setState] = useState<RecordingPlayer['state']>('loading');
  const [playing, setPlaying] = useState(false);
  const [rate, setRate] = useState(1);
  const [position, setPosition] = useState(0);
  const [lengthSeconds, setLengthSeconds] = useState(0);
  const [sentence, setSentence] = useState<number | null>(null);

  const follow = useCallback((seconds: number): void => {
    setPosition(Math.floor(seconds));
    const atMs = seconds * 1000;
    const now = marks.current.find(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
    setSentence(now?.sentence ?? null);
  }, []);

  useEffect(() => {
    let left = false;
    let wave: WaveSurfer | null = null;
    const open = async () => {
      setState('loading');
      const blob = takeId === null ? null : await recordingOf(takeId);
      if (left) return;
      if (!blob) return setState('missing');
      if (!container.current) return;
      recording.current = blob;
      const colours = getComputedStyle(document.documentElement);
      const plugin = RegionsPlugin.create();
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
        plugins: [plugin],
      });
      player.current = wave;
      regions.current = plugin;
      wave.on('ready', (seconds) => {
        setLengthSeconds(seconds);
        setState('ready');
      });
      wave.on('error', () => !left && setState('broken'));
      wave.on('play', () => setPlaying(true));
      wave.on('pause', () => setPlaying(false));
      wave.on('timeupdate', follow);
      plugin.on('region-clicked', (region, event) => {
        // Or the click would move the cursor to where it fell.
        event.stopPropagation();
        void wave?.play(region.start, region.end);
      });
      await wave.loadBlob(blob).catch(() => !left && setState('broken'));
    };
    void open();
    return () => {
      left = true;
      player.current = null;
      regions.current = null;
      wave?.destroy();
      setPlaying(false);
      setSentence(null);
    };
  }, [takeId, recordingOf, follow]);

  useEffect(() => {
    marks.current = spoken;
    const plugin = regions.current;
    if (state !== 'ready' || !plugin) return;
    for (const { sentence: number, startMs, endMs } of spoken) {
      plugin.addRegion({
        id: `sentence-${number}`,
        start: startMs / 1000,
        end: endMs / 1000,
        content: numberOf(number),
        color: REGION_COLOUR,
        drag: false,
        resize: false,
      });
    }
    return () => plugin.clearRegions();
  }, [state, spoken]);

  useEffect(() => {
    for (const region of regions.current?.getRegions() ?? []) {
      const now = region.id === `sentence-${sentence}`;
      region.setOptions({ color: now ? REGION_COLOUR_NOW : REGION_COLOUR });
    }
  }, [sentence]);

  return {
    container,
    state,
    playing,
    rate,
    position,
    lengthSeconds,
    sentence,
    toggle: () => void player.current?.playPause(),
    pause: () => player.current?.pause(),
    playStretch: ({ startMs, endMs }) => void player.current?.play(startMs / 1000, endMs / 1000),
    seek: (seconds) => player.current?.setTime(Math.min(lengthSeconds, seconds)),
    skip: (seconds) => player.current?.skip(seconds),
    changeRate: (next) => {
      setRate(next);
      player.current?.setPlaybackRate(next, true);
    },
    recording: () => recording.current,
  };
}

/** A region's number, for the eye: the list of sentences beside it is read out. */
function numberOf(sentence: number): HTMLElement {
  const label = document.createElement('span');
  label.textContent = String(sentence + 1);
  label.setAttribute('aria-hidden', 'true');
  Object.assign(label.style, {
    display: 'block',
    inlineSize: 'max-content',
    maxInlineSize: '100%',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    padding: '0 0.25em',
    borderRadius: '2px',
    background: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: '0.7rem',
    lineHeight: '1.3',
  });
  return label;
}
