import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
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
  const nav = useRef<HTMLElement>(null);
  // Once it is laid out, and again when somebody turns the telephone. The rail never scrolls sideways.
  useEffect(() => {
    if (look === 'rail' || !nav.current) return undefined;
    const observer = new ResizeObserver(() => showCurrent(nav.current));
    observer.observe(nav.current);
    return () => observer.disconnect();
  }, [here, look]);
  return (
    <nav ref={nav} aria-label={label} className={classes[look]}>
      {destinations.map(({ href, label: name, Icon }) => (
        <Link key={href} href={href} className={classes['link']} aria-current={href === here ? 'page' : undefined}>
          {look !== 'tabs' && <Icon size={look === 'bar' ? 20 : 17} stroke={1.7} aria-hidden />}
          {name}
        </Link>
      ))}
    </nav>
  );
}

/** Where there are more than fit, they scroll sideways; the page itself must not move for it, as scrollIntoView might. */
function showCurrent(nav: HTMLElement | null): void {
  const link = nav?.querySelector('[aria-current]');
  if (!nav || !link) return;
  const [frame, shown] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
  nav.scrollLeft += shown.left - frame.left - (frame.width - shown.width) / 2;
}

/** The destination whose address is the longest beginning of this one; an account's own holds for its first page only. */
function nearest(path: string, destinations: readonly Destination[]): string | undefined {
  const isAbove = (href: string) => destinations.some((other) => other.href.startsWith(`${href}/`));
  return destinations
    .map(({ href }) => href)
    .filter((href) => path === href || (!isAbove(href) && path.startsWith(`${href}/`)))
    .toSorted((one, other) => other.length - one.length)[0];
}
