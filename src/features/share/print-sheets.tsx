import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { CardFormat, CardSize } from '../../domain/sharing/card';
import styles from './card.module.css';

/** How far crop marks stand off the card, and how long they are, in mm. */
const MARK_GAP_MM = 3;
const MARK_LENGTH_MM = 5;
const MARK_ROOM_MM = MARK_GAP_MM + MARK_LENGTH_MM;

interface PrintSheetsProps {
  size: CardSize;
  format: CardFormat;
  paper: 'card' | 'a4';
  /** Words that no card holds are printed as an ordinary page instead, all of them. */
  fits: boolean;
  front: ReactNode;
  back: ReactNode;
}

/**
 * What goes to the printer, in place of the screen: pages of exactly the card's size, or A4 with marks to cut along. It
 * lies out of sight beside the app, at its true measures, so that the letters can be fitted to it.
 */
export function PrintSheets({ size, format, paper, fits, front, back }: PrintSheetsProps) {
  const page = (side: ReactNode) => (
    <div className={styles.page}>
      <div className={styles.card}>
        {side}
        {paper === 'a4' && <CropMarks {...format} />}
      </div>
    </div>
  );
  return createPortal(
    <div
      className={styles.sheets}
      data-paper={fits ? (paper === 'a4' ? 'a4' : size) : 'loose'}
      aria-hidden="true"
    >
      {page(front)}
      {back !== null && fits && page(back)}
    </div>,
    document.body,
  );
}

/** Hairlines at the corners, outside of the card. */
function CropMarks({ widthMm, heightMm }: CardFormat) {
  const marks = [
    ...[0, heightMm].flatMap((y) => [
      `M${-MARK_ROOM_MM} ${y}h${MARK_LENGTH_MM}`,
      `M${widthMm + MARK_GAP_MM} ${y}h${MARK_LENGTH_MM}`,
    ]),
    ...[0, widthMm].flatMap((x) => [
      `M${x} ${-MARK_ROOM_MM}v${MARK_LENGTH_MM}`,
      `M${x} ${heightMm + MARK_GAP_MM}v${MARK_LENGTH_MM}`,
    ]),
  ];
  const width = widthMm + 2 * MARK_ROOM_MM;
  const height = heightMm + 2 * MARK_ROOM_MM;
  return (
    <svg
      className={styles.marks}
      style={{ inset: `-${MARK_ROOM_MM}mm` }}
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`${-MARK_ROOM_MM} ${-MARK_ROOM_MM} ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={marks.join('')} stroke="#000" strokeWidth="0.1" fill="none" />
    </svg>
  );
}
