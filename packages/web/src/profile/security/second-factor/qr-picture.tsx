import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** Modules of nothing all around, without which readers do not find the code (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;
const SIDE_PX = 212;

export type QrPictureProps = { readonly text: string; readonly says: string };

/** A text for a telephone's camera. Black on white in every theme: many readers do not know the inverse. */
export function QrPicture({ text, says }: QrPictureProps) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return (
    <svg
      role="img"
      aria-label={says}
      width={SIDE_PX}
      height={SIDE_PX}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      style={{ flex: 'none', borderRadius: 6, border: '1px solid var(--tm-line)' }}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={qrPath(data)} fill="#000" />
    </svg>
  );
}
