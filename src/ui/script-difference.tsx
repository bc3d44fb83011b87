import type { Edit } from '../domain/comparison/compare-phrases';
import type { ComparisonRow } from '../domain/comparison/compare-scripts';
import { rowName, differenceText as text } from '../text-ja/variant-comparison';
import styles from './script-difference.module.css';

/** Two scripts woven into one column: what is gone struck through, what is new underlined, each said in words too. */
export function WovenDifference({ rows }: { rows: readonly ComparisonRow[] }) {
  return (
    <ol className={styles.woven}>
      {rows.map((row) => (
        <li key={keyOf(row)} className={styles.row} data-kind={row.kind}>
          <RowName row={row} />
          <p>{row.kind === 'moved-away' ? beginning(row.edits) : <Edits edits={row.edits} />}</p>
        </li>
      ))}
    </ol>
  );
}

interface SideBySideProps {
  rows: readonly ComparisonRow[];
  before: string;
  after: string;
}

/** The two scripts in two columns, each sentence beside what became of it. */
export function SideBySideDifference({ rows, before, after }: SideBySideProps) {
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const left = row.kind !== 'added' && row.kind !== 'moved-here';
          const right = row.kind !== 'cut' && row.kind !== 'moved-away';
          return (
            <tr key={keyOf(row)} data-kind={row.kind}>
              <td>
                {left && (
                  <>
                    <RowName row={row} />
                    <Edits edits={row.edits.filter(({ kind }) => kind !== 'added')} />
                  </>
                )}
              </td>
              <td>
                {right && (
                  <>
                    <RowName row={row} />
                    <Edits edits={row.edits.filter(({ kind }) => kind !== 'cut')} />
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function RowName({ row }: { row: ComparisonRow }) {
  const name = rowName(row);
  return name && <span className={styles.name}>{name}</span>;
}

function Edits({ edits }: { edits: readonly Edit[] }) {
  let at = 0;
  return edits.map(({ kind, text: piece }) => {
    at += piece.length;
    // A line break is no change of words.
    if (kind === 'same' || piece.trim() === '') return kind === 'cut' ? null : piece.trim();
    const Mark = kind === 'cut' ? 'del' : 'ins';
    return (
      <Mark key={`${kind} ${at}`}>
        <span className="visually-hidden">
          {text[kind]}
          {text.open}
        </span>
        {piece.trim()}
        <span className="visually-hidden">{text.close}</span>
      </Mark>
    );
  });
}

/** So many characters tell which sentence is meant where its words stand elsewhere. */
const BEGINNING = 12;

function beginning(edits: readonly Edit[]): string {
  const whole = edits
    .filter(({ kind }) => kind !== 'added')
    .map(({ text: piece }) => piece)
    .join('')
    .trim();
  const characters = [...whole];
  return characters.length <= BEGINNING ? whole : `${characters.slice(0, BEGINNING).join('')}…`;
}

function keyOf(row: ComparisonRow): string {
  return `${row.kind} ${'before' in row ? row.before : ''} ${'after' in row ? row.after : ''}`;
}
