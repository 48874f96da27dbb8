import { Link } from '../../ui/link.tsx';
import classes from './breadcrumb.module.css';
import { useCrumbs } from './use-crumbs.ts';

/** The way to this page. On a phone only the step back, for the page itself says what it is. */
export function Breadcrumb() {
  const crumbs = useCrumbs();
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
