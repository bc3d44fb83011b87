import type { CSSProperties, ReactNode, Ref } from 'react';
import { type CardContent, type CardFormat, codeSideMm } from '../../domain/sharing/card';
import { shareText as text } from '../../text-ja/share';
import styles from './card.module.css';
import type { QrCode } from './make-qr-code';
import { QrImage } from './qr-image';

/** Everything that is printed on a card's front but for the size of its letters. */
export interface CardWords {
  name: string;
  content: CardContent;
  script: string;
  heads: readonly string[];
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
  const { name, content, script, heads } = words;
  const columns = format.widthMm > format.heightMm || heads.length > MOST_IN_A_COLUMN ? 2 : 1;
  return (
    <div ref={ref} className={styles.words} style={{ fontSize: `${sizePt}pt` }}>
      {name.trim() !== '' && <p className={styles.name}>{name.trim()}</p>}
      {content === 'script' ? (
        <p className={styles.script}>{script.trim()}</p>
      ) : (
        <ol className={styles.heads} data-columns={columns}>
          {heads.map((head, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may begin alike, and their order is all they have
            <li key={place}>{head}…</li>
          ))}
        </ol>
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
