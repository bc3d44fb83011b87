import { useAppActions } from '../../state/use-app-store';
import { rehearseText as text } from '../../text-ja/rehearse';
import { Button } from '../../ui/button';
import styles from './rehearse.module.css';

/** 3, 2, 1. */
export function Countdown({ remaining, title }: { remaining: number; title: string }) {
  const { rehearsalLeft } = useAppActions();
  return (
    <div className={styles.centre}>
      <h1 tabIndex={-1} className="visually-hidden">
        {text.heading(title)}
      </h1>
      <p key={remaining} className={styles.countdown} aria-live="assertive">
        {text.countdown(remaining)}
      </p>
      <Button look="quiet" onClick={() => void rehearsalLeft()}>
        {text.cancel}
      </Button>
    </div>
  );
}
