import { ELEMENTS } from '../../domain/coverage/element';
import type { Variant } from '../../domain/pitch/pitch';
import { useScriptReport } from '../../state/use-app-store';
import { formatDifference, formatDuration, formatNumber } from '../../text-ja/format';
import { comparisonText as text } from '../../text-ja/variant-comparison';
import { elementNames } from '../../text-ja/vocabulary';
import { ElementMark } from '../../ui/element-mark';
import styles from './compare.module.css';

/** Characters, seconds and elements of both variants, and what changed between them. */
export function FiguresTable({ before, after }: { before: Variant; after: Variant }) {
  const old = useScriptReport(before.script, before.overrules);
  const now = useScriptReport(after.script, after.overrules);
  const changed = (from: typeof old, to: typeof old): string[] =>
    ELEMENTS.filter((element) => !from.covered?.[element] && to.covered?.[element]).map(
      (element) => elementNames[element],
    );
  const known = old.covered !== null && now.covered !== null;
  const lost = known ? changed(now, old) : [];
  const gained = known ? changed(old, now) : [];
  // A text that is read has no time.
  const timed = [before, after].filter(({ medium }) => medium === 'spoken').length;
  const duration = ({ medium }: Variant, ms: number | null): string => {
    if (medium === 'written') return '–';
    return ms === null ? text.measuring : formatDuration(ms);
  };
  const difference =
    old.durationMs === null || now.durationMs === null
      ? text.measuring
      : formatDifference(now.durationMs - old.durationMs);

  return (
    <table className={styles.figures}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{text.columns.what}</span>
          </th>
          <th scope="col">{before.title}</th>
          <th scope="col">{after.title}</th>
          <th scope="col">{text.columns.difference}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{text.characters}</th>
          <td className="numeric" data-label={text.columns.before}>
            {text.count(formatNumber(old.characters.all))}
          </td>
          <td className="numeric" data-label={text.columns.after}>
            {text.count(formatNumber(now.characters.all))}
          </td>
          <td className="numeric" data-label={text.columns.difference}>
            {text.countDifference(now.characters.all - old.characters.all)}
          </td>
        </tr>
        {timed > 0 && (
          <tr>
            <th scope="row">{text.duration}</th>
            <td className="numeric" data-label={text.columns.before}>
              {duration(before, old.durationMs)}
            </td>
            <td className="numeric" data-label={text.columns.after}>
              {duration(after, now.durationMs)}
            </td>
            <td className="numeric" data-label={text.columns.difference}>
              {timed === 2 ? difference : '–'}
            </td>
          </tr>
        )}
        <tr className={styles.elements}>
          <th scope="row">{text.elements}</th>
          {[
            { name: text.columns.before, report: old },
            { name: text.columns.after, report: now },
          ].map(({ name, report }) => (
            <td key={name} data-label={name}>
              <span className={styles.marks}>
                {report.covered === null
                  ? text.measuring
                  : ELEMENTS.map((element) => (
                      <ElementMark
                        key={element}
                        element={element}
                        present={report.covered?.[element] ?? false}
                      />
                    ))}
              </span>
            </td>
          ))}
          <td data-label={text.columns.difference}>
            {!known && text.measuring}
            {lost.length > 0 && <strong className={styles.lost}>{text.lost(lost)}</strong>}{' '}
            {gained.length > 0 && <span>{text.gained(gained)}</span>}
            {known && lost.length + gained.length === 0 && text.sameElements}
          </td>
        </tr>
      </tbody>
    </table>
  );
}
