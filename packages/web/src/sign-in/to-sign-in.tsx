import { Link } from '../ui/link.tsx';
import classes from './forms.module.css';

/** The way on for whoever is here already, or holds a link that was used. */
export function ToSignIn() {
  return (
    <Link href="/sign-in" className={classes['aside']}>
      To the sign-in
    </Link>
  );
}
