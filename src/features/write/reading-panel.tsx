import { useState } from 'react';
import type { SentenceReport } from '../../domain/analysis/report-script';
import type { SpokenSpan } from '../../domain/reading/read-aloud';
import { writeText as text } from '../../text-ja/write';
import { Panel } from '../../ui/panel';
import { CorrectReadingDialog } from './correct-reading-dialog';
import styles from './write.module.css';

/** The script as it will be said, readings above the words; a wrong one is put right with one press. */
export function ReadingPanel({ sentences }: { sentences: readonly SentenceReport[] }) {
  const [correcting, setCorrecting] = useState<{ surface: string; kana: string } | null>(null);
  return (
    <Panel>
      <details className={styles.readings}>
        <summary>{text.readingsHeading}</summary>
        <p className={styles.elementHint}>{text.readingsLead}</p>
        {sentences.map((sentence) => (
          <p key={sentence.start} className={styles.reading}>
            {sentence.analysis ? (
              <ReadSentence
                text={sentence.text}
                spans={sentence.analysis.spans}
                onCorrect={(surface, kana) => setCorrecting({ surface, kana })}
              />
            ) : (
              sentence.text
            )}
          </p>
        ))}
      </details>
      {correcting && <CorrectReadingDialog {...correcting} onClose={() => setCorrecting(null)} />}
    </Panel>
  );
}

interface ReadSentenceProps {
  text: string;
  spans: readonly SpokenSpan[];
  onCorrect(surface: string, kana: string): void;
}

function ReadSentence({ text: sentence, spans, onCorrect }: ReadSentenceProps) {
  let at = 0;
  const pieces = spans.flatMap((span) => {
    const before = sentence.slice(at, span.start);
    const surface = sentence.slice(span.start, span.end);
    at = span.end;
    const needsReading = /[^\p{Script=Hiragana}\p{Script=Katakana}ー\p{P}\p{S}\s]/u.test(surface);
    if (!needsReading) return [before, surface];
    return [
      before,
      <button
        key={span.start}
        type="button"
        className={styles.word}
        data-guessed={span.guessed === true || span.kana === ''}
        title={text.correctReadingOf(surface)}
        onClick={() => onCorrect(surface, span.kana)}
      >
        <ruby>
          {surface}
          <rt>{span.kana || text.readingUnknown}</rt>
        </ruby>
      </button>,
    ];
  });
  return [...pieces, sentence.slice(at)];
}
