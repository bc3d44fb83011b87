import type { CSSProperties, ReactNode, Ref } from 'react';
import { type CardFormat, codeSideMm } from '../../domain/sharing/card';
import { shareText as text } from '../../text-ja/share';
import styles from './card.module.css';
import type { QrCode } from './make-qr-code';
import { QrImage } from './qr-image';

/** Everything that is printed on a card's front but for the size of its letters. */
export interface CardWords {
  name: string;
  script: string;
  /** Printed in place of the script, one line each. */
  cues: readonly string[] | null;
}

interface CardFaceProps {
  format: CardFormat;
  children: ReactNode;
}

/** A card of its true measures, with what stands on it in the middle. */
export function CardFace({ format, children }: CardFaceProps) {
  const measures: CSSProperties = {
    inlineSize: `${format.widthMm}mm`,
    blockSize: `${format.heightMm}mm`,
    padding: `${format.marginMm}mm`,
  };
  return (
    <div className={styles.face} style={measures}>
      {children}
    </div>
  );
}

/** More cues than this are read more easily in two columns, even on a tall card. */
const MOST_IN_A_COLUMN = 20;

interface CardTextProps {
  words: CardWords;
  format: CardFormat;
  sizePt: number;
  ref?: Ref<HTMLDivElement>;
}

/** The words on a card, in letters of one size. */
export function CardText({ words, format, sizePt, ref }: CardTextProps) {
  const { name, script, cues } = words;
  const columns = cues && (format.widthMm > format.heightMm || cues.length > MOST_IN_A_COLUMN) ? 2 : 1;
  return (
    <div ref={ref} className={styles.words} style={{ fontSize: `${sizePt}pt` }}>
      {name.trim() !== '' && <p className={styles.name}>{name.trim()}</p>}
      {cues ? (
        <ol className={styles.cues} data-columns={columns}>
          {cues.map((cue, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may begin alike, and their order is all they have
            <li key={place}>{cue}</li>
          ))}
        </ol>
      ) : (
        <p className={styles.script}>{script.trim()}</p>
      )}
    </div>
  );
}

/** The back of a card: the way to the script in the app. */
export function CardBack({ format, code }: { format: CardFormat; code: QrCode }) {
  return (
    <CardFace format={format}>
      <div className={styles.back}>
        <QrImage code={code} label={text.qrLabel} side={`${codeSideMm(format)}mm`} />
        <p>{text.cardBackCaption}</p>
      </div>
    </CardFace>
  );
}
