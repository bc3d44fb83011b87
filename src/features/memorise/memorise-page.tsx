import { useEffect, useState } from 'react';
import { proposeRung } from '../../domain/memorising/propose-rung';
import type { Rung } from '../../domain/memorising/recall';
import type { Variant } from '../../domain/pitch/pitch';
import type { Memory } from '../../state/memory-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { useMemory, useMemoryTrace, usePlan, useRecitedSentences } from '../../state/use-memory';
import { formatBudget } from '../../text-ja/format';
import { memoriseText as text } from '../../text-ja/memorise';
import { Button, ButtonLink } from '../../ui/button';
import { EmptyBox, MessageBox } from '../../ui/panel';
import { paths } from '../../ui/paths';
import type { FinishedRecall } from './finished-recall';
import { HistoryPanel } from './history-panel';
import { JointDrill } from './joint-drill';
import { JointsPanel } from './joints-panel';
import { KeptRecall } from './kept-recall';
import { Ladder } from './ladder';
import styles from './memorise.module.css';
import { PlanPanel } from './plan-panel';
import { RecallMarks } from './recall-marks';
import { TypedRecall } from './typed-recall';

/** Learning one variant by heart. */
export function MemorisePage({ variant }: { variant: Variant }) {
  const memory = useMemory(variant.id);
  return (
    <div className={styles.page}>
      <div>
        <h1 tabIndex={-1}>{text.heading(variant.title)}</h1>
        <p className={styles.soft}>{text.lead(formatBudget(variant.timeBudget), variant.audience)}</p>
      </div>
      {memory ? <Practice variant={variant} memory={memory} /> : <p role="status">{text.loading}</p>}
    </div>
  );
}

/** What is under way in place of the card. */
type View =
  | { kind: 'card' }
  | { kind: 'typing' }
  | { kind: 'marks'; finished: FinishedRecall }
  | { kind: 'kept'; kept: FinishedRecall }
  | { kind: 'drill'; joints: readonly number[] };

function Practice({ variant, memory }: { variant: Variant; memory: Memory }) {
  const { preparationChanged, recallKept, stopwatchStarted, dictionaryWanted } = useAppActions();
  const pitchTitle = useAppStore((state) => state.pitches[variant.pitchId]?.title ?? '');
  const sentences = useRecitedSentences(variant);
  const trace = useMemoryTrace(variant, memory, sentences);
  const plan = usePlan(variant.id, memory, sentences.length, trace.joints);
  const [view, setView] = useState<View>({ kind: 'card' });
  const [rung, setRung] = useState<Rung>(() => firstRung(memory));
  const [part, setPart] = useState<readonly number[] | null>(null);
  const [elapsedMs, setElapsedMs] = useState(() => stopwatchStarted());
  useEffect(() => dictionaryWanted(), [dictionaryWanted]);

  const { draft, keyWords, eventDate } = memory.preparation;
  const begun = draft?.typed.some((typed) => typed !== '') ?? false;
  const resume = () => {
    if (draft) setRung(draft.rung);
    setView({ kind: 'typing' });
  };
  const keep = ({ sentences: marked, ...finished }: FinishedRecall) => {
    recallKept({
      ...finished,
      variantId: variant.id,
      sentences: marked.map(({ text: sentence, recollection, stopped }) => ({
        text: sentence,
        recollection,
        stopped,
      })),
    });
    if (finished.way === 'typing') preparationChanged(variant.id, { draft: null });
    setView({ kind: 'kept', kept: { ...finished, sentences: marked } });
  };

  if (sentences.length === 0) {
    return (
      <EmptyBox title={text.emptyTitle} body={text.emptyBody}>
        <ButtonLink look="primary" large icon="edit" to={paths.write(variant.id)}>
          {text.write}
        </ButtonLink>
      </EmptyBox>
    );
  }
  if (view.kind === 'typing' && draft) {
    return (
      <TypedRecall
        title={pitchTitle}
        sentences={sentences}
        keyWords={keyWords}
        draft={draft}
        onDraft={(changed) => preparationChanged(variant.id, { draft: changed })}
        onFinished={(finished) => setView({ kind: 'marks', finished })}
        onLeave={() => setView({ kind: 'card' })}
      />
    );
  }
  if (view.kind === 'marks') {
    return (
      <RecallMarks
        finished={view.finished}
        onKeep={keep}
        onBack={() => setView({ kind: view.finished.way === 'typing' ? 'typing' : 'card' })}
      />
    );
  }
  if (view.kind === 'drill') {
    return (
      <JointDrill
        sentences={sentences}
        joints={view.joints}
        onLeave={() => setView({ kind: 'card' })}
        onDone={(came) =>
          keep({
            way: 'reading',
            rung: 'title',
            scope: 'joints',
            peeks: 0,
            durationMs: elapsedMs(),
            sentences: came.map((sentence) => ({ ...sentence, differences: [] })),
          })
        }
      />
    );
  }
  return (
    <>
      {begun && (
        <MessageBox title={text.draftTitle} icon="keyboard">
          <Button onClick={resume}>{text.draftResume}</Button>
          <Button look="quiet" onClick={() => preparationChanged(variant.id, { draft: null })}>
            {text.draftDrop}
          </Button>
        </MessageBox>
      )}
      {view.kind === 'kept' && (
        <KeptRecall
          kept={view.kept}
          onGo={(next) => {
            setRung(next);
            setView({ kind: 'card' });
          }}
          onClose={() => setView({ kind: 'card' })}
        />
      )}
      <PlanPanel
        variantId={variant.id}
        eventDate={eventDate}
        plan={plan}
        onStart={(session) => {
          setPart(session.scope === 'whole' ? null : session.sentences);
          setView({ kind: 'card' });
        }}
      />
      <Ladder
        variantId={variant.id}
        title={pitchTitle}
        sentences={sentences}
        part={part}
        rung={rung}
        keyWords={keyWords}
        onRung={setRung}
        onWhole={() => setPart(null)}
        onFinished={(finished) => setView({ kind: 'marks', finished })}
        onRead={keep}
        begun={begun}
        onTyping={(started) => {
          preparationChanged(variant.id, { draft: started });
          setView({ kind: 'typing' });
        }}
      />
      <JointsPanel
        sentences={sentences}
        joints={trace.joints}
        onDrill={(joints) => {
          setElapsedMs(() => stopwatchStarted());
          setView({ kind: 'drill', joints });
        }}
      />
      <HistoryPanel runs={trace.runs} />
    </>
  );
}

/** Where the last run through the whole script left off. */
function firstRung({ recalls }: Memory): Rung {
  const last = recalls.findLast(({ scope }) => scope === 'whole');
  return last ? proposeRung(last) : 'script';
}
