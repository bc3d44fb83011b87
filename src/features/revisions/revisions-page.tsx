import { useEffect, useState } from 'react';
import type { Revision, Variant } from '../../domain/pitch/pitch';
import { countCharacters } from '../../domain/text/characters';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { formatNumber } from '../../text-ja/format';
import { revisionsText as text } from '../../text-ja/revisions';
import { ButtonLink } from '../../ui/button';
import { MessageBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { RevisionItem } from './revision-item';
import styles from './revisions.module.css';

/** Drawn at once when the screen opens; what is further down waits until it is near. */
const EARLY = 4;

/** Every kept state of a variant's script, the latest first: to read, to compare, to go back to. */
export function RevisionsPage({ variant }: { variant: Variant }) {
  const { revisionsWanted, dictionaryWanted, editsKept } = useAppActions();
  const library = useAppStore((state) => state.library);
  const [read, setRead] = useState(false);
  const revisions = useAppStore((state) =>
    Object.values(state.revisions)
      .filter(({ variantId }) => variantId === variant.id)
      .sort((a, b) => b.keptAt - a.keptAt),
  );
  useEffect(() => {
    dictionaryWanted();
    if (library === 'loading') return;
    let here = true;
    void revisionsWanted(variant.id).then(() => {
      if (here) setRead(true);
    });
    return () => {
      here = false;
    };
  }, [variant.id, library, revisionsWanted, dictionaryWanted]);

  // What was put back here is kept as the latest when one goes on.
  useEffect(() => () => void editsKept(variant.id), [editsKept, variant.id]);

  const kept = revisions[0]?.script === variant.script;
  return (
    <div className={styles.page}>
      <div>
        <h1 tabIndex={-1}>{text.title(variant.title)}</h1>
        <p className={styles.lead}>{text.lead}</p>
      </div>
      {!read && <p role="status">{text.loading}</p>}
      {read && revisions.length === 0 ? (
        <MessageBox title={text.empty} body={text.emptyBody} icon="history">
          <ButtonLink look="primary" icon="edit" to={paths.write(variant.id)}>
            {text.write}
          </ButtonLink>
        </MessageBox>
      ) : (
        <ol className={styles.list}>
          {!kept && (
            <li>
              <Panel className={styles.item}>
                <div className={styles.head}>
                  <h2>{text.presentUnkept}</h2>
                  <span className="numeric">
                    {text.count(formatNumber(countCharacters(variant.script).all))}
                  </span>
                </div>
                <p className={styles.script}>{variant.script}</p>
              </Panel>
            </li>
          )}
          {revisions.map((revision: Revision, index) => (
            <RevisionItem
              key={revision.id}
              variant={variant}
              revision={revision}
              next={index === 0 ? (kept ? null : variant.script) : (revisions[index - 1]?.script ?? null)}
              nextIsPresent={index === 0 || (kept && index === 1)}
              early={index < EARLY}
            />
          ))}
        </ol>
      )}
    </div>
  );
}
