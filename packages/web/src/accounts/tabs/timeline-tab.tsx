import { Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useGet } from '../../api/use-get.ts';
import { usePages } from '../../api/use-pages.ts';
import { RecordFactButton } from '../../ledger/record/record-fact-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { TimelineEntry } from '../timeline/timeline-entry.tsx';
import { TimelineFilters } from '../timeline/timeline-filters.tsx';
import classes from '../timeline/timeline.module.css';

const route = getRouteApi('/signed-in/accounts/$accountId/timeline');

/** What happened in the account, the latest first. */
export function TimelineTab() {
  const { accountId } = route.useParams();
  const search = route.useSearch();
  const account = useGet('GET /accounts/:accountId', { params: { accountId } });
  const { kind, subject, by } = search;
  const pages = usePages('GET /accounts/:accountId/facts', {
    params: { accountId },
    query: { ...(kind === undefined ? {} : { fact: `${kind}.` }), subjectId: subject, by, limit: 60 },
  });
  const isFiltered = kind !== undefined || subject !== undefined || by !== undefined;
  const about = pages.data?.rows.find(({ subjectId }) => subjectId === subject)?.subject;
  return (
    <>
      <Group justify="space-between" mb="md">
        <TimelineFilters accountId={accountId} search={search} subject={about} />
        <RecordFactButton accountId={accountId} />
      </Group>
      <QueryState query={pages}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={isFiltered ? 'No such facts' : 'Nothing has happened yet'}>
              {isFiltered
                ? 'Nothing that was recorded fits the filters.'
                : 'Every fact of the account stands here with who recorded it and when: at once audit log and evidence.'}
            </EmptyState>
          ) : (
            <>
              <ol className={classes['timeline']} aria-label="Facts, the latest first">
                {rows.map((entry) => (
                  <TimelineEntry
                    key={entry.id}
                    accountId={accountId}
                    zone={account.data?.zone ?? 'UTC'}
                    entry={entry}
                    search={search}
                  />
                ))}
              </ol>
              <MoreRows pages={pages} />
            </>
          )
        }
      </QueryState>
    </>
  );
}
