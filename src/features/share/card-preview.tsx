import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { CardFormat } from '../../domain/sharing/card';
import { formatPercent } from '../../text-ja/format';
import { shareText as text } from '../../text-ja/share';
import styles from './share.module.css';

/** CSS's millimetre: 96 px are an inch of 25.4 mm. */
const PIXELS_PER_MM = 96 / 25.4;

interface CardPreviewProps {
  format: CardFormat;
  sizePt: number;
  children: ReactNode;
}

/** The card as it will be printed, at its true size wherever the screen is wide enough. */
export function CardPreview({ format, sizePt, children }: CardPreviewProps) {
  const frame = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scale = Math.min(1, width / (format.widthMm * PIXELS_PER_MM));
  return (
    <figure ref={frame} className={styles.preview} aria-label={text.preview}>
      <div className={styles.cards} style={{ zoom: scale } as CSSProperties}>
        {children}
      </div>
      <figcaption className={styles.soft}>
        {scale === 1 ? text.actualSize : text.reduced(formatPercent(scale))}
        {text.letterSize(sizePt)}
      </figcaption>
    </figure>
  );
}
