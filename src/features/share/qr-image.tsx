import type { QrCode } from './make-qr-code';

/** A QR code, black on white whatever the colours around it: many readers know no other. */
export function QrImage({ code, label, side }: { code: QrCode; label: string; side?: string }) {
  const { modules, outline } = code;
  return (
    <svg
      viewBox={`0 0 ${modules} ${modules}`}
      width={side}
      height={side}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${modules}v${modules}h-${modules}z`} />
      <path fill="#000" d={outline} />
    </svg>
  );
}

/** The same as a file of its own. */
export function qrSvgFile({ modules, outline }: QrCode): Blob {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}" width="${modules * 4}" height="${modules * 4}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${modules}v${modules}h-${modules}z"/><path d="${outline}"/></svg>`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

/** Pixels a module: sharp on a screen and in print at a hand's width. */
const MODULE_PIXELS = 8;

/** The same as a picture; `null` where the browser draws none. */
export function qrPngFile({ modules, outline }: QrCode): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = modules * MODULE_PIXELS;
  canvas.height = modules * MODULE_PIXELS;
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.scale(MODULE_PIXELS, MODULE_PIXELS);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, modules, modules);
  context.fillStyle = '#000';
  context.fill(new Path2D(outline));
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}
