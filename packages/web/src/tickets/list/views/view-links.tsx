import { IconUsers } from '@tabler/icons-react';
import { useGet } from '../../../api/use-get.ts';
import { Link } from '../../../ui/link.tsx';
import { isSameSearch, searchOf, ticketsHref, type TicketSearch } from '../../ticket-search.ts';
import { USUAL_VIEWS } from './usual-views.ts';
import { ViewActs } from './view-acts.tsx';
import classes from './view-links.module.css';

/** Views with how many tickets each has: those that everybody has, one's own, and those that colleagues share. */
export function ViewLinks({ search }: { readonly search: TicketSearch }) {
  const saved = useGet('GET /ticket-views', {});
  const rows = saved.data?.rows ?? [];
  const names = [...USUAL_VIEWS.map(({ view }) => view), ...rows.map(({ id }) => id)].join(',');
  const counted = useGet('GET /ticket-counts', { query: { views: names } });
  const counts = new Map(
    counted.data?.counts.map(({ view, count, hasMore }) => [
      view,
      `${count.toLocaleString('en-GB')}${hasMore ? '+' : ''}`,
    ]),
  );
  const links = [
    ...USUAL_VIEWS.map(({ view, label, search: own }) => ({ key: view as string, label, own, row: undefined })),
    ...rows.map((row) => ({ key: row.id, label: row.name, own: { ...searchOf(row.filter), view: row.id }, row })),
  ];
  const same = links.filter(({ own }) => isSameSearch(own, search));
  // Two may show the same: then it is the one from which somebody came.
  const here = same.find(({ key }) => key === search.view) ?? same[0];
  const from = here ?? links.find(({ key }) => key === search.view);
  return (
    <nav aria-label="Views" className={classes['views']}>
      {links.map(({ key, label, own, row }) => (
        <Link
          key={key}
          href={ticketsHref(own)}
          className={classes['view']}
          aria-current={key === from?.key ? 'page' : undefined}
        >
          {row?.isShared && <IconUsers size={13} aria-label={row.isOwn ? 'shared' : `shared by ${row.owner}`} />}
          {label}
          <span className={classes['count']}>{counts.get(key) ?? '…'}</span>
          {key === from?.key && here === undefined && <span className={classes['changed']}>changed</span>}
        </Link>
      ))}
      <ViewActs search={search} view={from?.row} isAsSaved={here !== undefined} />
    </nav>
  );
}
