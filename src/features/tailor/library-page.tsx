import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { selectPitches } from '../../state/library-slice';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { useEventsAhead } from '../../state/use-events-ahead';
import { tailorText as text } from '../../text-ja/tailor';
import { Button } from '../../ui/button';
import { EmptyBox, MessageBox } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { VariantDetailsDialog } from '../../ui/variant-details-dialog';
import { PitchSection } from './pitch-section';
import styles from './tailor.module.css';

// The library is there before it.
const TodayPanel = lazy(async () => ({ default: (await import('./today-panel')).TodayPanel }));

/** All pitches with their variants: the way into everything else. */
export function LibraryPage() {
  const [, navigate] = useLocation();
  const actions = useAppActions();
  const library = useAppStore((state) => state.library);
  const pitches = useAppStore(selectPitches);
  const settings = useAppStore((state) => state.settings);
  const eventsAhead = useEventsAhead();
  const [creating, setCreating] = useState(false);

  const hasExample = pitches.some((pitch) => pitch.example);
  const dismissExample = () => {
    for (const pitch of pitches) if (pitch.example) actions.pitchDeleted(pitch.id);
    actions.settingsChanged({ exampleDismissed: true });
  };

  return (
    <>
      <div className={styles.head}>
        <div>
          <h1 tabIndex={-1}>{text.title}</h1>
          <p className={styles.lead}>{text.lead}</p>
        </div>
        <Button look="primary" icon="add" onClick={() => setCreating(true)}>
          {text.newPitch}
        </Button>
      </div>

      {hasExample && (
        <MessageBox title={text.exampleTitle} body={text.exampleBody} icon="speech">
          <Button onClick={dismissExample}>{text.exampleDismiss}</Button>
        </MessageBox>
      )}

      {eventsAhead && (
        <Suspense>
          <TodayPanel />
        </Suspense>
      )}

      {library === 'loading' && <p role="status">{text.loading}</p>}

      {library !== 'loading' && pitches.length === 0 && (
        <EmptyBox title={text.emptyTitle} body={text.emptyBody}>
          <Button look="primary" large icon="edit" onClick={() => setCreating(true)}>
            {text.firstPitch}
          </Button>
        </EmptyBox>
      )}

      {pitches.map((pitch, index) => (
        <PitchSection
          key={pitch.id}
          pitch={pitch}
          first={index === 0}
          last={index === pitches.length - 1}
          early={index === 0}
        />
      ))}

      {creating && (
        <VariantDetailsDialog
          purpose="new-pitch"
          settings={settings}
          onClose={() => setCreating(false)}
          onSubmit={(details, title) => navigate(paths.write(actions.pitchCreated(title, details).variantId))}
        />
      )}
    </>
  );
}
