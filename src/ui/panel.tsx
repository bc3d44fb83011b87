import type { CSSProperties, ReactNode, Ref } from 'react';
import { Icon, type IconName } from './icon';
import styles from './panel.module.css';

interface PanelProps {
  children: ReactNode;
  className?: string | undefined;
  ref?: Ref<HTMLElement>;
  style?: CSSProperties | undefined;
}

/** A sheet of paper on the desk: one group of things. */
export function Panel({ children, className, ref, style }: PanelProps) {
  return (
    <section ref={ref} className={className ? `${styles.panel} ${className}` : styles.panel} style={style}>
      {children}
    </section>
  );
}

interface MessageBoxProps {
  title: string;
  body?: string;
  icon?: IconName;
  /** Trouble is announced at once; anything else when the reader is free. */
  trouble?: boolean;
  children?: ReactNode;
}

/** What happened and what can be done, with the buttons for it. */
export function MessageBox({ title, body, icon = 'warning', trouble, children }: MessageBoxProps) {
  return (
    <div
      className={trouble ? `${styles.message} ${styles.trouble}` : styles.message}
      role={trouble ? 'alert' : 'status'}
    >
      <Icon name={icon} />
      <div>
        <p className={styles.title}>{title}</p>
        {body && <p>{body}</p>}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

/** In place of what is not there yet: why there is none, and the button that begins it. */
export function EmptyBox({ title, body, children }: { title: string; body: string; children: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      <p>{body}</p>
      {children}
    </div>
  );
}
