import type { ReactNode } from 'react';
import type { TextRange } from '../../domain/alignment/align-readings';
import type { TakeReview } from '../../domain/review/review-take';
import { reviewText as text } from '../../text-ja/review';
import styles from './review.module.css';

interface WordsBeyondScriptProps {
  review: TakeReview;
  /** What was heard or typed. */
  words: string;
  /** The way to hear a stretch of it again. */
  hearAgain(range: TextRange): ReactNode;
}

/** What was said that the script does not have: added, begun anew, said again and again, fillers. */
export function WordsBeyondScript({ review, words, hearAgain }: WordsBeyondScriptProps) {
  const { content, habits, hearing } = review;
  if (content.kind !== 'judged') return null;
  const { added, restarts, fillers, sentences } = content.alignment;
  const said = ({ start, end }: TextRange): string => words.slice(start, end).trim();
  const repeats = sentences.flatMap((sentence) => sentence.repeats);
  const spoken = hearing !== 'typed';
  const fillerWords = [...new Set(fillers.map(said))];
  return (
    <>
      <Ranges heading={text.added} ranges={added} said={said} hearAgain={hearAgain} />
      <Ranges heading={text.repeats} ranges={repeats} said={said} hearAgain={hearAgain} />
      {spoken && <Ranges heading={text.restarts} ranges={restarts} said={said} hearAgain={hearAgain} />}
      {habits.length > 0 && (
        <div className={styles.beyond}>
          <h3>{text.habits}</h3>
          <ul>
            {habits.map(({ kind, words: habit, times, ranges }) => (
              <li key={habit}>
                <span>{text.habit[kind](habit, times)}</span>
                {ranges[0] && hearAgain(ranges[0])}
              </li>
            ))}
          </ul>
        </div>
      )}
      {spoken && fillerWords.length > 0 && (
        <p className={styles.soft}>{text.fillers(fillerWords.join('」「'), fillers.length)}</p>
      )}
    </>
  );
}

interface RangesProps {
  heading: string;
  ranges: readonly TextRange[];
  said(range: TextRange): string;
  hearAgain(range: TextRange): ReactNode;
}

function Ranges({ heading, ranges, said, hearAgain }: RangesProps) {
  if (ranges.length === 0) return null;
  return (
    <div className={styles.beyond}>
      <h3>{heading}</h3>
      <ul>
        {ranges.map((range) => (
          <li key={range.start}>
            <span>「{said(range)}」</span>
            {hearAgain(range)}
          </li>
        ))}
      </ul>
    </div>
  );
}
