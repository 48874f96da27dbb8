import { NativeSelect } from '@mantine/core';
import { useLocation, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Link } from '../../ui/link.tsx';
import classes from './side-pages.module.css';

export type SidePage = { readonly label: string; readonly href: string };

export type SidePagesProps = {
  /** What the pages belong to, for screen readers: "Administration". */
  readonly label: string;
  readonly pages: readonly SidePage[];
  readonly children: ReactNode;
};

/** Pages that belong together: a list at the side, and on a phone a choice above. */
export function SidePages({ label, pages, children }: SidePagesProps) {
  const router = useRouter();
  const path = useLocation({ select: ({ pathname }) => pathname.replace(/(?<=.)\/$/, '') });
  const here = pages
    .map(({ href }) => href)
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .toSorted((one, other) => other.length - one.length)[0];
  return (
    <div className={classes['pages']}>
      <nav aria-label={label} className={classes['side']}>
        {pages.map(({ href, label: name }) => (
          <Link key={href} href={href} className={classes['link']} aria-current={href === here ? 'page' : undefined}>
            {name}
          </Link>
        ))}
      </nav>
      <NativeSelect
        className={classes['choice'] ?? ''}
        aria-label={`${label}: page`}
        data={pages.map(({ href, label: name }) => ({ value: href, label: name }))}
        value={here ?? ''}
        onChange={({ currentTarget }) => router.history.push(currentTarget.value)}
      />
      <div className={classes['page']}>{children}</div>
    </div>
  );
}
