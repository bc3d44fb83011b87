import type { TrendPoint } from '../../domain/progress/trace-progress';
import { formatDuration } from '../../text-ja/format';
import { reviewText as text } from '../../text-ja/review';
import styles from './progress.module.css';

/** Drawn on this grid and scaled to the width there is. */
const WIDTH = 640;
const HEIGHT = 200;
/** Room for 1分30秒 in the letters of a phone. */
const LEFT = 96;
const BOTTOM = 26;
const TOP = 14;
/** The most takes drawn; earlier ones stay in the table. */
const MOST_POINTS = 30;

interface TrendChartProps {
  /** Oldest first. */
  points: readonly TrendPoint[];
  bestId: string | null;
}

/** Time of each take against its budget. Over the line and under it differ in shape as well as in colour. */
export function TrendChart({ points, bestId }: TrendChartProps) {
  const shown = points.slice(-MOST_POINTS);
  if (shown.length === 0) return null;
  const highest = Math.max(...shown.map((point) => Math.max(point.timeMs, point.timeBudget * 1000))) * 1.15;
  const step = (WIDTH - LEFT - 16) / Math.max(shown.length, 4);
  const x = (index: number): number => LEFT + step * (index + 0.5);
  const y = (ms: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - ms / highest);
  const line = shown.map((point, index) => `${x(index)},${y(point.timeMs)}`).join(' ');
  const budgets = [...new Set(shown.map((point) => point.timeBudget))];

  return (
    <figure>
      <figcaption className={styles.caption}>{text.chartHeading}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={styles.chart}
        role="img"
        aria-label={text.chartLabel(shown.length)}
      >
        {budgets.map((budget) => {
          const first = shown.findIndex((point) => point.timeBudget === budget);
          const last = shown.findLastIndex((point) => point.timeBudget === budget);
          return (
            <g key={budget} className={styles.budget}>
              <line
                x1={first === 0 ? LEFT : x(first) - step / 2}
                x2={last === shown.length - 1 ? WIDTH - 8 : x(last) + step / 2}
                y1={y(budget * 1000)}
                y2={y(budget * 1000)}
              />
              {last === shown.length - 1 && (
                <text x={LEFT - 6} y={y(budget * 1000) + 5} textAnchor="end">
                  {formatDuration(budget * 1000)}
                </text>
              )}
            </g>
          );
        })}
        <text className={styles.axis} x={LEFT - 6} y={HEIGHT - BOTTOM + 4} textAnchor="end">
          {formatDuration(0)}
        </text>
        <polyline className={styles.trend} points={line} />
        {shown.map((point, index) => (
          <g key={point.takeId} className={styles.point} data-verdict={point.verdict}>
            <title>{formatDuration(point.timeMs)}</title>
            {point.verdict === 'over' ? (
              <path d={`M${x(index)} ${y(point.timeMs) - 8}l8 13h-16z`} />
            ) : (
              <circle cx={x(index)} cy={y(point.timeMs)} r="6" />
            )}
            {point.takeId === bestId && (
              <text x={x(index)} y={y(point.timeMs) + 24} textAnchor="middle">
                {text.best}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
