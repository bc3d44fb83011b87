import type { SentenceReport } from '../../domain/analysis/report-script';
import { cardWords, ownWords } from '../../domain/memorising/key-words';
import type { Preparation } from '../../domain/memorising/preparation';
import type { Rung } from '../../domain/memorising/recall';
import { firstCharacters, phraseHeads } from '../../domain/memorising/sentence-cues';
import { memoriseText as text } from '../../text-ja/memorise';
import styles from './memorise.module.css';

interface SentenceCueProps {
  sentence: SentenceReport;
  rung: Rung;
  keyWords: Preparation['keyWords'];
}

/** As much of a sentence as the rung shows. */
export function SentenceCue({ sentence, rung, keyWords }: SentenceCueProps) {
  const tokens = sentence.analysis?.tokens ?? null;
  switch (rung) {
    case 'script':
      return sentence.text.trim();
    case 'bunsetsu-heads':
      return phraseHeads(sentence.text, tokens).map(({ head, hidden }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: phrases of one sentence never change places
        <span key={index} className={styles.phrase}>
          {head}
          {/* As wide as what it stands for, so that its length helps. */}
          <span className={styles.hidden} style={{ inlineSize: `${Math.min(hidden, 8) * 0.6}em` }} />
        </span>
      ));
    case 'sentence-heads':
      return `${firstCharacters(sentence.text)}…`;
    case 'key-words':
      return (
        <span className={styles.words}>
          {cardWords(sentence.text, tokens, ownWords(keyWords, sentence.text)).map((word) => (
            <span key={word}>{word}</span>
          ))}
        </span>
      );
    case 'title':
      return <span className="visually-hidden">{text.hiddenRest}</span>;
  }
}
