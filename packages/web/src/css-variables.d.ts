import type { AriaRole } from 'react';

declare module 'react' {
  /** Custom properties may be set in `style`. */
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
  /** Nothing else of this module is changed; naming it keeps this file an addition to React's own types. */
  type KnownRole = AriaRole;
}
