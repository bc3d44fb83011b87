import { useEffect } from 'react';
import { isUnderWay } from '../domain/rehearsal/phase';
import type { Notice } from '../state/notice-slice';
import { useAppActions, useAppStore } from '../state/use-app-store';
import { noticeText, shellText as text } from '../text-ja/shell';
import { Button } from '../ui/button';
import styles from './notice-list.module.css';

/** How long a notice stays, in ms: with an undo, long enough to read it, think, and reach for the button. */
const STAY_MS = 6000;
const STAY_WITH_UNDO_MS = 15_000;

/** What has just happened, and the way back from it. */
export function NoticeList() {
  const notices = useAppStore((state) => state.notices);
  // While a take runs the buttons at the bottom must stay within reach.
  const onStage = useAppStore((state) => isUnderWay(state.phase));
  return (
    <section
      className={onStage ? `${styles.notices} ${styles.onStage}` : styles.notices}
      aria-label={text.notices}
      aria-live="polite"
    >
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function NoticeItem({ notice }: { notice: Notice }) {
  const { noticeDismissed } = useAppActions();
  const lasting = notice.content.kind === 'storage-failed';
  useEffect(() => {
    if (lasting) return;
    const timer = setTimeout(() => noticeDismissed(notice.id), notice.undo ? STAY_WITH_UNDO_MS : STAY_MS);
    return () => clearTimeout(timer);
  }, [notice, lasting, noticeDismissed]);
  return (
    <div className={styles.notice}>
      <p>{noticeText(notice.content)}</p>
      {notice.undo && (
        <Button
          look="quiet"
          icon="undo"
          onClick={() => {
            notice.undo?.();
            noticeDismissed(notice.id);
          }}
        >
          {text.undo}
        </Button>
      )}
      <Button look="quiet" icon="close" iconOnly onClick={() => noticeDismissed(notice.id)}>
        {text.dismiss}
      </Button>
    </div>
  );
}
