import { useState } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { sentenceHead } from '../../domain/rehearsal/sentence-head';
import type { Prompter } from '../../domain/rehearsal/take-log';
import { useScriptReport } from '../../state/use-app-store';
import { rehearseText as text } from '../../text-ja/rehearse';
import { Button } from '../../ui/button';
import styles from './rehearse.module.css';

interface PrompterViewProps {
  variant: Variant;
  prompter: Prompter;
}

/** As much of the script as was asked for; the rest can be peeked at for as long as the button is held. */
export function PrompterView({ variant, prompter }: PrompterViewProps) {
  const report = useScriptReport(variant.script);
  const [peeking, setPeeking] = useState(false);
  const sentences = report.sentences.filter((sentence) => sentence.text.trim() !== '');
  const whole = prompter === 'script' || peeking;

  return (
    <div className={styles.prompter}>
      {/* Focusable so that the keyboard can scroll a long script. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable */}
      <section className={styles.prompterText} aria-label={variant.title} tabIndex={0}>
        {whole && sentences.map((sentence) => <p key={sentence.start}>{sentence.text.trim()}</p>)}
        {!whole && prompter === 'sentence-heads' && (
          <ol className={styles.heads}>
            {sentences.map((sentence) => (
              <li key={sentence.start}>{sentenceHead(sentence.text, sentence.analysis?.tokens ?? null)}…</li>
            ))}
          </ol>
        )}
        {!whole && prompter === 'nothing' && <p className={styles.soft}>{text.titleOnly}</p>}
      </section>
      {prompter !== 'script' && sentences.length > 0 && (
        <Button
          look="quiet"
          aria-pressed={peeking}
          onPointerDown={(event) => {
            // The script that appears pushes the button away from under the pointer; it stays held all the same.
            event.currentTarget.setPointerCapture(event.pointerId);
            setPeeking(true);
          }}
          onPointerUp={() => setPeeking(false)}
          onPointerCancel={() => setPeeking(false)}
          onKeyDown={(event) => event.key === 'Enter' && setPeeking(true)}
          onKeyUp={() => setPeeking(false)}
          onBlur={() => setPeeking(false)}
        >
          {text.peek}
        </Button>
      )}
    </div>
  );
}
