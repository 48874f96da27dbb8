import { Link } from '../../ui/link.tsx';
import classes from './breadcrumb.module.css';
import { useCrumbs } from './use-crumbs.ts';

export type BreadcrumbProps = {
  /** The portal begins with the customer's own account: the list above it says nothing there. */
  readonly without?: string;
};

/** The way to this page. On a phone only the step back, for the page itself says what it is. */
export function Breadcrumb({ without }: BreadcrumbProps) {
  const crumbs = useCrumbs().filter(({ href }) => href !== without);
  return (
    <nav aria-label="Breadcrumb" className={classes['nav']}>
      <ol className={classes['list']}>
        {crumbs.map(({ title, href }, index) => (
          <li key={href} className={classes['step']}>
            {index === crumbs.length - 1 ? (
              <span aria-current="page">{title}</span>
            ) : (
              <Link href={href} className={classes['link']}>
                {title}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
