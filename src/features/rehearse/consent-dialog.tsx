import { useAppStore } from '../../state/use-app-store';
import { rehearseText as text } from '../../text-ja/rehearse';
import { Button } from '../../ui/button';
import { Dialog, DialogActions } from '../../ui/dialog';
import styles from './rehearse.module.css';

interface ConsentDialogProps {
  onAnswer(agreed: boolean): void;
  onClose(): void;
}

/** Says where the voice goes before it goes there. */
export function ConsentDialog({ onAnswer, onClose }: ConsentDialogProps) {
  const canStay = useAppStore((state) => state.deviceModel === 'downloadable');
  return (
    <Dialog title={text.consentTitle} closeLabel={text.cancel} onClose={onClose}>
      <div className={styles.consent}>
        {text.consentBody.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {canStay && <p>{text.consentCanStay}</p>}
      </div>
      <DialogActions>
        <Button onClick={() => onAnswer(false)}>{text.consentDecline}</Button>
        <Button look="primary" onClick={() => onAnswer(true)}>
          {text.consentAgree}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
