import { useState } from 'react';
import type { Variant } from '../../domain/pitch/pitch';
import { shareText as text } from '../../text-ja/share';
import { Button } from '../../ui/button';
import { copyText } from '../../ui/copy-text';
import { TextField } from '../../ui/field';
import { MessageBox, Panel } from '../../ui/panel';
import { saveFile } from '../../ui/save-file';
import type { QrCode } from './make-qr-code';
import { QrImage, qrPngFile, qrSvgFile } from './qr-image';
import styles from './share.module.css';
import { canShare, shareNatively } from './share-natively';
import type { QrState } from './use-qr-code';

interface LinkPanelProps {
  variant: Variant;
  /** Whether the person's own word on the elements goes along. */
  overruled: boolean;
  /** `null` where the script is too long for one. */
  link: string | null;
  qr: QrState;
}

/** The variant inside a link, and the link as a QR code. */
export function LinkPanel({ variant, overruled, link, qr }: LinkPanelProps) {
  return (
    <Panel className={styles.stack}>
      <h2>{text.linkHeading}</h2>
      <p>
        {text.linkLead}
        {overruled && text.linkOverruled}
      </p>
      {link === null ? (
        <MessageBox title={text.linkTooLongTitle} body={text.linkTooLongBody} />
      ) : (
        <>
          <p>{text.privacy}</p>
          <LinkTools variant={variant} link={link} />
          <QrPart variant={variant} qr={qr} />
        </>
      )}
    </Panel>
  );
}

function LinkTools({ variant, link }: { variant: Variant; link: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = async () => setOutcome((await copyText(link)) ? text.linkCopied : text.linkCopyFailed);
  const share = async () => {
    const shared = await shareNatively({
      title: variant.title,
      text: text.linkMessage(variant.title),
      url: link,
    });
    setOutcome(shared === 'failed' ? text.shareFailed : '');
  };
  return (
    <>
      <TextField
        label={text.link}
        value={link}
        readOnly
        spellCheck={false}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles.buttons}>
        <Button look="primary" icon="copy" onClick={() => void copy()}>
          {text.copyLink}
        </Button>
        {canShare && (
          <Button icon="share" onClick={() => void share()}>
            {text.shareLink}
          </Button>
        )}
      </div>
      <p role="status" className={styles.outcome}>
        {outcome}
      </p>
    </>
  );
}

/** From this many modules a side on, older phones need patience: a code of version 17. */
const FINE_MODULES = 93;

function QrPart({ variant, qr }: { variant: Variant; qr: QrState }) {
  if (qr.kind === 'drawing') return <p role="status">{text.qrDrawing}</p>;
  if (qr.kind === 'too-long') return <p>{text.qrTooLong}</p>;
  if (qr.kind === 'unreachable') return <MessageBox title={text.qrUnreachable} />;
  const { code } = qr;
  const save = (file: Blob | null, extension: string) => {
    if (file) saveFile(file, text.qrFileName(variant.title, extension));
  };
  const savePicture = async (picture: QrCode) => save(await qrPngFile(picture), 'png');
  return (
    <div className={styles.qr}>
      <QrImage code={code} label={text.qrLabel} />
      <div className={styles.stack}>
        <p>{code.modules >= FINE_MODULES ? text.qrFine : text.qrHint}</p>
        <div className={styles.buttons}>
          <Button icon="download" onClick={() => void savePicture(code)}>
            {text.qrPng}
          </Button>
          <Button icon="download" onClick={() => save(qrSvgFile(code), 'svg')}>
            {text.qrSvg}
          </Button>
        </div>
      </div>
    </div>
  );
}
