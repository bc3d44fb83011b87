import { useEffect, useRef } from 'react';
import { formatClock } from '../text-ja/format';
import { clockText as text } from '../text-ja/vocabulary';
import styles from './clock-ring.module.css';

interface ClockRingProps {
  /** Seconds. */
  timeBudget: number;
  /** Seconds into the take that are marked, silently. */
  marks: readonly number[];
  /** Calls `listener` every frame with ms on the clock, until the function returned is called; always the same function. */
  onElapsed(listener: (elapsedMs: number) => void): () => void;
}

const RADIUS = 54;
const LENGTH = 2 * Math.PI * RADIUS;
/** How long a mark that has just been passed stands out, in ms. */
const MARK_SHOWN_MS = 1500;

/** Time left as a ring that empties, with marks on it; drawn every frame without rendering. */
export function ClockRing({ timeBudget, marks, onElapsed }: ClockRingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const arc = useRef<SVGCircleElement>(null);
  const figure = useRef<HTMLSpanElement>(null);
  const caption = useRef<HTMLSpanElement>(null);
  const dots = useRef<(SVGCircleElement | null)[]>([]);
  const shown = marks.filter((mark) => mark <= timeBudget);

  useEffect(
    () =>
      onElapsed((elapsedMs) => {
        const budgetMs = timeBudget * 1000;
        const over = elapsedMs > budgetMs;
        const leftRatio = Math.max(0, 1 - elapsedMs / budgetMs);
        arc.current?.setAttribute('stroke-dashoffset', String(LENGTH * (1 - leftRatio)));
        // While time is left the last second begun still counts, as on a kitchen timer.
        const words = over
          ? `+${formatClock(elapsedMs - budgetMs)}`
          : formatClock(budgetMs - elapsedMs + 999);
        if (figure.current && figure.current.textContent !== words) figure.current.textContent = words;
        const captionWords = over ? text.over : text.remaining;
        if (caption.current && caption.current.textContent !== captionWords) {
          caption.current.textContent = captionWords;
        }
        let passedMark = false;
        marks.forEach((mark, index) => {
          const sinceMs = elapsedMs - mark * 1000;
          if (sinceMs >= 0 && sinceMs < MARK_SHOWN_MS) passedMark = true;
          dots.current[index]?.setAttribute('data-passed', String(sinceMs >= 0));
        });
        frame.current?.setAttribute('data-over', String(over));
        frame.current?.setAttribute('data-mark', String(passedMark));
      }),
    [onElapsed, timeBudget, marks],
  );

  return (
    <div ref={frame} className={styles.ring} role="timer" aria-label={text.timer}>
      <svg viewBox="0 0 128 128" aria-hidden="true">
        <circle className={styles.ringTrack} cx="64" cy="64" r={RADIUS} />
        <circle
          ref={arc}
          className={styles.ringArc}
          cx="64"
          cy="64"
          r={RADIUS}
          strokeDasharray={LENGTH}
          transform="rotate(-90 64 64)"
        />
        {shown.map((mark, index) => {
          const angle = (mark / timeBudget) * 2 * Math.PI - Math.PI / 2;
          return (
            <circle
              key={mark}
              ref={(element) => {
                dots.current[index] = element;
              }}
              className={styles.ringMark}
              cx={64 + RADIUS * Math.cos(angle)}
              cy={64 + RADIUS * Math.sin(angle)}
              r="4"
            />
          );
        })}
      </svg>
      <div className={styles.ringFigure}>
        <span ref={caption} className={styles.ringCaption}>
          {text.remaining}
        </span>
        <span ref={figure} className={styles.ringTime}>
          {formatClock(timeBudget * 1000)}
        </span>
      </div>
    </div>
  );
}
