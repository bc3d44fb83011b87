import { findRushedRate } from '../../domain/review/find-moments';
import type { DeliveryReview } from '../../domain/review/judge-delivery';
import type { PhrasePace } from '../../domain/review/trace-pace';
import { formatClock } from '../../text-ja/format';
import {
  endingsLine,
  melodyLine,
  paceChartLabel,
  paceChartNote,
  timingText as text,
} from '../../text-ja/timing';
import { Panel } from '../../ui/panel';
import styles from './timing.module.css';

/** The scale that is drawn, 拍/秒: from dragging to breathless; what is beyond stands at its edge. */
const LOWEST = 3;
const HIGHEST = 12;
const LINES = [4, 6, 8, 10];

/** How the voice goes over the take: its pace, its endings, its height. */
export function VoicePanel({ delivery }: { delivery: DeliveryReview }) {
  if (delivery.method !== 'sound') return null;
  return (
    <Panel className={styles.stack}>
      <h2>{text.voiceHeading}</h2>
      {delivery.paces.length > 0 && delivery.rates && (
        <PaceChart
          paces={delivery.paces}
          meanRate={delivery.rates.articulation}
          durationMs={delivery.durationMs}
        />
      )}
      <p>
        <strong>{text.endingsHeading}</strong> {endingsLine(delivery.sentences)}
      </p>
      <p>
        <strong>{text.melodyHeading}</strong> {melodyLine(delivery.melody)}
      </p>
      {delivery.melody && <p className={styles.note}>{text.melodyNote}</p>}
    </Panel>
  );
}

interface PaceChartProps {
  paces: readonly PhrasePace[];
  /** Over all that was said, 拍/秒. */
  meanRate: number;
  durationMs: number;
}

function PaceChart({ paces, meanRate, durationMs }: PaceChartProps) {
  const rushedFrom = findRushedRate(paces.map(({ moraePerSecond }) => moraePerSecond));
  const across = (ms: number): string => `${(ms / durationMs) * 100}%`;
  const up = (rate: number): string =>
    `${((Math.min(HIGHEST, Math.max(LOWEST, rate)) - LOWEST) / (HIGHEST - LOWEST)) * 100}%`;
  return (
    <figure className={styles.paces}>
      <figcaption className={styles.note}>{text.paceChartHeading}</figcaption>
      <div className={styles.paceChart} role="img" aria-label={paceChartLabel(paces)}>
        <div className={styles.paceScale} aria-hidden="true">
          {LINES.map((rate) => (
            <span key={rate} style={{ insetBlockEnd: up(rate) }}>
              {rate}
            </span>
          ))}
        </div>
        <div className={styles.paceField} aria-hidden="true">
          {LINES.map((rate) => (
            <div key={rate} className={styles.paceLine} style={{ insetBlockEnd: up(rate) }} />
          ))}
          <div className={styles.paceMean} style={{ insetBlockEnd: up(meanRate) }} />
          {paces.map(({ startMs, endMs, moraePerSecond }) => (
            <div
              key={startMs}
              className={styles.phrase}
              data-rushed={moraePerSecond >= rushedFrom}
              style={{
                insetInlineStart: across(startMs),
                inlineSize: across(endMs - startMs),
                insetBlockEnd: up(moraePerSecond),
              }}
            />
          ))}
        </div>
        <div className={styles.paceEnds} aria-hidden="true">
          <span>{formatClock(0)}</span>
          <span>{formatClock(durationMs)}</span>
        </div>
      </div>
      <p className={styles.note}>{paceChartNote(meanRate)}</p>
    </figure>
  );
}
