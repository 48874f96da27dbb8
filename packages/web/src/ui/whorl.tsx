/** Twelve needles of a short shoot: long and short in turn, as a larch bears them. */
const NEEDLES = Array.from({ length: 12 }, (_, index) => ({ angle: index * 30, far: index % 2 === 0 ? 14.4 : 10.6 }));

export type WhorlProps = { readonly size: number; readonly className?: string };

/** Tamarack's mark: the needle whorl of a larch seen from above. Takes the colour of the text. */
export function Whorl({ size, className }: WhorlProps) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} className={className} aria-hidden focusable="false">
      <g stroke="currentColor" strokeWidth="2" strokeLinecap="round">
        {NEEDLES.map(({ angle, far }) => (
          <path key={angle} d={`M16 11.2V${16 - far}`} transform={`rotate(${angle} 16 16)`} />
        ))}
      </g>
      <circle cx="16" cy="16" r="2.2" fill="currentColor" />
    </svg>
  );
}
