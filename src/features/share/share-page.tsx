import { useEffect, useMemo } from 'react';
import type { Pitch, Variant } from '../../domain/pitch/pitch';
import { makeLink } from '../../domain/sharing/link-payload';
import { sharedVariantOf } from '../../domain/sharing/shared-variant';
import { useAppActions, useAppStore } from '../../state/use-app-store';
import { formatAllowance, formatFileDate } from '../../text-ja/format';
import { shareText as text } from '../../text-ja/share';
import { writeText } from '../../text-ja/write';
import { Button, ButtonLink } from '../../ui/button';
import { MessageBox, Panel } from '../../ui/panel';
import { paths } from '../../ui/paths';
import { saveFile } from '../../ui/save-file';
import { CardPanel } from './card-panel';
import { LinkPanel } from './link-panel';
import styles from './share.module.css';
import { TextPanel } from './text-panel';
import { useQrCode } from './use-qr-code';

interface SharePageProps {
  variant: Variant;
  /** A file of one variant that the import reads; `exportedAt` in epoch ms. */
  writeVariantFile(pitch: Pitch, variant: Variant, exportedAt: number): Blob;
}

/** The app's address up to where a link's payload begins. */
function receivingAddress(): string {
  return `${location.origin}${location.pathname}#${paths.receive('')}`;
}

/** Taking one variant off the screen: on paper, as text, or to another device. */
export function SharePage({ variant, writeVariantFile }: SharePageProps) {
  const { dictionaryWanted } = useAppActions();
  const pitch = useAppStore((state) => state.pitches[variant.pitchId]);
  const shared = useMemo(() => (pitch ? sharedVariantOf(pitch, variant) : null), [pitch, variant]);
  const made = useMemo(() => (shared ? makeLink(receivingAddress(), shared) : null), [shared]);
  const link = made?.ok ? made.link : null;
  const qr = useQrCode(link);
  useEffect(() => dictionaryWanted(), [dictionaryWanted]);

  const heading = (
    <div>
      <h1 tabIndex={-1}>{text.title(variant.title)}</h1>
      <p className={styles.soft}>{writeText.details(formatAllowance(variant), variant.audience)}</p>
    </div>
  );
  if (!pitch || !shared || variant.script.trim() === '') {
    return (
      <>
        {heading}
        <MessageBox title={text.emptyTitle} body={text.emptyBody} icon="edit">
          <ButtonLink to={paths.write(variant.id)}>{text.write}</ButtonLink>
        </MessageBox>
      </>
    );
  }
  // What is sent as a message is first of all a text.
  const written = variant.medium === 'written';
  const card = <CardPanel pitch={pitch} variant={variant} qr={qr} />;
  const asText = <TextPanel variant={variant} />;
  return (
    <>
      {heading}
      <p>{text.lead}</p>
      <div className={styles.columns}>
        {!written && card}
        <div className={styles.column}>
          {written && asText}
          <LinkPanel variant={variant} overruled={shared.overrules.length > 0} link={link} qr={qr} />
          {!written && asText}
          <Panel className={styles.stack}>
            <h2>{text.fileHeading}</h2>
            <p>{text.fileLead}</p>
            <div className={styles.buttons}>
              <Button
                icon="download"
                onClick={() => {
                  const now = Date.now();
                  saveFile(
                    writeVariantFile(pitch, variant, now),
                    text.fileName(variant.title, formatFileDate(now)),
                  );
                }}
              >
                {text.saveFile}
              </Button>
            </div>
          </Panel>
        </div>
        {written && card}
      </div>
    </>
  );
}
