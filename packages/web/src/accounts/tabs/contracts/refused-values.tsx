import classes from './agreed.module.css';
import type { RefusedAgreed } from './refused-agreed.ts';

/** Beside the button, for the fields that were refused may lie far above it. */
export function RefusedValues({ refused: { fields } }: { readonly refused: RefusedAgreed }) {
  if (Object.keys(fields).length === 0) return null;
  return (
    <p className={classes['refused']} role="alert">
      Some values above are not possible; each says why.
    </p>
  );
}
