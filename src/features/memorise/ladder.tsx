import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SentenceReport } from '../../domain/analysis/report-script';
import type { Preparation, RecallDraft } from '../../domain/memorising/preparation';
import type { RecallScope, Rung } from '../../domain/memorising/recall';
import type { Prompter } from '../../domain/rehearsal/take-log';
import { useAppActions } from '../../state/use-app-store';
import { memoriseText as text } from '../../text-ja/memorise';
import { Button } from '../../ui/button';
import { Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { CueCard } from './cue-card';
import type { FinishedRecall } from './finished-recall';
import styles from './memorise.module.css';
import { RungChoice } from './rung-choice';
import { usePeeking } from './use-peeking';
import { WordChooser } from './word-chooser';

/** What a rehearsal has in view that comes nearest to the rung. */
const PROMPTERS: Record<Rung, Prompter> = {
  script: 'script',
  'bunsetsu-heads': 'sentence-heads',
  'sentence-heads': 'sentence-heads',
  'key-words': 'key-words',
  title: 'nothing',
};

interface LadderProps {
  variantId: string;
  title: string;
  sentences: readonly SentenceReport[];
  /** Indices of the sentences that are asked for; `null` for all. */
  part: readonly number[] | null;
  rung: Rung;
  keyWords: Preparation['keyWords'];
  /** Whether something is half typed: that comes first. */
  begun: boolean;
  onRung(rung: Rung): void;
  onWhole(): void;
  onFinished(finished: FinishedRecall): void;
  onRead(finished: FinishedRecall): void;
  onTyping(draft: RecallDraft): void;
}

/** The rungs and the card: saying it along, typing it, or going to say it into the microphone. */
export function Ladder({ variantId, title, sentences, part, rung, keyWords, begun, ...told }: LadderProps) {
  const [, navigate] = useLocation();
  const { rehearsalSuggested, stopwatchStarted } = useAppActions();
  const peeking = usePeeking();
  const [choosing, setChoosing] = useState(false);
  const [elapsedMs, setElapsedMs] = useState(() => stopwatchStarted());

  const asked = part ?? [...sentences.keys()];
  const scope: RecallScope = part ? 'part' : 'whole';
  const texts = asked.map((index) => sentences[index]?.text.trim() ?? '');
  const finished = (): FinishedRecall => ({
    way: 'reading',
    rung,
    scope,
    peeks: peeking.count,
    durationMs: elapsedMs(),
    sentences: asked.map((index, place) => {
      const seen = peeking.seen.has(index);
      return {
        text: texts[place] ?? '',
        recollection: seen ? 'partly' : 'recalled',
        stopped: seen,
        differences: [],
      };
    }),
  });
  const type = (atOnce: boolean) =>
    told.onTyping({
      rung,
      scope,
      asked: texts,
      atOnce,
      typed: atOnce ? [''] : texts.map(() => ''),
      peeks: 0,
    });

  if (choosing) {
    return (
      <Panel>
        <WordChooser
          variantId={variantId}
          sentences={sentences}
          keyWords={keyWords}
          onDone={() => setChoosing(false)}
        />
      </Panel>
    );
  }
  return (
    <Panel className={styles.stack}>
      <RungChoice
        rung={rung}
        onChoose={(chosen) => {
          peeking.forget();
          setElapsedMs(() => stopwatchStarted());
          told.onRung(chosen);
        }}
      />
      {part && (
        <p className={styles.part}>
          {text.part(part.length)}{' '}
          <Button look="quiet" onClick={told.onWhole}>
            {text.wholeAgain}
          </Button>
        </p>
      )}
      <CueCard
        title={title}
        sentences={sentences}
        asked={asked}
        rung={rung}
        keyWords={keyWords}
        peeking={peeking}
      />
      {rung === 'key-words' && (
        <div>
          <Button look="quiet" icon="edit" onClick={() => setChoosing(true)}>
            {text.chooseWords}
          </Button>
        </div>
      )}
      <div className={styles.actions}>
        {rung === 'script' ? (
          <Button look="primary" large icon="check" onClick={() => told.onRead(finished())}>
            {text.readOnce}
          </Button>
        ) : (
          <Button look="primary" large icon="check" onClick={() => told.onFinished(finished())}>
            {text.remembered}
          </Button>
        )}
        <div className={styles.others}>
          {rung !== 'script' && !begun && (
            <>
              <Button icon="keyboard" onClick={() => type(false)}>
                {text.typeBySentence}
              </Button>
              <Button icon="keyboard" onClick={() => type(true)}>
                {text.typeAtOnce}
              </Button>
            </>
          )}
          <Button
            icon="microphone"
            onClick={() => {
              rehearsalSuggested({ hearing: 'audio-and-words', prompter: PROMPTERS[rung] });
              navigate(paths.rehearse(variantId));
            }}
          >
            {text.sayIt}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
