import { daysBetween } from '../../domain/memorising/calendar-day';
import type { PracticeSession } from '../../domain/memorising/plan-sessions';
import { useAppActions } from '../../state/use-app-store';
import type { Plan } from '../../state/use-memory';
import { formatDay, sessionName, memoriseText as text } from '../../text-ja/memorise';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import styles from './memorise.module.css';

/** Sessions listed: those of about a month. */
const MOST_SHOWN = 8;

interface PlanPanelProps {
  variantId: string;
  eventDate: string | null;
  plan: Plan;
  onStart(session: PracticeSession): void;
}

/** The day it will be said, what is for today, and what comes until then. */
export function PlanPanel({ variantId, eventDate, plan, onStart }: PlanPanelProps) {
  const { preparationChanged } = useAppActions();
  const { today, sessions } = plan;
  const daysLeft = eventDate ? daysBetween(today, eventDate) : null;
  const coming = daysLeft !== null && daysLeft >= 0;
  return (
    <Panel className={styles.plan}>
      {coming && (
        <div className={styles.planHead}>
          <h2>{text.planHeading}</h2>
          <p className={styles.daysLeft}>{text.daysLeft(daysLeft)}</p>
        </div>
      )}
      {coming && <Today plan={plan} onStart={onStart} />}
      <div className={styles.date}>
        <TextField
          label={text.eventDate}
          type="date"
          min={today}
          value={eventDate ?? ''}
          onChange={(event) => preparationChanged(variantId, { eventDate: event.target.value || null })}
        />
        <ButtonLink to={paths.doorway(variantId)} icon="timer">
          {text.doorway}
        </ButtonLink>
      </div>
      {!coming && <p className={styles.soft}>{daysLeft === null ? text.planHint : text.eventPassed}</p>}
      {sessions.length > 0 && (
        <details className={styles.later}>
          <summary>{text.later}</summary>
          <ol>
            {sessions.slice(0, MOST_SHOWN).map((session) => (
              <li key={session.day}>
                <span className={styles.day}>{formatDay(session.day)}</span> {sessionName(session)}
              </li>
            ))}
          </ol>
          {sessions.length > MOST_SHOWN && <p>{text.more(sessions.length - MOST_SHOWN)}</p>}
        </details>
      )}
    </Panel>
  );
}

function Today({
  plan: { today, doneToday, sessions },
  onStart,
}: {
  plan: Plan;
  onStart(session: PracticeSession): void;
}) {
  const [next] = sessions;
  if (next?.day === today) {
    return (
      <div className={styles.today}>
        <p>
          <strong>{text.todayHeading}</strong> {sessionName(next)}
        </p>
        <Button look="primary" icon="play" onClick={() => onStart(next)}>
          {text.startToday}
        </Button>
      </div>
    );
  }
  return (
    <p>
      {doneToday ? text.doneToday : text.noneToday} {next ? text.next(formatDay(next.day)) : text.allDone}
    </p>
  );
}
