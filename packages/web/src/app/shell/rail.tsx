import type { Me } from '../../api/me.ts';
import { Link } from '../../ui/link.tsx';
import { Whorl } from '../../ui/whorl.tsx';
import type { Destination } from '../navigation.ts';
import { NavLinks } from './nav-links.tsx';
import classes from './rail.module.css';

export type RailProps = { readonly me: Me; readonly destinations: readonly Destination[] };

/** The rail of wide screens: the mark, and where one can go. */
export function Rail({ me, destinations }: RailProps) {
  return (
    <div className={classes['rail']}>
      <Link href="/" className={classes['brand']} aria-label="Tamarack, to the first page">
        <Whorl size={22} className={classes['mark'] ?? ''} />
        Tamarack
      </Link>
      <NavLinks destinations={destinations} label={me.side === 'provider' ? 'Console' : 'Portal'} look="rail" />
    </div>
  );
}
