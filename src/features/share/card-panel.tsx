import { useRef, useState } from 'react';
import type { Pitch, Variant } from '../../domain/pitch/pitch';
import {
  CARD_CONTENTS,
  CARD_FORMATS,
  CARD_SIZES,
  type CardContent,
  type CardSize,
  cardCues,
  isReadableOn,
  SMALLEST_PT,
} from '../../domain/sharing/card';
import { useMemory, useRecitedSentences } from '../../state/use-memory';
import { shareText as text } from '../../text-ja/share';
import { Button, ButtonLink } from '../../ui/button';
import { ChoiceGroup } from '../../ui/choice-group';
import { TextField } from '../../ui/field';
import { MessageBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { CardBack, CardFace, CardText, type CardWords } from './card-face';
import { CardPreview } from './card-preview';
import { PrintSheets } from './print-sheets';
import styles from './share.module.css';
import { useFittedSize } from './use-fitted-size';
import type { QrState } from './use-qr-code';

interface CardPanelProps {
  pitch: Pitch;
  variant: Variant;
  qr: QrState;
}

/** The script or its cues on a card, as large as they fit. */
export function CardPanel({ pitch, variant, qr }: CardPanelProps) {
  const [size, setSize] = useState<CardSize>('business');
  const [content, setContent] = useState<CardContent>('script');
  const [name, setName] = useState(pitch.title);
  const [paper, setPaper] = useState<'card' | 'a4'>('card');
  const [withCode, setWithCode] = useState(false);
  const sentences = useRecitedSentences(variant);
  const keyWords = useMemory(variant.id)?.preparation.keyWords ?? [];
  const measured = useRef<HTMLDivElement>(null);

  const format = CARD_FORMATS[size];
  const cues = content === 'script' ? null : cardCues(sentences, content, keyWords);
  const words: CardWords = { name, script: variant.script, cues };
  const sizePt = useFittedSize(measured, words, format);
  const code = qr.kind === 'drawn' && isReadableOn(format, qr.code.modules) ? qr.code : null;
  const back = withCode && code ? <CardBack format={format} code={code} /> : null;
  const shownPt = sizePt ?? SMALLEST_PT;

  return (
    <Panel className={styles.stack}>
      <h2>{text.cardHeading}</h2>
      <p>{text.cardLead}</p>
      <ChoiceGroup<CardSize>
        legend={text.cardSize}
        inline
        value={size}
        onChange={setSize}
        choices={CARD_SIZES.map((value) => ({
          value,
          name: text.cardSizes[value],
          description: text.cardMeasures[value],
        }))}
      />
      <ChoiceGroup<CardContent>
        legend={text.cardContent}
        inline
        value={content}
        onChange={setContent}
        choices={CARD_CONTENTS.map((value) => ({ value, name: text.cardContents[value] }))}
      />
      <TextField
        label={text.cardName}
        hint={text.cardNameHint}
        value={name}
        maxLength={80}
        onChange={(event) => setName(event.target.value)}
      />
      {sizePt === null ? (
        <MessageBox
          title={text.doesNotFitTitle(text.cardSizes[size])}
          body={text.doesNotFitBody(SMALLEST_PT)}
        >
          {content === 'script' && <Button onClick={() => setContent('heads')}>{text.onlyHeads}</Button>}
          {size === 'business' && <Button onClick={() => setSize('a6')}>{text.largerCard}</Button>}
          <ButtonLink to={paths.write(variant.id)}>{text.shorten}</ButtonLink>
        </MessageBox>
      ) : (
        <CardPreview format={format} sizePt={sizePt}>
          <CardFace format={format}>
            <CardText words={words} format={format} sizePt={sizePt} />
          </CardFace>
          {back}
        </CardPreview>
      )}
      <ChoiceGroup<'card' | 'a4'>
        legend={text.cardPaper}
        inline
        value={paper}
        onChange={setPaper}
        choices={(['card', 'a4'] as const).map((value) => ({
          value,
          name: text.cardPapers[value],
          description: text.cardPaperHints[value],
        }))}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={withCode && code !== null}
          disabled={code === null}
          onChange={(event) => setWithCode(event.target.checked)}
        />
        <span>{text.cardBack}</span>
      </label>
      {qr.kind === 'too-long' && <p className={styles.soft}>{text.cardBackTooLong}</p>}
      {qr.kind === 'drawn' && !code && (
        <p className={styles.soft}>{text.cardBackTooFine(text.cardSizes[size])}</p>
      )}
      <div className={styles.buttons}>
        <Button look="primary" disabled={sizePt === null} onClick={() => print()}>
          {text.print}
        </Button>
      </div>
      <p className={styles.soft}>{text.printHint}</p>
      <PrintSheets
        size={size}
        format={format}
        paper={paper}
        fits={sizePt !== null}
        front={
          <CardFace format={format}>
            <CardText ref={measured} words={words} format={format} sizePt={shownPt} />
          </CardFace>
        }
        back={back}
      />
    </Panel>
  );
}
