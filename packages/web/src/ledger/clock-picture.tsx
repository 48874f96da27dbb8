import { useComputedColorScheme } from '@mantine/core';
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
 * loads nothing. It takes the colours of the scheme that it stands in. On a phone it scrolls by itself, reached by the keyboard as
 * well.
 */
export function ClockPicture({ svg, says, zone }: ClockPictureProps) {
  const scheme = useComputedColorScheme();
  // Laid out in shares of its width, it takes any; with a width of its own the browser would magnify it, letters and all.
  const fitting = svg
    .replace(/^(<svg[^>]*? width=)"\d+"/, '$1"100%"')
    // It follows the system's colours, and the reader may have chosen other ones here.
    .replace('(prefers-color-scheme:dark)', scheme === 'dark' ? 'all' : 'not all');
  return (
    <figure className={classes['picture']} tabIndex={0} aria-label="Timeline">
      <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(fitting)}`} alt={says} />
      <figcaption>Times in {zone.replaceAll('_', ' ')}</figcaption>
    </figure>
  );
}
