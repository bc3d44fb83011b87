import type { PointerEvent } from 'react';
import type { Element } from '../../domain/coverage/element';
import { composeSentence } from '../../domain/fitting/compose-fitting';
import { canSwitch, type FittedSentence, type SentenceChoice } from '../../domain/fitting/fitting';
import type { Limit } from '../../domain/fitting/limit';
import type { WeighedSentence } from '../../domain/fitting/suggest-fitting';
import { countCharacters } from '../../domain/text/characters';
import type { fitText } from '../../text-ja/fit';
import { formatCost } from '../../text-ja/fit';
import { elementNames } from '../../text-ja/vocabulary';
import { Button } from '../../ui/button';
import { ElementMark } from '../../ui/element-mark';
import styles from './fit.module.css';

interface FittedSentenceItemProps {
  text: typeof fitText;
  unit: Limit['unit'];
  choice: SentenceChoice;
  sentence: FittedSentence;
  weighed: WeighedSentence;
  /** Elements that only this sentence still carries. */
  sole: readonly Element[];
  /** Place in the order chosen, from 0, and how many there are. */
  place: number;
  count: number;
  onSwitch(): void;
  onSwitchClause(clause: number): void;
  /** Moves it by so many places. */
  onMove(by: -1 | 1): void;
  onGrab(event: PointerEvent<HTMLElement>): void;
}

/** One sentence with what it costs and serves: on or off, clause by clause, and its place. */
export function FittedSentenceItem(props: FittedSentenceItemProps) {
  const { text, unit, choice, sentence, weighed, sole, place, count } = props;
  const { on, left } = choice;
  const cost =
    unit === 'ms'
      ? weighed.clauseMs.reduce((sum, part, clause) => sum + (left.includes(clause) ? 0 : part), 0)
      : countCharacters(composeSentence(sentence.clauses, left)).all;
  return (
    <div className={styles.sentence} data-off={!on}>
      <input
        type="checkbox"
        className={styles.switch}
        checked={on}
        aria-label={text.speak(place + 1)}
        onChange={props.onSwitch}
      />
      <p className={styles.clauses}>
        {sentence.clauses.map((clause, index) => {
          const body = clause.text.trim();
          if (!on || !canSwitch(sentence.clauses, left, index)) {
            return left.includes(index) ? (
              <del key={clause.start}>{body}</del>
            ) : (
              <span key={clause.start}>{body}</span>
            );
          }
          const spoken = !left.includes(index);
          // A label, not a button: its words flow with the sentence's.
          return (
            <label key={clause.start} className={styles.clause}>
              <input
                type="checkbox"
                className="visually-hidden"
                checked={spoken}
                onChange={() => props.onSwitchClause(index)}
              />
              {spoken ? <span>{body}</span> : <del>{body}</del>}
            </label>
          );
        })}
      </p>
      <div className={styles.foot}>
        <p className={styles.facts}>
          {cost > 0 && <span className="numeric">{formatCost(cost, unit)}</span>}
          {weighed.elements.map((element) => (
            <ElementMark key={element} element={element} present={on} />
          ))}
          {on && sole.length > 0 && (
            <strong className={styles.only}>{text.only(sole.map((element) => elementNames[element]))}</strong>
          )}
        </p>
        <div className={styles.place}>
          <Button look="quiet" icon="up" iconOnly disabled={place === 0} onClick={() => props.onMove(-1)}>
            {text.up(place + 1)}
          </Button>
          <Button
            look="quiet"
            icon="grip"
            iconOnly
            className={styles.handle}
            onPointerDown={props.onGrab}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              props.onMove(event.key === 'ArrowUp' ? -1 : 1);
            }}
          >
            {text.handle(place + 1)}
          </Button>
          <Button
            look="quiet"
            icon="down"
            iconOnly
            disabled={place === count - 1}
            onClick={() => props.onMove(1)}
          >
            {text.down(place + 1)}
          </Button>
        </div>
      </div>
    </div>
  );
}
