import { useLayoutEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import {
  type Fitting,
  moveSentence,
  startFitting,
  switchClause,
  switchSentence,
} from '../../domain/fitting/fitting';
import { type FittingHistory, redoChoice, undoChoice } from '../../domain/fitting/fitting-history';
import { limitOf } from '../../domain/fitting/limit';
import { measureFitting } from '../../domain/fitting/measure-fitting';
import { suggestFitting } from '../../domain/fitting/suggest-fitting';
import { sameExtent } from '../../domain/pitch/occasion';
import { detailsOf, type Variant } from '../../domain/pitch/pitch';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { fitTextFor, formatCost } from '../../text-ja/fit';
import { Button, ButtonLink } from '../../ui/button';
import { MessageBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import { ExtentChoice } from './extent-choice';
import styles from './fit.module.css';
import { FittedSentenceItem } from './fitted-sentence';
import { FittingMeter } from './fitting-meter';
import { useDragOrder } from './use-drag-order';
import { useFitting } from './use-fitting';
import { useUndoKeys } from './use-undo-keys';

/**
 * Fitting a script to a time, or to characters where it is read: what of it stays and in which order, with what is left
 * in view; a new variant comes of it.
 */
export function FitPage({ variant }: { variant: Variant }) {
  const [, navigate] = useLocation();
  const { variantDuplicated, scriptKept, scriptReplaced } = useAppActions();
  const settings = useAppStore((state) => state.settings);
  const { history, fitting, sentences, weighed, soleOf, outcome, onChoose, onHistory } = useFitting(variant);
  const { extent } = fitting;
  const setting = settings.characterTarget;
  const limit = limitOf(extent, setting);
  const size = formatCost(limit.most, limit.unit);
  const text = fitTextFor(extent.medium);
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);

  const moving = useRef<HTMLElement | null>(null);
  // Whoever moves a sentence by keys goes on moving it: its new place must not cost the focus.
  useLayoutEffect(() => {
    const control = moving.current;
    moving.current = null;
    if (!control || control === document.activeElement) return;
    (control.matches(':disabled')
      ? control.parentElement?.querySelector<HTMLElement>(':enabled')
      : control
    )?.focus();
  });

  const move = (from: number, to: number) => {
    if (to < 0 || to >= fitting.choices.length) return;
    moving.current = document.activeElement as HTMLElement | null;
    onChoose(moveSentence(fitting, from, to));
    setSaid(text.moved(to + 1, fitting.choices.length));
  };
  const { drag, onGrab } = useDragOrder(list, move);
  const act = (next: Fitting) => {
    onChoose(next);
    setSaid('');
  };
  const goInHistory = (next: FittingHistory) => {
    onHistory(next);
    setSaid('');
  };
  useUndoKeys(
    () => goInHistory(undoChoice(history)),
    () => goInHistory(redoChoice(history)),
  );

  const suggest = () => {
    const choices = suggestFitting(weighed, limit);
    // The order chosen stays; the suggestion says only what is said.
    const next = {
      ...fitting,
      choices: fitting.choices.map((choice) => choices[choice.index] ?? choice),
    };
    const { durationMs, characters } = measureFitting(next, weighed);
    // Time is shown in whole seconds, so less than half of one too much is not seen.
    const [taken, over] =
      limit.unit === 'ms'
        ? [durationMs, durationMs > limit.most + 500]
        : [characters, characters > limit.most];
    onChoose(next);
    setSaid(
      over
        ? text.suggestedShort(formatCost(taken, limit.unit))
        : choices.every(({ on, left }) => on && left.length === 0)
          ? text.suggestedNone
          : text.suggested(size),
    );
  };

  const heading = <h1 tabIndex={-1}>{text.title(variant.title)}</h1>;
  if (variant.script.trim() === '') {
    return (
      <>
        {heading}
        <MessageBox title={text.empty} body={text.emptyBody} icon="edit">
          <ButtonLink look="primary" icon="edit" to={paths.write(variant.id)}>
            {text.write}
          </ButtonLink>
        </MessageBox>
      </>
    );
  }
  const measured = outcome.durationMs !== null;
  // One that is to keep to its own limit need not become one more; the whole text stays among its revisions.
  const ownExtent = sameExtent(variant, extent, setting);
  const putInPlace = async () => {
    await scriptKept(variant.id);
    scriptReplaced(variant.id, outcome.script, outcome.overrules, true);
    navigate(paths.write(variant.id));
  };
  const nothingLeft = outcome.script.trim() === '';
  return (
    <div className={styles.page}>
      <div>
        {heading}
        <p className={styles.lead}>{text.lead}</p>
      </div>
      <ExtentChoice
        settings={settings}
        own={variant}
        extent={extent}
        onChange={(chosen) => act({ ...fitting, extent: chosen })}
      />
      <FittingMeter outcome={outcome} extent={extent} setting={setting} />
      <div className={styles.tools}>
        <Button icon="timer" disabled={!measured} onClick={suggest}>
          {text.suggest}
        </Button>
        <Button
          look="quiet"
          icon="undo"
          iconOnly
          disabled={history.past.length === 0}
          onClick={() => goInHistory(undoChoice(history))}
        >
          {text.undo}
        </Button>
        <Button
          look="quiet"
          icon="redo"
          iconOnly
          disabled={history.future.length === 0}
          onClick={() => goInHistory(redoChoice(history))}
        >
          {text.redo}
        </Button>
        <p className={styles.note}>{text.suggestHint}</p>
      </div>
      <p role="status" className={said === '' ? 'visually-hidden' : styles.said}>
        {said}
      </p>
      <div className={styles.columns}>
        <Panel className={styles.panel}>
          <div className={styles.panelHead}>
            <h2>{text.sentences}</h2>
            <Button look="quiet" onClick={() => act(startFitting(variant.script, sentences.length, extent))}>
              {text.reset}
            </Button>
          </div>
          <p className={styles.note}>{text.sentencesHint}</p>
          <ol ref={list} className={styles.list}>
            {fitting.choices.map((choice, place) => {
              const sentence = sentences[choice.index];
              const weight = weighed[choice.index];
              if (!sentence || !weight) return null;
              const carried = drag?.from === place;
              return (
                <li
                  key={choice.index}
                  className={styles.item}
                  data-carried={carried}
                  data-target={targetSide(drag, place)}
                  style={carried ? { transform: `translateY(${drag.by}px)` } : undefined}
                >
                  <FittedSentenceItem
                    text={text}
                    unit={limit.unit}
                    choice={choice}
                    sentence={sentence}
                    weighed={weight}
                    sole={soleOf(choice.index)}
                    place={place}
                    count={fitting.choices.length}
                    onSwitch={() => act(switchSentence(fitting, choice.index))}
                    onSwitchClause={(clause) =>
                      act(switchClause(fitting, choice.index, sentence.clauses, clause))
                    }
                    onMove={(by) => move(place, place + by)}
                    onGrab={(event) => onGrab(event, place)}
                  />
                </li>
              );
            })}
          </ol>
        </Panel>
        <Panel className={`${styles.panel} ${styles.result}`}>
          <h2>{text.result}</h2>
          {nothingLeft ? <p>{text.nothingLeft}</p> : <p className={styles.script}>{outcome.script}</p>}
          <div className={styles.tools}>
            {ownExtent && (
              <Button
                look="primary"
                icon="check"
                disabled={nothingLeft || outcome.script === variant.script}
                onClick={() => void putInPlace()}
              >
                {text.putInPlace}
              </Button>
            )}
            <Button
              look={ownExtent ? 'secondary' : 'primary'}
              icon="add"
              disabled={nothingLeft}
              onClick={() => setAsking(true)}
            >
              {text.make}
            </Button>
            {ownExtent && <p className={styles.note}>{text.putInPlaceHint}</p>}
          </div>
        </Panel>
      </div>
      {asking && (
        <VariantDetailsDialog
          purpose="copy"
          settings={settings}
          lead={text.makeLead}
          submit={text.create}
          initial={{
            ...detailsOf(variant),
            title: text.newTitle(variant.title, size),
            ...extent,
          }}
          onClose={() => setAsking(false)}
          onSubmit={(details) => {
            const { script, overrules } = outcome;
            const madeId = variantDuplicated(variant.id, details, { script, overrules });
            if (madeId) navigate(paths.compareVariants(madeId, variant.id));
          }}
        />
      )}
    </div>
  );
}

/** On which side of an item what is carried would be put down; `undefined` where it would not. */
function targetSide(
  drag: { from: number; to: number } | null,
  place: number,
): 'before' | 'after' | undefined {
  if (!drag || drag.from === drag.to || place !== drag.to) return undefined;
  return drag.to < drag.from ? 'before' : 'after';
}
