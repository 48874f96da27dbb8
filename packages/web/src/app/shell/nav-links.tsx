import { useLocation } from '@tanstack/react-router';
import { Link } from '../../ui/link.tsx';
import type { Destination } from '../navigation.ts';
import classes from './nav-links.module.css';

export type NavLinksProps = {
  readonly destinations: readonly Destination[];
  readonly label: string;
  readonly look: 'rail' | 'bar' | 'tabs';
};

/** Links to destinations; the one that the page belongs to is marked, also for screen readers. */
export function NavLinks({ destinations, label, look }: NavLinksProps) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const here = nearest(path, destinations);
  return (
    <nav aria-label={label} className={classes[look]}>
      {destinations.map(({ href, label: name, Icon }) => (
        <Link key={href} href={href} className={classes['link']} aria-current={href === here ? 'page' : undefined}>
          {look !== 'tabs' && <Icon size={look === 'bar' ? 20 : 17} stroke={1.7} aria-hidden />}
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** The destination whose address is the longest beginning of this one: an account's own lies above its parts. */
function nearest(path: string, destinations: readonly Destination[]): string | undefined {
  return destinations
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.length - one.length)[0];
}
