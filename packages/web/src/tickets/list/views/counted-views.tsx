import { mayDo, useMe } from '../../../api/me.ts';
import { useGet } from '../../../api/use-get.ts';
import { Link } from '../../../ui/link.tsx';
import { ticketsHref } from '../../ticket-search.ts';
import { USUAL_VIEWS } from './usual-views.ts';
import classes from './view-links.module.css';

const SHOWN: ReadonlySet<string> = new Set(['mine', 'unassigned', 'with-provider', 'with-customer', 'broken']);
/** Rare, and said only where there is one. */
const RARE: ReadonlySet<string> = new Set(['escalated', 'waits-for-approval']);

/** How many tickets wait for whom, each number a way to them; nothing for those who do not work on tickets. */
export function CountedViews() {
  const me = useMe();
  const mayWork = mayDo(me, 'tickets.work');
  const views = USUAL_VIEWS.filter(({ view }) => SHOWN.has(view) || RARE.has(view));
  const counted = useGet(
    'GET /ticket-counts',
    { query: { views: views.map(({ view }) => view).join(',') } },
    { enabled: mayWork },
  );
  if (!mayWork || !counted.data) return null;
  const counts = new Map(counted.data.counts.map(({ view, count }) => [view, count]));
  return (
    <nav aria-label="Tickets" className={classes['views']}>
      <span className={classes['of']}>Tickets</span>
      {views
        .filter(({ view }) => !RARE.has(view) || (counts.get(view) ?? 0) > 0)
        .map(({ view, label, search }) => (
          <Link key={view} href={ticketsHref(search)} className={classes['view']}>
            {label}
            <span className={classes['count']}>{counts.get(view)?.toLocaleString('en-GB')}</span>
          </Link>
        ))}
    </nav>
  );
}
