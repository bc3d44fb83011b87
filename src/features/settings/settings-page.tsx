import { THEMES, type Theme } from '../../domain/settings/settings';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { settingsText as text, themeNames } from '../../text-ja/settings';
import { ChoiceGroup } from '../../ui/choice-group';
import { Panel } from '../../ui/panel';
import { DeletedPanel } from './deleted-panel';
import { KeepingPanel } from './keeping-panel';
import { OccasionsPanel } from './occasions-panel';
import { ReadingsPanel } from './readings-panel';
import { RehearsalPanel } from './rehearsal-panel';
import { RemovalPanel } from './removal-panel';
import styles from './settings.module.css';
import { WritingPanel } from './writing-panel';

/** Everything that holds for the whole app, what is kept, and the way to take it along. */
export function SettingsPage() {
  const { settingsChanged } = useAppActions();
  const theme = useAppStore((state) => state.settings.theme);
  const offlineReady = useAppStore((state) => state.offline.offlineReady);
  return (
    <div className={styles.page}>
      <h1 tabIndex={-1}>{text.heading}</h1>
      <KeepingPanel />
      <RehearsalPanel />
      <WritingPanel />
      <OccasionsPanel />
      <ReadingsPanel />
      <Panel>
        <ChoiceGroup<Theme>
          legend={text.lookHeading}
          inline
          value={theme}
          onChange={(value) => settingsChanged({ theme: value })}
          choices={THEMES.map((value) => ({ value, name: themeNames[value] }))}
        />
      </Panel>
      <DeletedPanel />
      <RemovalPanel />
      <Panel className={styles.stack}>
        <h2>{text.aboutHeading}</h2>
        <p>{text.aboutBody}</p>
        <p>{offlineReady ? text.offlineReady : text.offlineNotReady}</p>
        <p>
          <a href="./dictionary/NOTICE.txt" target="_blank" rel="noreferrer">
            {text.notice}
          </a>
        </p>
      </Panel>
    </div>
  );
}
