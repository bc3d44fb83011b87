import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './button.module.css';
import { Icon, type IconName } from './icon';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Appearance {
  look?: Look;
  large?: boolean;
  icon?: IconName;
  /** Shows the icon alone; `children` is then read out only. */
  iconOnly?: boolean;
  children: ReactNode;
}

function classNames({ look = 'secondary', large, iconOnly }: Appearance, extra?: string): string {
  return [styles.button, styles[look], large && styles.large, iconOnly && styles.iconOnly, extra]
    .filter(Boolean)
    .join(' ');
}

function Content({ icon, iconOnly, children }: Appearance) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {iconOnly ? <span className="visually-hidden">{children}</span> : children}
    </>
  );
}

export function Button({
  look,
  large,
  icon,
  iconOnly,
  children,
  className,
  ...rest
}: Appearance & ButtonHTMLAttributes<HTMLButtonElement>) {
  const appearance = { look, large, icon, iconOnly, children } as Appearance;
  return (
    <button
      type="button"
      {...rest}
      title={iconOnly && typeof children === 'string' ? children : rest.title}
      className={classNames(appearance, className)}
    >
      <Content {...appearance} />
    </button>
  );
}

/** A link that looks like a button: it goes to another screen. */
export function ButtonLink({ to, ...appearance }: Appearance & { to: string }) {
  return (
    <Link href={to} className={classNames(appearance)}>
      <Content {...appearance} />
    </Link>
  );
}
