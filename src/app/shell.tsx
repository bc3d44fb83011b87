import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { isUnderWay } from '../domain/rehearsal/phase';
import { useAppActions, useAppStore } from '../state/use-app-store';
import { shellText as text } from '../text-ja/shell';
import { storageMessage } from '../text-ja/storage-messages';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { MessageBox } from '../ui/panel';
import { paths } from '../ui/paths';
import styles from './shell.module.css';

/** Header, the way between the screens of one variant, and what concerns every screen. */
export function Shell({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  const { updateAccepted } = useAppActions();
  const memoryOnly = useAppStore((state) => state.library === 'memory-only');
  const storageError = useAppStore((state) => state.storageError);
  const updateReady = useAppStore((state) => state.offline.updateReady);
  const [, screen = '', subject] = location.split('/');
  // What a link brought is no variant yet.
  const variantId = screen === 'receive' ? undefined : subject;
  // While a take runs the screen belongs to it; in the doorway, to what is about to be said.
  const onStage = useAppStore(
    (state) => isUnderWay(state.phase) || state.phase.kind === 'countdown' || screen === 'doorway',
  );

  return (
    <div className={styles.shell}>
      {/* A button: the address's hash names the screen, so it cannot name a place on it. */}
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        {text.skip}
      </button>
      {!onStage && (
        <header className={styles.header}>
          <Link href={paths.library()} className={styles.brand}>
            <Logo />
            <span className={styles.name}>{text.name}</span>
            <span className={styles.tagline}>{text.tagline}</span>
          </Link>
          <Navigation screen={screen} variantId={variantId} />
          <Link
            href={paths.settings()}
            className={styles.settings}
            aria-current={screen === 'settings' ? 'page' : undefined}
          >
            <Icon name="settings" />
            <span>{text.settings}</span>
          </Link>
        </header>
      )}
      <main id="main" tabIndex={-1} className={styles.main}>
        {memoryOnly && storageError && <MessageBox trouble {...storageMessage(storageError)} />}
        {updateReady && !onStage && (
          <MessageBox title={text.updateReady} icon="download">
            <Button onClick={updateAccepted}>{text.update}</Button>
          </MessageBox>
        )}
        {children}
      </main>
    </div>
  );
}

function Navigation({ screen, variantId = '' }: { screen: string; variantId: string | undefined }) {
  // Of no variant, as on the screen of a whole pitch, there is nothing to go to.
  const medium = useAppStore((state) => state.variants[variantId]?.medium);
  const items: { name: string; icon: IconName; to: string; current: boolean }[] = [
    { name: text.library, icon: 'list', to: paths.library(), current: screen === '' },
  ];
  if (medium) {
    items.push({ name: text.write, icon: 'edit', to: paths.write(variantId), current: screen === 'write' });
  }
  // What is read is neither learnt by heart, nor rehearsed, nor reviewed.
  if (medium === 'spoken') {
    items.push(
      { name: text.memorise, icon: 'ladder', to: paths.memorise(variantId), current: screen === 'memorise' },
      {
        name: text.rehearse,
        icon: 'microphone',
        to: paths.rehearse(variantId),
        current: screen === 'rehearse',
      },
      { name: text.review, icon: 'review', to: paths.progress(variantId), current: screen === 'review' },
    );
  }
  if (items.length === 1) return <span className={styles.grow} />;
  return (
    <nav className={styles.navigation} aria-label={text.mainNavigation}>
      {items.map((item) => (
        <Link key={item.to} href={item.to} aria-current={item.current ? 'page' : undefined}>
          <Icon name={item.icon} />
          {item.name}
        </Link>
      ))}
    </nav>
  );
}

/** A clock of one minute with one stroke in it: 一分. */
function Logo() {
  return (
    <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
      <circle
        cx="15"
        cy="15"
        r="12.5"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeDasharray="68 20"
        strokeLinecap="round"
        transform="rotate(-90 15 15)"
      />
      <path d="M9.5 15h11" stroke="var(--ink)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  );
}
