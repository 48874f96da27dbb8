export type WhorlProps = {
  readonly size: number;
  readonly className?: string;
  /** Many thin needles, for a large picture; the mark itself has few, so that it is clear when small. */
  readonly fine?: boolean;
};

type Needle = { readonly angle: number; readonly far: number };

const MARK = needles(12, [14.4, 10.6]);
const PICTURE = needles(45, [15, 12.6, 14.2, 11.4, 13.5]);

/** Tamarack's mark: the needle whorl of a larch seen from above. Takes the colour of the text. */
export function Whorl({ size, className, fine = false }: WhorlProps) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} className={className} aria-hidden focusable="false">
      <g stroke="currentColor" strokeWidth={fine ? 0.3 : 2} strokeLinecap="round">
        {(fine ? PICTURE : MARK).map(({ angle, far }) => (
          <path key={angle} d={`M16 ${fine ? 12.6 : 11.2}V${16 - far}`} transform={`rotate(${angle} 16 16)`} />
        ))}
      </g>
      <circle cx="16" cy="16" r={fine ? 1 : 2.2} fill="currentColor" />
    </svg>
  );
}

/** Long and short ones in turn, as a larch's short shoot bears them. */
function needles(count: number, lengths: readonly number[]): readonly Needle[] {
  return Array.from({ length: count }, (_, index) => ({
    angle: (index * 360) / count,
    far: lengths[index % lengths.length] ?? 14,
  }));
}
