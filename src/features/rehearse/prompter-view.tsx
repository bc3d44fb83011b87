import { useRef, useState } from 'react';
import { type ScriptPlace, splitClauses } from '../../domain/alignment/script-place';
import type { SentenceReport } from '../../domain/analysis/report-script';
import { cardWords, ownWords } from '../../domain/memorising/key-words';
import type { Variant } from '../../domain/pitch/pitch';
import { sentenceHead } from '../../domain/rehearsal/sentence-head';
import type { Prompter } from '../../domain/rehearsal/take-log';
import { useAppStore, useScriptReport } from '../../state/use-app-store';
import { useMemory } from '../../state/use-memory';
import { rehearseText as text } from '../../text-ja/rehearse';
import { Button } from '../../ui/button';
import { PeekButton } from '../../ui/peek-button';
import styles from './rehearse.module.css';
import { useFollowedPlace } from './use-followed-place';

interface PrompterViewProps {
  variant: Variant;
  prompter: Prompter;
}

/** As much of the script as was asked for; the rest can be peeked at. */
export function PrompterView({ variant, prompter }: PrompterViewProps) {
  const report = useScriptReport(variant.script);
  const [peeking, setPeeking] = useState(false);
  const place = useAppStore((state) => state.rehearsal?.place ?? null);
  const region = useRef<HTMLElement>(null);
  const sentences = report.sentences.filter((sentence) => sentence.text.trim() !== '');
  const whole = prompter === 'script' || peeking;
  const { away, goBack } = useFollowedPlace(region, whole || prompter !== 'nothing' ? place : null);

  return (
    <div className={styles.prompter}>
      {/* Focusable so that the keyboard can scroll a long script. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable */}
      <section ref={region} className={styles.prompterText} aria-label={variant.title} tabIndex={0}>
        {whole &&
          sentences.map((sentence) => (
            <p key={sentence.start}>
              <Clauses sentence={sentence} place={place} />
            </p>
          ))}
        {!whole &&
          (prompter === 'nothing' ? (
            <p className={styles.soft}>{text.titleOnly}</p>
          ) : (
            <Cues variantId={variant.id} prompter={prompter} sentences={sentences} place={place} />
          ))}
      </section>
      {place && (
        <div className={styles.backToPlace}>
          {away && (
            <Button
              onClick={() => {
                goBack();
                region.current?.focus({ preventScroll: true });
              }}
            >
              {text.backToPlace}
            </Button>
          )}
        </div>
      )}
      {prompter !== 'script' && sentences.length > 0 && (
        <PeekButton look="quiet" icon="eye" open={peeking} onPeek={setPeeking}>
          {text.peek}
        </PeekButton>
      )}
    </div>
  );
}

const isIn = (place: ScriptPlace, sentence: SentenceReport): boolean =>
  place.start >= sentence.start && place.start < sentence.end;

interface CuesProps {
  variantId: string;
  prompter: Prompter;
  sentences: readonly SentenceReport[];
  place: ScriptPlace | null;
}

/** What brings each sentence back: its beginning, or its key words, those the person chose first of all. */
function Cues({ variantId, prompter, sentences, place }: CuesProps) {
  const keyWords = useMemory(variantId)?.preparation.keyWords ?? [];
  const cueOf = ({ text: words, analysis }: SentenceReport): string => {
    const tokens = analysis?.tokens ?? null;
    return prompter === 'key-words'
      ? cardWords(words, tokens, ownWords(keyWords, words)).join('・')
      : `${sentenceHead(words, tokens)}…`;
  };
  return (
    <ol className={styles.heads}>
      {sentences.map((sentence) => (
        <li key={sentence.start}>
          <span data-now={place !== null && isIn(place, sentence)}>{cueOf(sentence)}</span>
        </li>
      ))}
    </ol>
  );
}

/** A sentence in its clauses; the one being spoken stands out to the eye alone, since its speaker has no need to be told. */
function Clauses({ sentence, place }: { sentence: SentenceReport; place: ScriptPlace | null }) {
  return splitClauses(sentence.text).map(({ start, end }) => (
    <span key={start} data-now={place?.start === sentence.start + start}>
      {sentence.text.slice(start, end)}
    </span>
  ));
}
