import { Link } from 'wouter';
import type { Variant } from '../../domain/pitch/pitch';
import { useAppStore } from '../../state/use-app-store';
import { comparisonText as text } from '../../text-ja/variant-comparison';
import { paths } from '../../ui/paths';
import styles from './write.module.css';

/** Which variant this one began as a copy of, and the way to see the two beside each other. */
export function MadeFrom({ variant }: { variant: Variant }) {
  const source = useAppStore((state) => (variant.madeFrom ? state.variants[variant.madeFrom] : undefined));
  if (!source || source.deletedAt !== null) return null;
  return (
    <p className={styles.details}>
      <Link href={paths.compareVariants(variant.id, source.id)} className={styles.inlineLink}>
        {text.madeFromLink(source.title)}
      </Link>
    </p>
  );
}
