import type { ComparedSentence, TakeToCompare } from '../../domain/progress/compare-takes';
import { differenceLine, differenceOf, compareText as text } from '../../text-ja/compare';
import { formatRate } from '../../text-ja/format';
import { formatSeconds } from '../../text-ja/timing';
import { Panel } from '../../ui/panel';
import styles from './compare.module.css';
import { ComparedHead } from './compared-head';

interface ComparedOverallProps {
  before: TakeToCompare;
  after: TakeToCompare;
  sentences: readonly ComparedSentence[];
}

interface Row {
  name: string;
  before: number | null;
  after: number | null;
  format(value: number): string;
  difference(before: number | null, after: number | null): string;
}

/** The two takes as wholes, one property a row. */
export function ComparedOverall({ before, after, sentences }: ComparedOverallProps) {
  const time = (name: string, of: (take: TakeToCompare) => number | null): Row => ({
    name,
    before: of(before),
    after: of(after),
    format: formatSeconds,
    difference: (one, other) => differenceLine(one === null || other === null ? null : other - one),
  });
  const amount = (name: string, digits: number, of: (take: TakeToCompare) => number | null): Row => ({
    name,
    before: of(before),
    after: of(after),
    format: (value) => (digits === 0 ? `${value}` : formatRate(value)),
    difference: (one, other) => differenceOf(one, other, digits),
  });
  const pausesOf = ({ delivery }: TakeToCompare): number[] | null =>
    delivery?.pauses.map(({ startMs, endMs }) => endMs - startMs) ?? null;
  const rows: Row[] = [
    time(text.time, ({ review }) => review.time.timeMs),
    time(text.pauses, (take) => pausesOf(take)?.reduce((sum, ms) => sum + ms, 0) ?? null),
    amount(text.pauseCount, 0, (take) => pausesOf(take)?.length ?? null),
    time(text.longestPause, (take) => {
      const pauses = pausesOf(take);
      return pauses && Math.max(0, ...pauses);
    }),
    amount(text.rate, 1, ({ delivery }) => delivery?.rates?.articulation ?? null),
    amount(text.melody, 1, ({ delivery }) => delivery?.melody?.rangeSemitones ?? null),
    amount(text.leftOut, 0, (take) => {
      const side = take === before ? 'before' : 'after';
      const known = sentences.some((sentence) => sentence[side] && sentence[side].status !== 'unknown');
      return known ? sentences.filter((sentence) => sentence[side]?.status === 'left-out').length : null;
    }),
  ];
  return (
    <Panel className={styles.stack}>
      <h2>{text.overallHeading}</h2>
      <table className={styles.overall}>
        <ComparedHead />
        <tbody>
          {rows.map(({ name, before: one, after: other, format, difference }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{one === null ? text.unknown : format(one)}</td>
              <td>{other === null ? text.unknown : format(other)}</td>
              <td>{difference(one, other)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
