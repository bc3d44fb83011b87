import { useEffect, useState } from 'react';
import type { QrCode } from './make-qr-code';

export type QrState =
  | { kind: 'drawing' }
  | { kind: 'drawn'; code: QrCode }
  /** No QR code holds that much. */
  | { kind: 'too-long' }
  /** What draws it could not be loaded. */
  | { kind: 'unreachable' };

/** The QR code of a link; what draws it is loaded for the first. */
export function useQrCode(link: string | null): QrState {
  const [state, setState] = useState<QrState>({ kind: 'drawing' });
  useEffect(() => {
    let wanted = true;
    const show = (next: QrState) => wanted && setState(next);
    if (link === null) show({ kind: 'too-long' });
    else {
      import('./make-qr-code').then(
        ({ makeQrCode }) => {
          const code = makeQrCode(link);
          show(code ? { kind: 'drawn', code } : { kind: 'too-long' });
        },
        () => show({ kind: 'unreachable' }),
      );
    }
    return () => {
      wanted = false;
    };
  }, [link]);
  return state;
}
