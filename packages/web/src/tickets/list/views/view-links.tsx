import { ActionIcon, Button } from '@mantine/core';
import { IconBookmarkPlus, IconTrash, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../api/call.ts';
import { queryClient } from '../../../api/query-client.ts';
import { tellFailure } from '../../../api/tell-failure.ts';
import { useCall } from '../../../api/use-call.ts';
import { useGet } from '../../../api/use-get.ts';
import { Link } from '../../../ui/link.tsx';
import { offerUndo } from '../../../ui/offer-undo.tsx';
import { isFiltered, isSameSearch, searchOf, ticketsHref, type TicketSearch } from '../../ticket-search.ts';
import { USUAL_VIEWS } from './usual-views.ts';
import classes from './view-links.module.css';

const SaveView = lazy(() => import('./save-view.tsx').then((module) => ({ default: module.SaveView })));

/** Views with how many tickets each has: those that everybody has, one's own, and those that colleagues share. */
export function ViewLinks({ search }: { readonly search: TicketSearch }) {
  const [isSaving, setSaving] = useState(false);
  const saved = useGet('GET /ticket-views', {});
  const rows = saved.data?.rows ?? [];
  const names = [...USUAL_VIEWS.map(({ view }) => view), ...rows.map(({ id }) => id)].join(',');
  const counted = useGet('GET /ticket-counts', { query: { views: names } });
  const counts = new Map(counted.data?.counts.map(({ view, count }) => [view, count]));
  const remove = useCall('DELETE /ticket-views/:viewId', { refreshes: ['GET /ticket-views'] });
  const links = [
    ...USUAL_VIEWS.map(({ view, label, search: own }) => ({ key: view as string, label, own, row: undefined })),
    ...rows.map((row) => ({ key: row.id, label: row.name, own: searchOf(row.filter), row })),
  ];
  const here = links.find(({ own }) => isSameSearch(own, search));
  const drop = ({ id, name, filter, isShared }: (typeof rows)[number]) =>
    remove.mutate(
      { params: { viewId: id } },
      {
        onSuccess: () =>
          offerUndo({
            says: `The view “${name}” is deleted.`,
            undo: () =>
              void call('POST /ticket-views', { body: { name, filter, isShared } }).then(
                () => queryClient.invalidateQueries({ queryKey: ['GET /ticket-views'] }),
                tellFailure,
              ),
          }),
      },
    );
  return (
    <nav aria-label="Views" className={classes['views']}>
      {links.map(({ key, label, own, row }) => (
        <Link
          key={key}
          href={ticketsHref(own)}
          className={classes['view']}
          aria-current={key === here?.key ? 'page' : undefined}
        >
          {row?.isShared && <IconUsers size={13} aria-label={row.isOwn ? 'shared' : `shared by ${row.owner}`} />}
          {label}
          <span className={classes['count']}>{counts.get(key)?.toLocaleString('en-GB') ?? '…'}</span>
        </Link>
      ))}
      {here?.row?.isOwn && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Delete the view “${here.row.name}”`}
          onClick={() => drop(here.row)}
        >
          <IconTrash size={15} aria-hidden />
        </ActionIcon>
      )}
      {here === undefined && (isFiltered(search) || search.account !== undefined || search.order !== undefined) && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconBookmarkPlus size={15} aria-hidden />}
          onClick={() => setSaving(true)}
        >
          Save as a view…
        </Button>
      )}
      <Suspense>{isSaving && <SaveView search={search} onClose={() => setSaving(false)} />}</Suspense>
    </nav>
  );
}
