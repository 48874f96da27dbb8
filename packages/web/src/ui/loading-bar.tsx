import { useEffect, useState } from 'react';
import classes from './loading-bar.module.css';

/** Until then a page that is only quick would flicker. */
const PATIENCE_MS = 1000;

/** A bar at the top edge, and a word for screen readers, for whatever takes over a second. */
export function LoadingBar({ busy }: { readonly busy: boolean }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!busy) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [busy]);
  return (
    <div role="status" aria-live="polite">
      {busy && late && (
        <div className={classes['bar']}>
          <span className={classes['word']}>Loading…</span>
        </div>
      )}
    </div>
  );
}
