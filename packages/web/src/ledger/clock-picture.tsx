import classes from './clock-picture.module.css';

export type ClockPictureProps = {
  /** The timeline as the server drew it: self-contained, without scripts. */
  readonly svg: string;
  /** What it shows, for whoever does not see it. */
  readonly says: string;
  readonly zone: string;
};

/**
 * The clock as a picture. As an image and not as markup of the page: whatever stands in an SVG, an image runs no script and
 * loads nothing. It takes the colours of the scheme that it stands in.
 */
export function ClockPicture({ svg, says, zone }: ClockPictureProps) {
  return (
    <figure className={classes['picture']}>
      <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={says} />
      <figcaption>Times in {zone.replaceAll('_', ' ')}</figcaption>
    </figure>
  );
}
