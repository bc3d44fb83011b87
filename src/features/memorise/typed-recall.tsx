import { useEffect, useMemo, useRef, useState } from 'react';
import type { SentenceReport } from '../../domain/analysis/report-script';
import type { JudgedRecall } from '../../domain/memorising/judge-recall';
import type { Preparation, RecallDraft } from '../../domain/memorising/preparation';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { memoriseText as text } from '../../text-ja/memorise';
import { Button } from '../../ui/button';
import { DictionarySign } from '../../ui/dictionary-sign';
import { Panel } from '../../ui/panel';
import { TypedArea } from '../../ui/typed-area';
import { CueCard } from './cue-card';
import type { FinishedRecall } from './finished-recall';
import styles from './memorise.module.css';
import { RecallDifferences } from './recall-differences';
import { useJudgedRecall } from './use-judged-recall';
import { usePeeking } from './use-peeking';
import { ViewHeading } from './view-heading';

interface TypedRecallProps {
  title: string;
  sentences: readonly SentenceReport[];
  keyWords: Preparation['keyWords'];
  draft: RecallDraft;
  onDraft(draft: RecallDraft): void;
  onFinished(finished: FinishedRecall): void;
  onLeave(): void;
}

/** Recalling by typing, one sentence after the other or all at once; compared by how it reads. */
export function TypedRecall({ title, sentences, keyWords, draft, ...told }: TypedRecallProps) {
  const { dictionaryWanted, stopwatchStarted } = useAppActions();
  const dictionary = useAppStore((state) => state.dictionary);
  const peeking = usePeeking(draft.peeks);
  const [field, setField] = useState(() => Math.max(0, draft.typed.indexOf('')));
  const [checked, setChecked] = useState(false);
  const [elapsedMs] = useState(() => stopwatchStarted());
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each sentence has a field of its own
  useEffect(() => area.current?.focus(), [field]);

  const indices = useMemo(
    () => sentences.flatMap(({ text }, index) => (draft.asked.includes(text.trim()) ? index : [])),
    [sentences, draft.asked],
  );
  const asked = useMemo(() => indices.flatMap((index) => sentences[index] ?? []), [indices, sentences]);
  const judged = useJudgedRecall(asked, draft, checked);
  const finish = (results: readonly JudgedRecall[]) =>
    told.onFinished({
      way: 'typing',
      rung: draft.rung,
      scope: draft.scope,
      peeks: peeking.count,
      durationMs: elapsedMs(),
      sentences: asked.map((sentence, place) => {
        const result = results[place] as JudgedRecall;
        const looked = peeking.seen.has(indices[place] ?? -1);
        return { ...result, text: sentence.text.trim(), stopped: result.stopped || looked };
      }),
    });
  // All at once there is nothing to look at between the check and the marks.
  useEffect(() => {
    if (judged && draft.atOnce) finish(judged);
  });

  const result = judged?.[field];
  const current = indices[field];
  return (
    <Panel className={styles.stack}>
      <ViewHeading>{text.typingHeading}</ViewHeading>
      {!draft.atOnce && <p className={styles.soft}>{text.progress(field + 1, asked.length)}</p>}
      <CueCard
        title={title}
        sentences={sentences}
        asked={draft.atOnce ? indices : current === undefined ? [] : [current]}
        rung={draft.rung === 'script' ? 'bunsetsu-heads' : draft.rung}
        keyWords={keyWords}
        peeking={peeking}
      />
      <TypedArea
        key={field}
        ref={area}
        className={styles.typed}
        aria-label={text.typedLabel}
        placeholder={text.typedPlaceholder}
        defaultValue={draft.typed[field] ?? ''}
        rows={draft.atOnce ? 8 : 3}
        onTyped={(typed) => {
          setChecked(false);
          told.onDraft({ ...draft, typed: draft.typed.with(field, typed), peeks: peeking.count });
        }}
      />
      {checked && !judged && <DictionarySign status={dictionary} onRetry={dictionaryWanted} />}
      {!draft.atOnce && result && (
        <div role="status" className={styles.result} data-recollection={result.recollection}>
          <p className={styles.verdict}>{text.verdicts[result.recollection]}</p>
          <p>{asked[field]?.text.trim()}</p>
          <RecallDifferences differences={result.differences} />
        </div>
      )}
      <div className={styles.actions}>
        {!judged && (
          <Button look="primary" large icon="check" onClick={() => setChecked(true)}>
            {draft.atOnce ? text.checkAll : text.check}
          </Button>
        )}
        {judged && field < draft.typed.length - 1 && (
          <Button
            look="primary"
            large
            onClick={() => {
              peeking.peek(null);
              setChecked(false);
              setField(field + 1);
            }}
          >
            {text.nextSentence}
          </Button>
        )}
        {judged && field === draft.typed.length - 1 && (
          <Button look="primary" large onClick={() => finish(judged)}>
            {text.toMarks}
          </Button>
        )}
        <Button look="quiet" icon="back" onClick={told.onLeave}>
          {text.leave}
        </Button>
      </div>
    </Panel>
  );
}
