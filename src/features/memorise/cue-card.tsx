import type { SentenceReport } from '../../domain/analysis/report-script';
import type { Preparation } from '../../domain/memorising/preparation';
import type { Rung } from '../../domain/memorising/recall';
import { memoriseText as text } from '../../text-ja/memorise';
import { PeekButton } from '../../ui/peek-button';
import styles from './memorise.module.css';
import { SentenceCue } from './sentence-cue';
import type { Peeking } from './use-peeking';

interface CueCardProps {
  title: string;
  sentences: readonly SentenceReport[];
  /** Indices of the sentences that are asked for. */
  asked: readonly number[];
  rung: Rung;
  keyWords: Preparation['keyWords'];
  peeking: Peeking;
}

/** The sentences as far as the rung shows them; each can be peeked at, or all at once. */
export function CueCard({ title, sentences, asked, rung, keyWords, peeking }: CueCardProps) {
  const whole = rung === 'script' || peeking.open === 'all';
  const titleOnly = rung === 'title' && !whole;
  const shown = asked.flatMap((index) => {
    const sentence = sentences[index];
    return sentence ? [{ index, sentence }] : [];
  });
  const peekButton = (index: number) => (
    <PeekButton
      look="quiet"
      icon="eye"
      iconOnly={!titleOnly}
      open={peeking.open === index}
      onPeek={(open) => peeking.peek(open ? index : null)}
    >
      {titleOnly ? text.sentenceNumber(index + 1) : text.peekSentence(index + 1)}
    </PeekButton>
  );
  return (
    <>
      {titleOnly && <p className={styles.title}>{title}</p>}
      <ol className={titleOnly ? styles.numbers : styles.card}>
        {shown.map(({ index, sentence }) => {
          const open = whole || peeking.open === index;
          return (
            <li key={sentence.start} data-open={open}>
              {!titleOnly && <span className={styles.number}>{index + 1}</span>}
              {open && <span className={styles.sentence}>{sentence.text.trim()}</span>}
              {!open && !titleOnly && (
                <span className={styles.cue}>
                  <SentenceCue sentence={sentence} rung={rung} keyWords={keyWords} />
                </span>
              )}
              {rung !== 'script' && peeking.open !== 'all' && peekButton(index)}
            </li>
          );
        })}
      </ol>
      {rung !== 'script' && (
        <div className={styles.peekRow}>
          {shown.length > 1 && (
            <PeekButton
              look="secondary"
              icon="eye"
              open={peeking.open === 'all'}
              onPeek={(open) => peeking.peek(open ? 'all' : null, asked)}
            >
              {text.peekAll}
            </PeekButton>
          )}
          <span role="status" className={styles.soft}>
            {text.peeks(peeking.count)}
          </span>
        </div>
      )}
    </>
  );
}
