import type { ComparedSentence } from '../../domain/progress/compare-takes';
import { differenceLine, saidOrNot, compareText as text } from '../../text-ja/compare';
import { Button } from '../../ui/button';
import styles from './compare.module.css';
import { ComparedHead } from './compared-head';
import type { Players } from './compared-recordings';

interface ComparedSentencesProps {
  sentences: readonly ComparedSentence[];
  players: Players;
}

/** Differences smaller than this are within what a person hears and the method knows, ms. */
const WORTH_SHOWING_MS = 500;

/** Every sentence with its time in both takes, each to be heard with one press. */
export function ComparedSentences({ sentences, players }: ComparedSentencesProps) {
  return (
    <table className={styles.sentences}>
      <ComparedHead />
      <tbody>
        {sentences.map((sentence, index) => {
          const { text: words, before, after, differenceMs } = sentence;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the two takes do not change
            <tr key={index}>
              <th scope="row">{words}</th>
              <Cell side="before" number={index + 1} said={before} players={players} />
              <Cell side="after" number={index + 1} said={after} players={players} />
              <td
                data-label={text.difference}
                data-change={
                  differenceMs === null || Math.abs(differenceMs) < WORTH_SHOWING_MS
                    ? undefined
                    : differenceMs > 0
                      ? 'longer'
                      : 'shorter'
                }
              >
                <span className={styles.plain}>{differenceLine(differenceMs)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface CellProps {
  side: keyof Players;
  number: number;
  said: ComparedSentence['before'];
  players: Players;
}

function Cell({ side, number, said, players }: CellProps) {
  const label = side === 'before' ? text.first : text.second;
  const player = players[side];
  const other = players[side === 'before' ? 'after' : 'before'];
  const saying = said?.saying;
  return (
    <td data-label={label} data-left-out={said?.status === 'left-out'}>
      {saying && player.state === 'ready' ? (
        <Button
          look="quiet"
          icon="play"
          onClick={() => {
            other.pause();
            player.playStretch(saying);
          }}
        >
          <span className="visually-hidden">{text.listen(number, side)} </span>
          {saidOrNot(said)}
        </Button>
      ) : (
        <span className={styles.plain}>{saidOrNot(said)}</span>
      )}
    </td>
  );
}
